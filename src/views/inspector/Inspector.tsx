/** What is selected, from the inside: a server's phase, ballot box, waits, epochs, and why; or a message. */
import { whyNotOfServer } from '../../app/ask.ts';
import { Section } from '../../widgets/Section.tsx';
import { TabBar, panelOf } from '../../widgets/TabBar.tsx';
import { useChanges, useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { InFlight, useMessagesOf } from './InFlight.tsx';
import { later } from '../later.ts';
import { LookPanel } from './LookPanel.tsx';
import { MessageCard } from './MessageCard.tsx';
import { LATER_PANELS, shownLook } from './panels.tsx';
import { BallotSection, EpochsSection, WaitsSection } from './sections.tsx';
import { ServerHead } from './ServerHead.tsx';
import { useShownServer } from './shown-server.ts';
import { AnswerPanel } from '../why/AnswerPanel.tsx';
import { AskButton } from '../why/AskButton.tsx';
import { SelectedAsks } from '../why/SelectedAsks.tsx';
import { Why } from '../why/Why.tsx';
import styles from './Inspector.module.css';

const useSync = later(() => import('../sync/SyncDecision.tsx'));

export function Inspector() {
  const { store } = useLab();
  const { inspector } = useLabWords();
  const look = shownLook(useLabState((state) => state.look));
  const tabs = (['inside', ...LATER_PANELS.map((panel) => panel.look)] as const).map((id) => ({
    id,
    name: inspector.tabs[id],
  }));
  return (
    <>
      <AnswerPanel />
      <TabBar
        of="look"
        label={inspector.looks}
        className={styles.tabs}
        tabs={tabs}
        current={look}
        onChoose={store.getState().setLook}
      />
      <div className={styles.panel} {...panelOf('look', look)}>
        {look === 'inside' ? <Inside /> : <LookPanel look={look} />}
      </div>
    </>
  );
}

function Inside() {
  const words = useLabWords();
  const sync = useSync();
  const selection = useLabState((state) => state.selection);
  const facts = useFacts();
  const changes = useChanges();
  const server = useShownServer();
  const messages = useMessagesOf(server);
  const asked = useLabState((state) => state.asked);
  const message =
    selection?.kind === 'message' ? (facts.messages.find((one) => one.seq === selection.seq) ?? null) : null;

  if (selection?.kind === 'message') return <MessageCard message={message} />;
  if (server === null) return <p className={styles.none}>{words.inspector.none}</p>;
  const change = changes.get(server.sid) ?? null;
  return (
    <>
      <SelectedAsks className={styles.selected} beside={server.sid} />
      <ServerHead
        server={server}
        asks={
          <div className={styles.asks}>
            <AskButton question={{ ask: 'role', sid: server.sid }} whole />
            <AskButton question={whyNotOfServer(server, facts)} whole />
          </div>
        }
      />
      <BallotSection
        server={server}
        change={change}
        ask={server.vote !== null && <AskButton question={{ ask: 'vote', sid: server.sid }} />}
      />
      <WaitsSection server={server} change={change} />
      {sync !== null && <sync.SyncDecision key={server.sid} server={server} />}
      <EpochsSection server={server} change={change} />
      {asked === null && (
        <Section title={words.why.title}>
          <Why />
        </Section>
      )}
      {messages.length > 0 && (
        <Section title={words.message.inFlight} meta={words.formats.integer(messages.length)}>
          <InFlight server={server} />
        </Section>
      )}
    </>
  );
}

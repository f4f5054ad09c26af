/** What is selected, from the inside: a server's phase, ballot box, waits, epochs, and why; or a message. */
import { whyNotOfServer } from '../../app/ask.ts';
import { Section } from '../../widgets/Section.tsx';
import { TabBar, panelOf } from '../../widgets/TabBar.tsx';
import { BallotBox } from '../election/BallotBox.tsx';
import { Defined } from '../glossary/Defined.tsx';
import { useChanges, useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { ConfigTallies, hasParts } from './ConfigTallies.tsx';
import { EpochLedger } from './EpochLedger.tsx';
import { InFlight, useMessagesOf } from './InFlight.tsx';
import { later } from '../later.ts';
import { LookPanel } from './LookPanel.tsx';
import { MessageCard } from './MessageCard.tsx';
import { LATER_PANELS, shownLook } from './panels.tsx';
import { QuorumWaits } from './QuorumWaits.tsx';
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
      <Section
        title={words.ballotBox.title}
        meta={
          <>
            {server.ballot !== null && words.ballotBox.round(server.ballot.round)}{' '}
            {server.vote !== null && <AskButton question={{ ask: 'vote', sid: server.sid }} />}
          </>
        }
      >
        <BallotBox server={server} change={change} />
        {server.ballot !== null && hasParts(server.ballot.tallies) && <ConfigTallies tallies={server.ballot.tallies} />}
      </Section>
      {server.waits.length > 0 && (
        <Section title={<Defined text={words.waits.title} />}>
          <QuorumWaits server={server} change={change} />
        </Section>
      )}
      {sync !== null && <sync.SyncDecision key={server.sid} server={server} />}
      <Section title={<Defined text={words.epochs.title} />}>
        <EpochLedger server={server} change={change} />
      </Section>
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

/** What is selected, from the inside: a server's phase, ballot box, waits, epochs, and why; or a message. */
import type { ServerFacts } from '../../sim/facts.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Section } from '../../widgets/Section.tsx';
import { BallotBox } from '../election/BallotBox.tsx';
import { useChanges, useFacts, useLab, useLabState, useLastEntry } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import { EpochLedger } from './EpochLedger.tsx';
import { InFlight, useMessagesOf } from './InFlight.tsx';
import { MessageCard } from './MessageCard.tsx';
import { PhaseStairs } from './PhaseStairs.tsx';
import { QuorumWaits } from './QuorumWaits.tsx';
import { Why } from './Why.tsx';
import styles from './Inspector.module.css';

export function Inspector() {
  const words = useLabWords();
  const selection = useLabState((state) => state.selection);
  const facts = useFacts();
  const changes = useChanges();
  const server = useShownServer();
  const messages = useMessagesOf(server);
  const message =
    selection?.kind === 'message' ? (facts.messages.find((one) => one.seq === selection.seq) ?? null) : null;

  if (selection?.kind === 'message') return <MessageCard message={message} />;
  if (server === null) return <p className={styles.none}>{words.inspector.none}</p>;
  const change = changes.get(server.sid) ?? null;
  return (
    <>
      <Head server={server} />
      <Section
        title={words.ballot.title}
        meta={server.ballot === null ? undefined : words.ballot.round(server.ballot.round)}
      >
        <BallotBox server={server} change={change} />
      </Section>
      {server.waits.length > 0 && (
        <Section title={words.waits.title}>
          <QuorumWaits server={server} change={change} />
        </Section>
      )}
      <Section title={words.epochs.title}>
        <EpochLedger server={server} change={change} />
      </Section>
      <Section title={words.why.title}>
        <Why />
      </Section>
      {messages.length > 0 && (
        <Section title={words.message.inFlight} meta={words.formats.integer(messages.length)}>
          <InFlight server={server} />
        </Section>
      )}
    </>
  );
}

/** The selected server; else the one the last event happened at; else the first. */
export function useShownServer(): ServerFacts | null {
  const facts = useFacts();
  const entry = useLastEntry();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind === 'server') return facts.servers.find((one) => one.sid === selection.sid) ?? null;
  return facts.servers.find((one) => one.node === entry?.node) ?? facts.servers[0] ?? null;
}

function Head({ server }: { readonly server: ServerFacts }) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const at = facts.servers.indexOf(server);
  const go = (step: number) => {
    const next = facts.servers[(at + step + facts.servers.length) % facts.servers.length];
    if (next !== undefined) store.getState().select({ kind: 'server', sid: next.sid });
  };
  const role = roleOf(server);
  const about = server.learnerType === 'PARTICIPANT' ? words.inspector.voter : words.inspector.observer;
  return (
    <section className={styles.head}>
      <div className={styles.id}>
        <h2>{words.server(server.sid)}</h2>
        <span>{role}</span>
        <span className={styles.about}>{about(server.sid)}</span>
        <span className={styles.nav}>
          <button type="button" aria-label={words.inspector.previous} onClick={() => go(-1)}>
            <Icon name="chevronLeft" />
          </button>
          <button type="button" aria-label={words.inspector.next} onClick={() => go(1)}>
            <Icon name="chevronRight" />
          </button>
        </span>
      </div>
      <PhaseStairs phase={server.zabState} />
    </section>
  );
}

/** What every message is, written beside it. */
import { useChanges, useClock, useFacts, useLabState } from '../lab.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { hasLabelInCrowd } from './changes.ts';
import { type Flight, endsOf } from './flights.ts';
import { type Cut, cutTexts } from './cut-texts.ts';
import { messageNames } from './message-names.ts';
import styles from './MessageNames.module.css';

interface MessageNamesProps {
  readonly flights: readonly Flight[];
  /** What is cut, if anything: its words are there already. */
  readonly cut: Cut;
}

export function MessageNames({ flights, cut }: MessageNamesProps) {
  const clock = useClock();
  const screens = useScreenWords();
  const facts = useFacts();
  const changes = useChanges();
  const selected = useLabState(({ selection }) => (selection?.kind === 'server' ? selection.sid : null));
  const { layout, line } = cut;
  const ends = endsOf(facts, layout);
  const clients = facts.clients.flatMap(({ node }) => ends.get(node)?.at ?? []);
  const labelled = new Set(
    facts.servers.flatMap((server) => (hasLabelInCrowd(server, changes, selected) ? [server.sid] : [])),
  );
  const ground = { layout, line, texts: cutTexts(cut), clients, labelled };
  const names = messageNames(flights, ground, clock.now(), ({ message }) => screens.message(message));
  return (
    <svg width={layout.width} height={layout.height} className={styles.names} aria-hidden="true">
      {names.map(({ key, text, at }) => (
        <text key={key} data-part="message-name" x={at.x} y={at.y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

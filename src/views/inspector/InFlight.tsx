/** The messages under way from and to a server, as a list: what the stage draws, for those who do not point. */
import type { ServerFacts } from '../../sim/facts.ts';
import { useFacts, useLab, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useOptions } from '../options.ts';
import { isShown } from '../stage/flights.ts';
import { shapePath } from '../stage/shapes.ts';
import { whoIn } from '../story/who.ts';
import styles from './InFlight.module.css';

/** More are only counted. */
const SHOWN_MAX = 6;

export function useMessagesOf(server: ServerFacts | null) {
  const { messages } = useFacts();
  const pings = useOptions((options) => options.pings);
  return messages.filter(
    (message) => (message.from === server?.node || message.to === server?.node) && isShown(message, { pings }),
  );
}

export function InFlight({ server }: { readonly server: ServerFacts }) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const zxidText = useZxidText();
  const messages = useMessagesOf(server);
  const who = whoIn(facts, words);
  const shown = messages.slice(0, SHOWN_MAX);
  return (
    <ol className={styles.list}>
      {shown.map((message) => {
        const isOut = message.from === server.node;
        const other = who(isOut ? message.to : message.from).name;
        const about =
          message.vote === null
            ? message.zxid === null
              ? ''
              : zxidText(message.zxid)
            : words.message.voteFor(message.vote.leader);
        return (
          <li key={message.seq} data-family={message.family}>
            <svg width="22" height="20" viewBox="-11 -10 22 20" aria-hidden="true">
              <path className={styles.glyph} d={shapePath(message.family, 8)} />
              <text className={styles.letter} y="3.4">
                {message.letter}
              </text>
            </svg>
            <button type="button" onClick={() => store.getState().select({ kind: 'message', seq: message.seq })}>
              {isOut ? words.message.to(other) : words.message.from(other)}: {words.message.name(message.type)}{' '}
              <span className="z">{about}</span>
            </button>
            <time>{message.held === null ? words.formats.time(message.arrivesAt) : words.message.held}</time>
          </li>
        );
      })}
      {messages.length > shown.length && (
        <li className={styles.rest}>{words.logs.folded(messages.length - shown.length)}</li>
      )}
    </ol>
  );
}

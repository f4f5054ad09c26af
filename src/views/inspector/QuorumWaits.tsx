/** Everything that waits for a quorum at this leader: who has answered, out of all that are configured. */
import { zxidLabel } from '../../zookeeper/ids.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { Defined } from '../glossary/Defined.tsx';
import { useFacts, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import type { ServerChange } from '../stage/changes.ts';
import { AskButton } from '../why/AskButton.tsx';
import { Changed } from './Changed.tsx';
import { ConfigTallies } from './ConfigTallies.tsx';
import styles from './QuorumWaits.module.css';

/** More are only counted. */
const SHOWN_MAX = 5;

export function QuorumWaits({
  server,
  change,
}: {
  readonly server: ServerFacts;
  readonly change: ServerChange | null;
}) {
  const words = useLabWords();
  const zxidText = useZxidText();
  const { voters } = useFacts();
  const shown = server.waits.slice(0, SHOWN_MAX);
  const rest = server.waits.length - shown.length;
  return (
    <ol className={styles.waits}>
      {shown.map((wait, index) => {
        const count = words.belief.ofVoters(wait.acks.length, voters.length);
        return (
          <li
            key={`${wait.for} ${wait.zxid === null ? '' : zxidLabel(wait.zxid)}`}
            data-what={wait.for}
            data-light={`wait-${server.sid}-${wait.for}`}
          >
            <span>
              <Defined text={words.waits[wait.for]} reach="pointer" />{' '}
              {wait.zxid !== null && <span className="z">{zxidText(wait.zxid)}</span>}
            </span>
            <span className={styles.voters}>
              {voters.map((sid) => (
                <i key={sid} data-counted={wait.acks.includes(sid)}>
                  {sid}
                </i>
              ))}
            </span>
            <span className={styles.count}>
              {index === 0 && change !== null && change.joined.size > 0 ? (
                <Changed was={words.belief.ofVoters(wait.acks.length - change.joined.size, voters.length)}>
                  {count}
                </Changed>
              ) : (
                count
              )}
            </span>
            <div className={styles.missing}>
              <ConfigTallies tallies={wait.tallies} />
              <AskButton
                question={
                  wait.for === 'proposal' && wait.zxid !== null
                    ? { ask: 'notCommitted', zxid: wait.zxid }
                    : { ask: 'notServing', sid: server.sid }
                }
              />
            </div>
          </li>
        );
      })}
      {rest > 0 && <li>{words.logs.folded(rest)}</li>}
    </ol>
  );
}

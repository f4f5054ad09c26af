/** The count of a ballot: a ring with a segment for every configured voter, who is missing, and what is waited for. */
import { useRef } from 'react';
import type { BallotFacts, ServerFacts } from '../../sim/facts.ts';
import { useLabWords } from '../lab-words.ts';
import { useBeat, useFacts } from '../lab.ts';
import { setText } from '../set-text.ts';
import { type ServerChange, ringOf } from '../stage/changes.ts';
import { polar } from '../stage/geometry.ts';
import { QuorumRing } from '../stage/QuorumRing.tsx';
import { timerPath } from '../stage/TimerArc.tsx';
import styles from './Tally.module.css';

interface TallyProps {
  readonly server: ServerFacts;
  readonly ballot: BallotFacts;
  readonly change: ServerChange | null;
}

export function Tally({ server, ballot, change }: TallyProps) {
  const words = useLabWords();
  const { voters } = useFacts();
  const ring = ringOf(server);
  const heard = new Set(ballot.rows.map((row) => row.from));
  const silent = voters.filter((sid) => !heard.has(sid));
  const others = voters.filter((sid) => heard.has(sid) && !ballot.agreeing.includes(sid));
  const hasQuorum = ballot.quorum;
  return (
    <div className={styles.tally}>
      <svg
        width="84"
        height="84"
        viewBox="-42 -42 84 84"
        role="img"
        aria-label={words.ballotBox.ring(ballot.agreeing.length, voters.length)}
      >
        {ring !== null && (
          <QuorumRing radius={24} width={7} ring={ring} voters={voters} joined={change?.joined ?? null} />
        )}
        {voters.map((sid, index) => {
          const at = polar({ x: 0, y: 0 }, 38.5, (index * 2 * Math.PI) / voters.length);
          return (
            <text key={sid} className={styles.voter} data-counted={ballot.agreeing.includes(sid)} x={at.x} y={at.y + 4}>
              {sid}
            </text>
          );
        })}
        <text className={styles.count} y="5.5">
          {words.belief.ofVoters(ballot.agreeing.length, voters.length)}
        </text>
      </svg>
      <div className={styles.words}>
        <p>
          {hasQuorum ? (
            <>
              <b>{words.ballotBox.quorum(ballot.agreeing)}</b> {words.ballotBox.ofConfigured(voters.length)}
            </>
          ) : (
            words.ballotBox.agree(ballot.agreeing.length, ballot.needed)
          )}
        </p>
        {others.length > 0 && <p>{words.ballotBox.others(others)}</p>}
        {silent.length > 0 && <p className={styles.quiet}>{words.ballotBox.noVote(silent)}</p>}
        <Wait server={server} />
      </div>
    </div>
  );
}

function Wait({ server }: { readonly server: ServerFacts }) {
  const words = useLabWords();
  const arc = useRef<SVGPathElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  const timer = server.timers.find(({ kind }) => kind === 'finalizeWait' || kind === 'backoff');
  useBeat((now) => {
    if (timer === undefined) return;
    const left = Math.max(0, timer.due - now);
    arc.current?.setAttribute('d', timerPath(timer, now, 5));
    setText(text.current, timer.kind === 'backoff' ? words.ballotBox.resends(left) : words.ballotBox.waits(left));
  });
  if (timer === undefined) return null;
  return (
    <p className={styles.wait}>
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle className={styles.whole} r={5} />
        <path className={styles.left} ref={arc} />
      </svg>
      <span ref={text} />
    </p>
  );
}

/**
 * The votes that met, the greatest on top. A vote that is beaten shows why, one column after the other, as
 * virtual time passes; when paused, at once.
 */
import { useRef } from 'react';
import { useFrame, useLabState, useWords, useZxidText } from '../lab.ts';
import { COLUMN_MILLIS, type FirstVote, type FirstVotes } from './votes.ts';
import styles from './VoteTable.module.css';

const COLUMNS = ['peerEpoch', 'zxid', 'leader'] as const;

export function VoteTable({ votes }: { readonly votes: FirstVotes }) {
  const words = useWords();
  const [greatest] = votes.votes;
  const isDecided = votes.agreed !== null || votes.elected !== null;
  return (
    <div className={styles.room}>
      <table className={styles.votes}>
        <colgroup>
          <col className={styles.from} />
          <col className={styles.epoch} />
          <col className={styles.epoch} />
          <col className={styles.leader} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.first.votes}</th>
            <th scope="col">{words.ballot.peerEpoch}</th>
            <th scope="col">{words.ballot.zxid}</th>
            <th scope="col">{words.ballot.leader}</th>
            <th scope="col">
              <span className="sr">{words.ballot.verdict}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {votes.votes.map((vote) =>
            vote === greatest || greatest === undefined ? (
              <GreatestRow
                key={vote.sid}
                vote={vote}
                decided={isDecided ? (votes.votes[1]?.by ?? null) : null}
                verdict={isDecided ? words.first.wins : ''}
              />
            ) : (
              <BeatenRow key={vote.sid} vote={vote} greatest={greatest} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function GreatestRow(props: { readonly vote: FirstVote; readonly decided: FirstVote['by']; readonly verdict: string }) {
  const words = useWords();
  const zxidText = useZxidText();
  const { sid, vote } = props.vote;
  return (
    <tr className={styles.own} data-wins={props.verdict !== ''}>
      <th scope="row">{words.first.votesOf(sid)}</th>
      {COLUMNS.map((column) => (
        <td key={column} className={column === props.decided ? styles.decided : undefined}>
          {column === 'zxid' ? zxidText(vote.zxid) : vote[column]}
        </td>
      ))}
      <td>{props.verdict}</td>
    </tr>
  );
}

function BeatenRow({ vote, greatest }: { readonly vote: FirstVote; readonly greatest: FirstVote }) {
  const words = useWords();
  const zxidText = useZxidText();
  const playing = useLabState((state) => state.playing);
  const row = useRef<HTMLTableRowElement>(null);
  const decidedAt = COLUMNS.findIndex((column) => column === vote.by);
  useFrame((now) => {
    // How many columns have been compared: none while it stands, one more each while.
    const read = vote.beatenAt === null ? 0 : playing ? Math.floor((now - vote.beatenAt) / COLUMN_MILLIS) + 1 : 4;
    if (row.current !== null) row.current.dataset['read'] = String(Math.min(4, read));
  });
  return (
    <tr ref={row}>
      <th scope="row">{words.first.votesOf(vote.sid)}</th>
      {COLUMNS.map((column, index) => {
        const [mine, other] = [vote.vote[column], greatest.vote[column]];
        const relation = mine === other ? 'equal' : mine < other ? 'less' : 'greater';
        const isRead = index <= decidedAt;
        return (
          <td
            key={column}
            data-column={index + 1}
            className={index === decidedAt ? styles.decided : isRead ? undefined : styles.unread}
          >
            {isRead && (
              <span className={styles.relation}>
                <span aria-hidden="true">{{ equal: '=', less: '<', greater: '>' }[relation]}</span>
                <span className="sr">{words.ballot.operators[relation]} </span>
              </span>
            )}
            {column === 'zxid' ? zxidText(vote.vote.zxid) : String(mine)}
          </td>
        );
      })}
      <td data-column={4} className={styles.verdict}>
        {vote.beatenAt === null ? '' : words.first.loses}
      </td>
    </tr>
  );
}

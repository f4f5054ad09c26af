/**
 * One server's ballot box: its own proposal on top, below it every vote it holds, compared with that from left
 * to right. The first difference decides and is lit; what comes after it is not read.
 */
import type { BallotRow, ServerFacts } from '../../sim/facts.ts';
import { voteNumberText } from '../../zookeeper/ids.ts';
import type { DecidingColumn } from '../../zookeeper/notes.ts';
import { Changed } from '../inspector/Changed.tsx';
import { useLabWords } from '../lab-words.ts';
import { Defined } from '../glossary/Defined.tsx';
import { useZxidText } from '../lab.ts';
import type { ServerChange } from '../stage/changes.ts';
import { Tally } from './Tally.tsx';
import { VoteCells } from './VoteCells.tsx';
import styles from './BallotBox.module.css';

interface BallotBoxProps {
  readonly server: ServerFacts;
  readonly change: ServerChange | null;
  readonly large?: boolean;
}

export function BallotBox({ server, change, large = false }: BallotBoxProps) {
  const words = useLabWords();
  const zxidText = useZxidText();
  const { ballot, vote } = server;
  const own = ballot?.own ?? vote;
  if (own === null)
    return <p className={styles.none}>{server.started ? words.belief.down : words.belief.notStarted}</p>;
  const verdict = (row: BallotRow): string => {
    if (isSettled(row)) return words.ballotBox.settled[row.state];
    if (row.outcome === 'loses') return words.ballotBox.loses(row.by);
    if (row.outcome === 'beats') return words.ballotBox.beats(row.by);
    return row.counted ? words.ballotBox.agrees : words.ballotBox.equalNotCounted;
  };
  const rowOf = (row: BallotRow) => (
    <tr
      key={`${row.set} ${row.from}`}
      data-settled={row.set === 'outofelection'}
      data-light={`vote-${server.sid}-${row.from}`}
    >
      <th scope="row">{words.server(row.from)}</th>
      <VoteCells
        vote={row.vote}
        against={isSettled(row) ? null : own}
        by={decided(row)}
        changed={change?.rows.has(row.from) === true}
        zxidText={zxidText}
      />
      <td>{row.counted ? <b>{verdict(row)}</b> : verdict(row)}</td>
    </tr>
  );
  const rows = ballot?.rows ?? [];
  const outOfElection = rows.filter(({ set }) => set === 'outofelection');
  return (
    <>
      <table className={styles.ballot} data-large={large}>
        <colgroup>
          <col className={styles.from} />
          <col className={styles.epoch} />
          <col className={styles.zxid} />
          <col className={styles.leader} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.ballotBox.from}</th>
            <th scope="col">
              <Defined text={words.ballot.peerEpoch} reach="pointer" />
            </th>
            <th scope="col">
              <Defined text={words.ballot.zxid} reach="pointer" />
            </th>
            <th scope="col">{words.ballot.leader}</th>
            <th scope="col">
              <span className="sr">{words.ballot.verdict}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.own} data-light={`vote-${server.sid}-own`}>
            <th scope="row">
              {words.server(server.sid)} <small>{words.ballotBox.own}</small>
            </th>
            <td>{voteNumberText(own.peerEpoch)}</td>
            <td>{zxidText(own.zxid)}</td>
            <td>
              {change?.was.voteFor === undefined ? (
                voteNumberText(own.leader)
              ) : (
                <Changed was={change.was.voteFor === null ? null : String(change.was.voteFor)}>{own.leader}</Changed>
              )}
            </td>
            <td>{ballot === null ? words.ballotBox.settledVote : words.ballotBox.proposal}</td>
          </tr>
          {server.electedBy.map(({ from, vote: theirs, state }) => (
            <tr key={`elected ${from}`} data-past="true" data-light={`vote-${server.sid}-${from}`}>
              <th scope="row">{words.server(from)}</th>
              <td>{theirs.peerEpoch}</td>
              <td>{zxidText(theirs.zxid)}</td>
              <td>{theirs.leader}</td>
              <td>{words.ballotBox.electedBy(state)}</td>
            </tr>
          ))}
          {rows.filter(({ set }) => set === 'recvset').map(rowOf)}
        </tbody>
        {outOfElection.length > 0 && (
          <tbody>
            <tr className={styles.part}>
              <th scope="rowgroup" colSpan={5}>
                {words.ballotBox.outOfElection}
              </th>
            </tr>
            {outOfElection.map(rowOf)}
          </tbody>
        )}
      </table>
      {ballot !== null && <Tally server={server} ballot={ballot} change={change} />}
    </>
  );
}

/** The vote of somebody who looks no more is compared with nothing. */
function isSettled({ state }: BallotRow): boolean {
  return state !== 'LOOKING';
}

function decided(row: BallotRow): DecidingColumn {
  return row.outcome === 'equal' ? null : row.by;
}

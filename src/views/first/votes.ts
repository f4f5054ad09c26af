/** The votes of one election as the first look shows them: each server's own first vote, and which of them are beaten. */
import type { Entry } from '../../sim/entry.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { DecidingColumn, VoteFact } from '../../zookeeper/notes.ts';

export interface FirstVote {
  readonly sid: Sid;
  readonly vote: VoteFact;
  /** When its owner gave it up for a greater one; null while it stands. */
  readonly beatenAt: number | null;
  /** The column on which it loses to the greatest vote so far; null for that one itself. */
  readonly by: DecidingColumn;
}

export interface FirstVotes {
  /** Greatest first. */
  readonly votes: readonly FirstVote[];
  /** Who gave up its own vote last, and for whom. */
  readonly lastGivenUp: { readonly loser: Sid; readonly winner: Sid; readonly by: DecidingColumn } | null;
  /** Who first saw a quorum agree, and sees it still. */
  readonly agreed: { readonly by: Sid; readonly leader: Sid; readonly agreeing: readonly Sid[] } | null;
  /** When the rows beaten by then have been read; null while nobody sees a quorum. */
  readonly readAt: number | null;
  readonly elected: { readonly leader: Sid; readonly agreeing: readonly Sid[] } | null;
  /** Whose acks of NEWLEADER made the epoch of a leader. */
  readonly established: { readonly leader: Sid; readonly acks: readonly Sid[] } | null;
}

/** Virtual time between two columns of a row that is read. */
export const COLUMN_MILLIS = 5;
const COLUMNS = ['peerEpoch', 'zxid', 'leader'] as const;
const ROW_MILLIS = COLUMNS.length * COLUMN_MILLIS;

interface Run {
  entryAt(index: number): Entry;
}

/** From event `from` up to cursor `to`. A server that starts another election begins with a new vote. */
export function firstVotes(run: Run, from: number, to: number, facts: StageFacts): FirstVotes {
  const sidOf = new Map(facts.servers.map((server) => [server.node, server.sid]));
  const own = new Map<Sid, { vote: VoteFact; beatenAt: number | null }>();
  let lastGivenUp: FirstVotes['lastGivenUp'] = null;
  let agreed: FirstVotes['agreed'] = null;
  let agreedAt = 0;
  let elected: FirstVotes['elected'] = null;
  let established: FirstVotes['established'] = null;
  for (let index = from; index < to; index++) {
    const entry = run.entryAt(index);
    const sid = sidOf.get(entry.node);
    if (sid === undefined) continue;
    for (const note of entry.notes) {
      if (note.kind === 'electionStarted') own.set(sid, { vote: note.vote, beatenAt: null });
      if (note.kind === 'voteAdopted') {
        const mine = own.get(sid);
        if (mine !== undefined && note.vote.leader !== sid) {
          mine.beatenAt ??= entry.at;
          lastGivenUp = { loser: sid, winner: note.vote.leader, by: firstDifference(note.vote, note.was) };
        }
      }
      if (note.kind === 'quorumAgrees' && agreed === null) {
        agreed = { by: sid, leader: note.vote.leader, agreeing: note.agreeing };
        agreedAt = entry.at;
      }
      if (note.kind === 'finalizeInterrupted' && agreed?.by === sid) agreed = null;
      if (note.kind === 'newLeaderQuorum') established = { leader: sid, acks: note.acks };
      if (note.kind === 'elected') elected ??= { leader: note.vote.leader, agreeing: note.agreeing };
    }
  }
  const sorted = [...own].toSorted(([, a], [, b]) => compare(b.vote, a.vote));
  const greatest = sorted[0]?.[1].vote;
  const votes = sorted.map(([sid, { vote, beatenAt }]): FirstVote => ({
    sid,
    vote,
    beatenAt,
    by: greatest === undefined ? null : firstDifference(vote, greatest),
  }));
  const readAt = agreed === null ? null : lastRead(votes, agreedAt);
  return { votes, lastGivenUp, agreed, readAt, elected, established };
}

/** A row beaten while another is read is read too. */
function lastRead(votes: readonly FirstVote[], at: number): number {
  const beaten = votes.flatMap(({ beatenAt }) => (beatenAt !== null && beatenAt <= at + ROW_MILLIS ? [beatenAt] : []));
  return Math.max(at, ...beaten.map((when) => when + ROW_MILLIS));
}

export function firstDifference(a: VoteFact, b: VoteFact): DecidingColumn {
  return COLUMNS.find((column) => a[column] !== b[column]) ?? null;
}

function compare(a: VoteFact, b: VoteFact): number {
  const column = firstDifference(a, b);
  return column === null ? 0 : a[column as 'leader'] - b[column as 'leader'];
}

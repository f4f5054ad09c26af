/** How votes compare and when two are the same (FastLeaderElection.totalOrderPredicate, Vote.equals). */
import type { Behaviour } from '../config/behaviour.ts';
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import type { DecidingColumn, VoteFact } from '../notes.ts';
import type { Notification, ServerState } from '../packets.ts';
import { weightOf } from './quorum-verifier.ts';

/** A vote as a server files it: who it is for, and in which state its sender was. */
export interface Ballot {
  readonly vote: VoteFact;
  readonly state: ServerState;
  /** Notification format; 0 in recvset for settled senders (protocol reference §8.6). */
  readonly version: number;
}

export const NOTIFICATION_VERSION = 2;

export interface Comparison {
  readonly outcome: 'beats' | 'loses' | 'equal';
  readonly by: DecidingColumn;
}

/** Compares left to right: peerEpoch, zxid, leader. The first difference decides. Rounds are not looked at. */
export function compareVotes(candidate: VoteFact, against: VoteFact): Comparison {
  if (candidate.peerEpoch !== against.peerEpoch) {
    return { outcome: candidate.peerEpoch > against.peerEpoch ? 'beats' : 'loses', by: 'peerEpoch' };
  }
  if (candidate.zxid !== against.zxid) {
    return { outcome: candidate.zxid > against.zxid ? 'beats' : 'loses', by: 'zxid' };
  }
  if (candidate.leader !== against.leader) {
    return { outcome: candidate.leader > against.leader ? 'beats' : 'loses', by: 'leader' };
  }
  return { outcome: 'equal', by: null };
}

/** FastLeaderElection.totalOrderPredicate: a vote for a server of weight 0 never wins, whatever it says. */
export function totalOrder(
  verifier: QuorumVerifier,
  candidate: VoteFact,
  against: VoteFact,
  { votesTotallyOrdered }: VoteOrder,
): Comparison {
  const ordered = compareVotes(candidate, against);
  // ZOOKEEPER-1419: the last clause forgot the epochs.
  const winsBySid = !votesTotallyOrdered && candidate.zxid === against.zxid && candidate.leader > against.leader;
  const compared: Comparison = winsBySid && ordered.outcome === 'loses' ? { outcome: 'beats', by: 'leader' } : ordered;
  if (compared.outcome !== 'beats' || weightOf(verifier, candidate.leader) > 0) return compared;
  return { outcome: 'loses', by: 'weight' };
}

/** Whether `candidate` is strictly better. */
export function beats(verifier: QuorumVerifier, candidate: VoteFact, against: VoteFact, order: VoteOrder): boolean {
  return totalOrder(verifier, candidate, against, order).outcome === 'beats';
}

/**
 * Vote.equals. Between lookers every field must match; among settled servers only leader and peerEpoch, and
 * only the leader when exactly one of the two formats carries a version (ZOOKEEPER-1732, -1805, -1818).
 */
export function isSameVote(a: Ballot, b: Ballot, { voteEqualityLoose }: VoteEquality): boolean {
  const x = a.vote;
  const y = b.vote;
  if (a.state === 'LOOKING' || b.state === 'LOOKING' || !voteEqualityLoose) {
    return (
      x.leader === y.leader && x.zxid === y.zxid && x.electionEpoch === y.electionEpoch && x.peerEpoch === y.peerEpoch
    );
  }
  if (a.version > 0 !== b.version > 0) return x.leader === y.leader;
  return x.leader === y.leader && x.peerEpoch === y.peerEpoch;
}

type VoteOrder = Pick<Behaviour, 'votesTotallyOrdered'>;
type VoteEquality = Pick<Behaviour, 'voteEqualityLoose'>;

export type Ballots = Readonly<Record<Sid, Ballot>>;

/** Who cast a vote that equals `ballot`, in sid order. */
export function agreeingWith(ballots: Ballots, ballot: Ballot, equality: VoteEquality): readonly Sid[] {
  const sids: Sid[] = [];
  for (const key in ballots) {
    const sid = Number(key) as Sid;
    const other = ballots[sid];
    if (other !== undefined && isSameVote(ballot, other, equality)) sids.push(sid);
  }
  return sids.toSorted((a, b) => a - b);
}

export function voteOf(notification: Notification): VoteFact {
  const { leader, zxid, peerEpoch, electionEpoch } = notification;
  return { leader, zxid, peerEpoch, electionEpoch };
}

import { isQuorum, isVoterInAny, verifiersOf, weightOf } from '../../zookeeper/election/quorum-verifier.ts';
import type { Note, VoteFact } from '../../zookeeper/notes.ts';
import { invariant } from '../invariant.ts';
import { oracleDecides } from '../oracle.ts';

/**
 * Whoever takes the lead was voted for by a quorum of every configuration it knows. Where a round decides, the votes are the
 * very same, in that round. Whoever joins counts answers of settled servers by their leader and either their round
 * or their peerEpoch (ZOOKEEPER-1732, Vote.equals): one of them may have settled on it in an earlier round, and not know yet that
 * it was lost.
 */
export const voteSoundness = invariant({
  id: 'VoteSoundness',
  name: 'Elected by a quorum',
  group: 'implementation',
  statement: 'A server leads only after a quorum of voters has cast votes for it, in the round that decides.',
  source: 'FastLeaderElection.lookForLeader, getVoteTracker, checkLeader; ZOOKEEPER-480, -491, -1514',
  watches: ['elected'],
  check: ({ note, audit, node, peer, sid }) => {
    if (note.becomes !== 'LEADING' || peer === null) return null;
    const { agreeing } = note;
    const { electionEpoch: round } = note.vote;
    const verifiers = verifiersOf(peer);
    const isElectable = isVoterInAny(verifiers, sid) && weightOf(peer.quorumVerifier, sid) > 0;
    const isAgreed = verifiers.every((verifier) => isQuorum(verifier, agreeing) || oracleDecides(node, peer, verifier));
    if (!isElectable || !isAgreed) return { servers: [sid], fact: { kind: 'electedWithout', round, agreeing } };
    const counts = note.by === 'joined' ? countsForJoining : countsInRound;
    const voters = agreeing.filter((voter) => !(audit.votes[voter] ?? []).some((cast) => counts(cast, note)));
    return voters.length === 0 ? null : { servers: [sid, ...voters], fact: { kind: 'voteNotCast', round, voters } };
  },
});

type Elected = Note & { readonly kind: 'elected' };

/** 3.5.0 to 3.5.4 return a placeholder for the round, whatever it was. */
function countsInRound(cast: VoteFact, { vote }: Elected): boolean {
  const isSame = cast.leader === vote.leader && cast.zxid === vote.zxid && cast.peerEpoch === vote.peerEpoch;
  return isSame && (vote.electionEpoch < 0 || cast.electionEpoch === vote.electionEpoch);
}

function countsForJoining(cast: VoteFact, { vote }: Elected): boolean {
  const isSettled = cast.electionEpoch === vote.electionEpoch || cast.peerEpoch === vote.peerEpoch;
  return cast.leader === vote.leader && isSettled;
}

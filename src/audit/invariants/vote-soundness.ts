import { isQuorum, weightOf } from '../../zookeeper/election/quorum-verifier.ts';
import { invariant } from '../invariant.ts';
import { hasOracle } from '../oracle.ts';

/**
 * Whoever takes the lead was voted for by a quorum: in the very round, where the round decided. Whoever joins counts
 * answers of settled servers by leader and peerEpoch alone (ZOOKEEPER-1732): one of them may have settled on it in an
 * earlier round, and not know yet that it was lost. Placeholders of 3.5.0 to 3.5.4 name no round; there it is left out.
 */
export const voteSoundness = invariant({
  id: 'VoteSoundness',
  name: 'Elected by a quorum',
  group: 'implementation',
  statement: 'A server leads only after a quorum of voters has cast votes for it, in the round that decides.',
  source: 'FastLeaderElection.lookForLeader, checkLeader; ZOOKEEPER-480, -491, -1514',
  watches: ['elected'],
  check: ({ note, audit, node, peer, sid }) => {
    if (note.becomes !== 'LEADING' || peer === null || hasOracle(node)) return null;
    const { electionEpoch: round } = note.vote;
    const { quorumVerifier, lastSeenQuorumVerifier } = peer;
    const verifiers = [quorumVerifier, lastSeenQuorumVerifier];
    const isElectable = verifiers.some((verifier) => weightOf(verifier, sid) > 0);
    if (!isElectable || !verifiers.some((verifier) => isQuorum(verifier, note.agreeing))) {
      return { servers: [sid], fact: { kind: 'electedWithout', round, agreeing: note.agreeing } };
    }
    if (round < 0) return null;
    const voters = note.agreeing.filter((voter) => {
      const cast = audit.votes[voter] ?? [];
      const forIt = cast.filter(({ leader }) => leader === sid);
      return !forIt.some(({ electionEpoch }) => note.by === 'joined' || electionEpoch === round);
    });
    return voters.length === 0 ? null : { servers: [sid, ...voters], fact: { kind: 'voteNotCast', round, voters } };
  },
});

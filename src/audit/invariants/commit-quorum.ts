import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { invariant } from '../invariant.ts';
import { hasOracle } from '../oracle.ts';

export const commitQuorum = invariant({
  id: 'CommitQuorum',
  name: 'A quorum for each commit',
  group: 'implementation',
  statement: 'A leader commits only what a quorum of voters has acknowledged.',
  source: 'Leader.tryToCommit; DSN 2011, section IV',
  watches: ['committed'],
  check: ({ note, peer, node, sid }) => {
    // By the configuration in force after the event: a reconfig needs its own quorum too.
    if (peer === null || isQuorum(peer.quorumVerifier, note.acks) || hasOracle(node)) return null;
    const { zxid, acks, voters } = note;
    // That of a reconfig which committed behind it, in the same event, never counted for it.
    if (peer.quorumVerifier.version > zxid) return null;
    return { servers: [sid], fact: { kind: 'noQuorum', zxid, acks, voters } };
  },
});

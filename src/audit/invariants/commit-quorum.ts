import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

export const commitQuorum = invariant({
  id: 'CommitQuorum',
  statement: 'A leader commits only what a quorum of voters has acknowledged.',
  source: 'Leader.tryToCommit; DSN 2011, section IV',
  watches: ['committed'],
  check: ({ note, peer, sid }) => {
    // By the configuration in force after the event: a reconfig needs its own quorum too.
    if (peer === null || isQuorum(peer.quorumVerifier, note.acks)) return null;
    return { servers: [sid], detail: `${zxidLabel(note.zxid)} with ${note.acks.length} of ${note.voters}` };
  },
});

import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

export const commitQuorum = invariant({
  id: 'CommitQuorum',
  statement: 'A leader commits only what a quorum of voters has acknowledged.',
  source: 'Leader.tryToCommit; DSN 2011, section IV',
  watches: ['committed'],
  check: ({ note, node, sid }) => {
    if (node.config.kind !== 'server' || isQuorum(node.config, note.acks)) return null;
    return { servers: [sid], detail: `${zxidLabel(note.zxid)} with ${note.acks.length} of ${note.voters}` };
  },
});

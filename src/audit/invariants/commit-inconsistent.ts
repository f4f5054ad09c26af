import { zxidLabel } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

export const commitInconsistent = invariant({
  id: 'commitInconsistent',
  statement: 'A COMMIT is for the oldest transaction that waits for one.',
  source: 'system specification ZkV3_7_0.tla, commitInconsistent; FollowerZooKeeperServer.commit',
  watches: ['commitMismatch', 'commitUnseen'],
  check: ({ note, sid }) => {
    const expected = note.kind === 'commitMismatch' ? zxidLabel(note.expected) : 'nothing';
    return { servers: [sid], detail: `${zxidLabel(note.zxid)}, expected ${expected}` };
  },
});

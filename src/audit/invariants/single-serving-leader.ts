import { epochOf } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

/** A leader that is deposed and does not know it may answer reads; commit it cannot. */
export const singleServingLeader = invariant({
  id: 'SingleServingLeader',
  name: 'One committer per epoch',
  group: 'implementation',
  statement: 'In an epoch only the one leader that established it commits.',
  source: 'DSN 2011, section IV; Leader.tryToCommit',
  watches: ['committed'],
  check: ({ note, audit, sid }) => {
    const epoch = epochOf(note.zxid);
    const leader = audit.leaderOfEpoch[epoch];
    if (leader === sid) return null;
    const fact = { kind: 'strangeCommitter', zxid: note.zxid, epoch } as const;
    return { servers: leader === undefined ? [sid] : [leader, sid], fact };
  },
});

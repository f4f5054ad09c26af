import { assertUnreachable } from '../../base/assert.ts';
import { counterOf, epochOf, nextZxid, previousZxid, zxidFrom } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

export const commitInconsistent = invariant({
  id: 'commitInconsistent',
  name: 'Commits in their turn',
  group: 'action',
  statement: 'Commits come one after the other, each for the oldest transaction that waits for one.',
  source: 'ZkV3_7_0.tla, commitInconsistent; FollowerZooKeeperServer.commit, Leader.tryToCommit',
  watches: ['commitMismatch', 'commitUnseen', 'committed'],
  check: ({ note, audit, sid }) => {
    const { zxid } = note;
    switch (note.kind) {
      case 'commitUnseen':
        return { servers: [sid], fact: { kind: 'commitUnseen', zxid } };
      case 'commitMismatch':
        return { servers: [sid], fact: { kind: 'commitOutOfOrder', zxid, expected: note.expected } };
      case 'committed': {
        const epoch = epochOf(zxid);
        const record = audit.proposals[epoch];
        const last = audit.committedBy[epoch];
        if (record === undefined || record.hasGap || counterOf(zxid) === 1 || last === previousZxid(zxid)) return null;
        const expected = last !== undefined && epochOf(last) === epoch ? nextZxid(last) : zxidFrom(epoch, 1);
        return { servers: [sid], fact: { kind: 'commitOutOfOrder', zxid, expected } };
      }
      default:
        return assertUnreachable(note);
    }
  },
});

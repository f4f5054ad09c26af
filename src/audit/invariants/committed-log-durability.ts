import { itemAt } from '../../base/append-list.ts';
import { type Zxid, epochOf } from '../../zookeeper/ids.ts';
import { positionOf } from '../delivered.ts';
import { invariant } from '../invariant.ts';

export const committedLogDurability = invariant({
  id: 'CommittedLogDurability',
  name: 'Sync keeps what is committed',
  group: 'zab',
  statement: 'Synchronization never takes a committed transaction away, but to send it again.',
  source: 'mixed-grained specification, CommittedLogDurability',
  watches: ['truncated', 'snapshotInstalled'],
  check: ({ note, audit, node, peer, sid }) => {
    const { delivered } = audit;
    // Proposed by the leader that orders the cut: it forwards it again behind it, committed meanwhile or not.
    const isLost = (zxid: Zxid): boolean => epochOf(zxid) !== peer?.learner?.newEpoch;
    const zxids: Zxid[] = [];
    if (note.kind === 'truncated') {
      for (const zxid of note.dropped) {
        if (isLost(zxid) && itemAt(delivered, positionOf(delivered, zxid))?.zxid === zxid) zxids.push(zxid);
      }
      return zxids.length === 0 ? null : { servers: [sid], fact: { kind: 'committedCut', to: note.to, zxids } };
    }
    const standing = audit.appliedUpTo[node.id] ?? null;
    if (standing === null || standing <= note.zxid) return null;
    for (let i = positionOf(delivered, note.zxid); i < delivered.length; i++) {
      const zxid = itemAt(delivered, i)?.zxid ?? note.zxid;
      if (zxid > standing) break;
      if (zxid > note.zxid && isLost(zxid)) zxids.push(zxid);
    }
    return zxids.length === 0 ? null : { servers: [sid], fact: { kind: 'committedCut', to: note.zxid, zxids } };
  },
});

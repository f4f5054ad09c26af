import { itemAt } from '../../base/append-list.ts';
import { epochOf, zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf } from '../ghost.ts';
import { invariant } from '../invariant.ts';

export const committedLogDurability = invariant({
  id: 'CommittedLogDurability',
  statement: 'Synchronization never cuts away a committed transaction, but to send it again.',
  source: 'mixed-grained specification, CommittedLogDurability',
  watches: ['truncated'],
  check: ({ note, audit, peer, sid }) => {
    const lost = note.dropped.filter((zxid) => {
      // Proposed by the leader that orders the cut: it forwards it again behind the TRUNC, committed meanwhile or not.
      if (epochOf(zxid) === peer?.learner?.newEpoch) return false;
      return itemAt(audit.delivered, positionOf(audit.delivered, zxid))?.zxid === zxid;
    });
    return lost.length === 0 ? null : { servers: [sid], detail: lost.map(zxidLabel).join(' ') };
  },
});

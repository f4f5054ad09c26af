import { itemAt } from '../../base/append-list.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf } from '../ghost.ts';
import { invariant } from '../invariant.ts';

export const committedLogDurability = invariant({
  id: 'CommittedLogDurability',
  statement: 'Synchronization never cuts away a committed transaction.',
  source: 'mixed-grained specification, CommittedLogDurability',
  watches: ['truncated'],
  check: ({ note, audit, sid }) => {
    const lost = note.dropped.filter((zxid) => {
      return itemAt(audit.delivered, positionOf(audit.delivered, zxid))?.zxid === zxid;
    });
    return lost.length === 0 ? null : { servers: [sid], detail: lost.map(zxidLabel).join(' ') };
  },
});

import { itemAt } from '../../base/append-list.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf } from '../ghost.ts';
import { invariant } from '../invariant.ts';

export const totalOrder = invariant({
  id: 'TotalOrder',
  statement: 'A server delivers a transaction only after every earlier one that anybody delivered.',
  source: 'Zab.tla, TotalOrder, LocalPrimaryOrder and GlobalPrimaryOrder',
  watches: ['applied'],
  check: ({ note, audit, node, sid }) => {
    const standing = audit.appliedUpTo[node.id] ?? null;
    if (standing === null) return null;
    if (note.zxid <= standing) {
      return { servers: [sid], detail: `${zxidLabel(note.zxid)} after ${zxidLabel(standing)}` };
    }
    const before = itemAt(audit.delivered, positionOf(audit.delivered, note.zxid) - 1);
    if (before === null || before.zxid <= standing) return null;
    return { servers: [sid], detail: `${zxidLabel(note.zxid)} without ${zxidLabel(before.zxid)}` };
  },
});

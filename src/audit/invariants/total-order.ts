import { itemAt } from '../../base/append-list.ts';
import { invariant } from '../invariant.ts';
import { isRepeat } from '../repeat.ts';

export const totalOrder = invariant({
  id: 'TotalOrder',
  name: 'One order of delivery',
  group: 'zab',
  statement: 'A server delivers a transaction only after every earlier one that anybody delivered.',
  source: 'Zab.tla, TotalOrder',
  watches: ['applied'],
  check: ({ note, audit, position, node, sid }) => {
    const standing = audit.appliedUpTo[node.id] ?? null;
    const { zxid } = note;
    if (standing === null) return null;
    if (zxid <= standing && isRepeat(audit.repeats[node.id] ?? null, zxid)) return null;
    if (zxid <= standing) return { servers: [sid], fact: { kind: 'outOfOrder', zxid, after: standing } };
    const before = itemAt(audit.delivered, position - 1);
    if (before === null || before.zxid <= standing) return null;
    return { servers: [sid], fact: { kind: 'without', zxid, missing: before.zxid } };
  },
});

import { itemAt } from '../../base/append-list.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf } from '../ghost.ts';
import { invariant } from '../invariant.ts';

/** Two servers that delivered a zxid delivered the same transaction, and nobody delivers what others passed over. */
export const agreement = invariant({
  id: 'Agreement',
  statement: 'If two servers deliver a transaction with the same zxid, it is the same transaction.',
  source: 'Zab.tla, Agreement and PrefixConsistency',
  watches: ['applied'],
  check: ({ note, audit, sid }) => {
    const { delivered } = audit;
    const position = positionOf(delivered, note.zxid);
    if (position === delivered.length) return null;
    const known = itemAt(delivered, position);
    if (known?.zxid !== note.zxid) {
      return { servers: [sid], detail: `${zxidLabel(note.zxid)} was passed over by those who delivered later ones` };
    }
    if (known.body === note.body || JSON.stringify(known.body) === JSON.stringify(note.body)) return null;
    return { servers: [sid], detail: `${zxidLabel(note.zxid)}: ${known.body.type} elsewhere, ${note.body.type} here` };
  },
});

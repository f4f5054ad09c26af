import { itemAt } from '../../base/append-list.ts';
import { sameTxn } from '../same-txn.ts';
import { invariant } from '../invariant.ts';

/** Of the delivered sets of two servers one holds the other: nobody delivers what others have passed over. */
export const agreement = invariant({
  id: 'Agreement',
  name: 'Nothing passed over',
  group: 'zab',
  statement: 'If one server delivers a and another b, then one of them delivers both.',
  source: 'Zab.tla, Agreement',
  watches: ['applied'],
  check: ({ note, audit, position, sid }) => {
    const known = itemAt(audit.delivered, position);
    if (known === null) return null;
    const { zxid, body } = note;
    if (known.zxid !== zxid) {
      return { servers: [sid], fact: { kind: 'passedOver', zxid, later: known.zxid } };
    }
    if (sameTxn(known.body, body)) return null;
    return { servers: [sid], fact: { kind: 'otherTxn', zxid, here: body.type, elsewhere: known.body.type } };
  },
});

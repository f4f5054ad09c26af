import { itemAt } from '../../base/append-list.ts';
import { sameTxn } from '../same-txn.ts';
import { invariant } from '../invariant.ts';
import { predecessorIn } from '../own-history.ts';

/** Asked of each transaction and the one before it; so of every prefix, as far back as the run knows. */
export const prefixConsistency = invariant({
  id: 'PrefixConsistency',
  name: 'One history',
  group: 'zab',
  statement: 'Of the committed histories of two servers the shorter is the beginning of the longer.',
  source: 'Zab.tla, PrefixConsistency',
  watches: ['applied'],
  check: ({ note, audit, position, peer, sid }) => {
    const known = itemAt(audit.delivered, position);
    const { zxid, body } = note;
    if (peer === null || known === null || known.zxid !== zxid) return null;
    if (!sameTxn(known.body, body)) {
      return { servers: [sid], fact: { kind: 'otherTxn', zxid, here: body.type, elsewhere: known.body.type } };
    }
    const before = itemAt(audit.delivered, position - 1);
    const here = predecessorIn(peer.database.tree.history, zxid);
    if (before === null || here === before.zxid) return null;
    return { servers: [sid], fact: { kind: 'otherPredecessor', zxid, here, elsewhere: before.zxid } };
  },
});

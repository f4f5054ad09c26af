import { itemAt } from '../../base/append-list.ts';
import { treeAt } from '../ghost.ts';
import { invariant } from '../invariant.ts';

export const replicaConvergence = invariant({
  id: 'ReplicaConvergence',
  name: 'Equal transactions, equal trees',
  group: 'implementation',
  statement: 'Servers that have applied the same transactions have the same tree, down to every Stat.',
  source: 'ZOOKEEPER-3125, -3127, -3145, -2355',
  watches: ['applied'],
  check: ({ note, audit, position, peer, sid }) => {
    const known = itemAt(audit.delivered, position);
    if (known === null || known.zxid !== note.zxid || known.digest === null || peer === null) return null;
    // While the content of a SNAP comes once more there is no tree of that zxid; with the last of it there is again.
    const own = treeAt(peer, note.zxid, audit.newestTree);
    if (own === null || own.digest === known.digest) return null;
    const nodeCount = { here: own.nodeCount, elsewhere: known.nodeCount };
    return { servers: [sid], fact: { kind: 'otherTree', zxid: note.zxid, nodeCount } };
  },
});

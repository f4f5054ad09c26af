import { itemAt } from '../../base/append-list.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf } from '../ghost.ts';
import { invariant } from '../invariant.ts';

/** Compares what is cheap at every event, the number of znodes and their weight; sweeps compare whole trees at their end. */
export const replicaConvergence = invariant({
  id: 'ReplicaConvergence',
  statement: 'Servers that have applied the same transactions have the same tree.',
  source: 'ZOOKEEPER-3125, -3127, -3145, -2355',
  watches: ['applied'],
  check: ({ note, audit, peer, sid }) => {
    // The note is the last of its event where the tree shows just this transaction.
    if (peer === null || peer.database.lastProcessedZxid !== note.zxid) return null;
    const known = itemAt(audit.delivered, positionOf(audit.delivered, note.zxid));
    if (known === null || known.zxid !== note.zxid) return null;
    const { nodes, bytes } = peer.database.tree;
    if (known.nodeCount === nodes.size && known.bytes === bytes) return null;
    return {
      servers: [sid],
      detail: `${zxidLabel(note.zxid)}: ${known.nodeCount} znodes elsewhere, ${nodes.size} here`,
    };
  },
});

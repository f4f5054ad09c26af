import { itemAt } from '../../base/append-list.ts';
import { zxidLabel } from '../../zookeeper/ids.ts';
import { positionOf, weightAt } from '../ghost.ts';
import { invariant } from '../invariant.ts';

/** Compares what is cheap at every event, the number of znodes and their weight; sweeps compare whole trees at their end. */
export const replicaConvergence = invariant({
  id: 'ReplicaConvergence',
  statement: 'Servers that have applied the same transactions have the same tree.',
  source: 'ZOOKEEPER-3125, -3127, -3145, -2355',
  watches: ['applied'],
  check: ({ note, audit, peer, sid }) => {
    const known = itemAt(audit.delivered, positionOf(audit.delivered, note.zxid));
    const own = peer === null ? null : weightAt(peer, note.zxid);
    if (own === null || known === null || known.zxid !== note.zxid || known.weight === null) return null;
    const { nodeCount, bytes } = known.weight;
    if (nodeCount === own.nodeCount && bytes === own.bytes) return null;
    return { servers: [sid], detail: `${zxidLabel(note.zxid)}: ${nodeCount} znodes elsewhere, ${own.nodeCount} here` };
  },
});

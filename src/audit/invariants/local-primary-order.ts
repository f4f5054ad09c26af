import { counterOf, epochOf, previousZxid } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';
import { predecessorIn } from '../own-history.ts';

/**
 * Over every pair of one primary's proposals: whoever delivers one right after its predecessor, each time, has all
 * pairs in order. The published predicate asks for a single pair.
 */
export const localPrimaryOrder = invariant({
  id: 'LocalPrimaryOrder',
  name: 'A primary’s order',
  group: 'zab',
  statement:
    'What a primary broadcasts is delivered in the order of its broadcasts, and nothing in between is left out.',
  source: 'Zab.tla, LocalPrimaryOrder',
  watches: ['applied'],
  check: ({ note, audit, peer, sid }) => {
    const { zxid } = note;
    const record = audit.proposals[epochOf(zxid)];
    if (peer === null || record === undefined || record.hasGap || counterOf(zxid) <= 1) return null;
    const missing = previousZxid(zxid);
    if (predecessorIn(peer.database.tree.history, zxid) === missing) return null;
    return { servers: [sid], fact: { kind: 'without', zxid, missing } };
  },
});

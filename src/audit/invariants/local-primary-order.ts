import { itemAt } from '../../base/append-list.ts';
import type { History } from '../../zookeeper/database/history.ts';
import { type Epoch, type Zxid, ZXID_ZERO, counterOf, epochOf, previousZxid, zxidFrom } from '../../zookeeper/ids.ts';
import { type Broken, invariant } from '../invariant.ts';
import { indexIn, predecessorIn } from '../own-history.ts';
import type { Proposals } from '../proposals.ts';

/**
 * Over every pair of one primary's proposals: whoever delivers one right after its predecessor, each time, has all
 * pairs in order. The published predicate asks for a single pair. What a server has in its tree when it begins to serve
 * it has delivered as well, though it read it from its own log (ZKDatabase.loadDataBase, fastForwardDataBase).
 */
export const localPrimaryOrder = invariant({
  id: 'LocalPrimaryOrder',
  name: 'A primary’s order',
  group: 'zab',
  statement:
    'What a primary broadcasts is delivered in the order of its broadcasts, and nothing in between is left out.',
  source: 'Zab.tla, LocalPrimaryOrder',
  watches: ['applied', 'servingStarted'],
  check: ({ note, audit, peer, sid }) => {
    if (peer === null) return null;
    const { history } = peer.database.tree;
    if (note.kind === 'servingStarted') return withHole(sid, firstWithout(history, audit.proposals));
    const { zxid } = note;
    if (!isKnown(audit.proposals, epochOf(zxid)) || counterOf(zxid) <= 1) return null;
    return predecessorIn(history, zxid) === previousZxid(zxid) ? null : withHole(sid, zxid);
  },
});

function withHole(sid: Broken['servers'][number], zxid: Zxid | null): Broken | null {
  return zxid === null ? null : { servers: [sid], fact: { kind: 'without', zxid, missing: previousZxid(zxid) } };
}

/** Whether all that was proposed in `epoch` is known; what was before the run is not. */
function isKnown(proposals: Proposals, epoch: Epoch): boolean {
  const record = proposals[epoch];
  return record !== undefined && !record.hasGap;
}

/** The first transaction whose primary proposed another right before it, which `history` lacks; from the last epoch back. */
function firstWithout(history: History, proposals: Proposals): Zxid | null {
  for (let end = history.length; end > 0;) {
    const last = itemAt(history, end - 1) ?? ZXID_ZERO;
    const epoch = epochOf(last);
    const first = indexIn(history, zxidFrom(epoch, 1));
    // As many as the counter of the last: then none is missing.
    if (isKnown(proposals, epoch) && end - first !== counterOf(last)) {
      for (let i = first; i < end; i++) {
        const zxid = itemAt(history, i) ?? ZXID_ZERO;
        if (counterOf(zxid) !== i - first + 1) return zxid;
      }
    }
    // A counter that runs over makes a transaction of (E,0): ZOOKEEPER-1277.
    end = indexIn(history, zxidFrom(epoch, 0));
  }
  return null;
}

import { epochOf } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

/** Broken by ZOOKEEPER-1277: a counter that runs over makes a zxid of the next epoch, which has another primary. */
export const globalPrimaryOrder = invariant({
  id: 'GlobalPrimaryOrder',
  name: 'Epochs in order',
  group: 'zab',
  statement:
    'What an earlier primary broadcast is delivered before what a later one did; a primary keeps to its epoch.',
  source: 'Zab.tla, GlobalPrimaryOrder',
  watches: ['applied', 'proposed'],
  check: ({ note, audit, node, peer, sid }) => {
    const { zxid } = note;
    if (note.kind === 'proposed') {
      const epoch = peer?.leader?.epoch ?? null;
      if (epoch === null || epochOf(zxid) === epoch) return null;
      return { servers: [sid], fact: { kind: 'foreignZxid', zxid, epoch } };
    }
    const after = audit.appliedUpTo[node.id] ?? null;
    if (after === null || epochOf(zxid) >= epochOf(after)) return null;
    return { servers: [sid], fact: { kind: 'outOfOrder', zxid, after } };
  },
});

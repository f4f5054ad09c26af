import { counterOf } from '../../zookeeper/ids.ts';
import { isObserver } from '../../zookeeper/config/ensemble.ts';
import { lastZxidOnDisk } from '../../zookeeper/peer/durable.ts';
import { invariant } from '../invariant.ts';
import { isInHistory } from '../proposals.ts';

/** Broken by ZOOKEEPER-4643: the epoch first, and what its leader began with after it. An observer logs that when it serves. */
export const epochSupportsHistory = invariant({
  id: 'EpochSupportsHistory',
  name: 'An epoch comes with its history',
  group: 'implementation',
  statement:
    'When a voter’s disk says that it has joined an epoch, it holds all that the leader of the epoch began with.',
  source: 'ZOOKEEPER-4643, -1291',
  watches: ['currentEpochWritten'],
  check: ({ note, audit, node, peer, sid }) => {
    const began = audit.proposals[note.epoch]?.after ?? null;
    if (peer === null || began === null || counterOf(began) === 0 || isObserver(peer)) return null;
    const onDisk = lastZxidOnDisk(node.durable);
    if (isInHistory(audit.proposals, began, onDisk) ?? began <= onDisk) return null;
    return { servers: [sid], fact: { kind: 'notOnDisk', zxid: began, onDisk } };
  },
});

import { type Epoch, type Zxid, counterOf, zxidFrom } from '../../zookeeper/ids.ts';
import { lastZxidOnDisk } from '../../zookeeper/peer/durable.ts';
import { invariant } from '../invariant.ts';
import { type Proposals, isInHistory } from '../proposals.ts';
import { nodeOf } from '../servers.ts';

/** Broken by ZOOKEEPER-4646: an ack counted while the transactions it stands for are on their way to the disk. */
export const durableAck = invariant({
  id: 'DurableAck',
  name: 'On disk before the ack',
  group: 'implementation',
  statement: 'When a leader counts an ack, the server that sent it has everything up to there on disk.',
  source: 'ZOOKEEPER-4646; SyncRequestProcessor.flush, SendAckRequestProcessor, Learner.syncWithLeader',
  watches: ['acked', 'newLeaderAcked'],
  check: ({ note, audit, world, peer }) => {
    const leader = peer?.leader ?? null;
    const zxid = note.kind === 'acked' ? note.zxid : (leader?.summary.lastZxid ?? null);
    const node = nodeOf(world, note.sid);
    // (E,0) stands for no transaction: there is nothing to have on disk.
    if (zxid === null || node === null || counterOf(zxid) === 0) return null;
    const { proposals } = audit;
    const onDisk = lastZxidOnDisk(node.durable);
    if (isInHistory(proposals, zxid, onDisk) ?? onDisk >= zxid) return null;
    // It had, when it sent the ack.
    const promised = node.durable.acceptedEpoch ?? (0 as Epoch);
    if (leader !== null && mayBeCut(proposals, zxid, { after: leader.epoch, promised })) return null;
    return { servers: [note.sid], fact: { kind: 'notOnDisk', zxid, onDisk } };
  },
});

/** Whether a leader that it has followed since began without `zxid`: such a one has it cut away (LearnerHandler.syncFollower). */
function mayBeCut(
  proposals: Proposals,
  zxid: Zxid,
  { after, promised }: { readonly after: Epoch; readonly promised: Epoch },
): boolean {
  return Object.keys(proposals).some((key) => {
    const epoch = Number(key) as Epoch;
    return epoch > after && epoch <= promised && isInHistory(proposals, zxid, zxidFrom(epoch, 0)) === false;
  });
}

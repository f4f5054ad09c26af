import { counterOf } from '../../zookeeper/ids.ts';
import { lastZxidOnDisk } from '../../zookeeper/peer/durable.ts';
import { invariant } from '../invariant.ts';
import { nodeOf } from '../servers.ts';

/** Broken by ZOOKEEPER-4646: an ack counted while the transactions it stands for are on their way to the disk. */
export const durableAck = invariant({
  id: 'DurableAck',
  name: 'On disk before the ack',
  group: 'implementation',
  statement: 'When a leader counts an ack, the server that sent it has everything up to there on disk.',
  source: 'ZOOKEEPER-4646',
  watches: ['acked', 'newLeaderAcked'],
  check: ({ note, world, peer }) => {
    const zxid = note.kind === 'acked' ? note.zxid : (peer?.leader?.summary.lastZxid ?? null);
    const node = nodeOf(world, note.sid);
    // (E,0) stands for no transaction: there is nothing to have on disk.
    if (zxid === null || node === null || counterOf(zxid) === 0) return null;
    // It had, when it sent the ack: since then it has promised a later epoch, whose leader may have had it cut away.
    if ((node.durable.acceptedEpoch ?? 0) > (peer?.leader?.epoch ?? 0)) return null;
    const onDisk = lastZxidOnDisk(node.durable);
    return onDisk >= zxid ? null : { servers: [note.sid], fact: { kind: 'notOnDisk', zxid, onDisk } };
  },
});

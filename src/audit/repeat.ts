import type { Zxid } from '../zookeeper/ids.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';

/**
 * Whether a learner may apply `zxid` once more: a tree is sent while it changes, so it holds some of what follows it
 * (LearnerHandler.run, Learner.syncWithLeader). What it holds in the end is compared with what comes next.
 */
export function isRepeat(peer: QuorumPeer | null, zxid: Zxid): boolean {
  return peer !== null && peer.syncMode === 'SNAP' && zxid <= peer.database.lastProcessedZxid;
}

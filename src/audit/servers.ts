/** Servers of a world by their ids. */
import type { Node, World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';

export function nodeOf(world: World<ZooKeeper>, sid: Sid): Node<ZooKeeper> | null {
  for (const node of world.nodes) if (node.config.kind === 'server' && node.config.sid === sid) return node;
  return null;
}

/** Null while its process is down. */
export function serverOf(world: World<ZooKeeper>, sid: Sid): QuorumPeer | null {
  const state = nodeOf(world, sid)?.state ?? null;
  return state?.kind === 'server' ? state : null;
}

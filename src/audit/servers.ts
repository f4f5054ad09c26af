/** Servers of a world by their ids. */
import type { Node, World } from '../kernel/world.ts';
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';

export function nodeOf(world: World<ZooKeeper>, sid: Sid): Node<ZooKeeper> | null {
  for (const node of world.nodes) if (node.config.kind === 'server' && node.config.sid === sid) return node;
  return null;
}

/** The newest configuration that any server has in force, running or not, of those that `counts` takes; null where there is none. */
export function newestConfig(
  world: World<ZooKeeper>,
  counts: (config: QuorumVerifier) => boolean = () => true,
): QuorumVerifier | null {
  let newest: QuorumVerifier | null = null;
  for (const { config, state, durable } of world.nodes) {
    if (config.kind !== 'server') continue;
    const own = state?.kind === 'server' ? state.quorumVerifier : (durable.config ?? config);
    if ((newest === null || own.version > newest.version) && counts(own)) newest = own;
  }
  return newest;
}

/** Null while its process is down. */
export function serverOf(world: World<ZooKeeper>, sid: Sid): QuorumPeer | null {
  const state = nodeOf(world, sid)?.state ?? null;
  return state?.kind === 'server' ? state : null;
}

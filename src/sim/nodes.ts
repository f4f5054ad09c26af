/** Which node somebody is. */
import type { NodeId } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';

export function nodeOfServer(world: World<ZooKeeper>, sid: Sid): NodeId | null {
  return world.nodes.find((node) => node.config.kind === 'server' && node.config.sid === sid)?.id ?? null;
}

export function nodeOfClient(world: World<ZooKeeper>, name: string): NodeId | null {
  return world.nodes.find((node) => node.config.kind === 'client' && node.config.name === name)?.id ?? null;
}

import type { Node } from '../kernel/world.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';

/** Whether an oracle stands in for a majority (QuorumOracleMaj): then a single voter decides, on its operator's word. */
export function hasOracle({ config }: Node<ZooKeeper>): boolean {
  return config.kind === 'server' && config.behaviour.oracle === 'grants' && config.voters.length === 2;
}

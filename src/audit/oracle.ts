import type { Node, World } from '../kernel/world.ts';
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';

/** Whether a server needs no majority of `config` just now: one of two voters, on its operator's word (QuorumOracleMaj.containsQuorum). */
export function oracleDecides(node: Node<ZooKeeper>, { needOracle }: QuorumPeer, config: QuorumVerifier): boolean {
  return needOracle && config.voters.length === 2 && isGranted(node);
}

/** Whether a voter of `config` may have decided alone at some time, so that it alone knows what it decided. */
export function mayDecideAlone({ nodes }: World<ZooKeeper>, { voters }: QuorumVerifier): boolean {
  return voters.length === 2 && nodes.some(isGranted);
}

function isGranted({ config }: Node<ZooKeeper>): boolean {
  return config.kind === 'server' && config.behaviour.oracle === 'grants';
}

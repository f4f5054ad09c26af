/**
 * The data of /zookeeper/config (ZKDatabase.initConfigInZKDatabase): a server writes the configuration in force there itself, when it
 * starts, when it has taken over its leader's database, and when another is activated, by no transaction; a reconfig writes
 * the same again for all. A standalone server has no configuration, and its node stays empty.
 * Simplified: the time of that writing is not told, which differs from server to server.
 */
import { put } from '../../base/persistent-map.ts';
import { sharing } from '../../base/recent.ts';
import type { QuorumVerifier, ServerConfig } from '../config/ensemble.ts';
import { type Zxid, zxidText } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import type { Txn } from './txn.ts';
import { CONFIG_PATH, type DataTree, initialTree, nodeAt } from './data-tree.ts';

/** The tree with `verifier` in its node; the same where it is there, or there is no such node. */
export function withConfig(tree: DataTree, verifier: QuorumVerifier): DataTree {
  return filled(tree, configText(verifier));
}

/** What a server has in force, in its own tree (QuorumPeer.initConfigInZKDatabase). */
export function initConfigInDatabase(turn: Turn): void {
  const { tree } = turn.peer.database;
  const filledTree = withConfig(tree, turn.peer.quorumVerifier);
  if (filledTree !== tree) turn.database().tree = filledTree;
}

/** By the text, which servers have alike, and not by the configuration, which each read from its own file. */
const filled = sharing((tree: DataTree, data: string): DataTree => {
  const node = nodeAt(tree, CONFIG_PATH);
  if (node === null || node.data === data) return tree;
  const mzxid = Number(`0x${data.slice(data.lastIndexOf('=') + 1)}`) as Zxid;
  // Its version is never counted: a configuration has one of its own, which is the zxid of its transaction.
  const nodes = put(tree.nodes, CONFIG_PATH, { ...node, data, dataLength: data.length, version: -1, mzxid });
  return { ...tree, nodes, bytes: tree.bytes + data.length - node.dataLength };
});

/** What a transaction that is a reconfig proposes; null of any other. */
export function configIn({ body }: Txn): QuorumVerifier | null {
  return body.type === 'reconfig' ? body.config : null;
}

/** What a server begins with whose disk is empty. */
export function firstTree(config: ServerConfig, verifier: QuorumVerifier): DataTree {
  const tree = initialTree(config.behaviour);
  return config.standalone ? tree : withConfig(tree, verifier);
}

/** As the node has it (QuorumMaj.toString, QuorumHierarchical.toString): a server's node gives its address. */
export function configText({ servers, groups, version }: QuorumVerifier): string {
  const lines = servers.map(({ sid, node, learnerType }) => {
    const host = `10.0.${Math.floor((node + 1) / 256)}.${(node + 1) % 256}`;
    return `server.${sid}=${host}:2888:3888:${learnerType.toLowerCase()};0.0.0.0:2181`;
  });
  const grouped = (groups ?? []).map(({ sids }, i) => `group.${i + 1}=${sids.join(':')}`);
  const weighed = (groups ?? []).flatMap(({ sids, weights }) =>
    sids.map((sid, i) => `weight.${sid}=${weights[i] ?? 0}`),
  );
  return [...lines, ...grouped, ...weighed, `version=${zxidText(version).slice(2)}`].join('\n');
}

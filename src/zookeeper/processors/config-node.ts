/**
 * The data of /zookeeper/config (ZKDatabase.initConfigInZKDatabase): a server writes its configuration there itself, when it
 * starts and whenever it has synchronized, by no transaction; a reconfig writes the same again for all. So what is there is
 * always what the server has in force, and the tree need not hold it. Simplified: the time of that writing is not told.
 */
import type { QuorumVerifier } from '../config/ensemble.ts';
import { type DataNode, type DataTree, CONFIG_PATH, nodeAt } from '../database/data-tree.ts';
import { configText } from './reconfig.ts';

/** The part of a QuorumPeer that this asks about. */
interface ConfiguredServer {
  /** A standalone server has none, and its node stays empty. */
  readonly leader: { readonly phase: string } | null;
  readonly database: { readonly tree: DataTree };
  readonly quorumVerifier: QuorumVerifier;
}

/** The node at `path` as a client of the server finds it; null where there is none. */
export function nodeFoundAt({ database, quorumVerifier, leader }: ConfiguredServer, path: string): DataNode | null {
  const node = nodeAt(database.tree, path);
  if (path !== CONFIG_PATH || node === null || leader?.phase === 'standalone') return node;
  const data = configText(quorumVerifier);
  // Its version is never counted: a configuration has one of its own, which is the zxid of its transaction.
  return { ...node, data, dataLength: data.length, version: -1, mzxid: quorumVerifier.version };
}

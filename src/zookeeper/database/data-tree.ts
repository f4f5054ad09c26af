/**
 * The data tree (DataTree, DataNode): znodes by path, and what a transaction does to them. A tree is a value;
 * applying a transaction gives another that shares what did not change, so a leader keeps the tree with and
 * the tree without its outstanding proposals at little cost (ZooKeeper does it with ChangeRecords).
 * Watches are in `watches.ts`. Not modelled: ACLs, quotas, containers and TTL nodes.
 */
import { emptyList } from '../../base/append-list.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { type PersistentMap, emptyMap, lookUp, put, remove, sortedEntries } from '../../base/persistent-map.ts';
import type { Stat } from '../client/operations.ts';
import { type SessionId, ZXID_ZERO, type Zxid } from '../ids.ts';
import { type History, withZxid } from './history.ts';
import type { Txn, TxnBody, TxnHeader } from './txn.ts';

export interface DataNode {
  readonly data: string;
  readonly dataLength: number;
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: number;
  readonly mtime: number;
  readonly version: number;
  /** Children created so far: what sequential names count by. Deletes do not change it. */
  readonly cversion: number;
  readonly aversion: number;
  readonly ephemeralOwner: SessionId | null;
  readonly childCount: number;
}

export interface DataTree {
  readonly nodes: PersistentMap<DataNode>;
  /** About what the tree takes in a snapshot file. */
  readonly bytes: number;
  /** For observers. */
  readonly history: History;
}

const NODE_BYTES = 80;

/** `/` and ZooKeeper's own nodes. */
export const INITIAL_TREE: DataTree = ['/', '/zookeeper', '/zookeeper/quota', '/zookeeper/config'].reduce<DataTree>(
  ({ nodes, bytes, history }, path) => ({
    nodes: put(nodes, path, initialNode(path)),
    bytes: bytes + path.length + NODE_BYTES,
    history,
  }),
  { nodes: emptyMap(), bytes: 0, history: emptyList() },
);

/** Linked by the constructor of DataTree, not created: they do not count in cversion, so a fresh root shows -1. */
function initialNode(path: string): DataNode {
  const children = path === '/' ? 1 : path === '/zookeeper' ? 2 : 0;
  return {
    data: '',
    dataLength: 0,
    czxid: ZXID_ZERO,
    mzxid: ZXID_ZERO,
    pzxid: ZXID_ZERO,
    ctime: 0,
    mtime: 0,
    version: 0,
    cversion: 0,
    aversion: 0,
    ephemeralOwner: null,
    childCount: children,
  };
}

export function nodeAt(tree: DataTree, path: string): DataNode | null {
  return lookUp(tree.nodes, path);
}

/** `/` for a child of the root, and for the root itself. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** Names of the children of `path`, sorted. Looks through the whole tree. */
export function childrenOf(tree: DataTree, path: string): readonly string[] {
  const prefix = path === '/' ? '/' : `${path}/`;
  const names: string[] = [];
  for (const [other] of sortedEntries(tree.nodes)) {
    if (other.startsWith(prefix) && other !== '/' && !other.includes('/', prefix.length))
      names.push(other.slice(prefix.length));
  }
  return names;
}

/** Paths of the ephemerals that `sessionId` owns, sorted. */
export function ephemeralsOf(tree: DataTree, sessionId: SessionId): readonly string[] {
  return sortedEntries(tree.nodes)
    .filter(([, node]) => node.ephemeralOwner === sessionId)
    .map(([path]) => path);
}

/** What a client sees of a node (DataNode.copyStat). */
export function statOf(node: DataNode): Stat {
  return {
    czxid: node.czxid,
    mzxid: node.mzxid,
    pzxid: node.pzxid,
    ctime: node.ctime,
    mtime: node.mtime,
    version: node.version,
    cversion: 2 * node.cversion - node.childCount,
    aversion: node.aversion,
    ephemeral: node.ephemeralOwner !== null,
    dataLength: node.dataLength,
    numChildren: node.childCount,
  };
}

/** The tree after `txn`. Idempotent, as replaying a log over a fuzzy snapshot needs (DataTree.processTxn). */
export function applyTxn(tree: DataTree, txn: Txn): DataTree {
  const { nodes, bytes, history } = applyBody(tree, txn, txn.body);
  return { nodes, bytes, history: withZxid(history, txn.zxid) };
}

/** The tree after one body of `txn`: its own, or a part of its multi. */
export function applyBody(tree: DataTree, txn: TxnHeader, body: TxnBody): DataTree {
  switch (body.type) {
    case 'createSession':
    case 'error':
      return tree;
    case 'closeSession':
      return body.paths.reduce((result, path) => deleteNode(result, path, txn.zxid), tree);
    case 'create':
      return createNode(tree, txn, body);
    case 'delete':
      return deleteNode(tree, body.path, txn.zxid);
    case 'setData':
      return setData(tree, txn, body);
    case 'multi': {
      // A failed multi holds the parts before the failure only as a record: none of them is applied.
      if (body.txns.some((part) => part.type === 'error')) return tree;
      return body.txns.reduce((result, part) => applyBody(result, txn, part), tree);
    }
    default:
      return assertUnreachable(body);
  }
}

function createNode(tree: DataTree, txn: TxnHeader, body: TxnBody & { readonly type: 'create' }): DataTree {
  const parent = parentPath(body.path);
  const above = lookUp(tree.nodes, parent);
  if (above === null) return tree;
  const known = lookUp(tree.nodes, body.path) !== null;
  const nodes = put(tree.nodes, parent, {
    ...above,
    cversion: Math.max(above.cversion, body.parentCVersion),
    pzxid: laterOf(above.pzxid, txn.zxid),
    childCount: known ? above.childCount : above.childCount + 1,
  });
  if (known) return { ...tree, nodes };
  const node: DataNode = {
    data: body.data,
    dataLength: body.dataLength,
    czxid: txn.zxid,
    mzxid: txn.zxid,
    pzxid: txn.zxid,
    ctime: txn.time,
    mtime: txn.time,
    version: 0,
    cversion: 0,
    aversion: 0,
    ephemeralOwner: body.ephemeral ? txn.sessionId : null,
    childCount: 0,
  };
  return {
    nodes: put(nodes, body.path, node),
    bytes: tree.bytes + body.path.length + body.dataLength + NODE_BYTES,
    history: tree.history,
  };
}

function deleteNode(tree: DataTree, path: string, zxid: Zxid): DataTree {
  const node = lookUp(tree.nodes, path);
  if (node === null) return tree;
  const nodes = remove(tree.nodes, path);
  const parent = parentPath(path);
  const above = lookUp(nodes, parent);
  const bytes = tree.bytes - path.length - node.dataLength - NODE_BYTES;
  if (above === null) return { nodes, bytes, history: tree.history };
  const changed = { ...above, pzxid: laterOf(above.pzxid, zxid), childCount: above.childCount - 1 };
  return { nodes: put(nodes, parent, changed), bytes, history: tree.history };
}

function setData(tree: DataTree, txn: TxnHeader, body: TxnBody & { readonly type: 'setData' }): DataTree {
  const node = lookUp(tree.nodes, body.path);
  if (node === null) return tree;
  const { data, dataLength, version } = body;
  // Written out: this is the hottest copy there is.
  const changed: DataNode = {
    data,
    dataLength,
    czxid: node.czxid,
    mzxid: txn.zxid,
    pzxid: node.pzxid,
    ctime: node.ctime,
    mtime: txn.time,
    version,
    cversion: node.cversion,
    aversion: node.aversion,
    ephemeralOwner: node.ephemeralOwner,
    childCount: node.childCount,
  };
  return {
    nodes: put(tree.nodes, body.path, changed),
    bytes: tree.bytes + dataLength - node.dataLength,
    history: tree.history,
  };
}

function laterOf(a: Zxid, b: Zxid): Zxid {
  return a > b ? a : b;
}

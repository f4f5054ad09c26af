/**
 * The data tree (DataTree, DataNode): znodes by path, and what a transaction does to them. A tree is a value;
 * applying a transaction gives another that shares what did not change, so a leader keeps the tree with and
 * the tree without its outstanding proposals at little cost (ZooKeeper does it with ChangeRecords).
 * Watches are in `watches.ts`. Simplified: ZooKeeper keeps a digest of the tree up to date with every change; here there is none.
 */
import { emptyList } from '../../base/append-list.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { sharing } from '../../base/recent.ts';
import { type PersistentMap, emptyMap, lookUp, put, remove, sortedEntries } from '../../base/persistent-map.ts';
import type { Stat } from '../client/operations.ts';
import { type SessionId, ZXID_ZERO, type Zxid } from '../ids.ts';
import { OPEN_ACL_UNSAFE, type Acl } from './acl.ts';
import { type AclCache, EMPTY_ACL_CACHE, OPEN_UNSAFE_ACL_ID, aclOf, withUse, withoutUse } from './acl-cache.ts';
import { type History, withZxid } from './history.ts';
import { parseStats, quotaSubject, statPath, statsText } from './quota.ts';
import type { ExtendedType, Txn, TxnBody, TxnHeader } from './txn.ts';

/** A set of texts. */
export type NameSet = PersistentMap<true>;

export interface DataNode {
  readonly data: string;
  readonly dataLength: number;
  /** Number of its list in the tree's `aclCache`. */
  readonly acl: number;
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
  /** In ZooKeeper a value of ephemeralOwner that is no session id (EphemeralType). */
  readonly extended: ExtendedType | null;
  /** Their names. */
  readonly children: NameSet;
}

export interface DataTree {
  readonly nodes: PersistentMap<DataNode>;
  /** About what the tree takes in a snapshot file. */
  readonly bytes: number;
  /** For observers. */
  readonly history: History;
  /** Paths by session. */
  readonly ephemerals: PersistentMap<NameSet>;
  readonly containers: NameSet;
  readonly ttls: NameSet;
  /** Paths that have a quota. */
  readonly pTrie: NameSet;
  readonly aclCache: AclCache;
}

const NODE_BYTES = 80;
const NO_NAMES: NameSet = emptyMap();
const BUILT_IN = ['/', '/zookeeper', '/zookeeper/quota', '/zookeeper/config'];

/** `/` and ZooKeeper's own nodes. */
export const INITIAL_TREE: DataTree = {
  nodes: BUILT_IN.reduce((nodes, path) => put(nodes, path, initialNode(path)), emptyMap<DataNode>()),
  bytes: BUILT_IN.reduce((bytes, path) => bytes + path.length + NODE_BYTES, 0),
  ephemerals: emptyMap(),
  containers: NO_NAMES,
  ttls: NO_NAMES,
  pTrie: NO_NAMES,
  aclCache: EMPTY_ACL_CACHE,
  history: emptyList(),
};

/** Linked by the constructor of DataTree, not created: they do not count in cversion, so a fresh root shows -1. */
function initialNode(path: string): DataNode {
  const children = BUILT_IN.filter((other) => other !== '/' && parentPath(other) === path);
  return {
    data: '',
    dataLength: 0,
    acl: OPEN_UNSAFE_ACL_ID,
    czxid: ZXID_ZERO,
    mzxid: ZXID_ZERO,
    pzxid: ZXID_ZERO,
    ctime: 0,
    mtime: 0,
    version: 0,
    cversion: 0,
    aversion: 0,
    ephemeralOwner: null,
    extended: null,
    children: children.reduce((names, child) => put(names, nameOf(child), true), NO_NAMES),
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

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Names of the children of `path`, sorted. */
export function childrenOf(tree: DataTree, path: string): readonly string[] {
  return namesIn(lookUp(tree.nodes, path)?.children ?? NO_NAMES);
}

/** The texts of a set, sorted. */
export function namesIn(names: NameSet): readonly string[] {
  return sortedEntries(names).map(([name]) => name);
}

/** Paths of the ephemerals that `sessionId` owns, sorted. */
export function ephemeralsOf(tree: DataTree, sessionId: SessionId): readonly string[] {
  return namesIn(lookUp(tree.ephemerals, sessionId) ?? NO_NAMES);
}

/** How many nodes lie below `path`, at any depth (DataTree.getAllChildrenNumber). */
export function allChildrenNumber(tree: DataTree, path: string): number {
  if (path === '/') return tree.nodes.size - 1;
  let count = 0;
  const below = (at: string): void => {
    for (const name of childrenOf(tree, at)) {
      count += 1;
      below(`${at}/${name}`);
    }
  };
  below(path);
  return count;
}

/** Who may do what to `node`. */
export function aclOfNode(tree: DataTree, node: DataNode): readonly Acl[] {
  return aclOf(tree.aclCache, node.acl);
}

/** The deepest path with a quota that `path` lies in, or null (getMaxPrefixWithQuota). */
export function quotaPrefix(tree: DataTree, path: string): string | null {
  if (tree.pTrie.size === 0 || path.startsWith('/zookeeper/') || path === '/zookeeper') return null;
  for (let at = path; ; at = parentPath(at)) {
    if (lookUp(tree.pTrie, at) !== null) return at;
    if (at === '/') return null;
  }
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
    cversion: 2 * node.cversion - node.children.size,
    aversion: node.aversion,
    ephemeralOwner: node.ephemeralOwner,
    dataLength: node.dataLength,
    numChildren: node.children.size,
  };
}

/** The tree after `txn`. Idempotent, as replaying a log over a fuzzy snapshot needs (DataTree.processTxn). */
export const applyTxn: (tree: DataTree, txn: Txn) => DataTree = sharing((tree: DataTree, txn: Txn) => {
  const applied = applyBody(tree, txn, txn.body);
  return treeWith(applied, applied.nodes, applied.bytes, withZxid(applied.history, txn.zxid));
});

/** Written out, like the node in `setData`: there is no hotter copy. */
function treeWith(tree: DataTree, nodes: DataTree['nodes'], bytes: number, history: History): DataTree {
  return {
    nodes,
    bytes,
    history,
    ephemerals: tree.ephemerals,
    containers: tree.containers,
    ttls: tree.ttls,
    pTrie: tree.pTrie,
    aclCache: tree.aclCache,
  };
}

/** The tree after one body of `txn`: its own, or a part of its multi. */
export function applyBody(tree: DataTree, txn: TxnHeader, body: TxnBody): DataTree {
  switch (body.type) {
    case 'createSession':
    case 'check':
    case 'error':
      return tree;
    case 'closeSession':
      return body.paths.reduce((result, path) => deleteNode(result, path, txn.zxid), tree);
    case 'create':
      return createNode(tree, txn, body);
    case 'delete':
    case 'deleteContainer':
      return deleteNode(tree, body.path, txn.zxid);
    case 'setData':
    case 'reconfig':
      return setData(tree, txn, body);
    case 'setACL':
      return setAcl(tree, body);
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
  const { path } = body;
  const parent = parentPath(path);
  const above = lookUp(tree.nodes, parent);
  if (above === null) return tree;
  const known = lookUp(tree.nodes, path) !== null;
  const nodes = put(tree.nodes, parent, {
    ...above,
    cversion: Math.max(above.cversion, body.parentCVersion),
    pzxid: laterOf(above.pzxid, txn.zxid),
    children: known ? above.children : put(above.children, nameOf(path), true),
  });
  if (known) return { ...tree, nodes };
  const owner = body.ephemeral ? txn.sessionId : null;
  const extended = body.extended ?? null;
  const { cache, id } = withUse(tree.aclCache, body.acl ?? OPEN_ACL_UNSAFE);
  const node: DataNode = {
    data: body.data,
    dataLength: body.dataLength,
    acl: id,
    czxid: txn.zxid,
    mzxid: txn.zxid,
    pzxid: txn.zxid,
    ctime: txn.time,
    mtime: txn.time,
    version: 0,
    cversion: 0,
    aversion: 0,
    ephemeralOwner: owner,
    extended,
    children: NO_NAMES,
  };
  const grown: DataTree = {
    nodes: put(nodes, path, node),
    bytes: tree.bytes + path.length + body.dataLength + NODE_BYTES,
    ephemerals: owner === null ? tree.ephemerals : withOwned(tree.ephemerals, owner, path),
    containers: extended === 'CONTAINER' ? put(tree.containers, path, true) : tree.containers,
    ttls: typeof extended === 'number' ? put(tree.ttls, path, true) : tree.ttls,
    pTrie: tree.pTrie,
    aclCache: cache,
    history: tree.history,
  };
  return quotaAfterCreate(grown, path, body.dataLength);
}

function withOwned(ephemerals: PersistentMap<NameSet>, owner: SessionId, path: string): PersistentMap<NameSet> {
  return put(ephemerals, owner, put(lookUp(ephemerals, owner) ?? NO_NAMES, path, true));
}

function withoutOwned(ephemerals: PersistentMap<NameSet>, owner: SessionId, path: string): PersistentMap<NameSet> {
  const left = remove(lookUp(ephemerals, owner) ?? NO_NAMES, path);
  return left.size === 0 ? remove(ephemerals, owner) : put(ephemerals, owner, left);
}

function deleteNode(tree: DataTree, path: string, zxid: Zxid): DataTree {
  const parent = parentPath(path);
  const node = lookUp(tree.nodes, path);
  if (node === null) {
    // ZOOKEEPER-3249: replayed over a fuzzy snapshot, whose parent may have been written before the deletion.
    const above = lookUp(tree.nodes, parent);
    if (above === null || above.pzxid >= zxid) return tree;
    return { ...tree, nodes: put(tree.nodes, parent, { ...above, pzxid: zxid }) };
  }
  const nodes = remove(tree.nodes, path);
  const above = lookUp(nodes, parent);
  const { ephemeralOwner: owner, extended } = node;
  const shrunk: DataTree = {
    nodes:
      above === null
        ? nodes
        : put(nodes, parent, {
            ...above,
            pzxid: laterOf(above.pzxid, zxid),
            children: remove(above.children, nameOf(path)),
          }),
    bytes: tree.bytes - path.length - node.dataLength - NODE_BYTES,
    ephemerals: owner === null ? tree.ephemerals : withoutOwned(tree.ephemerals, owner, path),
    containers: extended === 'CONTAINER' ? remove(tree.containers, path) : tree.containers,
    ttls: typeof extended === 'number' ? remove(tree.ttls, path) : tree.ttls,
    pTrie: tree.pTrie,
    aclCache: withoutUse(tree.aclCache, node.acl),
    history: tree.history,
  };
  const subject = quotaSubject(path, 'limits');
  if (subject !== null) return { ...shrunk, pTrie: remove(shrunk.pTrie, subject) };
  return counted(shrunk, path, -1, -node.dataLength);
}

function setData(tree: DataTree, txn: TxnHeader, body: TxnBody & { readonly type: 'setData' | 'reconfig' }): DataTree {
  const node = lookUp(tree.nodes, body.path);
  if (node === null) return tree;
  const { data, dataLength, version } = body;
  // Written out: this is the hottest copy there is.
  const changed: DataNode = {
    data,
    dataLength,
    acl: node.acl,
    czxid: node.czxid,
    mzxid: txn.zxid,
    pzxid: node.pzxid,
    ctime: node.ctime,
    mtime: txn.time,
    version,
    cversion: node.cversion,
    aversion: node.aversion,
    ephemeralOwner: node.ephemeralOwner,
    extended: node.extended,
    children: node.children,
  };
  const bytes = tree.bytes + dataLength - node.dataLength;
  const set = treeWith(tree, put(tree.nodes, body.path, changed), bytes, tree.history);
  return counted(set, body.path, 0, dataLength - node.dataLength);
}

function setAcl(tree: DataTree, body: TxnBody & { readonly type: 'setACL' }): DataTree {
  const node = lookUp(tree.nodes, body.path);
  if (node === null) return tree;
  // The new use first: the same list again keeps its number.
  const { cache, id } = withUse(tree.aclCache, body.acl);
  const nodes = put(tree.nodes, body.path, { ...node, acl: id, aversion: body.version });
  return { ...tree, nodes, aclCache: withoutUse(cache, node.acl) };
}

// ---- quotas: what a subtree takes is counted by the tree itself, in the data of its stats node, by no transaction ----

function quotaAfterCreate(tree: DataTree, path: string, dataLength: number): DataTree {
  const limited = quotaSubject(path, 'limits');
  if (limited !== null) return { ...tree, pTrie: put(tree.pTrie, limited, true) };
  const measured = quotaSubject(path, 'stats');
  if (measured === null) return counted(tree, path, 1, dataLength);
  // DataTree.updateQuotaForPath: what is there already counts.
  let [count, bytes] = [0, 0];
  const add = (at: string): void => {
    const node = lookUp(tree.nodes, at);
    if (node === null) return;
    count += 1;
    bytes += node.dataLength;
    for (const [name] of sortedEntries(node.children)) add(at === '/' ? `/${name}` : `${at}/${name}`);
  };
  add(measured);
  return withStats(tree, measured, count, bytes);
}

function counted(tree: DataTree, path: string, count: number, bytes: number): DataTree {
  const prefix = quotaPrefix(tree, path);
  return prefix === null ? tree : withStats(tree, prefix, count, bytes);
}

function withStats(tree: DataTree, prefix: string, count: number, bytes: number): DataTree {
  const path = statPath(prefix);
  const node = lookUp(tree.nodes, path);
  if (node === null) return tree;
  const before = parseStats(node.data);
  const data = statsText({
    ...before,
    count: Math.max(0, before.count) + count,
    bytes: Math.max(0, before.bytes) + bytes,
  });
  const nodes = put(tree.nodes, path, { ...node, data, dataLength: data.length });
  return { ...tree, nodes, bytes: tree.bytes + data.length - node.dataLength };
}

function laterOf(a: Zxid, b: Zxid): Zxid {
  return a > b ? a : b;
}

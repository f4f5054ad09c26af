/** What a transaction does to the tree (DataTree.processTxn). */
import { assertUnreachable } from '../../base/assert.ts';
import { type PersistentMap, lookUp, put, remove, sortedEntries } from '../../base/persistent-map.ts';
import { sharing } from '../../base/recent.ts';
import type { SessionId, Zxid } from '../ids.ts';
import { OPEN_ACL_UNSAFE } from './acl.ts';
import { withUse, withoutUse } from './acl-usage.ts';
import {
  type DataNode,
  type DataTree,
  NODE_BYTES,
  NO_NAMES,
  type NameSet,
  nameOf,
  parentPath,
  quotaPrefix,
} from './data-tree.ts';
import { type History, withZxid } from './history.ts';
import { parseStats, quotaSubject, statPath, statsText } from './quota.ts';
import type { Txn, TxnBody, TxnHeader } from './txn.ts';

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

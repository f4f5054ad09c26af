/**
 * Fuzzy snapshots (FileTxnSnapLog.save, DataTree.serialize): the tree is written node by node, parents before children, while
 * transactions go on changing it. What has been written no longer changes, what has not shows what was applied meanwhile,
 * so the file holds no state that the tree ever had; replaying the log from its name on makes it whole, because every
 * transaction may be repeated. It may be taken in the middle of a multi: some of its parts are in, and all are repeated.
 */
import { lookUp, put } from '../../base/persistent-map.ts';
import { type DataTree, parentPath } from './data-tree.ts';
import { applyBody } from './process-txn.ts';
import type { Snapshot } from './snapshot.ts';
import type { Txn, TxnBody } from './txn.ts';

/**
 * The file that was begun as `start` and is complete now, `applied` having been applied meanwhile. Which nodes were still
 * unwritten by then follows from their paths, as with ZooKeeper's unordered sets of children.
 */
export function fuzzySnapshot(start: Snapshot, applied: Iterable<Txn>): Snapshot {
  let { tree } = start;
  for (const txn of applied) tree = applyToUnwritten(tree, start, txn, txn.body);
  // Sessions are written first, and an observer is told what every node of it holds.
  return { zxid: start.zxid, tree: { ...tree, history: start.tree.history }, sessions: start.sessions };
}

function applyToUnwritten(tree: DataTree, start: Snapshot, txn: Txn, body: TxnBody): DataTree {
  const isLate = (path: string): boolean => isUnwritten(path, start.zxid);
  switch (body.type) {
    case 'multi':
      if (body.txns.some(({ type }) => type === 'error')) return tree;
      return body.txns.reduce((result, part) => applyToUnwritten(result, start, txn, part), tree);
    case 'closeSession':
      return body.paths.reduce((result, path) => applyToUnwritten(result, start, txn, { type: 'delete', path }), tree);
    case 'create':
      // A node is reached by its parent's list of children.
      return isLate(parentPath(body.path)) ? applyBody(tree, txn, body) : tree;
    case 'delete':
    case 'deleteContainer':
      return isLate(body.path) ? withoutNode(tree, txn, body, isLate(parentPath(body.path))) : tree;
    case 'setData':
    case 'setACL':
      return isLate(body.path) ? applyBody(tree, txn, body) : tree;
    default:
      return tree;
  }
}

/** A node that is gone when its turn comes is not there; its parent may have been written before. */
function withoutNode(
  tree: DataTree,
  txn: Txn,
  body: TxnBody & { readonly path: string },
  isParentLate: boolean,
): DataTree {
  const parent = parentPath(body.path);
  const before = lookUp(tree.nodes, parent);
  const left = applyBody(tree, txn, body);
  const after = lookUp(left.nodes, parent);
  if (isParentLate || before === null || after === null) return left;
  return { ...left, nodes: put(left.nodes, parent, { ...after, pzxid: before.pzxid }) };
}

/** The root comes first, and whatever lies below an unwritten node is unwritten. */
function isUnwritten(path: string, salt: number): boolean {
  for (let at = path; at !== '/'; at = parentPath(at)) if (isOdd(at, salt)) return true;
  return false;
}

function isOdd(path: string, salt: number): boolean {
  let hash = 0x811c9dc5 ^ (salt % 0x7fffffff);
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 1;
}

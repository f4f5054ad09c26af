/**
 * Turns a write into a transaction against the state that all earlier proposals will lead to
 * (PrepRequestProcessor.pRequest2Txn). A rejected write becomes an error transaction and still takes a zxid.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { Operation } from '../client/operations.ts';
import { type DataTree, applyBody, ephemeralsOf, nodeAt, parentPath } from '../database/data-tree.ts';
import { type Sessions, hasSession } from '../database/sessions.ts';
import type { ErrorName, Txn, TxnBody, TxnHeader } from '../database/txn.ts';
import type { Zxid } from '../ids.ts';
import type { ForwardedRequest } from '../packets.ts';

/** The tree and the sessions as they will be once every outstanding proposal is applied (outstandingChanges). */
export interface PendingState {
  readonly tree: DataTree;
  readonly sessions: Sessions;
}

/** The transaction that `request` becomes at `zxid`, at the leader's `time` in virtual milliseconds. */
export function prepare(pending: PendingState, request: ForwardedRequest, zxid: Zxid, time: number): Txn {
  const { sessionId, cxid, operation } = request;
  const isExpired = operation.op !== 'createSession' && !hasSession(pending.sessions, sessionId);
  const body = isExpired ? failed('SESSIONEXPIRED') : bodyOf(pending.tree, operation, { zxid, sessionId, time });
  return { zxid, sessionId, cxid, time, body };
}

function bodyOf(tree: DataTree, operation: Operation, header: TxnHeader): TxnBody {
  switch (operation.op) {
    case 'createSession':
      return { type: 'createSession', timeoutMillis: operation.timeoutMillis };
    case 'closeSession':
      return { type: 'closeSession', paths: ephemeralsOf(tree, header.sessionId) };
    case 'create':
      return create(tree, operation);
    case 'delete':
      return remove(tree, operation);
    case 'setData':
      return setData(tree, operation);
    case 'multi':
      return multi(tree, operation.operations, header);
    case 'getData':
    case 'exists':
    case 'getChildren':
    case 'sync':
      return failed('BADARGUMENTS');
    default:
      return assertUnreachable(operation);
  }
}

/** Checks in ZooKeeper's order: path, parent, existing node, ephemeral parent. */
function create(tree: DataTree, operation: Operation & { readonly op: 'create' }): TxnBody {
  // The name of a sequential node may be the number alone.
  if (!isPath(operation.sequential ? `${operation.path}1` : operation.path)) return failed('BADARGUMENTS');
  const parent = nodeAt(tree, parentPath(operation.path));
  if (parent === null) return failed('NONODE');
  const suffix = operation.sequential ? String(parent.cversion).padStart(10, '0') : '';
  const path = operation.path + suffix;
  if (nodeAt(tree, path) !== null) return failed('NODEEXISTS');
  if (parent.ephemeralOwner !== null) return failed('NOCHILDRENFOREPHEMERALS');
  const { data, dataLength, ephemeral } = operation;
  return { type: 'create', path, data, dataLength, ephemeral, parentCVersion: parent.cversion + 1 };
}

/** DataTree.isSpecialPath, the root aside. */
const SYSTEM_PATHS: readonly string[] = ['/zookeeper', '/zookeeper/quota', '/zookeeper/config'];

function remove(tree: DataTree, operation: Operation & { readonly op: 'delete' }): TxnBody {
  if (!isPath(operation.path) || SYSTEM_PATHS.includes(operation.path)) return failed('BADARGUMENTS');
  const node = nodeAt(tree, operation.path);
  if (node === null) return failed('NONODE');
  if (!versionFits(operation.version, node.version)) return failed('BADVERSION');
  if (node.childCount > 0) return failed('NOTEMPTY');
  return { type: 'delete', path: operation.path };
}

function setData(tree: DataTree, operation: Operation & { readonly op: 'setData' }): TxnBody {
  const node = nodeAt(tree, operation.path);
  if (node === null) return failed('NONODE');
  if (!versionFits(operation.version, node.version)) return failed('BADVERSION');
  const { path, data, dataLength } = operation;
  return { type: 'setData', path, data, dataLength, version: (node.version + 1) | 0 };
}

/** All or nothing; later parts see what earlier ones will do. After a failure the rest are RUNTIMEINCONSISTENCY. */
function multi(tree: DataTree, operations: readonly Operation[], header: TxnHeader): TxnBody {
  const txns: TxnBody[] = [];
  let pending = tree;
  let broken = false;
  for (const operation of operations) {
    const body: TxnBody = broken ? failed('RUNTIMEINCONSISTENCY') : bodyOf(pending, operation, header);
    broken ||= body.type === 'error';
    pending = applyBody(pending, header, body);
    txns.push(body);
  }
  return { type: 'multi', txns };
}

function failed(error: ErrorName): TxnBody {
  return { type: 'error', error };
}

function versionFits(expected: number, actual: number): boolean {
  return expected === -1 || expected === actual;
}

/** PathUtils.validatePath, without its list of control characters. */
function isPath(path: string): boolean {
  return /^\/[^/\0]+(\/[^/\0]+)*$/.test(path) && !path.split('/').some((name) => name === '.' || name === '..');
}

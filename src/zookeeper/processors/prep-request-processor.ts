/**
 * Turns a write into a transaction against the state that all earlier proposals will lead to
 * (PrepRequestProcessor.pRequest2Txn). A rejected write becomes an error transaction and still takes a zxid.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { Operation } from '../client/operations.ts';
import type { Service } from '../config/service.ts';
import { type AuthId, OPEN_ACL_UNSAFE, type Acl, type Perm, fixedUp, isAllowed } from '../database/acl.ts';
import {
  CONFIG_PATH,
  type DataNode,
  type DataTree,
  ephemeralsOf,
  nodeAt,
  parentPath,
  quotaPrefix,
} from '../database/data-tree.ts';
import { applyBody } from '../database/process-txn.ts';
import { aclOfNode } from '../database/acl-usage.ts';
import { limitPath, parseStats, statPath } from '../database/quota.ts';
import { type Sessions, hasSession } from '../database/sessions.ts';
import type { ErrorName, ExtendedType, Txn, TxnBody, TxnHeader } from '../database/txn.ts';
import type { Zxid } from '../ids.ts';
import type { ForwardedRequest } from '../packets.ts';
import { configText } from '../database/config-node.ts';
import { type Reconfigurable, reconfigured } from './reconfig.ts';

/** The tree and the sessions as they will be once every outstanding proposal is applied (outstandingChanges). */
export interface PendingState {
  readonly tree: DataTree;
  readonly sessions: Sessions;
}

export interface Preparation {
  readonly zxid: Zxid;
  /** The leader's virtual milliseconds. */
  readonly time: number;
  readonly service: Service;
  /** Why the session may not ask; null or absent when it may, as far as its owner goes. */
  readonly refusal?: ErrorName | null;
  readonly ensemble: Reconfigurable;
}

/** The transaction that `request` becomes. */
export function prepare(pending: PendingState, request: ForwardedRequest, preparation: Preparation): Txn {
  const { zxid, time, service, ensemble, refusal = null } = preparation;
  const { sessionId, cxid, operation, authInfo } = request;
  const isGlobal = hasSession(pending.sessions, sessionId);
  const caller: Caller = { header: { zxid, sessionId, time }, isGlobal, authInfo, service, ensemble };
  // A session of another server's own is not known here, and may ask for what it needs no global one for.
  const isUnknown = !isGlobal && !service.localSessionsEnabled && asksForSession(operation);
  const error = refusal ?? (isUnknown ? 'SESSIONEXPIRED' : null);
  const body = error === null ? bodyOf(pending.tree, operation, caller) : failed(error);
  return { zxid, sessionId, cxid, time, body };
}

/** Everything but the beginning and the end of a session, and the leader's own requests, needs one. */
export function asksForSession({ op }: Operation): boolean {
  return op !== 'createSession' && op !== 'closeSession' && op !== 'deleteContainer';
}

interface Caller {
  readonly header: TxnHeader;
  /** The whole ensemble knows the session. */
  readonly isGlobal: boolean;
  readonly authInfo: readonly AuthId[];
  readonly service: Service;
  readonly ensemble: Reconfigurable;
}

function bodyOf(tree: DataTree, operation: Operation, caller: Caller): TxnBody {
  switch (operation.op) {
    case 'createSession':
      return { type: 'createSession', timeoutMillis: operation.timeoutMillis };
    case 'closeSession':
      return { type: 'closeSession', paths: ephemeralsOf(tree, caller.header.sessionId) };
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
      return create(tree, operation, caller);
    case 'delete':
      return remove(tree, operation, caller);
    case 'deleteContainer':
      return removeContainer(tree, operation.path);
    case 'setData':
      return setData(tree, operation, caller);
    case 'setACL':
      return setAcl(tree, operation, caller);
    case 'reconfig':
      return reconfig(tree, operation, caller);
    case 'check':
      return check(tree, operation, caller);
    case 'multi':
      return multi(tree, operation.operations, caller);
    case 'getData':
    case 'exists':
    case 'getChildren':
    case 'getACL':
    case 'multiRead':
    case 'getEphemerals':
    case 'getAllChildrenNumber':
    case 'whoAmI':
    case 'auth':
    case 'addWatch':
    case 'removeWatches':
    case 'checkWatches':
    case 'setWatches':
    case 'sync':
      return failed('BADARGUMENTS');
    default:
      return assertUnreachable(operation);
  }
}

type Create = Operation & { readonly op: 'create' | 'create2' | 'createContainer' | 'createTTL' };

/** EphemeralType.TTL keeps the milliseconds in 40 bits. */
const TTL_MAX = 2 ** 40 - 1;

/** Checks in ZooKeeper's order: kind, path, list, parent, its permission, existing node, ephemeral parent, quota. */
function create(tree: DataTree, operation: Create, caller: Caller): TxnBody {
  const { service } = caller;
  const isSequential = 'sequential' in operation && operation.sequential;
  const isEphemeral = 'ephemeral' in operation && operation.ephemeral;
  if (operation.op === 'createTTL') {
    if (!service.extendedTypesEnabled) return failed('UNIMPLEMENTED');
    if (operation.ttlMillis <= 0 || operation.ttlMillis > TTL_MAX) return failed('BADARGUMENTS');
  }
  // UpgradeableSessionTracker.checkGlobalSession.
  if (isEphemeral && !caller.isGlobal) return failed('SESSIONEXPIRED');
  // The name of a sequential node may be the number alone.
  if (!isPath(isSequential ? `${operation.path}1` : operation.path)) return failed('BADARGUMENTS');
  const acl = fixedUp(operation.acl ?? OPEN_ACL_UNSAFE, caller.authInfo);
  if (acl === null) return failed('INVALIDACL');
  const parent = nodeAt(tree, parentPath(operation.path));
  if (parent === null) return failed('NONODE');
  if (!mayDo(tree, parent, 'CREATE', caller)) return failed('NOAUTH');
  const path = operation.path + (isSequential ? sequenceText(parent.cversion) : '');
  if (nodeAt(tree, path) !== null) return failed('NODEEXISTS');
  if (parent.ephemeralOwner !== null) return failed('NOCHILDRENFOREPHEMERALS');
  const { data, dataLength } = operation;
  if (exceedsQuota(tree, path, { count: 1, bytes: dataLength }, service)) return failed('QUOTAEXCEEDED');
  const extended = extendedType(operation);
  return {
    type: 'create',
    path,
    data,
    dataLength,
    ephemeral: isEphemeral,
    parentCVersion: (parent.cversion + 1) | 0,
    ...(acl !== OPEN_ACL_UNSAFE && { acl }),
    ...(extended !== null && { extended }),
  };
}

function extendedType(operation: Create): ExtendedType | null {
  if (operation.op === 'createContainer') return 'CONTAINER';
  return operation.op === 'createTTL' ? operation.ttlMillis : null;
}

/** `%010d` of the parent's count of creations, a 32-bit number: behind its largest comes a negative one. */
function sequenceText(count: number): string {
  return count < 0 ? `-${String(-count).padStart(9, '0')}` : String(count).padStart(10, '0');
}

/** DataTree.isSpecialPath, the root aside. */
const SYSTEM_PATHS: readonly string[] = ['/zookeeper', '/zookeeper/quota', '/zookeeper/config'];

function remove(tree: DataTree, operation: Operation & { readonly op: 'delete' }, caller: Caller): TxnBody {
  const { path, version } = operation;
  if (!isPath(path) || SYSTEM_PATHS.includes(path)) return failed('BADARGUMENTS');
  const node = nodeAt(tree, path);
  if (node === null) return failed('NONODE');
  const parent = nodeAt(tree, parentPath(path));
  if (parent !== null && !mayDo(tree, parent, 'DELETE', caller)) return failed('NOAUTH');
  if (!versionFits(version, node.version)) return failed('BADVERSION');
  if (node.children.size > 0) return failed('NOTEMPTY');
  return { type: 'delete', path };
}

/** Nobody's permission is asked for: the leader does it. An ephemeral node is refused. */
function removeContainer(tree: DataTree, path: string): TxnBody {
  if (!isPath(path) || SYSTEM_PATHS.includes(path)) return failed('BADARGUMENTS');
  const node = nodeAt(tree, path);
  if (node === null) return failed('NONODE');
  if (node.children.size > 0) return failed('NOTEMPTY');
  if (node.ephemeralOwner !== null) return failed('BADVERSION');
  return { type: 'deleteContainer', path };
}

function setData(tree: DataTree, operation: Operation & { readonly op: 'setData' }, caller: Caller): TxnBody {
  const { path, data, dataLength } = operation;
  if (!isPath(path) && path !== '/') return failed('BADARGUMENTS');
  const node = nodeAt(tree, path);
  if (node === null) return failed('NONODE');
  if (!mayDo(tree, node, 'WRITE', caller)) return failed('NOAUTH');
  const bytes = dataLength - node.dataLength;
  if (exceedsQuota(tree, path, { count: 0, bytes }, caller.service)) return failed('QUOTAEXCEEDED');
  if (!versionFits(operation.version, node.version)) return failed('BADVERSION');
  return { type: 'setData', path, data, dataLength, version: (node.version + 1) | 0 };
}

/** The ensemble is checked first, then the permission to write its node. */
function reconfig(tree: DataTree, operation: Operation & { readonly op: 'reconfig' }, caller: Caller): TxnBody {
  const config = reconfigured(operation, caller.ensemble, caller.header.zxid);
  if (typeof config === 'string') return failed(config);
  const node = nodeAt(tree, CONFIG_PATH);
  // Where there is no such node there is no such request either.
  if (node === null) return failed('UNIMPLEMENTED');
  if (!mayDo(tree, node, 'WRITE', caller)) return failed('NOAUTH');
  const data = configText(config);
  return {
    type: 'reconfig',
    path: CONFIG_PATH,
    data,
    dataLength: data.length,
    // Never counted: its versions are those of the configuration.
    version: -1,
    config,
  };
}

function setAcl(tree: DataTree, operation: Operation & { readonly op: 'setACL' }, caller: Caller): TxnBody {
  const { path, version } = operation;
  if (!isPath(path) && path !== '/') return failed('BADARGUMENTS');
  const acl = fixedUp(operation.acl, caller.authInfo);
  if (acl === null) return failed('INVALIDACL');
  const node = nodeAt(tree, path);
  if (node === null) return failed('NONODE');
  if (!mayDo(tree, node, 'ADMIN', caller)) return failed('NOAUTH');
  if (!versionFits(version, node.aversion)) return failed('BADVERSION');
  return { type: 'setACL', path, acl, version: (node.aversion + 1) | 0 };
}

function check(tree: DataTree, operation: Operation & { readonly op: 'check' }, caller: Caller): TxnBody {
  const { path, version } = operation;
  if (!isPath(path) && path !== '/') return failed('BADARGUMENTS');
  const node = nodeAt(tree, path);
  if (node === null) return failed('NONODE');
  if (!mayDo(tree, node, 'READ', caller)) return failed('NOAUTH');
  if (!versionFits(version, node.version)) return failed('BADVERSION');
  return { type: 'check', path, version };
}

/** All or nothing; later parts see what earlier ones will do. After a failure the rest are RUNTIMEINCONSISTENCY. */
function multi(tree: DataTree, operations: readonly Operation[], caller: Caller): TxnBody {
  const txns: TxnBody[] = [];
  let pending = tree;
  let broken = false;
  for (const operation of operations) {
    const body: TxnBody = broken ? failed('RUNTIMEINCONSISTENCY') : bodyOf(pending, operation, caller);
    broken ||= body.type === 'error';
    pending = applyBody(pending, caller.header, body);
    txns.push(body);
  }
  return { type: 'multi', txns };
}

function mayDo(tree: DataTree, node: DataNode, perm: Perm, { service, authInfo }: Caller): boolean {
  const acl: readonly Acl[] = aclOfNode(tree, node);
  return service.skipACL || isAllowed(acl, perm, authInfo);
}

/** ZooKeeperServer.checkQuota: the hard limits, the count before the bytes. */
function exceedsQuota(
  tree: DataTree,
  path: string,
  more: { readonly count: number; readonly bytes: number },
  { enforceQuota }: Service,
): boolean {
  const prefix = enforceQuota ? quotaPrefix(tree, path) : null;
  if (prefix === null) return false;
  const [limits, stats] = [limitPath(prefix), statPath(prefix)].map((at) => parseStats(nodeAt(tree, at)?.data ?? ''));
  if (limits === undefined || stats === undefined) return false;
  const { countHardLimit, bytesHardLimit } = limits;
  if (more.count > 0 && countHardLimit > -1 && stats.count + more.count > countHardLimit) return true;
  return more.bytes > 0 && bytesHardLimit > -1 && stats.bytes + more.bytes > bytesHardLimit;
}

function failed(error: ErrorName): TxnBody {
  return { type: 'error', error };
}

function versionFits(expected: number, actual: number): boolean {
  return expected === -1 || expected === actual;
}

/** PathUtils.validatePath, without its list of control characters. */
function isPath(path: string): boolean {
  if (!/^\/[^/\0]+(\/[^/\0]+)*$/.test(path)) return false;
  return !path.includes('/.') || !path.split('/').some((name) => name === '.' || name === '..');
}

/** Applies committed transactions and answers clients, writes and the reads behind them (FinalRequestProcessor). */
import type { ConnectionId } from '../../kernel/process.ts';
import { type Answer, type Operation, type WriteResult, isWrite } from '../client/operations.ts';
import { applyToDatabase, keepCommitted } from '../database/database.ts';
import { type Perm, isAllowed, masked } from '../database/acl.ts';
import {
  type DataNode,
  type DataTree,
  allChildrenNumber,
  childrenOf,
  ephemeralsOf,
  nodeAt,
  quotaPrefix,
  statOf,
} from '../database/data-tree.ts';
import { applyBody } from '../database/process-txn.ts';
import { aclOfNode } from '../database/acl-usage.ts';
import { limitPath, parseStats, statPath } from '../database/quota.ts';
import type { ErrorName, Txn, TxnBody } from '../database/txn.ts';
import {
  type Triggered,
  hasWatch,
  isWatching,
  setAgain,
  trigger,
  withAddedWatch,
  withWatch,
  withoutWatch,
} from '../database/watch-manager.ts';
import { type SessionId, ZXID_NONE, type Zxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { type ClientConnection, type PendingCall, connectionOn } from './client-service.ts';
import {
  connectionOfSession,
  forgetConnection,
  replaceConnection,
  withAnswer,
  withCalls,
} from './client-connection.ts';
import { readAgainIfRoom } from './client-throttle.ts';
import { removeSession } from './local-session-tracker.ts';
import { passwordOf } from './session-password.ts';

/** Applies a committed transaction, in zxid order, and answers the client that waits for it here. */
export function applyCommitted(turn: Turn, txn: Txn): void {
  const database = turn.database();
  const before = database.tree;
  applyToDatabase(turn, txn);
  keepCommitted(database, txn, turn.config.timing.commitLogCount);
  if (turn.watching) turn.note({ kind: 'applied', zxid: txn.zxid, sessionId: txn.sessionId, body: txn.body });
  // Before any answer that shows the change.
  fireWatches(turn, txn, before);
  if (turn.noting && database.tree.pTrie.size > 0) warnOfQuotas(turn, txn.body);
  const connection = connectionOfSession(turn.peer.clients, txn.sessionId);
  if (connection === null) return;
  if (txn.body.type === 'createSession') {
    if (!connection.established) return establish(turn, connection, true);
    if (turn.noting) turn.note({ kind: 'sessionUpgraded', sessionId: txn.sessionId });
    return;
  }
  const head = connection.calls[0];
  if (head !== undefined && head.cxid === txn.cxid && isWrite(head.operation)) {
    if (txn.body.type === 'error' && txn.body.error === 'SESSIONMOVED') return hangUp(turn, connection);
    const answer = writeAnswer(turn, txn, head.operation, before);
    // What this server knows of a local session the leader does not.
    const isRefused = head.refusal !== null && answer.error !== 'OK';
    answerHead(turn, connection, head, isRefused ? { ...answer, error: head.refusal } : answer);
    answerReads(turn, connection.on);
  }
  // Closed by its client, or expired by the leader.
  if (txn.body.type !== 'closeSession') return;
  turn.close(connection.on);
  forgetConnection(turn, connection);
}

/** DataTree.updateQuotaStat: a line in the server's log, and no more. */
function warnOfQuotas(turn: Turn, body: TxnBody): void {
  if (body.type === 'multi') return body.txns.forEach((part) => warnOfQuotas(turn, part));
  if (body.type !== 'create' && body.type !== 'setData') return;
  const { tree } = turn.peer.database;
  const path = quotaPrefix(tree, body.path);
  if (path === null) return;
  const [limits, stats] = [limitPath(path), statPath(path)].map((at) => parseStats(nodeAt(tree, at)?.data ?? ''));
  if (limits === undefined || stats === undefined) return;
  for (const of of ['count', 'bytes'] as const) {
    const [current, limit] = [stats[of], limits[of]];
    if (limit > -1 && current > limit) turn.note({ kind: 'quotaExceeded', path, of, current, limit });
  }
}

function fireWatches(turn: Turn, txn: Txn, before: DataTree): void {
  const { watches } = turn.peer.clients;
  if (!isWatching(watches)) return;
  const { fired, left } = trigger(watches, txn.body);
  if (fired.length === 0) return;
  turn.clients().watches = left;
  sendEvents(turn, fired, txn.zxid, before);
}

/** `before`: where a node is looked for that is there no more. */
function sendEvents(turn: Turn, fired: readonly Triggered[], zxid: Zxid, before: DataTree): void {
  const { behaviour } = turn.config;
  for (const { on, event, path } of fired) {
    if (behaviour.watchChecksAcl && !maySee(turn, on, path, before)) {
      const sessionId = connectionOn(turn.peer.clients, on)?.sessionId ?? null;
      if (turn.watching) turn.note({ kind: 'watchWithheld', event, path, sessionId });
      continue;
    }
    turn.send(on, { type: 'EVENT', event, path, zxid: behaviour.watchEventZxid ? zxid : ZXID_NONE });
    if (turn.noting) turn.note({ kind: 'watchTriggered', event, path });
  }
}

function maySee(turn: Turn, on: ConnectionId, path: string, before: DataTree): boolean {
  const { tree } = turn.peer.database;
  const [node, of] = [nodeAt(tree, path) ?? nodeAt(before, path), nodeAt(tree, path) === null ? before : tree];
  if (node === null || turn.config.service.skipACL) return true;
  return isAllowed(aclOfNode(of, node), 'READ', connectionOn(turn.peer.clients, on)?.authInfo ?? []);
}

/** What only concerns watches; null for any other read. */
function watchAnswer(turn: Turn, on: ConnectionId, operation: Operation): Answer | null {
  const { tree, lastProcessedZxid: zxid } = turn.peer.database;
  const clients = turn.clients();
  switch (operation.op) {
    case 'addWatch':
      clients.watches = withAddedWatch(clients.watches, operation.path, { on, mode: operation.mode });
      return { error: 'OK', zxid };
    case 'checkWatches':
      return { error: hasWatch(clients.watches, operation.path, on, operation.type) ? 'OK' : 'NOWATCHER', zxid };
    case 'removeWatches': {
      const { path, type } = operation;
      if (!hasWatch(clients.watches, path, on, type)) return { error: 'NOWATCHER', zxid };
      clients.watches = withoutWatch(clients.watches, path, on, type);
      return { error: 'OK', zxid };
    }
    case 'setWatches': {
      const set = setAgain(clients.watches, tree, on, operation.relativeZxid, operation.lists);
      clients.watches = set.watches;
      sendEvents(turn, set.fired, ZXID_NONE, tree);
      return { error: 'OK', zxid };
    }
    default:
      return null;
  }
}

/** Tells a client whether it has the session it asked for. */
export function establish(turn: Turn, connection: ClientConnection, valid: boolean): void {
  const { on, sessionId, timeoutMillis } = connection;
  if (turn.noting && sessionId !== null) turn.note({ kind: 'sessionAnswered', sessionId, valid, timeoutMillis });
  turn.send(on, {
    type: 'CONNECTED',
    sessionId: valid ? sessionId : null,
    password: valid && sessionId !== null ? passwordOf(sessionId) : null,
    timeoutMillis,
    readOnly: turn.peer.clients.readOnly,
  });
  if (!valid) {
    turn.close(on);
    forgetConnection(turn, connection);
    return;
  }
  replaceConnection(turn, { ...connection, established: true });
}

/** Answers the calls at the head of a connection that need no transaction. */
export function answerReads(turn: Turn, on: ConnectionId): void {
  for (;;) {
    const connection = connectionOn(turn.peer.clients, on);
    const head = connection?.calls[0];
    if (connection === null || head === undefined) return;
    const { sessionId } = connection;
    if (head.behind !== undefined && head.behind > turn.peer.database.lastProcessedZxid) return;
    if (head.endsLocal && sessionId !== null) return closeLocal(turn, connection, sessionId, head);
    // ReadOnlyRequestProcessor: refused, whatever it would have become.
    const isReadOnly = head.refusal === 'NOTREADONLY';
    // On a learner a sync waits for the leader's answer; on the leader it flows like a read.
    if (!isReadOnly && (isWrite(head.operation) || (head.operation.op === 'sync' && turn.peer.leader === null))) return;
    if (head.refusal === 'SESSIONMOVED') return hangUp(turn, connection);
    if (head.refusal !== null) {
      answerHead(turn, connection, head, { error: head.refusal, zxid: turn.peer.database.lastProcessedZxid });
      continue;
    }
    const answer = watchAnswer(turn, on, head.operation) ?? readAnswer(turn, head.operation, connection);
    setWatch(turn, on, head.operation, answer);
    answerHead(turn, connection, head, answer);
  }
}

/** A session that nobody else knows is closed without a transaction. */
function closeLocal(turn: Turn, connection: ClientConnection, sessionId: SessionId, head: PendingCall): void {
  answerHead(turn, connection, head, { error: 'OK', zxid: turn.peer.database.lastProcessedZxid });
  removeSession(turn, sessionId);
  hangUp(turn, connection);
}

/** The session is at another server by now: the client must not go on here (ZOOKEEPER-710). */
function hangUp(turn: Turn, connection: ClientConnection): void {
  turn.close(connection.on);
  forgetConnection(turn, connection);
}

/** A read that succeeded may leave a watch; `exists` also where there is nothing yet. */
function setWatch(turn: Turn, on: ConnectionId, operation: Operation, { error }: Answer): void {
  if (!('watch' in operation) || !operation.watch) return;
  if (error !== 'OK' && operation.op !== 'exists') return;
  const clients = turn.clients();
  const table = operation.op === 'getChildren' ? 'childWatches' : 'dataWatches';
  clients.watches = withWatch(clients.watches, table, operation.path, { on, mode: 'STANDARD' });
}

/** The leader has answered a forwarded sync: everything committed before it is applied here by now. */
export function answerSync(turn: Turn, sessionId: SessionId, cxid: number): void {
  const connection = connectionOfSession(turn.peer.clients, sessionId);
  const head = connection?.calls[0];
  if (connection === null || head === undefined || head.cxid !== cxid) return;
  answerHead(turn, connection, head, readAnswer(turn, head.operation, connection));
  answerReads(turn, connection.on);
}

function answerHead(turn: Turn, connection: ClientConnection, head: PendingCall, answer: Answer): void {
  turn.send(connection.on, { type: 'REPLY', cxid: head.cxid, answer });
  const stats = withAnswer(connection.stats, head, answer.zxid, turn.now);
  replaceConnection(turn, withCalls(connection, connection.calls.slice(1), stats));
  if (turn.peer.clients.unread !== undefined) readAgainIfRoom(turn, connection.on);
  if (!turn.noting || connection.sessionId === null) return;
  turn.note({ kind: 'answered', sessionId: connection.sessionId, operation: head.operation.op, answer });
}

/** `before`: the tree without the transaction. */
function writeAnswer(turn: Turn, txn: Txn, operation: Operation, before: DataTree): Answer {
  const { zxid, body } = txn;
  if (body.type !== 'multi') {
    const { error, path, stat } = resultOf(turn.peer.database.tree, body, operation);
    if (path !== undefined) return stat === undefined ? { error, path, zxid } : { error, path, stat, zxid };
    return stat === undefined ? { error, zxid } : { error, stat, zxid };
  }
  const error = body.txns.find((part) => part.type === 'error')?.error ?? 'OK';
  return { error, zxid, results: multiResults(before, txn, body.txns, operation) };
}

/** FinalRequestProcessor's MultiResponse. Each part shows what the next one finds, unless the multi failed. */
function multiResults(
  before: DataTree,
  txn: Txn,
  bodies: readonly TxnBody[],
  operation: Operation,
): readonly WriteResult[] {
  const errors = bodies.map((body) => (body.type === 'error' ? body.error : 'OK'));
  if (errors.some((error) => error !== 'OK')) return errors.map((error) => ({ error }));
  const parts = operation.op === 'multi' ? operation.operations : [];
  let after = before;
  return bodies.map((body, i) => {
    after = applyBody(after, txn, body);
    return resultOf(after, body, parts[i] ?? operation);
  });
}

/** `tree`: as `body` has left it. */
function resultOf(tree: DataTree, body: TxnBody, operation: Operation): WriteResult {
  if (body.type === 'error') return { error: body.error };
  const isTold =
    body.type === 'setData' || body.type === 'setACL' || (body.type === 'create' && operation.op !== 'create');
  const node = isTold ? nodeAt(tree, body.path) : null;
  if (body.type !== 'create') return node === null ? { error: 'OK' } : { error: 'OK', stat: statOf(node) };
  const { path } = body;
  return node === null ? { error: 'OK', path } : { error: 'OK', path, stat: statOf(node) };
}

/** What a read finds here and now, for somebody with these identities. */
function readAnswer(
  turn: Turn,
  operation: Operation,
  caller: Pick<ClientConnection, 'authInfo' | 'sessionId'>,
): Answer {
  const { authInfo, sessionId } = caller;
  const { tree, lastProcessedZxid: zxid } = turn.peer.database;
  const { behaviour, service } = turn.config;
  const refused = (error: ErrorName): Answer => ({ error, zxid });
  const mayDo = (node: DataNode, perm: Perm): boolean =>
    service.skipACL || isAllowed(aclOfNode(tree, node), perm, authInfo);
  switch (operation.op) {
    case 'sync':
      return { error: 'OK', zxid, path: operation.path };
    case 'exists': {
      const node = nodeAt(turn.peer.database.tree, operation.path);
      if (node === null) return refused('NONODE');
      if (behaviour.existsChecksAcl && !mayDo(node, 'READ')) return refused('NOAUTH');
      return { error: 'OK', zxid, stat: statOf(node) };
    }
    case 'getData':
    case 'getChildren':
    case 'getAllChildrenNumber': {
      const { path } = operation;
      const node = nodeAt(turn.peer.database.tree, path);
      if (node === null) return refused('NONODE');
      if (!mayDo(node, 'READ')) return refused('NOAUTH');
      if (operation.op === 'getAllChildrenNumber') return { error: 'OK', zxid, count: allChildrenNumber(tree, path) };
      const stat = statOf(node);
      if (operation.op === 'getData') return { error: 'OK', zxid, data: node.data, stat };
      return { error: 'OK', zxid, children: childrenOf(tree, path), stat };
    }
    case 'getACL': {
      const node = nodeAt(turn.peer.database.tree, operation.path);
      if (node === null) return refused('NONODE');
      const isAdmin = mayDo(node, 'ADMIN');
      if (!isAdmin && !mayDo(node, 'READ')) return refused('NOAUTH');
      const acl = aclOfNode(tree, node);
      return { error: 'OK', zxid, acl: isAdmin ? acl : masked(acl), stat: statOf(node) };
    }
    case 'getEphemerals': {
      const own = sessionId === null ? [] : ephemeralsOf(tree, sessionId);
      return { error: 'OK', zxid, paths: own.filter((path) => path.startsWith(operation.path)) };
    }
    case 'whoAmI':
      return { error: 'OK', zxid, identities: authInfo.map(({ scheme, id }) => ({ scheme, id: userOf(scheme, id) })) };
    case 'multiRead': {
      return { error: 'OK', zxid, results: operation.operations.map((part) => readAnswer(turn, part, caller)) };
    }
    default:
      return refused('UNIMPLEMENTED');
  }
}

/** AuthenticationProvider.getUserName: the digest scheme keeps its secret. */
function userOf(scheme: string, id: string): string {
  return scheme === 'digest' ? (id.split(':', 1)[0] ?? '') : id;
}

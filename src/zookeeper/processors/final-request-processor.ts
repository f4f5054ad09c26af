/** Applies committed transactions and answers clients, writes and the reads behind them (FinalRequestProcessor). */
import type { ConnectionId } from '../../kernel/process.ts';
import { type Answer, type Operation, type WriteResult, isWrite } from '../client/operations.ts';
import { applyToDatabase, keepCommitted } from '../database/database.ts';
import { type DataTree, applyBody, childrenOf, nodeAt, statOf } from '../database/data-tree.ts';
import type { ErrorName, Txn, TxnBody } from '../database/txn.ts';
import { trigger, withWatch } from '../database/watches.ts';
import type { SessionId } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import {
  type ClientConnection,
  type PendingCall,
  connectionOfSession,
  connectionOn,
  forgetConnection,
  replaceConnection,
} from './client-service.ts';

/** Applies a committed transaction, in zxid order, and answers the client that waits for it here. */
export function applyCommitted(turn: Turn, txn: Txn): void {
  const database = turn.database();
  const before = database.tree;
  applyToDatabase(database, txn);
  keepCommitted(database, txn, turn.config.timing.commitLogCount);
  if (turn.watching) turn.note({ kind: 'applied', zxid: txn.zxid, body: txn.body });
  // Before any answer that shows the change.
  fireWatches(turn, txn.body);
  const connection = connectionOfSession(turn.peer.clients, txn.sessionId);
  if (connection === null) return;
  if (txn.body.type === 'createSession') return establish(turn, connection, true);
  const head = connection.calls[0];
  if (head !== undefined && head.cxid === txn.cxid && isWrite(head.operation)) {
    answerHead(turn, connection, head, writeAnswer(turn, txn, before));
    answerReads(turn, connection.on);
  }
  // Closed by its client, or expired by the leader.
  if (txn.body.type !== 'closeSession') return;
  turn.close(connection.on);
  forgetConnection(turn, connection);
}

function fireWatches(turn: Turn, body: TxnBody): void {
  const { watches } = turn.peer.clients;
  if (watches.length === 0) return;
  const { fired, left } = trigger(watches, body);
  if (fired.length === 0) return;
  turn.clients().watches = left;
  for (const { on, event, path } of fired) turn.send(on, { type: 'EVENT', event, path });
  if (turn.noting) for (const { event, path } of fired) turn.note({ kind: 'watchTriggered', event, path });
}

/** Tells a client whether it has the session it asked for. */
export function establish(turn: Turn, connection: ClientConnection, valid: boolean): void {
  const { on, sessionId, timeoutMillis } = connection;
  turn.send(on, { type: 'CONNECTED', sessionId: valid ? sessionId : null, timeoutMillis });
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
    // On a learner a sync waits for the leader's answer; on the leader it flows like a read.
    if (isWrite(head.operation) || (head.operation.op === 'sync' && turn.peer.leader === null)) return;
    const answer = readAnswer(turn, head.operation);
    setWatch(turn, on, head.operation, answer);
    answerHead(turn, connection, head, answer);
  }
}

/** A read that succeeded may leave a watch; `exists` also where there is nothing yet. */
function setWatch(turn: Turn, on: ConnectionId, operation: Operation, { error }: Answer): void {
  if (!('watch' in operation) || !operation.watch) return;
  if (error !== 'OK' && operation.op !== 'exists') return;
  const clients = turn.clients();
  const table = operation.op === 'getChildren' ? 'child' : 'data';
  clients.watches = withWatch(clients.watches, { on, table, path: operation.path });
}

/** The leader has answered a forwarded sync: everything committed before it is applied here by now. */
export function answerSync(turn: Turn, sessionId: SessionId, cxid: number): void {
  const connection = connectionOfSession(turn.peer.clients, sessionId);
  const head = connection?.calls[0];
  if (connection === null || head === undefined || head.cxid !== cxid) return;
  answerHead(turn, connection, head, { error: 'OK', zxid: turn.peer.database.lastProcessedZxid });
  answerReads(turn, connection.on);
}

function answerHead(turn: Turn, connection: ClientConnection, head: PendingCall, answer: Answer): void {
  turn.send(connection.on, { type: 'REPLY', cxid: head.cxid, answer });
  replaceConnection(turn, { ...connection, calls: connection.calls.slice(1) });
  if (!turn.noting || connection.sessionId === null) return;
  turn.note({ kind: 'answered', sessionId: connection.sessionId, operation: head.operation.op, answer });
}

/** `before`: the tree without the transaction. */
function writeAnswer(turn: Turn, txn: Txn, before: DataTree): Answer {
  const { zxid, body } = txn;
  if (body.type === 'multi') return { error: errorOf(body), zxid, results: multiResults(before, txn, body.txns) };
  return { ...resultOf(turn.peer.database.tree, body), zxid };
}

/** FinalRequestProcessor's MultiResponse. Each part shows what the next one finds, unless the multi failed. */
function multiResults(before: DataTree, txn: Txn, bodies: readonly TxnBody[]): readonly WriteResult[] {
  const errors = bodies.map(errorOf);
  if (errors.some((error) => error !== 'OK')) return errors.map((error) => ({ error }));
  let after = before;
  return bodies.map((body) => {
    after = applyBody(after, txn, body);
    return resultOf(after, body);
  });
}

/** `tree`: as `body` has left it. */
function resultOf(tree: DataTree, body: TxnBody): WriteResult {
  const error = errorOf(body);
  if (error === 'OK' && body.type === 'create') return { error, path: body.path };
  const node = body.type === 'setData' ? nodeAt(tree, body.path) : null;
  return node === null ? { error } : { error, stat: statOf(node) };
}

/** The first failure of a body, of a multi the one that broke it. */
function errorOf(body: TxnBody): ErrorName {
  if (body.type === 'error') return body.error;
  if (body.type !== 'multi') return 'OK';
  return body.txns.map(errorOf).find((error) => error !== 'OK') ?? 'OK';
}

function readAnswer(turn: Turn, operation: Operation): Answer {
  const { tree, lastProcessedZxid: zxid } = turn.peer.database;
  if (operation.op === 'sync') return { error: 'OK', zxid };
  const node = 'path' in operation ? nodeAt(tree, operation.path) : null;
  if (node === null || !('path' in operation)) return { error: 'NONODE', zxid };
  const stat = statOf(node);
  if (operation.op === 'getData') return { error: 'OK', zxid, data: node.data, stat };
  if (operation.op === 'getChildren') return { error: 'OK', zxid, children: childrenOf(tree, operation.path), stat };
  return { error: 'OK', zxid, stat };
}

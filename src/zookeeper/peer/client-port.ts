/** A server's client port: sessions and requests (NIOServerCnxn, FollowerRequestProcessor, LeaderRequestProcessor). */
import type { ConnectionId, NodeId } from '../../kernel/process.ts';
import { type Operation, isWrite } from '../client/operations.ts';
import { addressOf } from '../config/ensemble.ts';
import { type AuthId, authenticated } from '../database/acl.ts';
import { hasSession } from '../database/sessions.ts';
import type { ErrorName } from '../database/txn.ts';
import { type SessionId, type Sid, sessionIdOf } from '../ids.ts';
import type { ForwardedRequest, Packet } from '../packets.ts';
import {
  type ClientConnection,
  type ClientPacket,
  NO_STATS,
  type PendingCall,
  type ThrottledRequest,
  connectionOn,
} from '../processors/client-service.ts';
import { forgetConnection, replaceConnection, withCalls } from '../processors/client-connection.ts';
import { answerReads, establish } from '../processors/final-request-processor.ts';
import {
  forgetLocalSession,
  isLocalSession,
  keepLocalSession,
  needsGlobalSession,
} from '../processors/local-session-tracker.ts';
import { closeAlone, createAlone } from '../processors/read-only-session.ts';
import { passwordOf } from '../processors/session-password.ts';
import { checkSession, setOwner, submitRequest, touchSession } from '../quorum/session-tracker.ts';
import {
  isKeptUnread,
  isOverLimit,
  isThrottling,
  pause,
  takeThrottled,
  takeUnread,
  throttle,
} from '../processors/client-throttle.ts';
import { readWaitsFor } from './standalone.ts';
import type { Turn } from './turn.ts';

/** Someone connects: dropped at once while no server runs, or none that takes clients (Leader.startZkServer, leaderServes). */
export function clientAccepted(turn: Turn, on: ConnectionId, from: NodeId): void {
  const { serving, readOnly } = turn.peer.clients;
  const { leaderServes, maxClientCnxns } = turn.config.service;
  const id = addressOf(from);
  // NIOServerCnxnFactory.AcceptThread.doAccept counts before anybody is asked.
  const isTooMany = maxClientCnxns > 0 && connectionsFrom(turn, id) >= maxClientCnxns;
  if (isTooMany || (!serving && !readOnly) || (turn.peer.leader?.phase === 'serving' && !leaderServes)) {
    turn.close(on);
    if (turn.noting) {
      const kind = 'requestRejected';
      turn.note(isTooMany ? { kind, reason: 'tooManyConnections' } : { kind, reason: 'notServing' });
    }
    return;
  }
  const clients = turn.clients();
  const authInfo = [{ scheme: 'ip', id }];
  const connection = {
    on,
    sessionId: null,
    timeoutMillis: 0,
    authInfo,
    established: false,
    connectedAt: turn.now,
    stats: NO_STATS,
    calls: [],
  };
  clients.connections = [...clients.connections, connection];
}

function connectionsFrom({ peer }: Turn, address: string): number {
  return peer.clients.connections.filter(({ authInfo }) => authInfo[0]?.id === address).length;
}

/** The connection ended: the session lives on until it expires. */
export function clientGone(turn: Turn, on: ConnectionId): void {
  const connection = connectionOn(turn.peer.clients, on);
  if (connection !== null) forgetConnection(turn, connection);
}

/** A packet of a client. A call before CONNECT has named a session is not heard. */
export function receiveFromClient(turn: Turn, on: ConnectionId, packet: ClientPacket): void {
  const connection = connectionOn(turn.peer.clients, on);
  if (connection === null || isKeptUnread(turn, on, packet)) return;
  if (packet.type === 'CONNECT') return connect(turn, connection, packet);
  if (connection.established && connection.sessionId !== null) touch(turn, connection.sessionId);
  if (packet.type === 'CLIENTPING') return turn.send(on, packet);
  const { cxid, operation } = packet;
  if (connection.sessionId === null) return;
  if (operation.op === 'auth') return authenticate(turn, connection, cxid, operation);
  const { sessionId } = connection;
  if (isOverLimit(turn)) pause(turn, on, sessionId);
  if (isThrottling(turn)) throttle(turn, { on, sessionId, cxid, operation });
  else take(turn, connection, sessionId, packet);
}

/** What waited goes on as far as there is room: in the throttler, and at clients that are read from again. */
export function goOnReading(turn: Turn): void {
  for (;;) {
    const request = takeThrottled(turn);
    const next = request === null ? takeUnread(turn) : null;
    if (request !== null) letThrough(turn, request);
    else if (next === null) return;
    else for (const packet of next.packets) receiveFromClient(turn, next.on, packet);
  }
}

/** Of whoever is gone by then nothing is taken but the end of its session (Request.isStale). */
function letThrough(turn: Turn, request: ThrottledRequest): void {
  const connection = connectionOn(turn.peer.clients, request.on);
  const { sessionId, cxid, operation } = request;
  if (connection !== null) take(turn, connection, sessionId, request);
  else if (operation.op === 'closeSession') submit(turn, { sessionId, cxid, operation, authInfo: [] });
}

/** ZooKeeperServer.submitRequestNow. */
function take(
  turn: Turn,
  connection: ClientConnection,
  sessionId: SessionId,
  { cxid, operation }: { readonly cxid: number; readonly operation: Operation },
): void {
  const { on, authInfo } = connection;
  const request = { sessionId, cxid, operation, authInfo };
  // QuorumZooKeeperServer.setLocalSessionFlag, and CommitProcessor.needCommit: the end of a local session waits for nothing but
  // what its session asked before; an upgrade that is asked for behind it makes no difference any more.
  const endsLocal = operation.op === 'closeSession' && isLocalSession(turn, sessionId);
  const isForwarded = !endsLocal && (isWrite(operation) || (operation.op === 'sync' && turn.peer.leader === null));
  if (operation.op === 'closeSession' && decidesAlone(turn)) return endAlone(turn, connection, sessionId, cxid);
  if (isForwarded && turn.peer.clients.readOnly) {
    replaceConnection(
      turn,
      withCalls(connection, [
        ...connection.calls,
        { cxid, operation, refusal: 'NOTREADONLY', endsLocal, at: turn.now },
      ]),
    );
    return answerReads(turn, on);
  }
  const refusal = isForwarded ? upgradeFor(turn, connection, operation) : readRefusal(turn, sessionId);
  const behind = isForwarded ? null : readWaitsFor(turn);
  const call: PendingCall =
    behind === null
      ? { cxid, operation, refusal, endsLocal, at: turn.now }
      : { cxid, operation, refusal, endsLocal, at: turn.now, behind };
  replaceConnection(turn, withCalls(connection, [...connection.calls, call]));
  if (isForwarded) return submit(turn, request);
  answerReads(turn, on);
}

/** Whether sessions begin and end here without anybody else (ReadOnlyRequestProcessor until 3.6). */
function decidesAlone({ peer, config }: Turn): boolean {
  return peer.clients.readOnly && !config.behaviour.readOnlySessionsLocal;
}

/** Whatever the session asked before has been answered: nothing waits at a server that only reads. */
function endAlone(turn: Turn, connection: ClientConnection, sessionId: SessionId, cxid: number): void {
  const zxid = closeAlone(turn, sessionId);
  turn.send(connection.on, { type: 'REPLY', cxid, answer: { error: 'OK', zxid } });
  turn.close(connection.on);
  forgetConnection(turn, connection);
}

/** On the leader a read asks for its session too (PrepRequestProcessor.pRequest); a learner does not. */
function readRefusal(turn: Turn, sessionId: SessionId): ErrorName | null {
  return turn.peer.leader === null ? null : checkSession(turn, sessionId, turn.peer.sid);
}

/**
 * FollowerRequestProcessor, LeaderRequestProcessor: a local session that asks for an ephemeral is made global first, by a
 * createSession of the same id; where that is not allowed, the request will be refused.
 */
function upgradeFor(
  turn: Turn,
  { sessionId, timeoutMillis }: ClientConnection,
  operation: Operation,
): ErrorName | null {
  if (sessionId === null || !isLocalSession(turn, sessionId) || !needsGlobalSession(operation)) return null;
  if (!turn.config.service.localSessionsUpgradingEnabled) return 'EPHEMERALONLOCALSESSION';
  // UpgradeableSessionTracker.upgradeSession: it is no local one from here on, and is not upgraded twice.
  forgetLocalSession(turn, sessionId);
  submit(turn, { sessionId, cxid: 0, operation: { op: 'createSession', timeoutMillis }, authInfo: [] });
  return null;
}

/** ZooKeeperServer.processPacket: answered at once, past whatever the session still waits for; failure ends the connection. */
function authenticate(
  turn: Turn,
  connection: ClientConnection,
  cxid: number,
  { scheme, auth }: Operation & { readonly op: 'auth' },
): void {
  const { superDigest } = turn.config.service;
  const proved = authenticated(scheme, auth, superDigest === '' ? null : superDigest);
  const { lastProcessedZxid: zxid } = turn.peer.database;
  turn.send(connection.on, { type: 'REPLY', cxid, answer: { error: proved === null ? 'AUTHFAILED' : 'OK', zxid } });
  if (proved === null) {
    turn.close(connection.on);
    return forgetConnection(turn, connection);
  }
  const isNew = (identity: AuthId): boolean =>
    !connection.authInfo.some(({ scheme: known, id }) => known === identity.scheme && id === identity.id);
  replaceConnection(turn, { ...connection, authInfo: [...connection.authInfo, ...proved.filter(isNew)] });
}

/** ZooKeeperServer.processConnectRequest: a new session is a transaction; an old one is asked of the leader. */
function connect(turn: Turn, connection: ClientConnection, packet: Packet & { type: 'CONNECT' }): void {
  if (turn.peer.clients.readOnly && !packet.canBeReadOnly) {
    turn.close(connection.on);
    if (turn.noting) turn.note({ kind: 'requestRejected', reason: 'readOnly' });
    return forgetConnection(turn, connection);
  }
  const timeoutMillis = negotiate(turn, packet.timeoutMillis);
  if (packet.lastZxidSeen > turn.peer.database.lastProcessedZxid) {
    // A client never goes back in time: it must find a server that has seen as much.
    turn.close(connection.on);
    forgetConnection(turn, connection);
    if (turn.noting) {
      const { lastProcessedZxid: lastZxid } = turn.peer.database;
      turn.note({ kind: 'requestRejected', reason: 'sawNewer', lastZxidSeen: packet.lastZxidSeen, lastZxid });
    }
    return;
  }
  if (packet.sessionId === null) {
    const sessionId = newSessionId(turn);
    const named = { ...connection, sessionId, timeoutMillis };
    replaceConnection(turn, named);
    if (turn.config.service.localSessionsEnabled) {
      keepLocalSession(turn, sessionId, timeoutMillis);
      return establish(turn, named, true);
    }
    // Nobody can make it known.
    if (turn.peer.clients.readOnly) {
      if (decidesAlone(turn)) createAlone(turn, sessionId, timeoutMillis);
      return establish(turn, named, decidesAlone(turn));
    }
    return submit(turn, { sessionId, cxid: 0, operation: { op: 'createSession', timeoutMillis }, authInfo: [] });
  }
  const { sessionId } = packet;
  closeOlder(turn, sessionId);
  const named = { ...connection, sessionId, timeoutMillis };
  replaceConnection(turn, named);
  // ZooKeeperServer.reopenSession: its older connection is closed by then, whoever asks.
  if (packet.password !== passwordOf(sessionId)) {
    if (turn.noting) turn.note({ kind: 'requestRejected', reason: 'wrongPassword', sessionId });
    return establish(turn, named, false);
  }
  const { leader, learner } = turn.peer;
  if (isLocalSession(turn, sessionId)) {
    keepLocalSession(turn, sessionId, timeoutMillis);
    return establish(turn, named, true);
  }
  // LearnerSessionTracker.touchSession: taken as it is, unless local sessions tell sessions apart.
  if (turn.peer.clients.readOnly) {
    const isKnown = hasSession(turn.peer.database.sessions, sessionId);
    return establish(turn, named, isKnown || !turn.config.service.localSessionsEnabled);
  }
  if (leader !== null) {
    const valid = hasSession(leader.pendingSessions, sessionId);
    if (valid) setOwner(turn, sessionId, turn.peer.sid);
    return establish(turn, named, valid);
  }
  if (learner !== null && learner.on !== null) {
    turn.send(learner.on, { type: 'REVALIDATE', sessionId, timeoutMillis, valid: null });
  }
}

/** Clamped to what this server allows (ZooKeeperServer.getMinSessionTimeout, getMaxSessionTimeout). */
function negotiate(turn: Turn, askedMillis: number): number {
  const { tickMillis, minSessionTimeoutMillis: min, maxSessionTimeoutMillis: max } = turn.config.timing;
  return Math.min(Math.max(askedMillis, min < 0 ? 2 * tickMillis : min), max < 0 ? 20 * tickMillis : max);
}

/** A session that comes back to the same server leaves its old connection. */
function closeOlder(turn: Turn, sessionId: SessionId): void {
  for (const older of turn.peer.clients.connections) {
    if (older.sessionId !== sessionId) continue;
    turn.close(older.on);
    forgetConnection(turn, older);
  }
}

/** The session lives: the leader knows at once, a learner tells it with the next PING. */
function touch(turn: Turn, sessionId: SessionId): void {
  const local = turn.peer.clients.localSessions[sessionId];
  if (local !== undefined) return keepLocalSession(turn, sessionId, local.timeoutMillis);
  if (turn.peer.leader !== null) return touchSession(turn, sessionId);
  const { touched } = turn.peer.clients;
  if (!touched.includes(sessionId)) turn.clients().touched = [...touched, sessionId];
}

/** To the leader: directly where this is it, else by REQUEST. */
function submit(turn: Turn, request: ForwardedRequest): void {
  const { leader, learner } = turn.peer;
  if (leader !== null) return submitRequest(turn, request, turn.peer.sid);
  if (learner === null || learner.on === null) return;
  turn.send(learner.on, { type: 'REQUEST', request });
  if (turn.noting) {
    turn.note({ kind: 'requestForwarded', sessionId: request.sessionId, operation: request.operation.op });
  }
}

const STANDALONE_SID = 1 as Sid;

function newSessionId(turn: Turn): SessionId {
  const clients = turn.clients();
  clients.sessionCount += 1;
  // ZooKeeperServer.createSessionTrackerServerId, where no myid is read.
  const maker = turn.config.standalone ? STANDALONE_SID : turn.peer.sid;
  return sessionIdOf(maker, turn.now, clients.sessionCount);
}

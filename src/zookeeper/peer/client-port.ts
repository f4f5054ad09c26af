/** A server's client port: sessions and requests (NIOServerCnxn, FollowerRequestProcessor, LeaderRequestProcessor). */
import type { ConnectionId, NodeId } from '../../kernel/process.ts';
import { type Operation, isWrite } from '../client/operations.ts';
import { addressOf } from '../config/ensemble.ts';
import { type AuthId, authenticated } from '../database/acl.ts';
import { NO_WATCHES } from '../database/watches.ts';
import { hasSession } from '../database/sessions.ts';
import type { SessionId } from '../ids.ts';
import type { ForwardedRequest, Packet } from '../packets.ts';
import {
  type ClientConnection,
  connectionOn,
  forgetConnection,
  replaceConnection,
} from '../processors/client-service.ts';
import { answerReads, establish } from '../processors/final-request-processor.ts';
import { submitRequest, touchSession } from '../quorum/session-tracker.ts';
import type { Turn } from './turn.ts';

/** Someone connects: dropped at once while no server runs. */
export function clientAccepted(turn: Turn, on: ConnectionId, from: NodeId): void {
  if (!turn.peer.clients.serving) {
    turn.close(on);
    if (turn.noting) turn.note({ kind: 'requestRejected', reason: 'notServing' });
    return;
  }
  const clients = turn.clients();
  const authInfo = [{ scheme: 'ip', id: addressOf(from) }];
  const connection = { on, sessionId: null, timeoutMillis: 0, authInfo, established: false, calls: [] };
  clients.connections = [...clients.connections, connection];
}

/** The connection ended: the session lives on until it expires. */
export function clientGone(turn: Turn, on: ConnectionId): void {
  const connection = connectionOn(turn.peer.clients, on);
  if (connection !== null) forgetConnection(turn, connection);
}

/** The server no longer serves: every client connection is closed. */
export function dropClients(turn: Turn): void {
  const clients = turn.clients();
  for (const connection of clients.connections) turn.close(connection.on);
  clients.connections = [];
  clients.watches = NO_WATCHES;
  clients.touched = [];
  clients.serving = false;
}

/** A packet of a client. A call before CONNECT has named a session is not heard. */
export function receiveFromClient(
  turn: Turn,
  on: ConnectionId,
  packet: Packet & { type: 'CONNECT' | 'CALL' | 'CLIENTPING' },
): void {
  const connection = connectionOn(turn.peer.clients, on);
  if (connection === null) return;
  if (packet.type === 'CONNECT') return connect(turn, connection, packet);
  if (connection.established && connection.sessionId !== null) touch(turn, connection.sessionId);
  if (packet.type === 'CLIENTPING') return turn.send(on, packet);
  const { cxid, operation } = packet;
  if (connection.sessionId === null) return;
  if (operation.op === 'auth') return authenticate(turn, connection, cxid, operation);
  replaceConnection(turn, { ...connection, calls: [...connection.calls, { cxid, operation }] });
  const request = { sessionId: connection.sessionId, cxid, operation, authInfo: connection.authInfo };
  if (isWrite(operation) || (operation.op === 'sync' && turn.peer.leader === null)) return submit(turn, request);
  answerReads(turn, on);
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
    replaceConnection(turn, { ...connection, sessionId, timeoutMillis });
    return submit(turn, { sessionId, cxid: 0, operation: { op: 'createSession', timeoutMillis }, authInfo: [] });
  }
  const { sessionId } = packet;
  closeOlder(turn, sessionId);
  const named = { ...connection, sessionId, timeoutMillis };
  replaceConnection(turn, named);
  const { leader, learner } = turn.peer;
  if (leader !== null) return establish(turn, named, hasSession(leader.pendingSessions, sessionId));
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
  if (turn.peer.leader !== null) return touchSession(turn, sessionId);
  const { touched } = turn.peer.clients;
  if (!touched.includes(sessionId)) turn.clients().touched = [...touched, sessionId];
}

/** To the leader: directly where this is it, else by REQUEST. */
function submit(turn: Turn, request: ForwardedRequest): void {
  const { leader, learner } = turn.peer;
  if (leader !== null) return submitRequest(turn, request);
  if (learner === null || learner.on === null) return;
  turn.send(learner.on, { type: 'REQUEST', request });
  if (turn.noting) {
    turn.note({ kind: 'requestForwarded', sessionId: request.sessionId, operation: request.operation.op });
  }
}

/** Unique over servers and restarts: the server's id, then its clock, then a count. */
function newSessionId(turn: Turn): SessionId {
  const clients = turn.clients();
  clients.sessionCount += 1;
  const clock = turn.now.toString(16).padStart(9, '0');
  return `0x${turn.peer.sid.toString(16)}${clock}${clients.sessionCount.toString(16).padStart(4, '0')}` as SessionId;
}

/** A server's clients: who is connected with which session, and what each waits for. What becomes of them is in `client-connection.ts`. */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { Operation, OperationName } from '../client/operations.ts';
import type { AuthId } from '../database/acl.ts';
import { NO_WATCHES, type Watches } from '../database/watches.ts';
import type { ErrorName } from '../database/txn.ts';
import { type SessionId, ZXID_NONE, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { Packet } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import type { LocalSession } from './local-session-tracker.ts';

export interface PendingCall {
  readonly cxid: number;
  readonly operation: Operation;
  /** What its session may not ask for, whatever becomes of it (Request.exception); null when it may. */
  readonly refusal: ErrorName | null;
  /** It ends a session that only this server knew when it was asked (Request.isLocalSession). */
  readonly endsLocal: boolean;
  /** When it was received. */
  readonly at: number;
  /** A read that goes through the log thread's queue: answered once this is applied. Absent where nothing was ahead of it. */
  readonly behind?: Zxid;
}

/** What a server counts about a connection (ServerCnxn, ServerStats), and what was last done for it. Times are in milliseconds. */
export interface CnxnStats {
  /** Calls answered; each was received, and is sent an answer. */
  readonly answered: number;
  /** From receipt to answer. */
  readonly latencyMin: number;
  readonly latencyMax: number;
  readonly latencySum: number;
  /** Null before the first. */
  readonly lastOperation: OperationName | null;
  readonly lastCxid: number;
  readonly lastZxid: Zxid;
  readonly lastAt: number;
  readonly lastLatency: number;
}

export const NO_STATS: CnxnStats = {
  answered: 0,
  latencyMin: 0,
  latencyMax: 0,
  latencySum: 0,
  lastOperation: null,
  lastCxid: 0,
  lastZxid: ZXID_NONE,
  lastAt: 0,
  lastLatency: 0,
};

/** What an operator has set to zero, and what is told nevertheless. */
export interface ResetStats {
  /** Calls that waited when the server's counters were reset: it had received them before. */
  readonly waited: number;
  /** Proposals up to here count no more among the leader's. */
  readonly proposals: Zxid;
  /** By connection: what it had counted by the time the server's counters were reset; its own go on. */
  readonly kept: Readonly<Record<ConnectionId, CnxnStats>>;
  /** By connection: calls that waited when its own counters were reset. */
  readonly waitedOn: Readonly<Record<ConnectionId, number>>;
}

export const NOTHING_RESET: ResetStats = { waited: 0, proposals: ZXID_ZERO, kept: {}, waitedOn: {} };

/** ZooTrace: client requests, packets of servers, sessions, warnings. */
export const DEFAULT_TRACE_MASK = 306;

export interface ClientConnection {
  readonly on: ConnectionId;
  /** Null until CONNECT names or creates one. */
  readonly sessionId: SessionId | null;
  readonly timeoutMillis: number;
  /** Who the client has proved to be; its address to begin with. */
  readonly authInfo: readonly AuthId[];
  /** The session is confirmed: created by its transaction, or revalidated by the leader. */
  readonly established: boolean;
  readonly connectedAt: number;
  readonly stats: CnxnStats;
  /** In the order asked: a read behind an uncommitted write of the same session waits (CommitProcessor). */
  readonly calls: readonly PendingCall[];
}

/** What a client says. */
export type ClientPacket = Extract<Packet, { readonly type: 'CONNECT' | 'CALL' | 'CLIENTPING' }>;

/** A client's request that the RequestThrottler has not let through. */
export interface ThrottledRequest {
  readonly on: ConnectionId;
  readonly sessionId: SessionId;
  readonly cxid: number;
  readonly operation: Operation;
}

export interface ClientService extends Slice {
  /** A running server is attached; otherwise whoever connects is dropped. */
  readonly serving: boolean;
  /** No leader is found, and clients that are content with it may read (ReadOnlyZooKeeperServer). */
  readonly readOnly: boolean;
  /** What it decided last by itself while it only reads: its count begins anew. */
  readonly readOnlyZxid: Zxid;
  readonly connections: readonly ClientConnection[];
  /** Set at this server, by whom. */
  readonly watches: Watches;
  /** Sessions heard of since the leader last asked: what a learner's answer to PING carries. */
  readonly touched: readonly SessionId[];
  /** Sessions that only this server knows. */
  readonly localSessions: Readonly<Record<SessionId, LocalSession>>;
  /** Of connections that are gone. */
  readonly pastStats: CnxnStats;
  readonly reset: ResetStats;
  /** What would be written at TRACE (ZooTrace): of the process, whatever it serves. */
  readonly traceMask: number;
  /** By connection that is not read from: what has come since. Absent where all are read from. */
  readonly unread?: Readonly<Record<ConnectionId, readonly ClientPacket[]>>;
  /** Requests that wait for others to be answered (RequestThrottler.submittedRequests). Absent where none do. */
  readonly throttled?: readonly ThrottledRequest[];
  /** Sessions this process has made: part of the next id. */
  readonly sessionCount: number;
}

export function createClientService(generation: number): ClientService {
  return {
    generation,
    serving: false,
    readOnly: false,
    readOnlyZxid: ZXID_ZERO,
    connections: [],
    watches: NO_WATCHES,
    touched: [],
    localSessions: {},
    pastStats: NO_STATS,
    reset: NOTHING_RESET,
    traceMask: DEFAULT_TRACE_MASK,
    sessionCount: 0,
  };
}

/** The client's connection, or null when it is another one or gone. */
export function connectionOn({ connections }: ClientService, on: ConnectionId): ClientConnection | null {
  return connections.find((connection) => connection.on === on) ?? null;
}

/** The server no longer serves: every client connection is closed. */
export function dropClients(turn: Turn): void {
  const clients = turn.clients();
  for (const connection of clients.connections) turn.close(connection.on);
  clients.connections = [];
  clients.watches = NO_WATCHES;
  clients.touched = [];
  // They live as long as the server that made them serves.
  clients.localSessions = {};
  // The next server counts from zero.
  clients.pastStats = NO_STATS;
  clients.reset = NOTHING_RESET;
  clients.serving = false;
  clients.readOnly = false;
  delete clients.unread;
  delete clients.throttled;
}

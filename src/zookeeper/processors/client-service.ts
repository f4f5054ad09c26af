/** A server's clients: who is connected with which session, and what each waits for. What becomes of them is in `client-connection.ts`. */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { Operation, OperationName } from '../client/operations.ts';
import type { AuthId } from '../database/acl.ts';
import { NO_WATCHES, type Watches } from '../database/watches.ts';
import type { ErrorName } from '../database/txn.ts';
import { type SessionId, ZXID_NONE, ZXID_ZERO, type Zxid } from '../ids.ts';
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
  clients.serving = false;
  clients.readOnly = false;
}

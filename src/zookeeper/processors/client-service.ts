/** A server's clients: who is connected with which session, and what each waits for. */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { Operation } from '../client/operations.ts';
import type { Watch } from '../database/watches.ts';
import type { SessionId } from '../ids.ts';

export interface PendingCall {
  readonly cxid: number;
  readonly operation: Operation;
}

export interface ClientConnection {
  readonly on: ConnectionId;
  /** Null until CONNECT names or creates one. */
  readonly sessionId: SessionId | null;
  readonly timeoutMillis: number;
  /** The session is confirmed: created by its transaction, or revalidated by the leader. */
  readonly established: boolean;
  /** In the order asked: a read behind an uncommitted write of the same session waits (CommitProcessor). */
  readonly calls: readonly PendingCall[];
}

export interface ClientService extends Slice {
  /** A running server is attached; otherwise whoever connects is dropped. */
  readonly serving: boolean;
  readonly connections: readonly ClientConnection[];
  /** Set at this server, by whom. */
  readonly watches: readonly Watch[];
  /** Sessions heard of since the leader last asked: what a learner's answer to PING carries. */
  readonly touched: readonly SessionId[];
  /** Sessions this process has made: part of the next id. */
  readonly sessionCount: number;
}

export function createClientService(generation: number): ClientService {
  return { generation, serving: false, connections: [], watches: [], touched: [], sessionCount: 0 };
}

/** One client's connection (ServerCnxn): its calls, what is counted of them, and its end. */
import { withoutConnection } from '../database/watch-manager.ts';
import type { SessionId, Zxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import type { ClientConnection, ClientService, CnxnStats, PendingCall } from './client-service.ts';
import { forgetUnread } from './client-throttle.ts';

export function connectionOfSession({ connections }: ClientService, id: SessionId): ClientConnection | null {
  return connections.find((connection) => connection.sessionId === id) ?? null;
}

/** `connection` waiting for `calls`. Written out: every call passes here twice. */
export function withCalls(
  connection: ClientConnection,
  calls: readonly PendingCall[],
  stats = connection.stats,
): ClientConnection {
  const { on, sessionId, timeoutMillis, authInfo, established, connectedAt } = connection;
  return { on, sessionId, timeoutMillis, authInfo, established, connectedAt, stats, calls };
}

/** Puts the changed `connection` in the place of the one with the same id. */
export function replaceConnection(turn: Turn, connection: ClientConnection): void {
  const clients = turn.clients();
  const connections = clients.connections.slice();
  for (let i = 0; i < connections.length; i++) if (connections[i]?.on === connection.on) connections[i] = connection;
  clients.connections = connections;
}

/** Drops a connection, and the watches that were set on it. */
export function forgetConnection(turn: Turn, { on, stats }: ClientConnection): void {
  const clients = turn.clients();
  clients.pastStats = sumOfStats(clients.pastStats, stats);
  clients.connections = clients.connections.filter((other) => other.on !== on);
  clients.watches = withoutConnection(clients.watches, on);
  forgetUnread(turn, on);
  const { kept, waitedOn } = clients.reset;
  if (!(on in kept) && !(on in waitedOn)) return;
  const { [on]: _, ...keptOfOthers } = kept;
  const { [on]: __, ...waitedOnOthers } = waitedOn;
  clients.reset = { ...clients.reset, kept: keptOfOthers, waitedOn: waitedOnOthers };
}

/** After the answer to `call`, at `now`, that carries `zxid`. */
export function withAnswer(stats: CnxnStats, call: PendingCall, zxid: Zxid, now: number): CnxnStats {
  const latency = now - call.at;
  return {
    answered: stats.answered + 1,
    latencyMin: stats.answered === 0 ? latency : Math.min(stats.latencyMin, latency),
    latencyMax: Math.max(stats.latencyMax, latency),
    latencySum: stats.latencySum + latency,
    lastOperation: call.operation.op,
    lastCxid: call.cxid,
    lastZxid: zxid,
    lastAt: now,
    lastLatency: latency,
  };
}

/** Both together; what was last is `b`'s. */
export function sumOfStats(a: CnxnStats, b: CnxnStats): CnxnStats {
  if (a.answered === 0) return b;
  if (b.answered === 0) return a;
  return {
    ...b,
    answered: a.answered + b.answered,
    latencyMin: Math.min(a.latencyMin, b.latencyMin),
    latencyMax: Math.max(a.latencyMax, b.latencyMax),
    latencySum: a.latencySum + b.latencySum,
  };
}

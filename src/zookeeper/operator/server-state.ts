/** What an operator's commands can see of a server, and the figures that several of them tell. */
import { sortedEntries } from '../../base/persistent-map.ts';
import type { ServerConfig } from '../config/ensemble.ts';
import { namesIn } from '../database/data-tree.ts';
import type { Watches } from '../database/watches.ts';
import { watchCount } from '../database/watch-manager.ts';
import { type SessionId, ZXID_ZERO, epochOf } from '../ids.ts';
import { type Durable, loggedTxns, txnBytes } from '../peer/durable.ts';
import type { QuorumPeer } from '../peer/quorum-peer.ts';
import type { LearnerHandler } from '../quorum/learner-handler.ts';
import type { ClientConnection, CnxnStats } from '../processors/client-service.ts';
import { sumOfStats } from '../processors/client-connection.ts';

export interface OperatedServer {
  readonly peer: QuorumPeer;
  readonly config: ServerConfig;
  readonly durable: Durable;
  /** Virtual milliseconds, and when the process began. */
  readonly now: number;
  readonly startedAt: number;
  /** Of the release it imitates, as `3.9.3`. */
  readonly version: string;
  readonly clientPort: number;
}

/** What a server that serves is called; null for one that does not. */
export type Mode = 'leader' | 'follower' | 'observer' | 'read-only' | 'standalone';

export function modeOf({ clients, leader, state }: QuorumPeer): Mode | null {
  if (clients.readOnly) return 'read-only';
  if (!clients.serving) return null;
  if (leader !== null) return leader.phase === 'standalone' ? 'standalone' : 'leader';
  return state === 'OBSERVING' ? 'observer' : 'follower';
}

/** Observers that are told of commits here. */
export function syncedObservers({ leader, learner }: QuorumPeer): readonly LearnerHandler[] {
  const handlers = leader?.handlers ?? learner?.observerMaster?.handlers ?? [];
  return handlers.filter(({ forwarding, learnerType }) => forwarding && learnerType === 'OBSERVER');
}

export function statsOf({ clients }: QuorumPeer): CnxnStats {
  return clients.connections.reduce((sum, { stats }) => sumOfStats(sum, stats), clients.pastStats);
}

/** Four decimals at most, one at least, as a Java double. */
export function averageText({ latencySum, answered }: CnxnStats): string {
  const average = answered === 0 ? 0 : Math.round((latencySum / answered) * 10_000) / 10_000;
  return Number.isInteger(average) ? `${average}.0` : String(average);
}

export function outstandingOf({ clients }: QuorumPeer): number {
  return clients.connections.reduce((sum, { calls }) => sum + calls.length, 0);
}

/** Since the counters were reset, if they were; what waited then had been received before. */
export function receivedOf(peer: QuorumPeer): number {
  return statsOf(peer).answered + outstandingOf(peer) - peer.clients.reset.waited;
}

/** What a connection has counted by itself; `null` for the last operation says that nothing was done since it was reset. */
export function connectionStats(
  { clients }: QuorumPeer,
  { on, stats, calls }: ClientConnection,
): { readonly stats: CnxnStats; readonly received: number; readonly isReset: boolean } {
  const kept = clients.reset.kept[on];
  const own = kept === undefined ? stats : sumOfStats(kept, stats);
  const waited = clients.reset.waitedOn[on];
  return {
    stats: own,
    received: own.answered + calls.length - (waited ?? 0),
    isReset: waited !== undefined && own.answered === 0,
  };
}

/** What it is selected for: to be read, or nothing while it is not read from. */
export function interestOps({ clients }: QuorumPeer, { on }: ClientConnection): 0 | 1 {
  return clients.unread?.[on] === undefined ? 1 : 0;
}

/** Virtual time begins with the year 2026. */
const VIRTUAL_EPOCH_MILLIS = 1_767_225_600_000;

/** Of virtual time, as Java counts milliseconds. */
export function epochMillis(at: number): number {
  return VIRTUAL_EPOCH_MILLIS + at;
}

/** The root is stored under two keys. */
export function nodeCountOf({ database }: QuorumPeer): number {
  return database.tree.nodes.size + 1;
}

export function ephemeralCountOf({ database }: QuorumPeer): number {
  return sortedEntries(database.tree.ephemerals).reduce((sum, [, paths]) => sum + paths.size, 0);
}

/** Paths of ephemerals by their session, in order. */
export function ephemeralsBySession({ database }: QuorumPeer): readonly (readonly [SessionId, readonly string[]])[] {
  return sortedEntries(database.tree.ephemerals).map(([id, paths]) => [id as SessionId, namesIn(paths)] as const);
}

/** Sizes of this leader's own proposals: the last, the least, the largest; -1 before the first. */
export function proposalSizes({ peer, durable }: OperatedServer): readonly [last: number, min: number, max: number] {
  const epoch = peer.leader?.epoch ?? -1;
  const sizes = Array.from(loggedTxns(durable.logFiles, ZXID_ZERO))
    .filter(({ zxid }) => epochOf(zxid) === epoch && zxid > peer.clients.reset.proposals)
    .map(txnBytes);
  return sizes.length === 0 ? [-1, -1, -1] : [sizes.at(-1) ?? -1, Math.min(...sizes), Math.max(...sizes)];
}

/** Connections that watch, paths that are watched, watches. */
export function watchFigures(watches: Watches): readonly [connections: number, paths: number, total: number] {
  const entries = [...sortedEntries(watches.dataWatches), ...sortedEntries(watches.childWatches)];
  const connections = new Set(entries.flatMap(([, watchers]) => watchers.map(({ on }) => on)));
  return [connections.size, new Set(entries.map(([path]) => path)).size, watchCount(watches)];
}

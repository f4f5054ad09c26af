/** What the audit keeps of one client: what it asked, what it was shown, and what it waits for. */
import { type PersistentMap, emptyMap, lookUp, put, remove } from '../base/persistent-map.ts';
import type { World } from '../kernel/world.ts';
import { NO_CLIENT_WATCHES } from '../zookeeper/client/client-watches.ts';
import type { ClientState } from '../zookeeper/client/client.ts';
import type { Answer, OperationName, WatchLists } from '../zookeeper/client/operations.ts';
import type { WatchEventType } from '../zookeeper/database/watches.ts';
import { type Sid, type Zxid, ZXID_NONE, ZXID_ZERO } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Audit } from './ghost.ts';
import { serverOf } from './servers.ts';

/** A call without an answer. */
interface OpenCall {
  readonly cxid: number;
  readonly path: string | null;
  /** The largest zxid of a write that anybody had been answered by then. */
  readonly after: Zxid;
  /** Of a sync: what the leader of its server had committed by then. */
  readonly committed: Zxid;
}

export interface ClientRecord {
  readonly name: string;
  /** Of its process: a client that starts again has seen nothing. */
  readonly incarnation: number;
  /** In this session. */
  readonly lastSeen: Zxid;
  /** The last write of this session that it was told of, where a node is left by it. */
  readonly lastWrite: { readonly path: string; readonly zxid: Zxid } | null;
  readonly calls: readonly OpenCall[];
  /** As they stood after its last event. */
  readonly watches: WatchLists;
  /** Of each watch that stands: the zxid of the change that it was shown last; ZXID_NONE where there was no node. */
  readonly seen: PersistentMap<Zxid>;
  /** A server may hold a watch that the client was told it has not (`exists` without permission). */
  readonly hasHidden: boolean;
}

export function newClientRecord(name: string, incarnation: number): ClientRecord {
  return {
    name,
    incarnation,
    lastSeen: ZXID_ZERO,
    lastWrite: null,
    calls: [],
    watches: NO_CLIENT_WATCHES,
    seen: emptyMap(),
    hasHidden: false,
  };
}

/** Those that the whole ensemble knows of; the end of a session may concern its server alone. */
const WRITES: ReadonlySet<OperationName> = new Set([
  'create',
  'create2',
  'createContainer',
  'createTTL',
  'delete',
  'setData',
  'setACL',
  'reconfig',
  'check',
  'multi',
]);
const READS: ReadonlySet<OperationName> = new Set(['getData', 'exists', 'getChildren']);

export function isWriteName(operation: OperationName): boolean {
  return WRITES.has(operation);
}

export function isReadName(operation: OperationName): boolean {
  return READS.has(operation);
}

interface Shown {
  /** Of the watch that waits for the same kind of change. */
  readonly key: string;
  readonly path: string;
  readonly zxid: Zxid;
}

/** Which change a read shows, of what its watch would wait for; null when it shows nothing. */
export function shownBy(operation: OperationName, path: string | null, { error, stat }: Answer): Shown | null {
  if (path === null || !isReadName(operation) || (error !== 'OK' && error !== 'NONODE')) return null;
  const ofChildren = operation === 'getChildren';
  const zxid = error === 'NONODE' ? ZXID_NONE : ofChildren ? stat?.pzxid : stat?.mzxid;
  return zxid === undefined ? null : { key: keyOf(path, ofChildren), path, zxid };
}

function keyOf(path: string, ofChildren: boolean): string {
  return `${ofChildren ? 'children' : 'data'} ${path}`;
}

/** Whether `event` at `path` is one that a watch among `watches` waits for. */
export function isStanding(watches: WatchLists, event: WatchEventType, path: string): boolean {
  const { dataWatches, existWatches, childWatches, persistentWatches, persistentRecursiveWatches } = watches;
  const ofNode = dataWatches.includes(path) || existWatches.includes(path);
  const isPersistent =
    persistentWatches.includes(path) || persistentRecursiveWatches.some((above) => isAtOrBelow(path, above));
  switch (event) {
    case 'NodeCreated':
    case 'NodeDataChanged':
      return ofNode || isPersistent;
    case 'NodeDeleted':
      return ofNode || childWatches.includes(path) || isPersistent;
    case 'NodeChildrenChanged':
      return childWatches.includes(path) || isPersistent;
    default:
      // Told by the client itself, of what it has removed.
      return true;
  }
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(above === '/' ? '/' : `${above}/`);
}

/** The record after one of its client's notes. */
export function clientAfter(
  record: ClientRecord,
  note: Note,
  client: ClientState,
  audit: Audit,
  world: World<ZooKeeper>,
): ClientRecord {
  switch (note.kind) {
    case 'clientCalled': {
      const { cxid, path, operation, server } = note;
      const committed = operation === 'sync' ? committedUnder(audit, world, server) : ZXID_ZERO;
      return { ...record, calls: [...record.calls, { cxid, path, after: audit.answeredUpTo, committed }] };
    }
    case 'clientAnswered':
      return afterAnswer(record, note, client);
    case 'watchFired':
      return withWatches(record, client.watches, note.path);
    case 'sessionLost':
      return newClientRecord(record.name, record.incarnation);
    default:
      return record;
  }
}

function afterAnswer(
  record: ClientRecord,
  { cxid, operation, answer }: Note & { readonly kind: 'clientAnswered' },
  client: ClientState,
): ClientRecord {
  const calls = record.calls.filter((call) => call.cxid !== cxid);
  // The session is closed: what comes next is a new one, which has seen nothing.
  if (client.sessionId === null) return { ...newClientRecord(record.name, record.incarnation), calls };
  const path = record.calls.find((call) => call.cxid === cxid)?.path ?? null;
  const isDone = answer.error === 'OK' && isWriteName(operation) && path !== null;
  // A sequential node is not at the path that was asked for, nor is a deleted one anywhere.
  const isLeft = operation === 'setData' || (operation === 'create' && answer.path === path);
  const after: ClientRecord = {
    ...record,
    calls,
    lastSeen: answer.zxid > record.lastSeen ? answer.zxid : record.lastSeen,
    lastWrite: isDone ? (isLeft ? { path, zxid: answer.zxid } : null) : record.lastWrite,
    hasHidden: record.hasHidden || (operation === 'exists' && answer.error !== 'OK' && answer.error !== 'NONODE'),
  };
  if (path === null) return after;
  const shown = shownBy(operation, path, answer);
  const seen = shown === null ? record.seen : put(record.seen, shown.key, shown.zxid);
  return withWatches({ ...after, seen }, client.watches, path);
}

/** Of `path` only what a watch still stands for is kept in mind. */
function withWatches(record: ClientRecord, watches: WatchLists, path: string): ClientRecord {
  const { dataWatches, existWatches, childWatches } = watches;
  let { seen } = record;
  if (!dataWatches.includes(path) && !existWatches.includes(path)) seen = remove(seen, keyOf(path, false));
  if (!childWatches.includes(path)) seen = remove(seen, keyOf(path, true));
  return { ...record, watches, seen };
}

/** Without what it was shown of `path`: there will be changes that it is not told of. */
export function withoutSeen(record: ClientRecord, path: string): ClientRecord {
  return { ...record, seen: remove(remove(record.seen, keyOf(path, false)), keyOf(path, true)) };
}

/** The zxid of the change that was shown last where a watch of this kind stands; null where none does. */
export function seenAt({ seen }: ClientRecord, { key }: Shown): Zxid | null {
  return lookUp(seen, key);
}

function committedUnder({ committedBy }: Audit, world: World<ZooKeeper>, server: Sid): Zxid {
  const peer = serverOf(world, server);
  const epoch = peer?.leader?.epoch ?? peer?.learner?.newEpoch ?? null;
  return epoch === null ? ZXID_ZERO : (committedBy[epoch] ?? ZXID_ZERO);
}

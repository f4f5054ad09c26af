/**
 * What a client waits for, by table (ZKWatchManager). It files a watch when the answer to the read allows it, drops it
 * when it has fired, and sets all that are left again at the next server.
 */
import type { WatchEventType } from '../database/watches.ts';
import type { ErrorName } from '../database/txn.ts';
import type { Operation, WatchLists, WatcherType } from './operations.ts';

export const NO_CLIENT_WATCHES: WatchLists = {
  dataWatches: [],
  existWatches: [],
  childWatches: [],
  persistentWatches: [],
  persistentRecursiveWatches: [],
};

type Table = keyof WatchLists;

export function hasClientWatches(watches: WatchLists): boolean {
  return Object.values(watches).some((paths) => paths.length > 0);
}

/** After `operation` was answered with `error` (WatchRegistration). */
export function registered(watches: WatchLists, operation: Operation, error: ErrorName): WatchLists {
  if (operation.op === 'addWatch') {
    if (error !== 'OK' && error !== 'NONODE') return watches;
    const table = operation.mode === 'PERSISTENT' ? 'persistentWatches' : 'persistentRecursiveWatches';
    return withPath(watches, table, operation.path);
  }
  if (!('watch' in operation) || !operation.watch) return watches;
  if (error === 'OK') {
    return withPath(watches, operation.op === 'getChildren' ? 'childWatches' : 'dataWatches', operation.path);
  }
  const waits = operation.op === 'exists' && error === 'NONODE';
  return waits ? withPath(watches, 'existWatches', operation.path) : watches;
}

const ENDED_BY: Readonly<Partial<Record<WatchEventType, readonly Table[]>>> = {
  NodeCreated: ['dataWatches', 'existWatches'],
  NodeDataChanged: ['dataWatches', 'existWatches'],
  NodeChildrenChanged: ['childWatches'],
  NodeDeleted: ['dataWatches', 'existWatches', 'childWatches'],
};

/**
 * Whether an event has anybody to be told to (ZKWatchManager.materialize). Not always: for a node that went while the client
 * was away setWatches answers once for its data and once for its children, and the first takes both.
 */
export function isWaitedFor(watches: WatchLists, event: WatchEventType, path: string): boolean {
  const { persistentWatches, persistentRecursiveWatches } = watches;
  if ((ENDED_BY[event] ?? []).some((table) => watches[table].includes(path))) return true;
  return persistentWatches.includes(path) || persistentRecursiveWatches.some((above) => isBelow(path, above));
}

/** Or the same. */
function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(above === '/' ? '/' : `${above}/`);
}

/** After an event: what fires once is gone. */
export function afterEvent(watches: WatchLists, event: WatchEventType, path: string): WatchLists {
  return (ENDED_BY[event] ?? []).reduce((left, table) => withoutPath(left, table, path), watches);
}

const OF_TYPE: Readonly<Record<WatcherType, readonly Table[]>> = {
  DATA: ['dataWatches', 'existWatches'],
  CHILDREN: ['childWatches'],
  PERSISTENT: ['persistentWatches'],
  PERSISTENT_RECURSIVE: ['persistentRecursiveWatches'],
  ANY: ['childWatches', 'dataWatches', 'existWatches', 'persistentWatches', 'persistentRecursiveWatches'],
};

const REMOVED: Readonly<Record<Table, WatchEventType>> = {
  dataWatches: 'DataWatchRemoved',
  existWatches: 'DataWatchRemoved',
  childWatches: 'ChildWatchRemoved',
  persistentWatches: 'PersistentWatchRemoved',
  persistentRecursiveWatches: 'PersistentWatchRemoved',
};

/** Without those of a type on `path`, and what their callbacks are told (WatchDeregistration). */
export function deregistered(
  watches: WatchLists,
  path: string,
  type: WatcherType,
): { readonly left: WatchLists; readonly events: readonly WatchEventType[] } {
  const tables = OF_TYPE[type].filter((table) => watches[table].includes(path));
  return {
    left: tables.reduce((left, table) => withoutPath(left, table, path), watches),
    events: [...new Set(tables.map((table) => REMOVED[table]))],
  };
}

function withPath(watches: WatchLists, table: Table, path: string): WatchLists {
  if (watches[table].includes(path)) return watches;
  return { ...watches, [table]: [...watches[table], path].toSorted() };
}

function withoutPath(watches: WatchLists, table: Table, path: string): WatchLists {
  if (!watches[table].includes(path)) return watches;
  return { ...watches, [table]: watches[table].filter((other) => other !== path) };
}

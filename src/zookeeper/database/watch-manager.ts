/** Setting watches, and firing them (WatchManager, DataTree.addWatch, setWatches). */
import { assertUnreachable } from '../../base/assert.ts';
import { lookUp, put, remove, sortedEntries } from '../../base/persistent-map.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { WatchLists, WatcherType } from '../client/operations.ts';
import type { Zxid } from '../ids.ts';
import { type DataTree, nodeAt, parentPath } from './data-tree.ts';
import type { TxnBody } from './txn.ts';
import type { WatchEventType, Watcher, WatcherMode, Watches } from './watches.ts';

type Table = 'dataWatches' | 'childWatches';

export interface Triggered {
  readonly on: ConnectionId;
  readonly event: WatchEventType;
  readonly path: string;
}

/** How many there are, as `mntr` counts them: pairs of a table's path and who waits there. */
export function watchCount({ dataWatches, childWatches }: Watches): number {
  return [...sortedEntries(dataWatches), ...sortedEntries(childWatches)].reduce(
    (sum, [, watchers]) => sum + new Set(watchers.map(({ on }) => on)).size,
    0,
  );
}

export function isWatching({ dataWatches, childWatches }: Watches): boolean {
  return dataWatches.size + childWatches.size > 0;
}

/** With a watch of a read; setting it twice is setting it once. */
export function withWatch(watches: Watches, table: Table, path: string, watcher: Watcher): Watches {
  const here = lookUp(watches[table], path) ?? [];
  if (here.some(({ on, mode }) => on === watcher.on && mode === watcher.mode)) return watches;
  const recursive = watcher.mode === 'PERSISTENT_RECURSIVE' ? 1 : 0;
  return {
    ...watches,
    [table]: put(watches[table], path, [...here, watcher]),
    recursiveCount: watches.recursiveCount + recursive,
  };
}

/** DataTree.addWatch: a persistent watch waits in both tables, a recursive one in the first alone. */
export function withAddedWatch(watches: Watches, path: string, watcher: Watcher): Watches {
  const added = withWatch(watches, 'dataWatches', path, watcher);
  return watcher.mode === 'PERSISTENT' ? withWatch(added, 'childWatches', path, watcher) : added;
}

/** The tables in which a type is looked for, and the modes that it means. */
const OF_TYPE: Readonly<Record<WatcherType, readonly [tables: readonly Table[], modes: readonly WatcherMode[]]>> = {
  DATA: [['dataWatches'], ['STANDARD']],
  CHILDREN: [['childWatches'], ['STANDARD']],
  PERSISTENT: [['dataWatches', 'childWatches'], ['PERSISTENT']],
  PERSISTENT_RECURSIVE: [['dataWatches'], ['PERSISTENT_RECURSIVE']],
  ANY: [
    ['dataWatches', 'childWatches'],
    ['STANDARD', 'PERSISTENT', 'PERSISTENT_RECURSIVE'],
  ],
};

/** Whether a connection has a watch of a type on `path` (containsWatcher). */
export function hasWatch(watches: Watches, path: string, on: ConnectionId, type: WatcherType): boolean {
  const [tables, modes] = OF_TYPE[type];
  return tables.some((table) =>
    (lookUp(watches[table], path) ?? []).some((watcher) => watcher.on === on && modes.includes(watcher.mode)),
  );
}

/** Without them (removeWatch). */
export function withoutWatch(watches: Watches, path: string, on: ConnectionId, type: WatcherType): Watches {
  const [tables, modes] = OF_TYPE[type];
  return tables.reduce(
    (left, table) => keepAt(left, table, path, (watcher) => watcher.on !== on || !modes.includes(watcher.mode)),
    watches,
  );
}

/** Without all that a connection has set: it is gone. */
export function withoutConnection(watches: Watches, gone: ConnectionId): Watches {
  let left = watches;
  for (const table of ['dataWatches', 'childWatches'] as const) {
    for (const [path] of sortedEntries(watches[table])) left = keepAt(left, table, path, ({ on }) => on !== gone);
  }
  return left;
}

function keepAt(watches: Watches, table: Table, path: string, isKept: (watcher: Watcher) => boolean): Watches {
  const here = lookUp(watches[table], path);
  if (here === null || here.every(isKept)) return watches;
  const kept = here.filter(isKept);
  const recursive = here.filter((watcher) => watcher.mode === 'PERSISTENT_RECURSIVE' && !isKept(watcher)).length;
  return {
    ...watches,
    [table]: kept.length === 0 ? remove(watches[table], path) : put(watches[table], path, kept),
    recursiveCount: watches.recursiveCount - recursive,
  };
}

/** What fires when `body` is applied, in order, and what is left. */
export function trigger(
  watches: Watches,
  body: TxnBody,
): { readonly fired: readonly Triggered[]; readonly left: Watches } {
  const fired: Triggered[] = [];
  let left = watches;
  const fire = (
    table: Table,
    path: string,
    event: WatchEventType,
    told: ReadonlySet<ConnectionId> = NOBODY,
  ): ReadonlySet<ConnectionId> => {
    const waiting = new Set((lookUp(left[table], path) ?? []).map(({ on }) => on));
    left = keepAt(left, table, path, ({ mode }) => mode !== 'STANDARD');
    // Recursive watches are in one table, which never tells of children.
    if (left.recursiveCount > 0 && table === 'dataWatches') {
      for (let at = path; at !== '/';) {
        at = parentPath(at);
        for (const { on, mode } of lookUp(left[table], at) ?? []) {
          if (mode === 'PERSISTENT_RECURSIVE') waiting.add(on);
        }
      }
    }
    for (const on of waiting) if (!told.has(on)) fired.push({ on, event, path });
    return waiting;
  };
  const apply = (part: TxnBody): void => {
    switch (part.type) {
      case 'create':
        fire('dataWatches', part.path, 'NodeCreated');
        fire('childWatches', parentPath(part.path), 'NodeChildrenChanged');
        return;
      case 'delete':
      case 'deleteContainer':
        return deleted(part.path);
      case 'closeSession':
        return part.paths.forEach(deleted);
      case 'setData':
      case 'reconfig':
        fire('dataWatches', part.path, 'NodeDataChanged');
        return;
      case 'multi':
        if (part.txns.every(({ type }) => type !== 'error')) part.txns.forEach(apply);
        return;
      case 'createSession':
      case 'setACL':
      case 'check':
      case 'error':
        return;
      default:
        return assertUnreachable(part);
    }
  };
  // A watcher of both the node and its children hears of the deletion once.
  const deleted = (path: string): void => {
    const told = fire('dataWatches', path, 'NodeDeleted');
    fire('childWatches', path, 'NodeDeleted', told);
    fire('childWatches', parentPath(path), 'NodeChildrenChanged');
  };
  apply(body);
  return { fired, left };
}

const NOBODY: ReadonlySet<ConnectionId> = new Set();

/**
 * A client that comes back sets its watches again (DataTree.setWatches): what has changed since `relativeZxid`, the last
 * it saw, fires at once, the rest waits here from now on. Several changes are told as one, and one that was undone not at all.
 */
export function setAgain(
  watches: Watches,
  tree: DataTree,
  on: ConnectionId,
  relativeZxid: Zxid,
  lists: WatchLists,
): { readonly fired: readonly Triggered[]; readonly watches: Watches } {
  const fired: Triggered[] = [];
  let set = watches;
  const standard: Watcher = { on, mode: 'STANDARD' };
  const decide = (path: string, table: Table, event: WatchEventType | null): void => {
    if (event === null) set = withWatch(set, table, path, standard);
    else fired.push({ on, event, path });
  };
  for (const path of lists.dataWatches) {
    const node = nodeAt(tree, path);
    decide(path, 'dataWatches', node === null ? 'NodeDeleted' : node.mzxid > relativeZxid ? 'NodeDataChanged' : null);
  }
  for (const path of lists.existWatches) {
    decide(path, 'dataWatches', nodeAt(tree, path) === null ? null : 'NodeCreated');
  }
  for (const path of lists.childWatches) {
    const node = nodeAt(tree, path);
    decide(
      path,
      'childWatches',
      node === null ? 'NodeDeleted' : node.pzxid > relativeZxid ? 'NodeChildrenChanged' : null,
    );
  }
  for (const path of lists.persistentWatches) set = withAddedWatch(set, path, { on, mode: 'PERSISTENT' });
  for (const path of lists.persistentRecursiveWatches) {
    set = withAddedWatch(set, path, { on, mode: 'PERSISTENT_RECURSIVE' });
  }
  return { fired, watches: set };
}

/**
 * Watches: who waits for which path to change; what a transaction makes of that is in `watch-manager.ts`. A watch lives on the server it was set at and belongs to the connection; it fires when that server applies the
 * change. Ordinary ones fire once, persistent ones for ever.
 */
import { type PersistentMap, emptyMap } from '../../base/persistent-map.ts';
import type { ConnectionId } from '../../kernel/process.ts';

/** Watcher.Event.EventType. */
export type WatchEventType =
  | 'NodeCreated'
  | 'NodeDeleted'
  | 'NodeDataChanged'
  | 'NodeChildrenChanged'
  | 'DataWatchRemoved'
  | 'ChildWatchRemoved'
  | 'PersistentWatchRemoved';

export type WatcherMode = 'STANDARD' | 'PERSISTENT' | 'PERSISTENT_RECURSIVE';

export interface Watcher {
  readonly on: ConnectionId;
  readonly mode: WatcherMode;
}

/** Who waits, by path. */
export type WatchManager = PersistentMap<readonly Watcher[]>;

export interface Watches {
  /** Of getData and exists, and of addWatch. */
  readonly dataWatches: WatchManager;
  /** Of getChildren, and of addWatch. */
  readonly childWatches: WatchManager;
  /** Recursive ones: while there are none, nobody looks at parents. */
  readonly recursiveCount: number;
}

export const NO_WATCHES: Watches = { dataWatches: emptyMap(), childWatches: emptyMap(), recursiveCount: 0 };

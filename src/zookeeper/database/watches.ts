/**
 * One-shot watches (WatchManager): who waits for which path to change, and what a transaction makes of that.
 * A watch lives on the server it was set at and belongs to the connection; it fires when that server applies
 * the change, once. Not modelled: persistent watches.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import { parentPath } from './data-tree.ts';
import type { TxnBody } from './txn.ts';

/** Watcher.Event.EventType. */
export type WatchEventType = 'NodeCreated' | 'NodeDeleted' | 'NodeDataChanged' | 'NodeChildrenChanged';

export interface Watch {
  readonly on: ConnectionId;
  /** dataWatches (getData, exists) or childWatches (getChildren). */
  readonly table: 'data' | 'child';
  readonly path: string;
}

export interface Triggered {
  readonly on: ConnectionId;
  readonly event: WatchEventType;
  readonly path: string;
}

/** With `watch` set; setting it twice is setting it once. */
export function withWatch(watches: readonly Watch[], watch: Watch): readonly Watch[] {
  const known = watches.some(({ on, table, path }) => on === watch.on && table === watch.table && path === watch.path);
  return known ? watches : [...watches, watch];
}

/** What fires when `body` is applied, in order, and what is left. */
export function trigger(
  watches: readonly Watch[],
  body: TxnBody,
): { readonly fired: readonly Triggered[]; readonly left: readonly Watch[] } {
  const fired: Triggered[] = [];
  let left = watches;
  const fire = (
    table: Watch['table'],
    path: string,
    event: WatchEventType,
    told: ReadonlySet<ConnectionId> = NOBODY,
  ): ReadonlySet<ConnectionId> => {
    const here = left.filter((watch) => watch.table === table && watch.path === path);
    if (here.length > 0) left = left.filter((watch) => !here.includes(watch));
    for (const { on } of here) if (!told.has(on)) fired.push({ on, event, path });
    return new Set(here.map(({ on }) => on));
  };
  const apply = (part: TxnBody): void => {
    switch (part.type) {
      case 'create':
        fire('data', part.path, 'NodeCreated');
        fire('child', parentPath(part.path), 'NodeChildrenChanged');
        return;
      case 'delete':
      case 'deleteContainer':
        return deleted(part.path);
      case 'closeSession':
        return part.paths.forEach(deleted);
      case 'setData':
        fire('data', part.path, 'NodeDataChanged');
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
    const told = fire('data', path, 'NodeDeleted');
    fire('child', path, 'NodeDeleted', told);
    fire('child', parentPath(path), 'NodeChildrenChanged');
  };
  apply(body);
  return { fired, left };
}

const NOBODY: ReadonlySet<ConnectionId> = new Set();

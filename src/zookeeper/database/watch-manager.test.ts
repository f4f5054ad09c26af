import { describe, expect, it } from 'vitest';
import { emptyList } from '../../base/append-list.ts';
import type { WatcherType } from '../client/operations.ts';
import type { SessionId, Zxid } from '../ids.ts';
import { INITIAL_TREE, type DataTree } from './data-tree.ts';
import { applyTxn } from './process-txn.ts';
import type { Txn, TxnBody } from './txn.ts';
import { NO_WATCHES, type WatcherMode, type Watches } from './watches.ts';
import {
  hasWatch,
  setAgain,
  trigger,
  watchCount,
  withAddedWatch,
  withWatch,
  withoutConnection,
  withoutWatch,
} from './watch-manager.ts';

const ADDED: Readonly<Record<string, WatcherMode>> = { persistent: 'PERSISTENT', recursive: 'PERSISTENT_RECURSIVE' };

/** `7 data /a`: connection 7 waits for the data of /a. `7 persistent /a`, `7 recursive /a`: by addWatch. */
function watches(...texts: readonly string[]): Watches {
  return texts.reduce<Watches>((known, text) => {
    const [on, table, path = ''] = text.split(' ');
    const mode = ADDED[table ?? ''];
    if (mode !== undefined) return withAddedWatch(known, path, { on: Number(on), mode });
    const name = table === 'child' ? 'childWatches' : 'dataWatches';
    return withWatch(known, name, path, { on: Number(on), mode: 'STANDARD' });
  }, NO_WATCHES);
}

function create(path: string): TxnBody {
  return { type: 'create', path, data: '', dataLength: 0, ephemeral: false, parentCVersion: 1 };
}

function remove(path: string): TxnBody {
  return { type: 'delete', path };
}

function set(path: string): TxnBody {
  return { type: 'setData', path, data: '', dataLength: 0, version: 1 };
}

describe('18 what triggers what', () => {
  it.each<[readonly string[], TxnBody, readonly string[], number]>([
    // set                                   change              fired                              left
    [['7 data /a'], create('/a'), ['7 NodeCreated /a'], 0],
    [['7 child /'], create('/a'), ['7 NodeChildrenChanged /'], 0],
    [['7 child /a', '7 data /'], create('/a'), [], 2],
    [['7 data /a'], set('/a'), ['7 NodeDataChanged /a'], 0],
    [['7 child /a', '7 child /'], set('/a'), [], 2],
    [['7 data /a', '8 data /a'], set('/a'), ['7 NodeDataChanged /a', '8 NodeDataChanged /a'], 0],
    // Whoever waits for both hears of the deletion once.
    [['7 data /a', '7 child /a', '8 child /a'], remove('/a'), ['7 NodeDeleted /a', '8 NodeDeleted /a'], 0],
    [['7 child /'], remove('/a'), ['7 NodeChildrenChanged /'], 0],
    [['7 data /a'], { type: 'error', error: 'NONODE' }, [], 1],
    [['7 data /a'], { type: 'createSession', timeoutMillis: 1 }, [], 1],
    [
      ['7 data /e', '7 data /f', '7 child /'],
      { type: 'closeSession', paths: ['/e', '/f'] },
      ['7 NodeDeleted /e', '7 NodeChildrenChanged /', '7 NodeDeleted /f'],
      0,
    ],
    [
      ['7 data /a', '7 data /b'],
      { type: 'multi', txns: [set('/a'), set('/a'), create('/b')] },
      ['7 NodeDataChanged /a', '7 NodeCreated /b'],
      0,
    ],
    [['7 data /a'], { type: 'multi', txns: [set('/a'), { type: 'error', error: 'NONODE' }] }, [], 1],
    [
      ['7 data /c', '7 child /'],
      { type: 'deleteContainer', path: '/c' },
      ['7 NodeDeleted /c', '7 NodeChildrenChanged /'],
      0,
    ],
    [['7 data /a'], { type: 'setACL', path: '/a', acl: [], version: 1 }, [], 1],
    // Persistent: data and child events of the node, again and again.
    [['7 persistent /a'], set('/a'), ['7 NodeDataChanged /a'], 2],
    [['7 persistent /a'], create('/a/b'), ['7 NodeChildrenChanged /a'], 2],
    [['7 persistent /a'], set('/a/b'), [], 2],
    [['7 persistent /a'], remove('/a'), ['7 NodeDeleted /a'], 2],
    // Recursive: the whole subtree, never NodeChildrenChanged.
    [['7 recursive /a'], create('/a/b/c'), ['7 NodeCreated /a/b/c'], 1],
    [['7 recursive /a'], set('/a'), ['7 NodeDataChanged /a'], 1],
    [['7 recursive /a'], remove('/a/b'), ['7 NodeDeleted /a/b'], 1],
    [['7 recursive /a'], set('/ab'), [], 1],
    [['7 recursive /'], set('/a/b'), ['7 NodeDataChanged /a/b'], 1],
    // A one-shot beside a persistent one of the same connection: told once, and the one-shot is gone.
    [['7 data /a', '7 persistent /a'], set('/a'), ['7 NodeDataChanged /a'], 2],
    [['7 recursive /a', '7 child /a/b'], remove('/a/b'), ['7 NodeDeleted /a/b'], 1],
  ])('%j and %j', (waiting, body, expected, left) => {
    const result = trigger(watches(...waiting), body);
    expect(result.fired.map(({ on, event, path }) => `${on} ${event} ${path}`)).toEqual(expected);
    expect(watchCount(result.left)).toBe(left);
  });
});

it('set twice is set once', () => {
  expect(watchCount(watches('7 data /a', '7 data /a', '7 child /a', '8 data /a'))).toBe(3);
});

it('those of a connection go with it', () => {
  const left = withoutConnection(watches('7 data /a', '7 recursive /a', '8 data /a', '7 child /b'), 7);
  expect([left, watchCount(left)]).toEqual([watches('8 data /a'), 1]);
});

describe('18 removeWatches, checkWatches', () => {
  it.each<[string, WatcherType, boolean, number]>([
    // watch of 7 on /a    type looked for   there   left
    ['7 data /a', 'DATA', true, 0],
    ['7 data /a', 'CHILDREN', false, 1],
    ['7 data /a', 'PERSISTENT', false, 1],
    ['7 child /a', 'CHILDREN', true, 0],
    ['7 child /a', 'ANY', true, 0],
    ['7 persistent /a', 'DATA', false, 2],
    ['7 persistent /a', 'PERSISTENT', true, 0],
    ['7 persistent /a', 'ANY', true, 0],
    ['7 recursive /a', 'PERSISTENT', false, 1],
    ['7 recursive /a', 'PERSISTENT_RECURSIVE', true, 0],
    ['8 data /a', 'ANY', false, 1],
    ['7 data /b', 'ANY', false, 1],
  ])('%s, %s: %s', (watch, type, there, left) => {
    const waiting = watches(watch);
    expect([hasWatch(waiting, '/a', 7, type), watchCount(withoutWatch(waiting, '/a', 7, type))]).toEqual([there, left]);
  });
});

function at(zxid: number, body: TxnBody): Txn {
  return { zxid: zxid as Zxid, sessionId: '0x1' as SessionId, cxid: 1, time: 0, body };
}

/** `/a` made at 3, changed at `changed`, with a child made at `child` (0 for never). */
function treeOf({ changed = 0, child = 0 }): DataTree {
  let tree = applyTxn({ ...INITIAL_TREE, history: emptyList() }, at(3, create('/a')));
  if (changed > 0) tree = applyTxn(tree, at(changed, set('/a')));
  return child > 0 ? applyTxn(tree, at(child, create('/a/b'))) : tree;
}

describe('18 setWatches: a client comes back and has seen up to zxid 5', () => {
  const none = {
    dataWatches: [],
    existWatches: [],
    childWatches: [],
    persistentWatches: [],
    persistentRecursiveWatches: [],
  };

  it.each([
    // list               path    tree             fires               else what waits again
    ['dataWatches', '/a', treeOf({}), null, '7 data /a'],
    ['dataWatches', '/a', treeOf({ changed: 5 }), null, '7 data /a'],
    ['dataWatches', '/a', treeOf({ changed: 6 }), 'NodeDataChanged', null],
    ['dataWatches', '/gone', treeOf({}), 'NodeDeleted', null],
    ['existWatches', '/a', treeOf({}), 'NodeCreated', null],
    ['existWatches', '/gone', treeOf({}), null, '7 data /gone'],
    ['childWatches', '/a', treeOf({ child: 4 }), null, '7 child /a'],
    ['childWatches', '/a', treeOf({ child: 6 }), 'NodeChildrenChanged', null],
    ['childWatches', '/gone', treeOf({}), 'NodeDeleted', null],
    ['persistentWatches', '/a', treeOf({ changed: 6 }), null, '7 persistent /a'],
    ['persistentRecursiveWatches', '/gone', treeOf({}), null, '7 recursive /gone'],
  ])('%s %s', (list, path, tree, event, waits) => {
    const again = setAgain(NO_WATCHES, tree, 7, 5 as Zxid, { ...none, [list]: [path] });
    expect(again.fired).toEqual(event === null ? [] : [{ on: 7, event, path }]);
    expect(again.watches).toEqual(waits === null ? NO_WATCHES : watches(waits));
  });
});

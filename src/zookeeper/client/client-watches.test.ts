import { describe, expect, it } from 'vitest';
import type { WatchEventType } from '../database/watches.ts';
import type { ErrorName } from '../database/txn.ts';
import {
  NO_CLIENT_WATCHES,
  afterEvent,
  deregistered,
  hasClientWatches,
  registered,
  isWaitedFor,
} from './client-watches.ts';
import type { Operation, WatchLists, WatcherType } from './operations.ts';

const get: Operation = { op: 'getData', path: '/a', watch: true };

/** `data /a`: filed in dataWatches. */
function lists(...texts: readonly string[]): WatchLists {
  return texts.reduce<WatchLists>((known, text) => {
    const [kind, path = ''] = text.split(' ');
    const table = `${kind}Watches` as keyof WatchLists;
    return { ...known, [table]: [...known[table], path] };
  }, NO_CLIENT_WATCHES);
}

describe('18 a client files a watch after the answer', () => {
  it.each<[Operation, ErrorName, readonly string[]]>([
    [get, 'OK', ['data /a']],
    [get, 'NONODE', []],
    [{ ...get, watch: false }, 'OK', []],
    [{ op: 'getChildren', path: '/a', watch: true }, 'OK', ['child /a']],
    [{ op: 'exists', path: '/a', watch: true }, 'OK', ['data /a']],
    [{ op: 'exists', path: '/a', watch: true }, 'NONODE', ['exist /a']],
    [{ op: 'exists', path: '/a', watch: true }, 'NOAUTH', []],
    [{ op: 'addWatch', path: '/a', mode: 'PERSISTENT' }, 'OK', ['persistent /a']],
    [{ op: 'addWatch', path: '/a', mode: 'PERSISTENT_RECURSIVE' }, 'OK', ['persistentRecursive /a']],
    [{ op: 'addWatch', path: '/a', mode: 'PERSISTENT' }, 'CONNECTIONLOSS', []],
  ])('%j, %s: %j', (operation, error, expected) => {
    const filed = registered(NO_CLIENT_WATCHES, operation, error);
    expect(filed).toEqual(lists(...expected));
    expect(hasClientWatches(filed)).toBe(expected.length > 0);
    expect(registered(filed, operation, error)).toEqual(filed);
  });
});

describe('18 an event ends those that fire once', () => {
  const all = ['data /a', 'exist /a', 'child /a', 'persistent /a', 'persistentRecursive /a', 'data /b'];
  it.each<[WatchEventType, readonly string[]]>([
    ['NodeCreated', ['data /a', 'exist /a']],
    ['NodeDataChanged', ['data /a', 'exist /a']],
    ['NodeChildrenChanged', ['child /a']],
    ['NodeDeleted', ['data /a', 'exist /a', 'child /a']],
  ])('%s ends %j', (event, ended) => {
    expect(afterEvent(lists(...all), event, '/a')).toEqual(lists(...all.filter((text) => !ended.includes(text))));
  });
});

describe('18 removed ones are told so', () => {
  it.each<[WatcherType, readonly string[], readonly WatchEventType[]]>([
    ['DATA', ['child /a', 'persistent /a'], ['DataWatchRemoved']],
    ['CHILDREN', ['data /a', 'exist /a', 'persistent /a'], ['ChildWatchRemoved']],
    ['PERSISTENT', ['data /a', 'exist /a', 'child /a'], ['PersistentWatchRemoved']],
    ['PERSISTENT_RECURSIVE', ['data /a', 'exist /a', 'child /a', 'persistent /a'], []],
    ['ANY', [], ['ChildWatchRemoved', 'DataWatchRemoved', 'PersistentWatchRemoved']],
  ])('%s leaves %j', (type, left, events) => {
    const all = lists('data /a', 'exist /a', 'child /a', 'persistent /a');
    expect(deregistered(all, '/a', type)).toEqual({ left: lists(...left), events });
  });
});

it.each([
  // event                path     told
  ['NodeDeleted', '/a', true],
  ['NodeChildrenChanged', '/a', true],
  ['NodeDataChanged', '/a', true],
  ['NodeDataChanged', '/b', false],
  ['NodeCreated', '/p', true],
  ['NodeCreated', '/p/c', false],
  ['NodeCreated', '/r/c/d', true],
  ['NodeCreated', '/rest', false],
] as const)('18 %s of %s has somebody to be told to: %s', (event, path, told) => {
  const watches = {
    ...NO_CLIENT_WATCHES,
    dataWatches: ['/a'],
    childWatches: ['/a'],
    persistentWatches: ['/p'],
    persistentRecursiveWatches: ['/r'],
  };
  expect(isWaitedFor(watches, event, path)).toBe(told);
});

it('18 of two answers of setWatches that one node is gone the client hears once', () => {
  const watches = { ...NO_CLIENT_WATCHES, dataWatches: ['/a'], childWatches: ['/a'] };
  expect(isWaitedFor(afterEvent(watches, 'NodeDeleted', '/a'), 'NodeDeleted', '/a')).toBe(false);
});

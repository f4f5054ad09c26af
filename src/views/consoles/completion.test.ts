import { expect, it } from 'vitest';
import { completed } from './completion.ts';

const COMMANDS = ['create', 'delete', 'deleteall', 'get', 'getAcl', 'ls'];
const TREE: Readonly<Record<string, readonly string[]>> = {
  '/': ['lock', 'locked', 'zookeeper'],
  '/lock': ['n-0000000000', 'n-0000000001'],
  '/zookeeper': ['config', 'quota'],
};

// oxfmt-ignore
it.each([
  // typed            becomes             candidates
  ['',                '',                 COMMANDS],
  ['c',               'create ',          []],
  ['del',             'delete',           ['delete', 'deleteall']],
  ['deletea',         'deleteall ',       []],
  ['x',               'x',                []],
  ['ls /z',           'ls /zookeeper',    []],
  ['ls /l',           'ls /lock',         ['lock', 'locked']],
  ['ls -s /lock/',    'ls -s /lock/n-000000000', ['n-0000000000', 'n-0000000001']],
  ['get /zookeeper/q', 'get /zookeeper/quota', []],
  ['get /nobody/',    'get /nobody/',     []],
  ['get -',           'get -',            []],
])('%j becomes %j', (typed, line, candidates) => {
  expect(completed(typed, COMMANDS, (path) => TREE[path] ?? [])).toEqual({ line, candidates });
});

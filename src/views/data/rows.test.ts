import { expect, it } from 'vitest';
import type { ZnodeFacts } from '../../sim/select-data.ts';
import { moveFor, shownRows } from './rows.ts';

const SAME = { kind: 'persistent', data: '', stat: null, acl: [], missingAt: [], onlyAt: [], otherAt: [] } as const;

const ZNODES: readonly ZnodeFacts[] = [
  { ...SAME, path: '/', name: '/', depth: 0, childCount: 2 },
  { ...SAME, path: '/a', name: 'a', depth: 1, childCount: 1 },
  { ...SAME, path: '/a/b', name: 'b', depth: 2, childCount: 0 },
  { ...SAME, path: '/z', name: 'z', depth: 1, childCount: 0 },
];

it.each([
  [[], ['/', '/a', '/a/b', '/z']],
  [['/a'], ['/', '/a', '/z']],
  [['/'], ['/']],
])('%j folded', (folded, paths) => {
  expect(shownRows(ZNODES, new Set(folded)).map(({ path }) => path)).toEqual(paths);
});

// oxfmt-ignore
it.each([
  // key          at      folded   does
  ['ArrowDown',  '/',     [],      { select: '/a' }],
  ['ArrowDown',  '/z',    [],      null],
  ['ArrowDown',  '/a',    ['/a'],  { select: '/z' }],
  ['ArrowUp',    '/a',    [],      { select: '/' }],
  ['ArrowUp',    '/',     [],      null],
  ['End',        '/',     [],      { select: '/z' }],
  ['Home',       '/z',    [],      { select: '/' }],
  ['ArrowRight', '/a',    ['/a'],  { unfold: '/a' }],
  ['ArrowRight', '/a',    [],      { select: '/a/b' }],
  ['ArrowRight', '/z',    [],      null],
  ['ArrowLeft',  '/a',    [],      { fold: '/a' }],
  ['ArrowLeft',  '/a',    ['/a'],  { select: '/' }],
  ['ArrowLeft',  '/a/b',  [],      { select: '/a' }],
  ['x',          '/a',    [],      null],
])('%s at %s with %j folded', (key, path, folded, does) => {
  const set = new Set(folded);
  expect(moveFor(key, shownRows(ZNODES, set), path, set)).toEqual(does);
});

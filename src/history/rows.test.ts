import { expect, it } from 'vitest';
import type { Row } from './machine.ts';
import { Rows } from './rows.ts';

const ROW: Row = { at: 0, kind: 0, node: 0, other: 0, packet: 0, zxid: 0, by: 0, since: 0, flags: 0 };
const COLUMNS = Object.keys(ROW) as (keyof Row)[];

function rowOf(i: number): Row {
  return {
    at: i * 2 ** 40,
    kind: i % 256,
    node: i - 500,
    other: 500 - i,
    packet: (i % 256) - 128,
    zxid: i * 2 ** 32 + i,
    by: i * 2 ** 20,
    since: i * 2 ** 40 - 0.5,
    flags: i * -(2 ** 20) - 1,
  };
}

it('keeps every number that was pushed, however many there are', () => {
  const rows = new Rows();
  for (let i = 0; i < 1000; i++) rows.push(rowOf(i));
  expect(rows.length).toBe(1000);
  for (const i of [0, 63, 511, 512, 999]) {
    expect(Object.fromEntries(COLUMNS.map((column) => [column, rows.at(column, i)]))).toEqual(rowOf(i));
  }
});

it.each([
  ['kind', 256],
  ['kind', -1],
  ['packet', 128],
  ['node', 40_000],
  ['node', 0.5],
  ['other', -40_000],
  ['by', 2 ** 31],
  ['flags', 2 ** 31],
] as const)('refuses a %s that would be cut: %d', (column, value) => {
  const rows = new Rows();
  expect(() => rows.push({ ...ROW, [column]: value })).toThrow(String(value));
  expect(rows.length).toBe(0);
});

it('has no rows outside', () => {
  const rows = new Rows();
  rows.push(ROW);
  expect(() => rows.at('at', 1)).toThrow('row 1');
  expect(() => rows.at('at', -1)).toThrow('row -1');
});

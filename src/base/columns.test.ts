import { expect, it } from 'vitest';
import { Columns } from './columns.ts';

function sample(): Columns<'at' | 'kind' | 'node'> {
  return new Columns({ at: 'f64', kind: 'u8', node: 'i16' });
}

it('keeps what was pushed, however much it grows', () => {
  const columns = sample();
  for (let i = 0; i < 1000; i++) columns.push({ at: i * 2 ** 40, kind: i % 256, node: i - 500 });
  expect(columns.length).toBe(1000);
  for (const i of [0, 63, 511, 512, 999]) {
    expect([columns.at('at', i), columns.at('kind', i), columns.at('node', i)]).toEqual([
      i * 2 ** 40,
      i % 256,
      i - 500,
    ]);
  }
});

it('holds little more than its rows need', () => {
  const columns = sample();
  for (let i = 0; i < 10_000; i++) columns.push({ at: i, kind: 0, node: 0 });
  expect(columns.byteLength).toBeLessThan(10_000 * 11 * 1.06);
});

it.each([
  ['kind', { at: 0, kind: 256, node: 0 }],
  ['kind', { at: 0, kind: -1, node: 0 }],
  ['node', { at: 0, kind: 0, node: 40_000 }],
  ['node', { at: 0, kind: 0, node: 0.5 }],
])('refuses a number that %s would cut', (column, row) => {
  expect(() => sample().push(row)).toThrow(column);
});

it('has no rows outside', () => {
  const columns = sample();
  columns.push({ at: 1, kind: 1, node: 1 });
  expect(() => columns.at('at', 1)).toThrow('row 1');
  expect(() => columns.at('at', -1)).toThrow('row -1');
});

import { expect, it } from 'vitest';
import { clonedHashSetOrder, hashSetOrder } from './java-hash-set.ts';

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);

// What OpenJDK 17 prints for each set, and for a list made of its clone.
it.each([
  [
    ['/x', '/s/n-0000000001'],
    ['/x', '/s/n-0000000001'],
    ['/x', '/s/n-0000000001'],
  ],
  [
    ['/es-0000000003', '/e'],
    ['/e', '/es-0000000003'],
    ['/es-0000000003', '/e'],
  ],
  [
    ['/live/me', '/live/you', '/live/us'],
    ['/live/us', '/live/you', '/live/me'],
    ['/live/us', '/live/you', '/live/me'],
  ],
  [
    ['/e/1', '/e/2', '/e/3', '/e/4', '/e/5'],
    ['/e/5', '/e/3', '/e/4', '/e/1', '/e/2'],
    ['/e/5', '/e/3', '/e/4', '/e/1', '/e/2'],
  ],
  [
    ['/Aa', '/BB'],
    ['/Aa', '/BB'],
    ['/Aa', '/BB'],
  ],
  [
    ['/BB', '/Aa'],
    ['/BB', '/Aa'],
    ['/BB', '/Aa'],
  ],
  [[], [], []],
])('%j: a set goes %j, its clone %j', (items, order, cloned) => {
  expect(hashSetOrder(items)).toEqual(order);
  expect(clonedHashSetOrder(items)).toEqual(cloned);
});

it('a table grows with what it holds', () => {
  const order = [11, 10, 0, 1, 2, 3, 4, 14, 5, 13, 6, 12, 7, 8, 9].map((i) => `/n${i}`);
  expect(hashSetOrder(numbered('/n', 15))).toEqual(order);
  expect(clonedHashSetOrder(numbered('/n', 15))).toEqual(order);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AppendList, append, emptyList, itemAt, itemsFrom, lastItem, listOf, takeFirst } from './append-list.ts';

function numbers(count: number): AppendList<number> {
  return listOf(Array.from({ length: count }, (_, i) => i));
}

// Around the ends of chunks (32) and of blocks (1024).
it.each([0, 1, 31, 32, 33, 1023, 1024, 1025, 3000])('keeps %d items in order', (count) => {
  const list = numbers(count);
  expect(list.length).toBe(count);
  expect([...itemsFrom(list)]).toEqual(Array.from({ length: count }, (_, i) => i));
  expect(lastItem(list)).toBe(count === 0 ? null : count - 1);
  expect([itemAt(list, -1), itemAt(list, count)]).toEqual([null, null]);
});

it.each([
  // length  from  what is left
  [40, 38, [38, 39]],
  [40, 40, []],
  [40, 99, []],
  [3, -5, [0, 1, 2]],
])('%d items from %d', (count, start, expected) => {
  expect([...itemsFrom(numbers(count), start)]).toEqual(expected);
});

it('takes any beginning, and goes on from it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2200 }), fc.nat({ max: 2200 }), fc.nat({ max: 70 }), (count, kept, more) => {
      let list = takeFirst(numbers(count), kept);
      let model = Array.from({ length: Math.min(count, kept) }, (_, i) => i);
      for (let i = 0; i < more; i++) {
        list = append(list, -i);
        model = [...model, -i];
      }
      expect([...itemsFrom(list)]).toEqual(model);
    }),
    { numRuns: 60, seed: 1 },
  );
});

it('shares its chunks with what it came from, and changes nothing', () => {
  const before = Object.freeze(numbers(64));
  const after = append(append(before, 64), 65);
  expect(after.chunks[0]).toBe(before.chunks[0]);
  expect([before.length, lastItem(before), emptyList().length]).toEqual([64, 63, 0]);
  expect(takeFirst(after, 66)).toBe(after);
});

import { expect, it } from 'vitest';
import { firstIndex } from './binary-search.ts';

// oxfmt-ignore
it.each([
  // items         at least   index
  [[],             5,         0],
  [[5],            5,         0],
  [[4],            5,         1],
  [[1, 5, 5, 9],   5,         1],
  [[1, 2, 3],      0,         0],
  [[1, 2, 3],      4,         3],
])('the first item of %j that is at least %i stands at %i', (items: readonly number[], least, index) => {
  expect(firstIndex(items.length, (i) => (items[i] ?? NaN) >= least)).toBe(index);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { uniform } from './keyed-random.ts';

/** Golden: a scenario's seed gives the same run in every release and every engine. */
it.each([
  // seed, a, b, n
  [0, 0, 0, 0, 0],
  [1, 0, 1, 0, 2_274_823_678],
  [1, 1, 0, 0, 4_021_961_913],
  [1, 0, 1, 1, 3_734_788_765],
  [7, 2, 3, 1_000_000, 3_281_924_273],
  [-1, -1, -1, -1, 3_974_589_887],
])('uniform(%d, %d, %d, %d) for ever', (seed, a, b, n, expected) => {
  expect(uniform(seed, a, b, n) * 2 ** 32).toBe(expected);
});

it('stays in [0, 1)', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), fc.integer(), (seed, a, b, n) => {
      const value = uniform(seed, a, b, n);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
    }),
    { seed: 1 },
  );
});

it('is spread evenly, whichever key counts up', () => {
  const draws: readonly ((i: number) => number)[] = [
    (i) => uniform(i, 0, 1, 0),
    (i) => uniform(1, i, 1, 0),
    (i) => uniform(1, 0, i, 0),
    (i) => uniform(1, 0, 1, i),
  ];
  for (const draw of draws) {
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const bucket = Math.floor(draw(i) * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(150);
  }
});

import { expect, it } from 'vitest';
import { Checkpoints } from './checkpoints.ts';

/** Checkpoints from `start` on as a timeline of `length` events makes them; a moment is its own cursor. */
function after(start: number, length: number): Checkpoints<number> {
  const checkpoints = new Checkpoints(start, start, { strideEvents: 10, countMax: 4 });
  for (let cursor = start; cursor <= length; cursor++) if (checkpoints.isDue(cursor)) checkpoints.add(cursor);
  return checkpoints;
}

it.each([
  // start length  kept                  nearest of: 0+start  9     10    35    length
  [0, 9, 1, [0, 0, null, null, 0]],
  [0, 30, 4, [0, 0, 10, null, 30]],
  // the fifth makes it every 20
  [0, 40, 3, [0, 0, 0, 20, 40]],
  // and the fifth of those every 40
  [0, 90, 3, [0, 0, 0, 0, 80]],
  [5, 35, 4, [5, null, null, 35, 35]],
])('from %i to %i events keeps %i', (start, length, count, nearest) => {
  const checkpoints = after(start, length);
  expect(checkpoints.count).toBe(count);
  const cursors = [start, 9, 10, 35, length];
  cursors.forEach((cursor, i) => {
    if (nearest[i] === null) return;
    expect(checkpoints.nearest(cursor)).toEqual({ cursor: nearest[i], moment: nearest[i] });
  });
});

it('never keeps more than its cap, and never loses the first', () => {
  const checkpoints = after(3, 5000);
  expect(checkpoints.count).toBeLessThanOrEqual(4);
  expect(checkpoints.nearest(3).moment).toBe(3);
});

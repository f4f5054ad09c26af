import { expect, it } from 'vitest';
import type { Kept } from './lesson-progress.ts';
import { keepTalk, minutesIn, recallTalk, timeOf } from './talk-clock.ts';

function storage(text: string | null = null): () => Kept {
  let kept = text;
  return () => ({
    getItem: () => kept,
    setItem: (_key, value) => {
      kept = value;
    },
  });
}

const forbidden = (): Kept => {
  throw new Error('forbidden');
};

const HOUR = 3_600_000;

it.each([
  // minutes since, minutes planned, elapsed s, left s
  [0, 45, 0, 2700],
  [44.99, 45, 2699, 1],
  [45, 45, 2700, 0],
  [47.5, 45, 2850, -150],
])('after %d of %d minutes: %d s, %d s left', (gone, minutes, elapsed, left) => {
  expect(timeOf({ since: HOUR, minutes }, HOUR + gone * 60_000)).toEqual({ elapsed, left });
});

it.each([
  ['45', 45],
  [' 1 ', 1],
  ['600', 600],
  ['601', null],
  ['0', null],
  ['-3', null],
  ['2.5', null],
  ['', null],
  ['soon', null],
])('a length of "%s" is %s', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});

it('goes on after a reload, and begins anew a day later', () => {
  const kept = storage();
  keepTalk(kept, { since: HOUR, minutes: 30 });
  expect(recallTalk(kept, HOUR + 600_000)).toEqual({ since: HOUR, minutes: 30 });
  expect(recallTalk(kept, 25 * HOUR)).toEqual({ since: 25 * HOUR, minutes: 30 });
  // The clock was set back.
  expect(recallTalk(kept, 5)).toEqual({ since: 5, minutes: 30 });
});

it.each([null, 'nonsense', '[]', '{"since":"x","minutes":3}', '{"since":1,"minutes":0}'])('%s is no talk', (text) => {
  expect(recallTalk(storage(text), 7)).toEqual({ since: 7, minutes: 45 });
});

it('works where storage is forbidden', () => {
  keepTalk(forbidden, { since: 1, minutes: 2 });
  expect(recallTalk(forbidden, 3)).toEqual({ since: 3, minutes: 45 });
});

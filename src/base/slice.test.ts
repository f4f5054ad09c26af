import { expect, it } from 'vitest';
import { edit, freshGeneration } from './slice.ts';

it('hands out a generation once', () => {
  const [one, two] = [freshGeneration(), freshGeneration()];
  expect(one).not.toBe(two);
});

it('its own generation writes a slice in place; any other copies it first', () => {
  const [mine, other] = [freshGeneration(), freshGeneration()];
  const slice = { generation: mine, votes: [1] as readonly number[] };
  expect(edit(slice, mine)).toBe(slice);
  const copy = edit(slice, other);
  expect(copy).not.toBe(slice);
  expect(copy).toEqual({ generation: other, votes: [1] });
  expect(copy.votes).toBe(slice.votes);
  copy.votes = [2];
  expect(slice).toEqual({ generation: mine, votes: [1] });
  expect(edit(copy, other)).toBe(copy);
});

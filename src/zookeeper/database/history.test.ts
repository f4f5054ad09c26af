import { expect, it } from 'vitest';
import { emptyList, itemsFrom, listOf } from '../../base/append-list.ts';
import { zxidFrom } from '../ids.ts';
import { type History, holds, withZxid } from './history.ts';

const zxids = [1, 2, 4, 7].map((counter) => zxidFrom(1, counter));

it('keeps zxids in order and each once, whatever order they come in', () => {
  const history = [2, 1, 4, 2, 7, 7, 1].reduce<History>(
    (so, counter) => withZxid(so, zxidFrom(1, counter)),
    emptyList(),
  );
  expect([...itemsFrom(history)]).toEqual(zxids);
});

it('holds what it was given and nothing between', () => {
  const history = listOf(zxids);
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((counter) => holds(history, zxidFrom(1, counter)));
  expect(all).toEqual([true, true, false, true, false, false, true, false]);
  expect(holds(emptyList(), zxidFrom(1, 1))).toBe(false);
});

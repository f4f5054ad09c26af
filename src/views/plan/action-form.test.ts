import { expect, test } from 'vitest';
import type { Action } from '../../sim/action.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { type ActionContext, NEW_KINDS, actionOf, problemOf, tidied } from './action-form.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const context: ActionContext = { sids: [s1, s2, s3], target: s3, clients: [] };
const cut: Action = { do: 'cut', from: s1, to: s3 };
const until = { event: 'counts', server: s3, acks: 2 } as const;

test('what was to be done at once is held until the server that is meant has two acks', () => {
  expect(NEW_KINDS).toContain('hold');
  expect(actionOf('hold', cut, context)).toEqual({ do: 'hold', until, action: cut });
});

test('what was held is done at once, or is another action with its ends', () => {
  const held: Action = { do: 'hold', until, nth: 3, action: cut };
  expect(actionOf('hold', held, context)).toBe(held);
  expect(actionOf('cut', held, context)).toBe(cut);
  expect(actionOf('heal', held, context)).toEqual({ do: 'heal', from: s1, to: s3 });
});

test('a mistake in what is held, or in which time is meant, is a mistake of the whole', () => {
  expect(problemOf({ do: 'hold', until, action: cut })).toBeNull();
  expect(problemOf({ do: 'hold', until, action: { do: 'cut', from: s1, to: s1 } })).toEqual({ kind: 'badPair' });
  for (const nth of [0, -1, 1.5, Number.NaN]) {
    expect(problemOf({ do: 'hold', until, nth, action: cut })).toEqual({ kind: 'badNumber', name: 'nth' });
  }
});

test('the first time is what is meant without a count, and what is held is tidied too', () => {
  expect(tidied({ do: 'hold', until, nth: 1, action: cut })).toEqual({ do: 'hold', until, action: cut });
  const apart: Action = { do: 'partition', groups: [[s1], [], [s2, s3]] };
  expect(tidied({ do: 'hold', until, nth: 2, action: apart })).toEqual({
    do: 'hold',
    until,
    nth: 2,
    action: { do: 'partition', groups: [[s1], [s2, s3]] },
  });
});

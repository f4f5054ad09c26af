import { expect, it } from 'vitest';
import { keepSettled, recallSettled, withSettled } from './challenge-progress.ts';

function shelf(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

it('keeps the fewest deeds, and what cannot be done', () => {
  const kept = shelf();
  const once = withSettled(withSettled({}, 'a', 4), 'b', null);
  keepSettled(() => kept, withSettled(withSettled(once, 'a', 3), 'a', 5));
  expect(recallSettled(() => kept)).toEqual({ a: 3, b: null });
});

const forbidden = (): never => {
  throw new Error('forbidden');
};

it.each(['{', '[]', '{"a":-1}', '{"a":"x"}', 'null'])('begins anew where something else is kept: %s', (text) => {
  expect(recallSettled(() => shelf({ 'zabscope.challenges': text }))).toEqual({});
});

it('begins anew where storage is forbidden', () => {
  expect(recallSettled(forbidden)).toEqual({});
  expect(() => keepSettled(forbidden, { a: 1 })).not.toThrow();
});

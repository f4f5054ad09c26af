import { expect, it } from 'vitest';
import { keepProgress, recallProgress, withProgress } from './lesson-progress.ts';

const NONE = { version: 1, lessons: {} } as const;

it('the furthest step and the first answer stay', () => {
  const once = withProgress(NONE, 'a', { step: 4, answers: { q: 'x' } });
  const twice = withProgress(once, 'a', { step: 2, answers: { q: 'y', r: 'z' }, done: true });
  expect(twice.lessons['a']).toEqual({ step: 4, done: true, answers: { q: 'x', r: 'z' } });
  expect(withProgress(twice, 'a', { done: false }).lessons['a']?.done).toBe(true);
});

it('what was kept comes back', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  const progress = withProgress(NONE, 'a', { step: 1 });
  keepProgress(storage, progress);
  expect(recallProgress(storage)).toEqual(progress);
});

it.each(['', '{', '[]', '{"version":2,"lessons":{}}', '{"version":1,"lessons":{"a":{"step":"1"}}}'])(
  'what is not ours begins anew: %s',
  (text) => {
    expect(recallProgress(() => ({ getItem: () => text, setItem: () => undefined }))).toEqual(NONE);
  },
);

it('a browser that forbids storage is none to stumble over', () => {
  expect(recallProgress(forbidden)).toEqual(NONE);
  expect(() => keepProgress(forbidden, NONE)).not.toThrow();
});

function forbidden(): never {
  throw new Error('forbidden');
}

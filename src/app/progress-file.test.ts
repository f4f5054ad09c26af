import { expect, it } from 'vitest';
import { type Learnt, merged, progressText, readProgress } from './progress-file.ts';

const own: Learnt = {
  progress: { version: 1, lessons: { a: { step: 3, done: false, answers: { q: 'mine' } } } },
  settled: { one: 4, two: null },
};
const other: Learnt = {
  progress: {
    version: 1,
    lessons: {
      a: { step: 1, done: true, answers: { q: 'theirs', r: 'new' } },
      b: { step: 2, done: false, answers: {} },
    },
  },
  settled: { one: 2, three: 5, two: null },
};

it('what was saved comes back', () => {
  expect(readProgress(progressText(own))).toEqual({ ok: true, value: own });
});

it('a file of lessons alone, as they once were, is read', () => {
  expect(readProgress(JSON.stringify(own.progress))).toEqual({ ok: true, value: { ...own, settled: {} } });
});

it('brought together nothing is lost', () => {
  expect(merged(own, other)).toEqual({
    progress: {
      version: 1,
      lessons: {
        a: { step: 3, done: true, answers: { q: 'mine', r: 'new' } },
        b: { step: 2, done: false, answers: {} },
      },
    },
    settled: { one: 2, two: null, three: 5 },
  });
  expect(merged(own, own)).toEqual(own);
  expect(merged({ ...own, settled: { one: 4 } }, { ...own, settled: { one: null } }).settled).toEqual({ one: 4 });
});

it.each([
  ['', 'notJson'],
  ['{', 'notJson'],
  ['null', 'notProgress'],
  ['[]', 'notProgress'],
  ['{"servers":[]}', 'notProgress'],
  ['{"version":1}', 'notProgress'],
  ['{"version":1,"lessons":{"a":{"step":-1,"done":true,"answers":{}}}}', 'notProgress'],
  ['{"version":1,"lessons":{"a":{"step":1.5,"done":true,"answers":{}}}}', 'notProgress'],
  ['{"version":1,"lessons":{"a":{"step":1,"done":1,"answers":{}}}}', 'notProgress'],
  ['{"version":1,"lessons":{},"challenges":{"x":"y"}}', 'notProgress'],
  ['{"version":2,"lessons":{}}', 'newerVersion'],
  [`{"version":1,"lessons":{}}${' '.repeat(1_000_001)}`, 'notProgress'],
])('%s is refused: %s', (text, problem) => {
  expect(readProgress(text)).toEqual({ ok: false, error: problem });
});

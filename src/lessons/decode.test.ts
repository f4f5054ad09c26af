import { describe, expect, it } from 'vitest';
import { decodeLesson, isLessonFile } from './decode.ts';
import { LESSONS, lessonCalled } from './lessons.ts';
import type { TaughtLesson } from './words.ts';

function fileOf({ lesson, words }: TaughtLesson): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ lesson: 1, ...lesson, words })) as Record<string, unknown>;
}

/** The first lesson as a file, with something put at a path. */
function changed(path: string, value: unknown): unknown {
  const [first] = LESSONS;
  if (first === undefined) throw new Error('no lesson');
  const file = fileOf(first);
  const keys = path.split('.');
  let at: Record<string, unknown> = file;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return file;
}

it.each(LESSONS.map((one) => [one.lesson.id, one] as const))('%s comes out of a file as it went in', (_, one) => {
  const file = fileOf(one);
  expect(isLessonFile(file)).toBe(true);
  const decoded = decodeLesson(file);
  expect(decoded.ok ? [] : decoded.error).toEqual([]);
  expect(decoded.ok ? decoded.value : null).toEqual(JSON.parse(JSON.stringify(one)));
});

it('words of one language stand for the other', () => {
  const decoded = decodeLesson(changed('words.zh', undefined));
  const words = decoded.ok ? decoded.value.words : null;
  expect(words?.zh).toEqual(lessonCalled('which-vote-wins')?.words.en);
});

it('a scene may be a built-in scenario, by its name', () => {
  const decoded = decodeLesson(changed('scenes.equal', 'first-look'));
  expect(decoded.ok && decoded.value.lesson.scenes['equal']?.id).toBe('first-look');
});

describe('what is wrong is told by its place', () => {
  // oxfmt-ignore
  it.each([
    // path                              value                     problem
    ['arc',                              'gardening',              '$.arc wrongValue'],
    ['minutes',                          undefined,                '$.minutes missing'],
    ['steps.0.colour',                   'red',                    '$.steps[0].colour unknownKey'],
    ['steps.0.scene',                    'no-such',                '$.steps[0].scene wrongValue'],
    ['steps.1.id',                       'cards',                  '$.steps[1].id wrongValue'],
    ['steps.3.from',                     'five',                   '$.steps[3].from wrongValue'],
    ['steps.0.lights.0.server',          9,                        '$.steps[0].lights[0] unknownServer'],
    ['steps.1.predict.wrong.s9',         {},                       '$.steps[1].predict.wrong.s9 wrongValue'],
    ['steps.1.predict.wrong.s1',         undefined,                '$.steps[1].predict.wrong missing'],
    ['scenes.equal.servers.0.sid',       'one',                    '$.scenes.equal.servers[0].sid wrongValue'],
    ['words.en.steps.same.answer',       undefined,                '$.words.en.steps.same.answer missing'],
    ['words.en.steps.same.wrong.nobody', undefined,                '$.words.en.steps.same.wrong.nobody missing'],
    ['words.zh.steps.cards.says',        '{nothing}',              '$.words.zh.steps.cards.says wrongValue'],
    ['words.zh.steps.other',             { title: '', says: '' },  '$.words.zh.steps.other unknownKey'],
    ['words.en.steps.cards',             undefined,                '$.words.en.steps.cards missing'],
  ])('%s', (path, value, problem) => {
    const decoded = decodeLesson(changed(path, value));
    const told = decoded.ok ? [] : decoded.error.map((one) => `${one.path} ${one.kind}`);
    expect(told).toContain(problem);
  });
});

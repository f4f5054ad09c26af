/** JSON to a lesson with its words, or everything that is wrong with it. What only its run can tell is told where it is played. */
import * as v from 'valibot';
import { type Result, err, ok } from '../base/result.ts';
import { builtinScenario } from '../scenario/builtin.ts';
import { type Problem, decodeScenario } from '../scenario/decode.ts';
import { problemOf } from '../scenario/problem-of.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Lesson, Stand, Step } from './lesson.ts';
import { lessonFileSchema } from './schema.ts';
import { type LessonWords, type StepWords, type TaughtLesson, namesIn } from './words.ts';

/** Whether a JSON value means to be a lesson. */
export function isLessonFile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'lesson' in json;
}

/** The lesson that `json` describes. Where it has the words of one language alone, they stand for the other too. */
export function decodeLesson(json: unknown): Result<TaughtLesson, readonly Problem[]> {
  const parsed = v.safeParse(lessonFileSchema, json);
  if (!parsed.success) return err(parsed.issues.map(problemOf));
  const { lesson: _version, words, scenes: given, ...rest } = parsed.output;
  const problems: Problem[] = [];
  const scenes: Record<string, Scenario> = {};
  for (const [name, scene] of Object.entries(given)) {
    const decoded = sceneOf(scene);
    if (decoded.ok) scenes[name] = decoded.value;
    else problems.push(...decoded.error.map((one) => ({ ...one, path: `$.scenes.${name}${one.path.slice(1)}` })));
  }
  if (problems.length > 0) return err(problems);
  const lesson: Lesson = { ...rest, scenes };
  problems.push(...contradictionsOf(lesson));
  for (const [language, told] of Object.entries(words)) {
    if (told !== undefined) problems.push(...wordProblems(lesson, told, `$.words.${language}`));
  }
  const { en, zh } = words;
  const some = en ?? zh;
  if (problems.length > 0 || some === undefined) return err(problems);
  return ok({ lesson, words: { en: en ?? some, zh: zh ?? some } });
}

function sceneOf(scene: unknown): Result<Scenario, readonly Problem[]> {
  const builtin = typeof scene === 'string' ? builtinScenario(scene) : null;
  return builtin === null ? decodeScenario(scene) : ok(builtin);
}

/** The parts of a step with where they stand in the file. */
function standsOf(step: Step, path: string): readonly (readonly [Stand, string])[] {
  const { predict } = step;
  if (predict === undefined) return [[step, path]];
  const wrong = Object.entries(predict.wrong).map(([id, stand]) => [stand, `${path}.predict.wrong.${id}`] as const);
  return [[step, path], [predict.answer, `${path}.predict.answer`], ...wrong];
}

/** What a schema cannot see: names that lead nowhere, and choices that nothing is run for. */
function contradictionsOf({ scenes, steps }: Lesson): readonly Problem[] {
  const problems: Problem[] = [];
  const wrongValue = (path: string, expected: readonly string[], received: string): void => {
    problems.push({ path, kind: 'wrongValue', expected: expected.join(', '), received });
  };
  const names = Object.keys(scenes);
  if (names.length === 0) problems.push({ path: '$.scenes', kind: 'missing', expected: 'a scene', received: '' });
  const sids = new Set(Object.values(scenes).flatMap(({ servers }) => servers.map(({ sid }) => sid)));
  steps.forEach((step, index) => {
    const before = steps.slice(0, index).map(({ id }) => id);
    const path = `$.steps[${index}]`;
    if (before.includes(step.id)) wrongValue(`${path}.id`, ['a name of its own'], step.id);
    for (const [stand, at] of standsOf(step, path)) {
      const { scene, from, lights = [] } = stand;
      if (scene !== undefined && !names.includes(scene)) wrongValue(`${at}.scene`, names, scene);
      if (from !== undefined && !before.includes(from)) wrongValue(`${at}.from`, before, from);
      lights.forEach((light, i) => {
        const named = light.light === 'message' ? [light.from, light.to] : [light.server];
        const unknown = named.find((sid) => !sids.has(sid));
        if (unknown === undefined) return;
        const expected = [...sids].join(', ');
        problems.push({ path: `${at}.lights[${i}]`, kind: 'unknownServer', expected, received: String(unknown) });
      });
    }
    const { choices, wrong } = step.predict ?? { choices: [], wrong: {} };
    const ids = choices.map(({ id }) => id);
    const unrun = ids.filter((id) => !(id in wrong));
    // One of them is right; which, the run knows.
    if (unrun.length > 1 && !('*' in wrong)) {
      problems.push({ path: `${path}.predict.wrong`, kind: 'missing', expected: unrun.join(', '), received: '' });
    }
    for (const id of Object.keys(wrong)) {
      if (id !== '*' && !ids.includes(id)) wrongValue(`${path}.predict.wrong.${id}`, [...ids, '*'], id);
    }
  });
  return problems;
}

function wordProblems({ steps }: Lesson, words: LessonWords, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const step of steps) {
    const at = `${path}.steps.${step.id}`;
    const told = words.steps[step.id];
    if (told === undefined) {
      problems.push({ path: at, kind: 'missing', expected: 'title, says', received: '' });
      continue;
    }
    for (const [where, text, { values = {} }] of textsOf(step, told, at)) {
      if (text === undefined) {
        problems.push({ path: where, kind: 'missing', expected: 'a text', received: '' });
        continue;
      }
      const known = Object.keys(values);
      for (const name of namesIn(text).filter((one) => !known.includes(one))) {
        problems.push({ path: where, kind: 'wrongValue', expected: known.join(', '), received: `{${name}}` });
      }
    }
  }
  const own = steps.map(({ id }) => id);
  for (const id of Object.keys(words.steps).filter((one) => !own.includes(one))) {
    problems.push({ path: `${path}.steps.${id}`, kind: 'unknownKey', expected: '', received: id });
  }
  return problems;
}

/** Every text that a step needs, with the place whose values it may name. */
function textsOf(step: Step, told: StepWords, at: string): readonly (readonly [string, string | undefined, Stand])[] {
  const { predict } = step;
  const own = [
    [`${at}.title`, told.title, step],
    [`${at}.says`, told.says, step],
  ] as const;
  if (predict === undefined) return own;
  const wrong = Object.entries(predict.wrong).map(
    ([id, stand]) => [`${at}.wrong.${id}`, told.wrong?.[id], stand] as const,
  );
  const named = predict.choices.filter((choice) => choice.named === true);
  const choices = named.map(({ id }) => [`${at}.choices.${id}`, told.choices?.[id], step] as const);
  return [...own, [`${at}.ask`, told.ask, step], [`${at}.answer`, told.answer, predict.answer], ...wrong, ...choices];
}

// Plays every lesson without a page, in every language, to its end.
import { describe, expect, it } from 'vitest';
import { Course, type Part } from '../app/course.ts';
import { Session } from '../app/session.ts';
import { startWhole } from '../app/whole-engine.ts';
import { sharedLength } from '../history/shared-length.ts';
import { builtinScenario } from '../scenario/builtin.ts';
import { enLessons } from '../locales/en-lessons.ts';
import { zhLessons } from '../locales/zh-lessons.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { isSameValue } from './answer.ts';
import { ARCS, type Lesson, type Prediction, type Stand, type Step } from './lesson.ts';
import { LESSONS, lessonCalled } from './lessons.ts';
import { isInspected, lookOf } from './light.ts';
import { minutesOf } from './minutes.ts';
import { type LessonWords, type StepWords, namesIn } from './words.ts';

/** Places come in order: none of them before where the way to it begins. */
function courseOf(lesson: Lesson): { readonly course: Course; readonly session: Session } {
  const [scene] = Object.values(lesson.scenes);
  if (scene === undefined) throw new Error(`${lesson.id} has no scene`);
  const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, scene);
  return { session, course: new Course(lesson, session, (scenario) => void session.open(scenario)) };
}

function partsOf({ predict }: Step): readonly Part[] {
  return predict === undefined
    ? ['step']
    : ['step', 'answer', ...Object.keys(predict.wrong).map((wrong) => ({ wrong }))];
}

/** The texts that are shown at a part. */
function textsOf(part: Part, words: StepWords | undefined): readonly string[] {
  if (part === 'step') return [words?.title ?? '', words?.says ?? '', words?.ask ?? ''];
  return [(part === 'answer' ? words?.answer : words?.wrong?.[part.wrong]) ?? ''];
}

function questionOf(lesson: Lesson, index: number): Prediction | null {
  return lesson.steps[index]?.predict ?? null;
}

describe.each(LESSONS.map((one) => [one.lesson.id, one] as const))('lesson %s', (_, { lesson, words }) => {
  it('comes to all its places in order, within their bounds, and what it lights is there', () => {
    const { course } = courseOf(lesson);
    lesson.steps.forEach((step, index) => {
      course.enter(index);
      for (const part of partsOf(step)) {
        const where = `${step.id} ${JSON.stringify(part)}`;
        const begin = course.beginOf(index, part);
        const place = course.placeOf(index, part);
        expect({ where, ...place }).toMatchObject({ where, ok: true });
        const way = begin.ok && place.ok ? place.value.cursor - begin.value.cursor : -1;
        expect({ where, way, isForward: way >= 0 }).toMatchObject({ isForward: true });
        expect({ where, missing: course.missingLights(index, part) }).toEqual({ where, missing: [] });
      }
    });
  });

  it('has the run answer its questions: one choice is right, the others are run and go another way', () => {
    const { course, session } = courseOf(lesson);
    let asked = 0;
    lesson.steps.forEach((step, index) => {
      const predict = questionOf(lesson, index);
      if (predict === null) return;
      asked += 1;
      course.enter(index);
      const right = course.rightChoice(index);
      expect({ step: step.id, right }).not.toEqual({ step: step.id, right: null });
      expect(new Set(predict.choices.map(({ is }) => JSON.stringify(is))).size).toBe(predict.choices.length);
      const truth = course.placeOf(index, 'answer');
      expect(Object.keys(predict.wrong)).not.toContain(right?.id);
      for (const choice of predict.choices) {
        if (choice.id === right?.id) continue;
        const branch = course.placeOf(index, { wrong: choice.id });
        if (!truth.ok || !branch.ok) throw new Error(`${step.id} ${choice.id} is nowhere`);
        const runs = [session.branch(truth.value.branch), session.branch(branch.value.branch)] as const;
        const parted = sharedLength(...runs);
        expect(parted).toBeLessThan(branch.value.cursor);
        expect(session.digest(truth.value)).not.toBe(session.digest(branch.value));
      }
    });
    expect(asked).toBeGreaterThan(1);
  });

  it.each(Object.entries(words))('says in %s what its places can tell', (_language, told: LessonWords) => {
    const { course } = courseOf(lesson);
    expect(Object.keys(told.steps)).toEqual(lesson.steps.map(({ id }) => id));
    lesson.steps.forEach((step, index) => {
      course.enter(index);
      const stepWords = told.steps[step.id];
      for (const part of partsOf(step)) {
        const texts = textsOf(part, stepWords);
        const { values = {} } = course.standAt(index, part);
        // Servers are named by their value.
        expect(texts.filter((text) => text.includes('S{'))).toEqual([]);
        const where = `${step.id} ${JSON.stringify(part)}`;
        expect({ where, names: new Set(texts.flatMap(namesIn)) }).toEqual({
          where,
          names: new Set(Object.keys(values)),
        });
        for (const [name, question] of Object.entries(values)) {
          expect({ where, name, value: course.valueAt(index, part, question) }).not.toMatchObject({ value: null });
        }
      }
    });
  });

  it('differs in every string of its two languages', () => {
    const all = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(all);
    const [english, chinese] = [all(words.en), all(words.zh)];
    expect(english.length).toBe(chinese.length);
    expect(english.filter((text, i) => text === chinese[i] || text.trim() === '')).toEqual([]);
  });

  it('is made as lessons are', () => {
    expect(ARCS).toContain(lesson.arc);
    expect(lesson.minutes).toBeGreaterThanOrEqual(3);
    expect(lesson.minutes).toBeLessThanOrEqual(8);
    expect(lesson.steps.at(-1)?.check).toBe(true);
    expect(new Set(lesson.steps.map(({ id }) => id)).size).toBe(lesson.steps.length);
    for (const step of lesson.steps) {
      expect(step.cites.length).toBeGreaterThan(0);
      expect(step.cites.filter((section) => !/^\d+(\.\d+)?$/.test(section))).toEqual([]);
    }
    let shown: Stand['show'] = {};
    for (const step of lesson.steps) {
      shown = { ...shown, ...step.show };
      const parts: readonly Stand[] = [
        step,
        ...(step.predict === undefined ? [] : [step.predict.answer, ...Object.values(step.predict.wrong)]),
      ];
      for (const stand of parts) {
        const { server, look = 'inside' } = { ...shown, ...stand.show };
        // What the inspector shows is seen only where it shows that server, from that side.
        const unseen = (stand.lights ?? []).filter(
          (light) => isInspected(light) && 'server' in light && (light.server !== server || lookOf(light) !== look),
        );
        expect({ step: step.id, unseen }).toEqual({ step: step.id, unseen: [] });
      }
    }
  });
});

describe('the time that lessons take', () => {
  it.each(LESSONS.map((one) => [one.lesson.id, one] as const))('%s takes what it says', (_, { lesson, words }) => {
    expect(Math.abs(lesson.minutes - minutesOf(lesson, words.en))).toBeLessThanOrEqual(1);
  });

  it.each([
    ['lecture', 45],
    ['operator', 20],
  ] as const)('the lessons of the talk “%s” fit into its %i minutes, and fill them', (talk, limit) => {
    const part = LESSONS.filter(({ lesson }) => lesson.talks?.includes(talk));
    const minutes = part.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(limit);
    expect(minutes).toBeGreaterThan(limit * 0.8);
    // What is said of it names its length.
    for (const { talks } of [enLessons, zhLessons]) expect(talks[talk]).toContain(String(limit));
  });
});

it('a wrong value is told from a right one', () => {
  expect(isSameValue([], [])).toBe(true);
  expect(isSameValue([], null)).toBe(false);
});

it('lessons are told apart by name, number and the names of their scenes', () => {
  const all = LESSONS.map(({ lesson }) => lesson);
  const numbers = all.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  const scenes = all.flatMap((lesson) => Object.values(lesson.scenes).map(({ id }) => id));
  // A scene may be a built-in scenario, in more than one lesson.
  const own = scenes.filter((id) => builtinScenario(id) === null);
  expect(new Set(own).size).toBe(own.length);
  expect(all.map(({ id }) => lessonCalled(id)?.lesson)).toEqual(all);
});

/** Two quotes that open or close at once, as where a quotation is put in quotes. */
const DOUBLED = /[“「『][“「『]|[”」』][”」』]|""|《《|》》/;

it.each([
  ['en', enLessons],
  ['zh', zhLessons],
] as const)('no text about a lesson has doubled quotes in %s', (language, page) => {
  const texts = LESSONS.flatMap(({ words }): readonly string[] => {
    const { title, question, steps }: LessonWords = words[language];
    const told = Object.values(steps);
    return [
      question,
      ...[page.trying, page.finished, page.nextLesson].map((write) => write(title)),
      ...told.flatMap(({ title: heading, says, ask = '', answer = '' }) => [heading, says, ask, answer]),
      ...told.flatMap(({ wrong = {} }) => Object.values(wrong)),
      ...told.flatMap(({ choices = {} }) => Object.values(choices).flatMap((one) => [page.said(one), page.itIs(one)])),
    ];
  });
  expect(texts.filter((text) => DOUBLED.test(text))).toEqual([]);
});

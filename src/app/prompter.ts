/**
 * What the run says at any part of a lesson, answers included, without showing it: asked of a run of its own, so that no
 * branch and no place of it appears on the page that a class looks at.
 */
import { ensure } from '../base/assert.ts';
import type { Choice, Lesson, Question, Value } from '../lessons/lesson.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { Course, type Part } from './course.ts';
import { Session } from './session.ts';
import { startWhole } from './whole-engine.ts';

export interface Answered {
  readonly question: Question;
  readonly value: Value;
}

export class Prompter {
  readonly #course: Course;
  /** By part; null where the run does not come there. */
  readonly #values = new Map<string, ReadonlyMap<string, Answered> | null>();
  readonly #right = new Map<number, Choice | null>();

  constructor(lesson: Lesson) {
    const scene = ensure(Object.values(lesson.scenes)[0], 'a scene');
    const session = new Session({ machine: zooKeeperMachine, start: startWhole, withScript }, scene);
    this.#course = new Course(lesson, session, (scenario) => void session.open(scenario));
  }

  /** What the words of a part may name, by name; null where the run does not come there. */
  valuesAt(step: number, part: Part): ReadonlyMap<string, Answered> | null {
    const key = `${step} ${typeof part === 'string' ? part : `wrong ${part.wrong}`}`;
    let values = this.#values.get(key);
    if (values === undefined) {
      values = this.#ask(step, part);
      this.#values.set(key, values);
    }
    return values;
  }

  /** The choice of a question that the run bears out; null where it is none of them. */
  rightChoice(step: number): Choice | null {
    let right = this.#right.get(step);
    if (right === undefined) {
      this.#course.enter(step);
      right = this.#course.placeOf(step, 'answer').ok ? this.#course.rightChoice(step) : null;
      this.#right.set(step, right);
    }
    return right;
  }

  #ask(step: number, part: Part): ReadonlyMap<string, Answered> | null {
    const course = this.#course;
    course.enter(step);
    if (!course.placeOf(step, part).ok) return null;
    const asked = Object.entries(course.standAt(step, part).values ?? {});
    return new Map(
      asked.map(([name, question]) => [name, { question, value: course.valueAt(step, part, question) }] as const),
    );
  }
}

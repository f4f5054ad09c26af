/**
 * A lesson on a session: where in the run each of its steps is, and what the run says there. A place is found by going
 * the ways of the steps before it, so it is the same whoever comes from wherever.
 */
import { ensure } from '../base/assert.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Seen, answerTo, isSameValue } from '../lessons/answer.ts';
import {
  type Choice,
  EVENTS_WITHIN,
  type Lesson,
  type Light,
  type Prediction,
  type Question,
  type Stand,
  type Step,
  type Value,
  type Way,
} from '../lessons/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { missingOf } from './lit.ts';
import { cursorOfEvent, seenAt } from './seen.ts';
import type { Place, Session } from './session.ts';

/** Where a step is led to: its own moment, that of its answer, or that of the branch of a wrong choice. */
export type Part = 'step' | 'answer' | { readonly wrong: string };

/** A part of a lesson that the run does not have. */
export type CourseProblem =
  /** What the way begins with makes no sense there. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** What it waits for does not come within its bound. */
  | { readonly kind: 'notReached'; readonly within: number };

export class Course {
  readonly lesson: Lesson;
  readonly #session: Session;
  readonly #open: (scenario: Scenario) => void;
  /** Of the run that is open now. */
  #root: object | null = null;
  readonly #places = new Map<string, Result<Place, CourseProblem>>();

  /** `open` shows a scenario in the session, as it was left or from its start. */
  constructor(lesson: Lesson, session: Session, open: (scenario: Scenario) => void) {
    this.lesson = lesson;
    this.#session = session;
    this.#open = open;
  }

  step(index: number): Step {
    return ensure(this.lesson.steps[index], `step ${index}`);
  }

  /** What is lit and told at a part of a step. */
  standAt(index: number, part: Part): Stand {
    const step = this.step(index);
    if (part === 'step') return step;
    const predict = predictionOf(step);
    return part === 'answer' ? predict.answer : wrongStand(predict, part.wrong);
  }

  /** Opens the scene that a step is played on, where another is open. */
  enter(index: number): void {
    const scenario = this.#sceneOf(index);
    if (this.#session.scenario !== scenario) this.#open(scenario);
  }

  /** Where a part of a step is. Its scene must be open. */
  placeOf(index: number, part: Part = 'step'): Result<Place, CourseProblem> {
    const root = this.#session.branch(0);
    if (this.#root !== root) this.#places.clear();
    this.#root = root;
    const key = `${index} ${typeof part === 'string' ? part : `wrong ${part.wrong}`}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      const begin = this.beginOf(index, part);
      place = begin.ok ? this.#go(begin.value, this.standAt(index, part)) : begin;
      this.#places.set(key, place);
    }
    return place;
  }

  /** Where the way to it begins. */
  beginOf(index: number, part: Part = 'step'): Result<Place, CourseProblem> {
    const { from, behaves } = this.standAt(index, part);
    if (behaves !== undefined) {
      return ok(this.#session.behaving({ ...this.#sceneOf(index).toggles, ...behaves }));
    }
    if (part !== 'step') return this.placeOf(from === undefined ? index : this.#indexOf(from));
    const before = from === undefined ? index - 1 : this.#indexOf(from);
    if (before < 0 || this.#sceneOf(before) !== this.#sceneOf(index)) return ok({ branch: 0, cursor: 0 });
    return this.placeOf(before, from === undefined && this.step(before).predict !== undefined ? 'answer' : 'step');
  }

  /** What the run says at a part of a step. */
  valueAt(index: number, part: Part, question: Question): Value {
    return answerTo(question, this.#seen(index, part));
  }

  /** The choice that the run bears out; null where it is none of them. */
  rightChoice(index: number): Choice | null {
    const { question, choices } = predictionOf(this.step(index));
    const value = this.valueAt(index, 'answer', question);
    return choices.find((choice) => isSameValue(choice.is, value)) ?? null;
  }

  /** What a part lights and is not there. */
  missingLights(index: number, part: Part): readonly Light[] {
    return missingOf(this.#session, this.#found(index, part), this.standAt(index, part).lights ?? []);
  }

  #seen(index: number, part: Part): Seen {
    const place = this.#found(index, part);
    // An answer is counted from where the question stood, a step from where the way to it began.
    const begin = this.beginOf(index, part);
    return seenAt(this.#session, place, begin.ok ? begin.value.cursor : 0);
  }

  #found(index: number, part: Part): Place {
    const place = this.placeOf(index, part);
    if (!place.ok) throw new Error(`step ${this.step(index).id} of ${this.lesson.id} is nowhere in the run`);
    return place.value;
  }

  #go(begin: Place, way: Way): Result<Place, CourseProblem> {
    let place = begin;
    if (way.acts !== undefined) {
      const acted = this.#session.act(begin, way.acts);
      if (!acted.ok) return err({ kind: 'refused', reason: acted.error.reason });
      place = acted.value;
    }
    if (way.until === undefined) return ok(place);
    const { until, within = EVENTS_WITHIN, nth = 1 } = way;
    const last = place.cursor + within;
    this.#session.ensureAhead(place, within);
    const limit = Math.min(last, this.#session.branch(place.branch).length);
    let { cursor } = place;
    for (let left = nth; left > 0; left--) {
      const next = cursorOfEvent(this.#session, place.branch, cursor, limit, until);
      if (next === null) return err({ kind: 'notReached', within });
      cursor = next;
    }
    return ok({ branch: place.branch, cursor });
  }

  /** That of the step it follows, unless it names one. */
  #sceneOf(index: number): Scenario {
    const { scenes } = this.lesson;
    const { scene, from } = this.step(index);
    if (scene !== undefined) return ensure(scenes[scene], `scene ${scene}`);
    if (from !== undefined) return this.#sceneOf(this.#indexOf(from));
    return index === 0 ? ensure(Object.values(scenes)[0], 'a scene') : this.#sceneOf(index - 1);
  }

  #indexOf(id: string): number {
    const index = this.lesson.steps.findIndex((step) => step.id === id);
    if (index < 0) throw new Error(`${this.lesson.id} has no step ${id}`);
    return index;
  }
}

function predictionOf(step: Step): Prediction {
  return ensure(step.predict, `prediction of step ${step.id}`);
}

function wrongStand({ wrong }: Prediction, choice: string): Stand {
  return ensure(wrong[choice] ?? wrong['*'], `branch of choice ${choice}`);
}

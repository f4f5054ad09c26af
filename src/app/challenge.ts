/** How far a run is with a challenge, and the runs that show how it is done or where it fails. */
import type { Challenge } from '../challenges/challenge.ts';
import { digestOf } from '../base/digest.ts';
import { answerTo } from '../lessons/answer.ts';
import { holds } from '../lessons/condition.ts';
import type { Way } from '../lessons/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../sim/action.ts';
import { Course } from './course.ts';
import { planOf } from './plan.ts';
import { seenAt } from './seen.ts';
import type { Place, Session } from './session.ts';

export interface Grade {
  /** Of each condition, in their order. */
  readonly holds: readonly boolean[];
  /** Deeds up to there. */
  readonly deeds: number;
  /** The first deed that this task rules out. */
  readonly against: Action | null;
  /** The scenario itself is another than was given. */
  readonly isChanged: boolean;
  readonly isDone: boolean;
}

export function gradeOf(session: Session, place: Place, challenge: Challenge): Grade {
  const seen = seenAt(session, place, 0);
  const held = challenge.goal.map((condition) => holds(condition, (question) => answerTo(question, seen)));
  const { deeds } = planOf(session, place.branch);
  const done = deeds.filter(({ placed }) => placed !== null && placed.after < place.cursor);
  const against = done.flatMap(({ actions }) => actions).find((action) => isAgainst(action, challenge)) ?? null;
  const isChanged = digestOf(session.scenarioOf(place.branch)) !== digestOf(challenge.scene);
  const isDone = held.every(Boolean) && against === null && !isChanged;
  return { holds: held, deeds: done.length, against, isChanged, isDone };
}

/** Where a way through the scene of a challenge ends; the scene must be open, `open` opens it where it is not. */
export function endOf(
  session: Session,
  { id }: Challenge,
  scene: Scenario,
  ways: readonly Way[],
  open: (scenario: Scenario) => void,
): Place {
  const steps = ways.map((way, index) => ({ ...way, id: String(index), cites: [] }));
  const course = new Course({ id, number: 0, arc: 'break', minutes: 0, scenes: { own: scene }, steps }, session, open);
  course.enter(steps.length - 1);
  const place = course.placeOf(steps.length - 1);
  if (!place.ok) throw new Error(`the way through ${id} ends: ${JSON.stringify(place.error)}`);
  return place.value;
}

function isAgainst(action: Action, challenge: Challenge): boolean {
  const { without = [] } = challenge;
  return without.includes(action.do) || (action.do === 'hold' && isAgainst(action.action, challenge));
}

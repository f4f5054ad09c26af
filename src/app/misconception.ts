/** Where a run refutes a misconception, and how the page is led there. */
import { digestOf } from '../base/digest.ts';
import { answerTo } from '../lessons/answer.ts';
import { holds } from '../lessons/condition.ts';
import type { Question, Value } from '../lessons/lesson.ts';
import { type Misconception, MOMENT_WITHIN } from '../misconceptions/misconception.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import type { Lab } from './lab.ts';
import { cursorOfEvent, seenAt } from './seen.ts';
import { type Place, Session } from './session.ts';
import { startWhole } from './whole-engine.ts';

/** So many are run at a time in search of it. */
const LOOK_EVENTS = 100;

const moments = new WeakMap<Misconception, number | null>();

/** How many events of its run have happened at the moment; null where the run does not come to it. */
export function momentOf(misconception: Misconception): number | null {
  let moment = moments.get(misconception);
  if (moment === undefined) {
    const engine = { machine: zooKeeperMachine, start: startWhole, withScript };
    moment = momentIn(new Session(engine, misconception.scene), misconception);
    moments.set(misconception, moment);
  }
  return moment;
}

/** The same in a session that has its scene open; it is run as far as it must be. */
export function momentIn(session: Session, { until, refuted }: Misconception): number | null {
  let from = 0;
  for (let limit = 0; limit < MOMENT_WITHIN; limit += LOOK_EVENTS) {
    const length = session.ensureAhead({ branch: 0, cursor: limit }, LOOK_EVENTS);
    for (;;) {
      const cursor = cursorOfEvent(session, 0, from, length, until);
      if (cursor === null) break;
      const seen = seenAt(session, { branch: 0, cursor }, 0);
      if (refuted.every((condition) => holds(condition, (question) => answerTo(question, seen)))) return cursor;
      from = cursor;
    }
    from = length;
  }
  return null;
}

/** What the run on show says at the moment. */
export function saidAt(session: Session, cursor: number, question: Question): Value {
  return answerTo(question, seenAt(session, { branch: 0, cursor }, 0));
}

/** The place of the moment in the run on show; null where its steps are others than the misconception's own. */
export function momentHere(session: Session, misconception: Misconception): Place | null {
  if (digestOf(session.scenario) !== digestOf(misconception.scene)) return null;
  const cursor = momentOf(misconception);
  return cursor === null ? null : { branch: 0, cursor };
}

/** Opens its run at the moment. Whoever follows the runs that are opened shows where to look there. */
export function openMisconception({ store }: Pick<Lab, 'store'>, misconception: Misconception): void {
  store.getState().openScenario(misconception.scene);
  const cursor = momentOf(misconception);
  if (cursor !== null) store.getState().goTo({ branch: 0, cursor });
}

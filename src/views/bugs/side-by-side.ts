/** A bug in the old behaviour and in the mended one, as two branches beside each other, where it shows. */
import type { Lab } from '../../app/lab.ts';
import { EVENTS_MAX } from '../../app/session.ts';
import { type Bug, mendedScenario } from '../../scenario/builtin/bugs/bug.ts';
import { FLAG_VIOLATION } from '../../sim/flags.ts';

export function showBesideMend({ session, store }: Lab, bug: Bug): void {
  store.getState().openScenario(bug.scenario);
  const mended = session.behaving(mendedScenario(bug).toggles);
  for (const id of [0, mended.branch]) session.ensureUntil(id, bug.untilMillis, EVENTS_MAX);
  const { compare, seek } = store.getState();
  compare(mended.branch);
  const run = session.branch(0);
  const end = run.cursorAtTime(bug.untilMillis);
  // What breaks a property does so at one event; anything else shows by then.
  const breach = bug.shows.kind === 'violates' ? run.nextMark(0, FLAG_VIOLATION, end) : null;
  seek(breach === null ? end : breach + 1);
}

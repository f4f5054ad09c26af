/** The bugs that come with the program, and how one is shown: alone, or as two branches in the old behaviour and the mended one. */
import { PROPERTIES } from '../audit/registry.ts';
import { type Bug, mendedScenario } from '../scenario/builtin/bugs/bug.ts';
import { BUGS } from '../scenario/builtin/bugs/bugs.ts';
import { FLAG_VIOLATION } from '../sim/flags.ts';
import type { Lab } from './lab.ts';
import { EVENTS_MAX } from './session.ts';

export type { Bug, Symptom } from '../scenario/builtin/bugs/bug.ts';

/** By their numbers. */
export const BUG_LIST = BUGS;

/** A property of the audit by its id; null for one that there is not. */
export function propertyOf(id: string): (typeof PROPERTIES)[number] | null {
  return PROPERTIES.find((property) => property.id === id) ?? null;
}

/** Opens a bug beside its mend, where it shows. */
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

/** The recordings as scenarios to open: what a real ensemble was put through, for the engine to go through. */
import type { Scenario } from '../scenario/scenario.ts';
import { DEFAULT_SEED } from './play.ts';
import { type RecordedScript, scenarioOf } from './recorded-script.ts';
import scripts from './scripts.json';

// Written by the test beside it, from recordings that were decoded.
const RECORDED = scripts as unknown as readonly RecordedScript[];

/** Names and titles, in alphabetical order of the names. */
export const RECORDED_TITLES: readonly { readonly name: string; readonly title: string }[] = RECORDED.map(
  ({ scenario, title }) => ({ name: scenario, title }),
);

/** The scenario of a recording; null when there is none of that name. */
export function recordedScenario(name: string): Scenario | null {
  const script = RECORDED.find(({ scenario }) => scenario === name);
  return script === undefined ? null : scenarioOf(script, DEFAULT_SEED);
}

/** What the scenario menu offers: the scenarios that come with the program, and runs that a real ensemble went through. */
import { ensure } from '../base/assert.ts';
import { RECORDED_TITLES, recordedScenario } from '../replay/recorded.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import type { LabStore } from './store.ts';

export const BUILTIN = BUILTIN_SCENARIOS;

export const RECORDINGS = RECORDED_TITLES;

/** Opens the scenario of a recording at its start. */
export function openRecording(store: LabStore, name: string): void {
  store.getState().openScenario(ensure(recordedScenario(name), `recording ${name}`));
}

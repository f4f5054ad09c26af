/** What the scenario menu offers beside the built-in scenarios: runs that a real ensemble went through. */
import { ensure } from '../base/assert.ts';
import { RECORDED_TITLES, recordedScenario } from '../replay/recorded.ts';
import type { LabStore } from './store.ts';

export const RECORDINGS = RECORDED_TITLES;

/** Opens the scenario of a recording at its start. */
export function openRecording(store: LabStore, name: string): void {
  store.getState().openScenario(ensure(recordedScenario(name), `recording ${name}`));
}

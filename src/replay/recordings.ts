/** The project's own copies of the recordings. Each is fetched only when it is asked for. */
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioOf } from './play.ts';
import { decodeRecording } from './recording.ts';

const files = import.meta.glob<unknown>('./recordings/*.json', { import: 'default' });

/** Names, in alphabetical order. */
export const RECORDING_NAMES: readonly string[] = Object.keys(files)
  .map((path) => path.replace(/^.*\//, '').replace(/\.json$/, ''))
  .toSorted();

/** The JSON of a recording; null when there is none of that name. */
export async function recordingJson(name: string): Promise<unknown> {
  return (await files[`./recordings/${name}.json`]?.()) ?? null;
}

/** The scenario that a recording's steps make, played until it ends or meets a step that cannot be played. */
export async function recordedScenario(name: string): Promise<Scenario | null> {
  const decoded = decodeRecording(await recordingJson(name));
  return decoded.ok ? scenarioOf(decoded.value) : null;
}

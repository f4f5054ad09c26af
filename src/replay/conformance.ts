/** One recording, checked: decoded, played and compared. */
import { compare } from './compare.ts';
import { DEFAULT_SEED, play } from './play.ts';
import { decodeRecording } from './recording.ts';

export interface Verdict {
  readonly name: string;
  /** One line each; empty when the replay agrees. */
  readonly problems: readonly string[];
}

/** `file` names what cannot be decoded. */
export function verdictOn(json: unknown, file: string, seed = DEFAULT_SEED): Verdict {
  const decoded = decodeRecording(json);
  if (!decoded.ok) return { name: file, problems: decoded.error };
  const recording = decoded.value;
  const played = play(recording, seed);
  const found = compare(recording, played).map(
    ({ path, recorded, simulated }) => `${path}: recorded ${text(recorded)}, simulated ${text(simulated)}`,
  );
  const { failure } = played;
  const broken = failure === null ? [] : [`${failure.at}: ${failure.why}`];
  return { name: recording.scenario, problems: [...found, ...broken] };
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

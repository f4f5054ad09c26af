/** What a visitor has learnt and settled, as a file: taken to another browser, and brought together with what is there. */
import { type Result, err, ok } from '../base/result.ts';
import { type Settled, isSettled, withSettled } from './challenge-progress.ts';
import { type Progress, isProgress, withProgress } from './lesson-progress.ts';

export interface Learnt {
  readonly progress: Progress;
  readonly settled: Settled;
}

export type ProgressProblem = 'notJson' | 'notProgress' | 'newerVersion';

/** Every lesson and challenge there will ever be has its room. */
const LENGTH_MAX = 1_000_000;

export function progressText({ progress, settled }: Learnt): string {
  return `${JSON.stringify({ ...progress, challenges: settled }, null, 2)}\n`;
}

/** Challenges may be missing: files of the first version had lessons alone. */
export function readProgress(text: string): Result<Learnt, ProgressProblem> {
  if (text.length > LENGTH_MAX) return err('notProgress');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('notJson');
  }
  if (!isProgress(value)) return err(isNewer(value) ? 'newerVersion' : 'notProgress');
  const settled: unknown = 'challenges' in value ? value.challenges : {};
  if (!isSettled(settled)) return err('notProgress');
  return ok({ progress: { version: 1, lessons: value.lessons }, settled });
}

/** Nothing is lost: the furthest step, what is done, the fewest deeds; an answer that was given here first stays. */
export function merged(own: Learnt, other: Learnt): Learnt {
  const progress = Object.entries(other.progress.lessons).reduce(
    (learnt, [id, lesson]) => withProgress(learnt, id, lesson),
    own.progress,
  );
  const settled = Object.entries(other.settled).reduce(
    // That it cannot be done is no news to whoever has done it.
    (known, [id, deeds]) => (deeds === null && typeof known[id] === 'number' ? known : withSettled(known, id, deeds)),
    own.settled,
  );
  return { progress, settled };
}

function isNewer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'lessons' in value &&
    typeof value.version === 'number' &&
    value.version > 1
  );
}

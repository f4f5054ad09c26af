/** What may be waited for without naming a server, by the mark that such an event leaves in the columns of a run. */
import { FLAG_COMMIT, FLAG_EPOCH, FLAG_LEADER, FLAG_LOST, FLAG_PHASE, FLAG_VIOLATION } from './flags.ts';

export const MARKS = {
  leads: FLAG_LEADER,
  commits: FLAG_COMMIT,
  changesPhase: FLAG_PHASE,
  writesEpoch: FLAG_EPOCH,
  losesMessage: FLAG_LOST,
  violates: FLAG_VIOLATION,
} as const;

export type MarkName = keyof typeof MARKS;
export const MARK_NAMES = Object.keys(MARKS) as readonly MarkName[];

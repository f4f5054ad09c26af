/** What is to come of a run, as far as it has been run: the next events that turn the course of things. */
import type { Session } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_ACTION, FLAG_COMMIT, FLAG_LEADER, FLAG_TURN, FLAG_VIOLATION } from '../../sim/flags.ts';

const TURNS = FLAG_ACTION | FLAG_COMMIT | FLAG_LEADER | FLAG_TURN | FLAG_VIOLATION;

export interface Coming {
  /** Just after it. */
  readonly cursor: number;
  readonly millis: number;
  readonly entry: Entry;
}

/** The first `count` after the cursor, in order. */
export function comingOf(run: ReturnType<Session['branch']>, cursor: number, count: number): readonly Coming[] {
  const found: Coming[] = [];
  for (const { index, flags } of run.marks(cursor, run.length)) {
    if (found.length === count) break;
    if ((flags & TURNS) === 0) continue;
    found.push({ cursor: index + 1, millis: run.timeAt(index + 1), entry: run.entryAt(index) });
  }
  return found;
}

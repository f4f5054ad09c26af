/** The turning points of a branch, found once: as a run grows, only what is new is looked at. */
import type { Session } from '../../app/session.ts';
import { FLAG_ACTION, FLAG_PHASE } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type Strips, type Turn, stripsOf, turnsOf } from './strips.ts';

type Run = ReturnType<Session['branch']>;

interface Known {
  scanned: number;
  turns: readonly Turn[];
}

const known = new WeakMap<Run, Known>();

/** In order; the same array while nothing new has been run. */
export function turningPoints(run: Run): readonly Turn[] {
  const { length } = run;
  const before = known.get(run) ?? inherited(run);
  if (before.scanned >= length) return before.turns;
  const found: Turn[] = [];
  for (const { index, flags } of run.marks(before.scanned, length)) {
    if ((flags & (FLAG_PHASE | FLAG_ACTION)) !== 0) found.push(...turnsOf(index, run.entryAt(index)));
  }
  const turns = found.length === 0 ? before.turns : [...before.turns, ...found];
  known.set(run, { scanned: length, turns });
  return turns;
}

/** A fork begins with what its parent knows of the time before. */
function inherited({ fork }: Run): Known {
  if (fork === null) return { scanned: 0, turns: [] };
  const parent = turningPoints(fork.parent).filter((turn) => turn.index < fork.cursor);
  return { scanned: fork.cursor, turns: parent };
}

const seen = new WeakMap<Run, number>();

/** The latest time of a branch that was ever on show, `now` included. */
export function seenUntil(run: Run, now: number): number {
  const latest = Math.max(now, seen.get(run) ?? 0);
  seen.set(run, latest);
  return latest;
}

const painted = new WeakMap<readonly Turn[], Strips>();

/** The strips of a branch; the n-th server runs at node n. The same object while nothing new has been run. */
export function stripsOfRun(run: Run, sids: readonly Sid[]): Strips {
  const turns = turningPoints(run);
  let strips = painted.get(turns);
  if (strips === undefined) {
    strips = stripsOf(turns, sids);
    painted.set(turns, strips);
  }
  return strips;
}

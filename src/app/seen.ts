/** What a place in a run looks like to the questions of lessons and challenges. */
import type { Seen } from '../lessons/answer.ts';
import type { Until } from '../lessons/lesson.ts';
import { isTold } from '../lessons/until.ts';
import { select } from '../sim/select.ts';
import { logReleaseOf } from '../zookeeper/operator/log-lines.ts';
import type { Place, Session } from './session.ts';
import { cursorOfStop } from './stops.ts';

/** `since`: the cursor from which events are counted. */
export function seenAt(session: Session, place: Place, since: number): Seen {
  return {
    facts: session.facts(select, place),
    moment: session.momentAt(place),
    entry: session.lastEntry(place),
    release: logReleaseOf(session.scenario.profile),
    since: session.branch(place.branch).timeAt(since),
    count: (what) => countOf(session, place, since, what),
  };
}

/** The cursor just after the first such event in [from, limit); null where there is none. */
export function cursorOfEvent(
  session: Session,
  branch: number,
  from: number,
  limit: number,
  until: Until,
): number | null {
  const run = session.branch(branch);
  switch (until.event) {
    case 'passes': {
      const time = run.timeAt(from) + until.millis;
      const cursor = run.cursorAtTime(time);
      // What lies beyond what was run is not known.
      return cursor < limit ? Math.max(from, cursor) : null;
    }
    case 'notes':
    case 'does': {
      const { sids } = session;
      for (let index = from; index < limit; index++) {
        if (isTold(run.entryAt(index), sids[run.valueAt('node', index)] ?? null, until)) return index + 1;
      }
      return null;
    }
    default:
      return cursorOfStop(session, run, from, limit, until);
  }
}

/** By run and event the places just after those that were found: who steps on need not look through all of it again. */
const found = new WeakMap<object, Map<Until, { upTo: number; readonly cursors: number[] }>>();

function countOf(session: Session, { branch, cursor }: Place, since: number, what: Until): number {
  // A span of time is counted from where it begins; every other event is what it is wherever one begins to look.
  if (what.event === 'passes') return spansIn(session, { branch, cursor }, since, what);
  const run = session.branch(branch);
  const ofRun = found.get(run) ?? new Map<Until, { upTo: number; readonly cursors: number[] }>();
  found.set(run, ofRun);
  const known = ofRun.get(what) ?? { upTo: 0, cursors: [] };
  ofRun.set(what, known);
  while (known.upTo < cursor) {
    const next = cursorOfEvent(session, branch, known.upTo, cursor, what);
    if (next !== null) known.cursors.push(next);
    known.upTo = next ?? cursor;
  }
  return known.cursors.filter((at) => at > since && at <= cursor).length;
}

function spansIn(session: Session, { branch, cursor }: Place, since: number, what: Until): number {
  let count = 0;
  for (let from = since; ; count += 1) {
    const next = cursorOfEvent(session, branch, from, cursor, what);
    if (next === null) return count;
    from = next;
  }
}

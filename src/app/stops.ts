/** Where a run stops by itself: at something that happens anywhere, or at one server. */
import type { Timeline } from '../history/timeline.ts';
import type { Action } from '../sim/action.ts';
import { PACKET_TYPES } from '../sim/machine.ts';
import { ENTRY_KINDS, type Entry } from '../sim/entry.ts';
import { type MarkName, MARKS } from '../sim/marks.ts';
import type { Moment } from '../sim/moment.ts';
import { type Occurrence, isOccurrence } from '../sim/occurrence.ts';
import type { Lab } from './lab.ts';
import type { Place, Session } from './session.ts';

export type Stop = { readonly event: 'anywhere'; readonly mark: MarkName } | Occurrence;

type Run = Timeline<Moment, Action, Entry>;

const FLUSHED = ENTRY_KINDS.indexOf('flushed');
/** So far a run goes on in search of what may never happen. */
const LOOK_EVENTS_MAX = 20_000;
const LOOK_EVENTS = 500;

/** The cursor just after the first event from `from` on, and before `until`, that is what `stop` says; or null. */
export function cursorOfStop(session: Session, run: Run, from: number, until: number, stop: Stop): number | null {
  if (stop.event === 'anywhere') {
    const index = run.nextMark(from, MARKS[stop.mark], until);
    return index === null ? null : index + 1;
  }
  const node = session.sids.indexOf(stop.server);
  const config = run.momentAt(from).world.nodes[node]?.config;
  for (let index = from; index < until; index++) {
    if (run.valueAt('node', index) !== node || !mayBe(run, index, stop)) continue;
    const sender = session.sids[run.valueAt('other', index)] ?? null;
    if (isOccurrence(run.entryAt(index), config, stop, sender)) return index + 1;
  }
  return null;
}

/** By the columns alone: most events need not be decoded. */
function mayBe(run: Run, index: number, stop: Occurrence): boolean {
  if (stop.event === 'receives') return PACKET_TYPES[run.valueAt('packet', index)] === stop.packet;
  return stop.event !== 'writes' || run.valueAt('kind', index) === FLUSHED;
}

/** Goes to where it next happens, running on as far as it must; where it does not happen for long, says so. */
export function runUntil({ session, store }: Lab, stop: Stop): void {
  const place = store.getState();
  const run = session.branch(place.branch);
  const last = place.cursor + LOOK_EVENTS_MAX;
  for (let from = place.cursor; from < last;) {
    const until = Math.min(session.ensureAhead({ branch: place.branch, cursor: from }, LOOK_EVENTS), last);
    const found = cursorOfStop(session, run, from, until, stop);
    if (found !== null) return place.seek(found);
    if (until === from) break;
    from = until;
  }
  store.setState({ playing: false, notice: { kind: 'notMet' } });
}

/** Stops playback at every one of the breakpoints, until the returned function is called. */
export function connectStops({ session, store, playback }: Lab): () => void {
  return playback.addGate((branch, from, to) => {
    const found = firstOf(store.getState().stops, (stop) =>
      cursorOfStop(session, session.branch(branch), from, to, stop),
    );
    if (found === null) return null;
    store.getState().tell({ kind: 'stopped', stop: found.stop });
    return found.cursor;
  });
}

function firstOf(
  stops: readonly Stop[],
  cursorOf: (stop: Stop) => number | null,
): { readonly stop: Stop; readonly cursor: Place['cursor'] } | null {
  const met = stops.flatMap((stop) => {
    const cursor = cursorOf(stop);
    return cursor === null ? [] : [{ stop, cursor }];
  });
  return met.toSorted((a, b) => a.cursor - b.cursor)[0] ?? null;
}

/** Two stops wait for the same. */
export function isSameStop(one: Stop, other: Stop): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

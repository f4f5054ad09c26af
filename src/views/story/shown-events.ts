/** Which events the list shows: all, or all but pings. Found once; as a run grows, only what is new is looked at. */
import type { Session } from '../../app/session.ts';
import { PACKET_TYPES } from '../../sim/machine.ts';

type Run = ReturnType<Session['branch']>;

const PING = PACKET_TYPES.indexOf('PING');

interface Known {
  scanned: number;
  readonly indices: number[];
  /** A copy that views may hold on to. */
  shown: readonly number[];
}

const known = new WeakMap<Run, Known>();

/** Indices of the events that are no pings, in order; the same array while nothing new has been run. */
export function eventsWithoutPings(run: Run): readonly number[] {
  let state = known.get(run);
  if (state === undefined) {
    state = { scanned: 0, indices: [], shown: [] };
    known.set(run, state);
  }
  const before = state.indices.length;
  for (; state.scanned < run.length; state.scanned++) {
    if (run.valueAt('packet', state.scanned) !== PING) state.indices.push(state.scanned);
  }
  if (state.indices.length !== before) state.shown = state.indices.slice();
  return state.shown;
}

/** The position of the last shown event at or before `index`; -1 before the first. */
export function positionOf(shown: readonly number[], index: number): number {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Which events the list shows: all, or all but pings and half ticks. Found once, from the columns alone; as a run
 * grows, only what is new is looked at.
 */
import { bisectRight } from 'd3';
import { ENTRY_KINDS } from '../../sim/entry.ts';
import { PACKET_TYPES } from '../../sim/machine.ts';
import { isPing } from '../../zookeeper/packets.ts';

/** What this needs of a timeline. */
export interface Columns {
  readonly length: number;
  valueAt: (column: 'packet' | 'kind' | 'flags' | 'node' | 'at' | 'by', index: number) => number;
}

const PINGS = new Set(PACKET_TYPES.flatMap((type, code) => (isPing(type) ? [code] : [])));
const FIRED = ENTRY_KINDS.indexOf('fired');

export interface Ensemble {
  readonly tickMillis: number;
  /** Clients come after the servers in the world. */
  readonly serverCount: number;
}

interface Known {
  scanned: number;
  readonly indices: number[];
  /** A copy that views may hold on to. */
  shown: readonly number[];
}

const known = new WeakMap<Columns, Known>();

/** Indices of the other events, in order; the same array while nothing new has been run. */
export function lessPings(run: Columns, ensemble: Ensemble): readonly number[] {
  let state = known.get(run);
  if (state === undefined) {
    state = { scanned: 0, indices: [], shown: [] };
    known.set(run, state);
  }
  const before = state.indices.length;
  for (; state.scanned < run.length; state.scanned++) {
    if (!isRoutine(run, state.scanned, ensemble)) state.indices.push(state.scanned);
  }
  if (state.indices.length !== before) state.shown = state.indices.slice();
  return state.shown;
}

/** A ping, or one of a leader's half ticks that changed nothing: each is caused by the one half a tick before. */
function isRoutine(run: Columns, index: number, ensemble: Ensemble): boolean {
  if (PINGS.has(run.valueAt('packet', index))) return true;
  if (run.valueAt('kind', index) !== FIRED || run.valueAt('flags', index) !== 0) return false;
  // A client's timers are for pings and for the next host: what it does then shows by itself.
  if (run.valueAt('node', index) >= ensemble.serverCount) return true;
  const by = run.valueAt('by', index);
  return (
    by >= 0 &&
    by < index &&
    run.valueAt('kind', by) === FIRED &&
    run.valueAt('node', by) === run.valueAt('node', index) &&
    run.valueAt('at', index) - run.valueAt('at', by) === ensemble.tickMillis / 2
  );
}

/** The position of the last shown event at or before `index`; -1 before the first. */
export function positionOf(shown: readonly number[], index: number): number {
  return bisectRight(shown, index) - 1;
}

/** `shown` with `index` in its place, which is there already most of the time; -1 is no event. */
export function withEvent(shown: readonly number[], index: number): readonly number[] {
  const position = positionOf(shown, index);
  if (index < 0 || shown[position] === index) return shown;
  return [...shown.slice(0, position + 1), index, ...shown.slice(position + 1)];
}

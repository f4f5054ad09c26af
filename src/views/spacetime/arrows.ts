/**
 * Every message of a run that arrived, from its columns: who sent it when, and when it arrived. Kept as arrays of
 * numbers in the order of arrival, so that what a window shows is found by binary search; as a run grows, only what is
 * new is looked at.
 */
import { familyOf, TYPE_LETTERS } from '../../sim/select-messages.ts';
import { ENTRY_KINDS } from '../../sim/entry.ts';
import { PACKET_TYPES } from '../../sim/machine.ts';
import type { Row } from '../../history/machine.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { type PacketFamily, type PacketType, isPing } from '../../zookeeper/packets.ts';
import { Folds } from './folds.ts';

/** Time in milliseconds; the same with quiet stretches folded; or logical steps: the events worth showing, counted. */
export type Axis = 'time' | 'folded' | 'steps';

const AXES: readonly Axis[] = ['time', 'folded', 'steps'];

/** What this needs of a timeline. */
export interface RunColumns {
  readonly length: number;
  readonly valueAt: (column: keyof Row, index: number) => number;
}

/** What a kind of arrow looks like. An ACK of NEWLEADER is a kind of its own. */
export interface Sort {
  readonly type: PacketType;
  readonly family: PacketFamily;
  /** Null where it depends on the packet. */
  readonly letter: string | null;
}

const ACK = PACKET_TYPES.indexOf('ACK');
const NEWLEADER_ACK = PACKET_TYPES.length;

export const SORTS: readonly Sort[] = [
  ...PACKET_TYPES.map((type): Sort => {
    const letter = type === 'NOTIFICATION' ? null : (TYPE_LETTERS[type] ?? '');
    return { type, family: familyOf(type, null), letter };
  }),
  { type: 'ACK', family: familyOf('ACK', 0 as Zxid), letter: TYPE_LETTERS.ACK ?? '' },
];

const RECEIVED = ENTRY_KINDS.indexOf('received');
/** The first bytes of an election connection are never worth a line. */
const NEVER_SHOWN = PACKET_TYPES.indexOf('INITIAL');
const PINGS = new Set(PACKET_TYPES.flatMap((type, code) => (isPing(type) ? [code] : [])));

/** What arrived with event `index`, as a place in SORTS; null where that is no arrow. `pings`: whether they are. */
export function sortOf(run: RunColumns, index: number, pings: boolean): number | null {
  if (run.valueAt('kind', index) !== RECEIVED) return null;
  const packet = run.valueAt('packet', index);
  if (packet === NEVER_SHOWN || (!pings && PINGS.has(packet))) return null;
  return packet === ACK && run.valueAt('zxid', index) % 2 ** 32 === 0 ? NEWLEADER_ACK : packet;
}

interface Arrow {
  readonly index: number;
  readonly sort: number;
  readonly from: number;
  readonly to: number;
  readonly sentAt: number;
  readonly at: number;
  readonly sentStep: number;
  readonly step: number;
}

/** One per block remembers the earliest departure in it: windows skip the blocks that left too late. */
const BLOCK = 256;

export class Arrows {
  /** How many there are; the arrays are longer. */
  count = 0;
  /** Of the event at the receiver. */
  index = new Int32Array(64);
  sort = new Uint8Array(64);
  from = new Int16Array(64);
  to = new Int16Array(64);
  /** By axis, never falling: when it arrived. */
  readonly end: Record<Axis, Float64Array> = perAxis(() => new Float64Array(64));
  /** By axis: when it was sent. */
  readonly start: Record<Axis, Float64Array> = perAxis(() => new Float64Array(64));
  readonly folds = new Folds();
  readonly #earliest: Record<Axis, number[]> = perAxis(() => []);
  #scanned = 0;
  /** How many of the shown events have been taken in. */
  #steps = 0;

  /**
   * Takes in what has been run since. `shown`: the indices that count as steps, in order; null for all of them, and
   * then pings are arrows too.
   */
  grow(run: RunColumns, shown: readonly number[] | null): void {
    for (; this.#scanned < run.length; this.#scanned++) {
      const index = this.#scanned;
      const isStep = shown === null || shown[this.#steps] === index;
      if (isStep) {
        this.#steps += 1;
        this.folds.add(run.valueAt('at', index));
      }
      const sort = sortOf(run, index, shown === null);
      if (sort === null) continue;
      this.add({
        index,
        sort,
        from: run.valueAt('other', index),
        to: run.valueAt('node', index),
        sentAt: run.valueAt('since', index),
        at: run.valueAt('at', index),
        sentStep: stepOf(shown, run.valueAt('by', index)),
        step: this.#steps - 1,
      });
    }
    if (run.length > 0) this.folds.reach(run.valueAt('at', run.length - 1));
  }

  /**
   * The arrows that touch a window, in order of arrival, written to the start of `into`, which must have room for all.
   * Returns how many.
   */
  within(axis: Axis, from: number, to: number, into: Int32Array): number {
    const [start, end] = [this.start[axis], this.end[axis]];
    let found = 0;
    let i = firstAtLeast(end, this.count, from);
    for (; i < this.count && (end[i] as number) <= to; i++) into[found++] = i;
    // Whoever arrives after the window may have left in it, or long before.
    while (i < this.count) {
      if (i % BLOCK === 0 && (this.#earliest[axis][i / BLOCK] as number) > to) {
        i += BLOCK;
        continue;
      }
      if ((start[i] as number) <= to) into[found++] = i;
      i++;
    }
    return found;
  }

  /** The arrow whose arrival is event `index`; -1 when that is none. */
  find(index: number): number {
    const i = firstAtLeast(this.index, this.count, index);
    return i < this.count && this.index[i] === index ? i : -1;
  }

  /** One that arrives no earlier than those before it. */
  add(arrow: Arrow): void {
    const i = this.count;
    if (i === this.index.length) this.#widen();
    this.index[i] = arrow.index;
    this.sort[i] = arrow.sort;
    this.from[i] = arrow.from;
    this.to[i] = arrow.to;
    this.start.time[i] = arrow.sentAt;
    this.end.time[i] = arrow.at;
    this.start.folded[i] = this.folds.place(arrow.sentAt);
    this.end.folded[i] = this.folds.place(arrow.at);
    this.start.steps[i] = arrow.sentStep;
    this.end.steps[i] = arrow.step;
    const block = Math.floor(i / BLOCK);
    for (const axis of AXES) {
      const earliest = this.#earliest[axis];
      earliest[block] = Math.min(earliest[block] ?? Infinity, this.start[axis][i] as number);
    }
    this.count = i + 1;
  }

  #widen(): void {
    const size = this.index.length * 2;
    this.index = widened(this.index, new Int32Array(size));
    this.sort = widened(this.sort, new Uint8Array(size));
    this.from = widened(this.from, new Int16Array(size));
    this.to = widened(this.to, new Int16Array(size));
    for (const axis of AXES) {
      this.start[axis] = widened(this.start[axis], new Float64Array(size));
      this.end[axis] = widened(this.end[axis], new Float64Array(size));
    }
  }
}

function perAxis<T>(make: () => T): Record<Axis, T> {
  return { time: make(), folded: make(), steps: make() };
}

function widened<T extends Int32Array | Uint8Array | Int16Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The step that event `index` is, or the last one before it. */
export function stepOf(shown: readonly number[] | null, index: number): number {
  return shown === null ? index : firstAtLeast(shown, shown.length, index + 1) - 1;
}

/** The event that a step is. */
export function indexOfStep(shown: readonly number[] | null, step: number): number {
  return shown === null ? step : (shown[Math.max(0, Math.min(shown.length - 1, step))] ?? 0);
}

/** The first position below `count` of a number that is no less; `count` where there is none. `sorted` must not fall. */
function firstAtLeast(sorted: ArrayLike<number>, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Known {
  readonly plain: Arrows;
  readonly withPings: Arrows;
}

const known = new WeakMap<RunColumns, Known>();

/** The arrows of a run, grown to its length: the same object for the same run. `shown`: as `grow` takes it. */
export function arrowsOf(run: RunColumns, shown: readonly number[] | null): Arrows {
  const both = known.get(run) ?? { plain: new Arrows(), withPings: new Arrows() };
  known.set(run, both);
  const arrows = shown === null ? both.withPings : both.plain;
  arrows.grow(run, shown);
  return arrows;
}

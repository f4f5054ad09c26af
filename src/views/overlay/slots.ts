/**
 * Two branches along one axis that no clock drives: a slot for every event, in which both stand where both have it. Up to
 * where they part the slots are what they share; from there on what was matched by event and, between that, what only
 * one of them has, each after what caused it.
 *
 *   slot      0  1  2  3 │ 4  5  6  7  8
 *   first     0  1  2  3 │ 4  ·  5  6  ·      4 and 7: only in the first
 *   second    0  1  2  3 │ ·  4  5  ·  6      5 and 8: only in the second
 */
import type { Comparison } from '../compare/comparison.ts';
import { stepOf } from '../spacetime/arrows.ts';

/** Who has it: both branches, or one of them alone. */
export type Side = 'both' | 'first' | 'second';

export interface Slots {
  readonly count: number;
  /** The first slot that they do not share; `count` where nothing has come after that. */
  readonly parting: number;
  /** By slot, the index of its event in each branch; -1 where that branch does not have it. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly sideOf: (slot: number) => Side;
  /** The slot of an event, or of the last one before it that has one; -1 before all of them. */
  readonly ofFirst: (index: number) => number;
  readonly ofSecond: (index: number) => number;
}

interface Lengths {
  readonly first: number;
  readonly second: number;
}

interface Shown {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** `shown`: the indices worth a slot in each branch; `lengths`: how far each has been run. */
export function slotsOf({ shared, rows }: Comparison, shown: Shown, lengths: Lengths): Slots {
  const parting = stepOf(shown.first, shared - 1) + 1;
  const own = rows.filter(({ first, second }) => isShown(shown.first, first) || isShown(shown.second, second));
  const count = parting + own.length;
  const [first, second] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  for (let slot = 0; slot < parting; slot++) first[slot] = second[slot] = shown.first[slot] ?? -1;
  for (const [i, row] of own.entries()) {
    first[parting + i] = row.first ?? -1;
    second[parting + i] = row.second ?? -1;
  }
  const before = (index: number): number => stepOf(shown.first, index);
  return {
    count,
    parting,
    first,
    second,
    sideOf: (slot) => (first[slot] === -1 ? 'second' : second[slot] === -1 ? 'first' : 'both'),
    ofFirst: slotsByIndex(first, { parting, shared, length: lengths.first, before }),
    ofSecond: slotsByIndex(second, { parting, shared, length: lengths.second, before }),
  };
}

function isShown(shown: readonly number[], index: number | null): boolean {
  return index !== null && shown[stepOf(shown, index)] === index;
}

interface Branch {
  readonly parting: number;
  readonly shared: number;
  readonly length: number;
  /** Of an event that they share. */
  readonly before: (index: number) => number;
}

function slotsByIndex(indices: Int32Array, { parting, shared, length, before }: Branch): (index: number) => number {
  const slots = new Int32Array(Math.max(0, length - shared)).fill(-1);
  for (let slot = parting; slot < indices.length; slot++) {
    const index = indices[slot] as number;
    if (index >= shared) slots[index - shared] = slot;
  }
  let last = parting - 1;
  for (const [i, slot] of slots.entries()) {
    if (slot === -1) slots[i] = last;
    else last = slot;
  }
  return (index) =>
    index < shared ? before(index) : (slots[Math.min(index - shared, slots.length - 1)] ?? parting - 1);
}

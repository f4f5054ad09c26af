/**
 * Two branches of one run, event by event. Up to where they part their events are the same ones; after that an
 * event of one is matched with the event of the other that has the same key: what happened, where, with which
 * values, and for the how-manieth time. When it happened plays no part.
 */
import { firstIndex } from '../base/binary-search.ts';
import { sharedLength } from './shared-length.ts';
import type { Timeline } from './timeline.ts';

export interface Alignment {
  /** How many events they share; also the index of the first that is each one's own. */
  readonly shared: number;
  /** Own events that are matched, one index of each branch, in the order of the first branch. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Own events of the first branch that the other does not have, in order. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

type Run<M, A, E> = Timeline<M, A, E>;

/**
 * Aligns what has been run of two branches. `keyOf` gives two events the same text when they are the same to the
 * reader, and null to those that are not worth a match.
 */
export function align<M, A, E>(
  first: Run<M, A, E>,
  second: Run<M, A, E>,
  keyOf: (entry: E) => string | null,
): Alignment {
  const shared = sharedLength(first, second);
  const waiting = new Map<string, number[]>();
  for (const [key, index] of keysFrom(second, shared, keyOf)) {
    const indices = waiting.get(key);
    if (indices === undefined) waiting.set(key, [index]);
    else indices.push(index);
  }
  const pairs: [number, number][] = [];
  const onlyFirst: number[] = [];
  const taken = new Map<string, number>();
  const matched = new Set<number>();
  for (const [key, index] of keysFrom(first, shared, keyOf)) {
    const nth = taken.get(key) ?? 0;
    const other = waiting.get(key)?.[nth];
    if (other === undefined) {
      onlyFirst.push(index);
      continue;
    }
    taken.set(key, nth + 1);
    matched.add(other);
    pairs.push([index, other]);
  }
  const onlySecond = [...waiting.values()]
    .flat()
    .filter((index) => !matched.has(index))
    .toSorted((a, b) => a - b);
  return { shared, pairs, onlyFirst, onlySecond };
}

/**
 * The cursor of the second branch that goes with `cursor` of the first: just after the match of the last event that
 * has one; where they part when none has.
 */
export function matchingCursor({ shared, pairs }: Alignment, cursor: number): number {
  if (cursor <= shared) return cursor;
  const last = pairs[firstIndex(pairs.length, (k) => (pairs[k]?.[0] ?? Infinity) >= cursor) - 1];
  return last === undefined ? shared : last[1] + 1;
}

function* keysFrom<M, A, E>(
  run: Run<M, A, E>,
  start: number,
  keyOf: (entry: E) => string | null,
): Generator<[string, number]> {
  for (let index = start; index < run.length; index++) {
    const key = keyOf(run.entryAt(index));
    if (key !== null) yield [key, index];
  }
}

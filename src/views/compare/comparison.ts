/** Two branches as one list: what they share, then what is matched and what only one of them has. */
import type { Session } from '../../app/session.ts';
import { type Alignment, align } from '../../history/alignment.ts';
import { eventKey } from '../../sim/event-key.ts';

type Run = ReturnType<Session['branch']>;

/** One event, by its index in each branch; null where that branch does not have it. */
export interface ComparedEvent {
  readonly first: number | null;
  readonly second: number | null;
}

export interface Comparison extends Alignment {
  /**
   * The own events of both in one order that keeps the order of each as far as that is possible, and none before the
   * event that caused it.
   */
  readonly rows: readonly ComparedEvent[];
}

interface Known extends Comparison {
  readonly firstLength: number;
  readonly secondLength: number;
}

const known = new WeakMap<Run, WeakMap<Run, Known>>();

/** Of what has been run of both; the same object while nothing new has been run. */
export function comparisonOf(first: Run, second: Run): Comparison {
  const before = known.get(first)?.get(second);
  if (before?.firstLength === first.length && before.secondLength === second.length) return before;
  const alignment = sharedFirst(align(first, second, eventKey), first, second);
  const made = {
    ...alignment,
    rows: merged(alignment, first, second),
    firstLength: first.length,
    secondLength: second.length,
  };
  const ofFirst = known.get(first) ?? new WeakMap<Run, Known>();
  known.set(first, ofFirst.set(second, made));
  return made;
}

/**
 * Branches of one behaviour share the very events that came before they part. Those of two behaviours are two runs: as
 * long as the same happens in both, one event after the other and at the same time, it is told as shared too.
 */
function sharedFirst(alignment: Alignment, first: Run, second: Run): Alignment {
  const { shared, pairs, onlyFirst, onlySecond } = alignment;
  if (shared > 0) return alignment;
  const end = Math.min(onlyFirst[0] ?? Infinity, onlySecond[0] ?? Infinity);
  let alike = 0;
  for (const [one, other] of pairs) {
    if (one !== other || one >= end || first.valueAt('at', one) !== second.valueAt('at', other)) break;
    alike = one + 1;
  }
  return { shared: alike, pairs: pairs.filter(([one]) => one >= alike), onlyFirst, onlySecond };
}

function merged(
  { shared, pairs, onlyFirst, onlySecond }: Alignment,
  first: Run,
  second: Run,
): readonly ComparedEvent[] {
  const rows: ComparedEvent[] = [];
  const waiting = onlySecond.values();
  let next = waiting.next();
  /** Matched events of the second branch that have no row yet. */
  const toCome = new Set(pairs.map(([, other]) => other));
  const own = new Set([...toCome, ...onlySecond]);
  /** What caused it and has a row: what is worth none passes a cause on. */
  const causeOf = (index: number): number => {
    let cause = second.valueAt('by', index);
    while (cause >= shared && !own.has(cause)) {
      const before = second.valueAt('by', cause);
      // What nothing caused names itself.
      if (before >= cause) return -1;
      cause = before;
    }
    return cause;
  };
  /** Those before `index`, and no later than `time`. */
  const bringUpTo = (index: number, time: number): void => {
    while (next.done !== true && next.value < index && second.valueAt('at', next.value) <= time) {
      if (toCome.has(causeOf(next.value))) return;
      rows.push({ first: null, second: next.value });
      next = waiting.next();
    }
  };
  const ofFirst = [
    ...pairs.map(([one, other]) => ({ first: one, second: other })),
    ...onlyFirst.map((one) => ({ first: one, second: null })),
  ].toSorted((a, b) => a.first - b.first);
  const matched = ofFirst.flatMap((row) => (row.second === null ? [] : [row.second])).values();
  let limit = matched.next();
  for (const row of ofFirst) {
    // What only the other has goes in between by time, as long as it comes before what is matched next.
    bringUpTo(limit.value ?? Infinity, row.second === null ? first.valueAt('at', row.first) : Infinity);
    if (row.second !== null) {
      toCome.delete(row.second);
      limit = matched.next();
    }
    rows.push(row);
  }
  bringUpTo(Infinity, Infinity);
  return rows;
}

/** The row of the last own event before `cursor` of the first branch; -1 while it is in what they share. */
export function rowAt({ rows }: Comparison, cursor: number): number {
  return rows.findLastIndex(({ first }) => first !== null && first < cursor);
}

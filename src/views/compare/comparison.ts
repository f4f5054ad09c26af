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
  /** The own events of both in one order that keeps the order of each as far as that is possible. */
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
  const made = { ...alignment, rows: merged(alignment), firstLength: first.length, secondLength: second.length };
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

function merged({ pairs, onlyFirst, onlySecond }: Alignment): readonly ComparedEvent[] {
  const rows: ComparedEvent[] = [];
  const waiting = onlySecond.values();
  let next = waiting.next();
  const bringUpTo = (index: number): void => {
    for (; next.done !== true && next.value < index; next = waiting.next())
      rows.push({ first: null, second: next.value });
  };
  const ofFirst = [
    ...pairs.map(([one, other]) => ({ first: one, second: other })),
    ...onlyFirst.map((one) => ({ first: one, second: null })),
  ].toSorted((a, b) => a.first - b.first);
  for (const row of ofFirst) {
    if (row.second !== null) bringUpTo(row.second);
    rows.push(row);
  }
  bringUpTo(Infinity);
  return rows;
}

/** The row of the last own event before `cursor` of the first branch; -1 while it is in what they share. */
export function rowAt({ rows }: Comparison, cursor: number): number {
  return rows.findLastIndex(({ first }) => first !== null && first < cursor);
}

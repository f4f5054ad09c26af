/** The chain of events that led to one, by the number of its cause that each event carries. */
import type { Entry } from '../../sim/entry.ts';

export interface Cause {
  readonly index: number;
  readonly entry: Entry;
}

interface Run {
  readonly length: number;
  entryAt(index: number): Entry;
}

/** Newest first, the event itself included; ends where nothing in the run caused it, or after `countMax`. */
export function causesOf(run: Run, index: number, countMax: number): readonly Cause[] {
  const chain: Cause[] = [];
  let at = index;
  while (at >= 0 && at < run.length && chain.length < countMax) {
    const entry = run.entryAt(at);
    chain.push({ index: at, entry });
    if (entry.by >= at) break;
    at = entry.by;
  }
  return chain;
}

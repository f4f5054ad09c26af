/** Which properties a run breaks, and where: each time, from the events that carry a violation. */
import type { Session } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_VIOLATION } from '../../sim/flags.ts';

export type Violation = Entry['violations'][number];

export interface Breach {
  /** Of the event that breaks it. */
  readonly index: number;
  readonly at: number;
  readonly violation: Violation;
}

type Run = Pick<ReturnType<Session['branch']>, 'length' | 'marks' | 'entryAt'>;

interface Found {
  scanned: number;
  readonly breaches: Map<string, Breach[]>;
}

const known = new WeakMap<Run, Found>();

/** By property, where the run breaks it as far as it has been run, in order; only what is new is looked at. */
export function breachesOf(run: Run): ReadonlyMap<string, readonly Breach[]> {
  const found = known.get(run) ?? { scanned: 0, breaches: new Map<string, Breach[]>() };
  for (const { index, flags } of run.marks(found.scanned, run.length)) {
    if ((flags & FLAG_VIOLATION) === 0) continue;
    const { at, violations } = run.entryAt(index);
    for (const violation of violations) {
      const before = found.breaches.get(violation.property);
      const breach = { index, at, violation };
      if (before === undefined) found.breaches.set(violation.property, [breach]);
      else before.push(breach);
    }
  }
  found.scanned = run.length;
  known.set(run, found);
  return found.breaches;
}

/** How a property stands after `cursor` events: by the first time it broke, or will. */
export type Standing =
  | { readonly kind: 'holds' }
  /** `last`: by the very event that led here. */
  | { readonly kind: 'broken'; readonly first: Breach; readonly count: number; readonly last: Breach | null }
  /** Further on, in what has been run already. */
  | { readonly kind: 'breaksLater'; readonly first: Breach };

export function standingAt(breaches: readonly Breach[] | undefined, cursor: number): Standing {
  const [first] = breaches ?? [];
  if (breaches === undefined || first === undefined) return { kind: 'holds' };
  if (first.index >= cursor) return { kind: 'breaksLater', first };
  const count = breaches.filter(({ index }) => index < cursor).length;
  return { kind: 'broken', first, count, last: breaches.find(({ index }) => index === cursor - 1) ?? null };
}

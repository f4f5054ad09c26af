/**
 * The chain of events that led to one, by the number of its cause that each event carries. It ends in something
 * done from outside, or in a wait that ran out; for a silence, in whatever cut the two off from each other.
 */
import type { Action } from '../../sim/action.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_ACTION } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface Cause {
  readonly index: number;
  readonly entry: Entry;
}

export interface Run {
  readonly length: number;
  entryAt: (index: number) => Entry;
  previousMark: (before: number, mask: number) => number | null;
}

/** Newest first, the event itself included, at most `countMax`. `sidOf`: which server runs at a node. */
export function causesOf(
  run: Run,
  index: number,
  { countMax, sidOf }: { readonly countMax: number; readonly sidOf: (node: number) => Sid | null },
): readonly Cause[] {
  const chain: Cause[] = [];
  let at = index;
  while (at >= 0 && at < run.length && chain.length < countMax) {
    const entry = run.entryAt(at);
    chain.push({ index: at, entry });
    if (entry.kind === 'timedOut') {
      const fault = silencedBy(run, at, sidOf(entry.node), sidOf(entry.other));
      if (fault !== null) chain.push(fault);
      break;
    }
    if (entry.by >= at || entry.kind === 'fired') break;
    at = entry.by;
  }
  return chain;
}

/** The last fault that keeps `other` from being heard at `self`; null when none does. */
function silencedBy(run: Run, before: number, self: Sid | null, other: Sid | null): Cause | null {
  if (self === null || other === null) return null;
  for (let at = run.previousMark(before, FLAG_ACTION); at !== null; at = run.previousMark(at, FLAG_ACTION)) {
    const entry = run.entryAt(at);
    if (entry.action === null) continue;
    const effect = effectOn(entry.action, self, other);
    if (effect === 'silences') return { index: at, entry };
    if (effect === 'restores') return null;
  }
  return null;
}

function effectOn(action: Action, self: Sid, other: Sid): 'silences' | 'restores' | null {
  switch (action.do) {
    case 'partition': {
      const [mine, its] = [self, other].map((sid) => action.groups.findIndex((group) => group.includes(sid)));
      return mine !== -1 && its !== -1 && mine !== its ? 'silences' : null;
    }
    case 'cut':
      return action.from === other && action.to === self ? 'silences' : null;
    case 'freeze':
    case 'kill':
    case 'stop':
      return action.server === other ? 'silences' : null;
    case 'heal':
      return action.from === other && action.to === self ? 'restores' : null;
    case 'thaw':
    case 'start':
      return action.server === other ? 'restores' : null;
    case 'healAll':
      return 'restores';
    default:
      return null;
  }
}

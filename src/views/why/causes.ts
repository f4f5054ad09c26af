/**
 * The chain of events that led to one, by the number of its cause that each event carries. A timer leads on to what
 * set it going; a silence, a refused call and a leader without its quorum lead to whatever was done to the others. So
 * it ends in something done from outside, or in a wait that ran out.
 */
import type { Action } from '../../sim/action.ts';
import { ENTRY_KINDS, type Entry } from '../../sim/entry.ts';
import { FLAG_ACTION } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface Cause {
  readonly index: number;
  readonly entry: Entry;
}

export interface Run {
  readonly length: number;
  entryAt: (index: number) => Entry;
  valueAt: (column: 'kind' | 'node' | 'by' | 'flags' | 'zxid' | 'packet', index: number) => number;
  /** The last event before `before` that has one of the flags. */
  previousMark: (before: number, mask: number) => number | null;
  /** The first from `from` on. */
  nextMark: (from: number, mask: number) => number | null;
}

const FIRED = ENTRY_KINDS.indexOf('fired');

/** Newest first, the event itself included. `sids`: the server at node n is the n-th; clients come after. */
export function causesOf(run: Run, index: number, sids: readonly Sid[]): readonly Cause[] {
  const chain: Cause[] = [];
  let at = index;
  while (at >= 0 && at < run.length) {
    const entry = run.entryAt(at);
    chain.push({ index: at, entry });
    const fault = faultBehind(run, at, entry, sids);
    if (fault !== null) {
      chain.push(fault);
      break;
    }
    const by = entry.kind === 'fired' ? beforeTicks(run, at) : entry.by;
    if (by >= at) break;
    at = by;
  }
  return chain;
}

/** What set a timer going: one that was set again and again without effect counts once. */
function beforeTicks(run: Run, index: number): number {
  const node = run.valueAt('node', index);
  let by = run.valueAt('by', index);
  while (by >= 0 && isTick(by) && run.valueAt('by', by) < by) by = run.valueAt('by', by);
  return by;

  function isTick(at: number): boolean {
    return run.valueAt('kind', at) === FIRED && run.valueAt('node', at) === node && run.valueAt('flags', at) === 0;
  }
}

/** For an event that something missing brought about: what was done that it is missing; else null. */
function faultBehind(run: Run, index: number, entry: Entry, sids: readonly Sid[]): Cause | null {
  const self = sids[entry.node] ?? null;
  const other = sids[entry.other];
  switch (entry.kind) {
    case 'timedOut':
      return silencedBy(run, index, self, other === undefined ? sids : [other]);
    case 'refused':
      return (
        silencedBy(run, index, self, other === undefined ? [] : [other]) ??
        lastAction(run, index, (action) => action.do === 'start' && action.server === self)
      );
    case 'fired': {
      const missing = missingIn(entry, self, sids);
      return missing.length === 0 ? null : silencedBy(run, index, self, missing);
    }
    default:
      return null;
  }
}

/** Whom a timer ran out for want of. */
function missingIn({ timer, notes }: Entry, self: Sid | null, sids: readonly Sid[]): readonly Sid[] {
  for (const note of notes) {
    if (note.kind === 'steppedDown') return sids.filter((sid) => !note.synced.includes(sid));
    if (note.kind === 'sessionExpired') return sids;
  }
  return timer === 'quorumWait' ? sids.filter((sid) => sid !== self) : [];
}

/** The last fault that keeps one of `others`, or the client of a server, from being heard at `self`; null when none does. */
export function silencedBy(run: Run, before: number, self: Sid | null, others: readonly Sid[]): Cause | null {
  const restored = new Set<Sid>();
  return lastAction(run, before, (action) => {
    if (action.do === 'killClient') return true;
    const effects = others
      .filter((other) => !restored.has(other))
      .map((other) => [other, effectOn(action, self, other)] as const);
    for (const [other, effect] of effects) if (effect === 'restores') restored.add(other);
    return effects.some(([, effect]) => effect === 'silences');
  });
}

/** The last event before `before` at a node that has one of the flags and fits. */
export function lastAt(
  run: Run,
  { before, node, mask }: { readonly before: number; readonly node: number; readonly mask: number },
  fits: (entry: Entry) => boolean,
): Cause | null {
  for (let at = run.previousMark(before, mask); at !== null; at = run.previousMark(at, mask)) {
    if (run.valueAt('node', at) !== node) continue;
    const entry = run.entryAt(at);
    if (fits(entry)) return { index: at, entry };
  }
  return null;
}

/** The last action before an event that fits; asked from the latest on. */
function lastAction(run: Run, before: number, fits: (action: Action) => boolean): Cause | null {
  for (let at = run.previousMark(before, FLAG_ACTION); at !== null; at = run.previousMark(at, FLAG_ACTION)) {
    const entry = run.entryAt(at);
    if (entry.action !== null && fits(entry.action)) return { index: at, entry };
  }
  return null;
}

/** `self` is null for a client: only what happens to its server concerns it. */
function effectOn(action: Action, self: Sid | null, other: Sid): 'silences' | 'restores' | null {
  switch (action.do) {
    case 'partition': {
      const [mine, its] = [self, other].map((sid) =>
        action.groups.findIndex((group) => group.some((one) => one === sid)),
      );
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

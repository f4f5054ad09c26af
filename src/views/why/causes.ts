/**
 * The chain of events that led to one, by the number of its cause that each event carries. A timer leads on to what
 * set it going; a silence, a refused call and a leader without its quorum lead to whatever was done to the others, or to
 * the messages between them; a message that was held up leads over that, too. So it ends in something done from outside,
 * or in a wait that ran out.
 */
import { firstIndex } from '../../base/binary-search.ts';
import type { Session } from '../../app/session.ts';
import type { Action } from '../../sim/action.ts';
import type { MessageFacts, StageFacts } from '../../sim/facts.ts';
import { ENTRY_KINDS, type Entry } from '../../sim/entry.ts';
import { FLAG_LOST } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { Packet } from '../../zookeeper/packets.ts';
import { turningPoints } from '../timeline/turning-points.ts';

export interface Cause {
  readonly index: number;
  readonly entry: Entry;
}

export type Run = ReturnType<Session['branch']>;

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
    const delay = entry.kind === 'received' ? delayBehind(run, at, entry, sids) : null;
    if (delay !== null) chain.push(delay);
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
      return kept(other === undefined ? sids : [other], entry.by);
    case 'refused':
      return (
        silencedBy(run, index, self, other === undefined ? [] : [other]) ??
        lastAction(run, index, (action) => action.do === 'start' && action.server === self)
      );
    case 'fired': {
      const missing = missingIn(entry, self, sids);
      return missing.length === 0 ? null : kept(missing, beforeTicks(run, index));
    }
    default:
      return null;
  }

  function kept(others: readonly Sid[], since: number): Cause | null {
    return silencedBy(run, index, self, others) ?? hamperedBy(run, { since, before: index }, self, others);
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

/** The last cut of one direction of a link. */
export function cutBy(run: Run, before: number, from: Sid, to: Sid): Cause | null {
  return lastAction(
    run,
    before,
    (action) => (action.do === 'cut' || action.do === 'partition') && effectOn(action, to, from) === 'silences',
  );
}

/**
 * The last thing done to messages between a server and `others` while it waited: lost, or held up. What makes a link
 * worse may have been done long before.
 */
function hamperedBy(
  run: Run,
  { since, before }: { readonly since: number; readonly before: number },
  self: Sid | null,
  others: readonly Sid[],
): Cause | null {
  const isBetween = ({ from, to }: { readonly from: Sid | string; readonly to: Sid | string }): boolean =>
    others.some((other) => (from === other && to === self) || (from === self && to === other));
  const single = lastAction(
    run,
    before,
    (action) => (action.do === 'dropMessage' || action.do === 'delayMessage') && isBetween(action),
    since + 1,
  );
  if (single !== null) return single;
  return lastAction(run, before, (action) =>
    action.do === 'loss' ? action.percent > 0 && isBetween(action) : action.do === 'latency' && isBetween(action),
  );
}

/** What held up a message that has come: done while it was under way, and it came no sooner than that allows. */
function delayBehind(
  run: Run,
  index: number,
  { at, by, node, other, packet }: Entry,
  sids: readonly Sid[],
): Cause | null {
  const isEnd = (end: Sid | string, one: number): boolean =>
    typeof end === 'string' ? sids[one] === undefined : end === sids[one];
  return lastAction(
    run,
    index,
    (action, done) => {
      if (action.do !== 'delayMessage' || action.packet !== packet?.type) return false;
      return isEnd(action.from, other) && isEnd(action.to, node) && at >= done + action.millis;
    },
    by,
  );
}

/** What holds up a message that is under way, or one ahead of it in its connection; null when nothing does. */
export function delayedBy(
  run: Run,
  before: number,
  { messages, servers, clients }: StageFacts,
  { from, to, port, number }: MessageFacts,
): Cause | null {
  const nameOf = (node: number): Sid | string | undefined =>
    servers.find((one) => one.node === node)?.sid ?? clients.find((one) => one.node === node)?.name;
  const ahead = messages.filter(
    (one) => one.from === from && one.to === to && one.port === port && one.number <= number,
  );
  return lastAction(
    run,
    before,
    (action) =>
      action.do === 'delayMessage' &&
      action.from === nameOf(from) &&
      action.to === nameOf(to) &&
      ahead.some((one) => one.number === action.number),
  );
}

/** The event at which a packet from one node to another was lost on a link that went on; null when none was. */
export function lostOnWay(
  run: Run,
  { before, from, to }: { readonly before: number; readonly from: number; readonly to: number },
  fits: (packet: Packet) => boolean,
): Cause | null {
  for (let at = run.previousMark(before, FLAG_LOST); at !== null; at = run.previousMark(at, FLAG_LOST)) {
    const entry = run.entryAt(at);
    if (entry.lost.some((one) => one.from === from && one.to === to && fits(one.packet))) return { index: at, entry };
  }
  return null;
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

/**
 * The last action before an event that fits, and not before event `from`; asked from the latest on. What was done is
 * known of the whole run: to decode each event anew would take a second where there were hundreds.
 */
function lastAction(run: Run, before: number, fits: (action: Action, at: number) => boolean, from = 0): Cause | null {
  const turns = turningPoints(run);
  for (let k = firstIndex(turns.length, (i) => (turns[i]?.index ?? 0) >= before) - 1; k >= 0; k--) {
    const turn = turns[k];
    if (turn === undefined || turn.index < from) return null;
    if (turn.kind === 'action' && fits(turn.action, turn.at))
      return { index: turn.index, entry: run.entryAt(turn.index) };
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

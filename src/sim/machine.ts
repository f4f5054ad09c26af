/** Kernel, protocol and audit as one machine for history: what happens next, and what an action does. */
import { digestOf } from '../base/digest.ts';
import { type Draft, freshGeneration } from '../base/slice.ts';
import type { Violation } from '../audit/audit.ts';
import type { Audit } from '../audit/ghost.ts';
import type { Arrival } from '../audit/invariant.ts';
import { type Fired, type FireOptions, type Lost, fireNext, nextDue } from '../kernel/fire.ts';
import { thaw } from '../kernel/world.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import { PACKET_FAMILY, type PacketType } from '../zookeeper/packets.ts';
import type { Action, ActionKind } from './action.ts';
import { ENTRY_KINDS, type Entry, type EntryKind, type LostPacket } from './entry.ts';
import { flagsOf } from './flags.ts';
import type { Held, Moment, Released } from './moment.ts';
import { isOccurrence } from './occurrence.ts';
import { nodeOfServer } from './nodes.ts';
import type { Refusal } from './performer.ts';

/** All packet types; a row names one by its position here. */
export const PACKET_TYPES = Object.keys(PACKET_FAMILY) as readonly PacketType[];

const KIND_CODE = Object.fromEntries(ENTRY_KINDS.map((kind, i) => [kind, i])) as Readonly<Record<EntryKind, number>>;
const PACKET_CODE = Object.fromEntries(PACKET_TYPES.map((type, i) => [type, i])) as Readonly<
  Record<PacketType, number>
>;

const QUIET: FireOptions = { noting: false, watching: false };
const WATCHED: FireOptions = { noting: false, watching: true };
/** Filled and emptied within a step: no list is made for the many events that lose nothing. */
const losing: Lost[] = [];
/** The notes that flags are made of are among those that the audit watches. */
const RECORDING: FireOptions = { noting: false, watching: true, lost: losing };
const NOTING: FireOptions = { noting: true, watching: true, lost: losing };
const NOTHING_LOST: readonly LostPacket[] = [];

/** What was lost since this was last asked. */
function takeLost(): readonly LostPacket[] {
  // The kernel hands back what servers and clients sent.
  return losing.length === 0 ? NOTHING_LOST : (losing.splice(0) as readonly Lost[] as readonly LostPacket[]);
}

function optionsOf(live: Moment, noting: boolean, notesMax?: number): FireOptions {
  if (notesMax !== undefined) return { ...NOTING, notesMax };
  if (noting) return NOTING;
  // What is waited for may show in a note.
  return live.audit === null && live.held.length === 0 ? QUIET : WATCHED;
}

function resume(moment: Moment): Moment {
  const generation = freshGeneration();
  return { ...moment, generation, world: thaw(moment.world) };
}

function step(live: Moment, noting: boolean, notesMax?: number): Entry | null {
  return goOn(live, Infinity, optionsOf(live, noting, notesMax));
}

function advance(live: Moment): ReturnType<typeof rowOf> | null {
  const entry = goOn(live, Infinity, RECORDING);
  return entry === null ? null : rowOf(entry);
}

/** The next event, if it happens before `until`; else null, and the run stands just before that time. */
export function stepBefore(live: Moment, until: number, noting: boolean): Entry | null {
  return goOn(live, until, optionsOf(live, noting));
}

function goOn(live: Moment, until: number, options: FireOptions): Entry | null {
  const { world } = live;
  // Asked at every event: looked at before anything is taken apart.
  const released = live.released[0];
  if (released !== undefined) {
    if (world.now >= until) return stopped();
    (live as Draft<Moment>).released = live.released.slice(1);
    return enact(live, released.action, options, released.by);
  }
  for (;;) {
    const scripted = live.script[live.scriptIndex];
    const due = nextDue(world);
    if (scripted !== undefined && (due === null || scripted.at <= due)) {
      if (scripted.at >= until) return stopped();
      (live as Draft<Moment>).scriptIndex += 1;
      (world as { now: number }).now = Math.max(world.now, scripted.at);
      return enact(live, scripted.action, options, world.eventCount);
    }
    if (due === null || due >= until) return stopped();
    const fired = fireNext(world, live.process, options);
    // Bytes that fall on a closed socket are no event.
    if (fired !== null) return observed(live, entryOf(fired), arrivalOf(fired), options);
  }
}

/** Nothing happens; what fell on closed sockets meanwhile belongs to no event. */
function stopped(): null {
  takeLost();
  return null;
}

/** `wait` milliseconds from now, or just before what comes next. */
function act(live: Moment, action: Action, wait: number, noting: boolean, notesMax?: number): Entry {
  const { world, released } = live;
  const next = Math.min(nextDue(world) ?? Infinity, live.script[live.scriptIndex]?.at ?? Infinity);
  const at = Math.min(world.now + wait, released.length > 0 ? world.now : next);
  (world as { now: number }).now = Math.max(world.now, at);
  return enact(live, action, optionsOf(live, noting, notesMax), world.eventCount);
}

/** An action that is refused (a script may hold one) is an event that changes nothing. `by`: the event that brought it about. */
function enact(live: Moment, action: Action, options: FireOptions, by: number): Entry {
  const { world, performer } = live;
  const number = world.eventCount;
  const isRefused = performer.refusalOf(world, action) !== null;
  const fired = isRefused ? null : performer.perform(world, live.process, action, options);
  if (!isRefused && action.do === 'hold') hold(live, action);
  (world as { eventCount: number }).eventCount = number + 1;
  const node = fired?.node ?? ('server' in action ? (nodeOfServer(world, action.server) ?? -1) : -1);
  const entry: Entry = {
    kind: 'action',
    at: world.now,
    node,
    other: -1,
    by,
    since: world.now,
    packet: null,
    timer: null,
    write: null,
    action,
    notes: fired?.notes ?? [],
    lost: takeLost(),
    violations: NO_VIOLATIONS,
  };
  return observed(live, entry, null, options);
}

/** What an event means to those who watch, and to what waits for it; of one that has only begun, nothing yet. */
function observed(live: Moment, entry: Entry, arrival: Arrival | null, { notesMax }: FireOptions): Entry {
  return notesMax === undefined ? release(live, watch(live, entry, arrival)) : entry;
}

function hold(live: Moment, { until, nth = 1, action }: Extract<Action, { do: 'hold' }>): void {
  (live as Draft<Moment>).held = [...live.held, { until, left: nth, action }];
}

/** Lets go what was held until `entry`, which is the last event. */
function release(live: Moment, entry: Entry): Entry {
  if (live.held.length === 0) return entry;
  const { nodes, eventCount } = live.world;
  const config = nodes[entry.node]?.config;
  const other = nodes[entry.other]?.config;
  const from = other?.kind === 'server' ? other.sid : null;
  const held: Held[] = [];
  const released: Released[] = [];
  for (const one of live.held) {
    if (!isOccurrence(entry, config, one.until, from)) held.push(one);
    else if (one.left > 1) held.push({ ...one, left: one.left - 1 });
    else released.push({ action: one.action, by: eventCount - 1 });
  }
  (live as Draft<Moment>).held = held;
  if (released.length > 0) (live as Draft<Moment>).released = [...live.released, ...released];
  return entry;
}

/** Whether somebody did something to servers, links or disks; what clients are told to do is what servers are for. */
function disturbs({ action }: Entry): boolean {
  return action !== null && !CLIENTS_DEEDS.has(action.do);
}

const CLIENTS_DEEDS: ReadonlySet<ActionKind> = new Set(['connect', 'killClient', 'type', 'call']);

const NO_VIOLATIONS: readonly Violation[] = [];

function watch(live: Moment, entry: Entry, arrival: Arrival | null): Entry {
  if (live.watcher === null || live.audit === null) return entry;
  const { node, notes } = entry;
  const { audit, violations } = live.watcher.observe(
    live.audit,
    live.world,
    { node, notes, arrival, disturbs: disturbs(entry) },
    live.generation,
  );
  (live as { audit: Audit }).audit = audit;
  return violations.length === 0 ? entry : { ...entry, violations };
}

function arrivalOf({ input, other: from, since: sentAt, by }: Fired<ZooKeeper>): Arrival | null {
  return input.kind === 'received' ? { on: input.on, from, sentAt, by, packet: input.packet } : null;
}

function entryOf(fired: Fired<ZooKeeper>): Entry {
  const { input } = fired;
  return {
    kind: kindOf(input),
    at: fired.at,
    node: fired.node,
    other: fired.other,
    by: fired.by,
    since: fired.since,
    packet: input.kind === 'received' ? input.packet : null,
    timer: input.kind === 'fired' ? input.timer : null,
    write: 'write' in input ? input.write : null,
    action: null,
    notes: fired.notes,
    lost: takeLost(),
    violations: NO_VIOLATIONS,
  };
}

function kindOf(input: Fired<ZooKeeper>['input']): EntryKind {
  return input.kind === 'command' ? 'action' : input.kind;
}

/** The zxid a packet or write is about, or -1. */
function zxidOf(entry: Entry): number {
  const { packet, write } = entry;
  if (packet !== null && 'zxid' in packet) return packet.zxid;
  if (write?.kind === 'txns') return write.txns.at(-1)?.zxid ?? -1;
  return -1;
}

function rowOf(entry: Entry) {
  return {
    at: entry.at,
    kind: KIND_CODE[entry.kind],
    node: entry.node,
    other: entry.other,
    packet: entry.packet === null ? -1 : PACKET_CODE[entry.packet.type],
    zxid: zxidOf(entry),
    by: entry.by,
    since: entry.since,
    flags: flagsOf(entry),
  };
}

export const zooKeeperMachine = {
  resume,
  step,
  advance,
  act,
  refusal: ({ world, performer }: Moment, action: Action): Refusal | null => performer.refusalOf(world, action),
  row: rowOf,
  digest: ({ world, scriptIndex, held, released }: Moment): string =>
    digestOf({
      world: { ...world, queue: null },
      scriptIndex,
      ...(held.length + released.length > 0 && { held, released }),
    }),
  sameAction: (a: Action, b: Action): boolean => digestOf(a) === digestOf(b),
};

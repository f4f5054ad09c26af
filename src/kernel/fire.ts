/** Makes one thing happen: the heart of the simulation. */
import { assertUnreachable, ensure } from '../base/assert.ts';
import type { Draft } from '../base/slice.ts';
import { answer, close, dial, lostPacket, release, scheduleHead, send, takeHead } from './connection.ts';
import { freshPending } from './pending.ts';
import {
  type ConnectionId,
  type DiskFailure,
  type Effect,
  type Env,
  type Input,
  type Millis,
  type NodeId,
  type Process,
  type Protocol,
  Stopped,
} from './process.ts';
import { popDue, pushDue } from './queue.ts';
import { nodeRandom } from './random.ts';
import {
  type Channel,
  type Connection,
  type CrashPoint,
  type Due,
  type Flush,
  type Item,
  type Node,
  type Timer,
  type World,
  connectionOf,
  editChannel,
  editNode,
  linkOf,
  placeOf,
} from './world.ts';

/** What happened: one input at one node. */
export interface Fired<P extends Protocol> {
  readonly at: Millis;
  readonly node: NodeId;
  readonly input: Input<P> | Crashed<P>;
  /** The other node of a connection, or -1. */
  readonly other: NodeId;
  /** Number of the event that caused this one. */
  readonly by: number;
  /** When the packet was sent, or the timer armed or write begun where known; else `at`. */
  readonly since: Millis;
  readonly notes: readonly P['Note'][];
}

/** The process died at a flush: what it had asked for may be on disk, and it has not heard of it. */
export interface Crashed<P extends Protocol> {
  readonly kind: 'crashed';
  readonly write: P['Write'];
}

/** A packet that nobody will read: its receiver has closed the connection, or is no more. */
export interface Lost {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly sentAt: Millis;
  /** When it fell on the closed socket, or was forgotten with the connection. */
  readonly at: Millis;
  /** As it was sent. Options know no protocol; whoever collects does. */
  readonly packet: unknown;
}

export interface FireOptions {
  /** Where packets that are lost are written, when somebody wants to know. */
  readonly lost?: Lost[];
  /** Whether handlers shall build notes. */
  readonly noting: boolean;
  /** Whether they shall at least build those that an outside observer lives on; as `noting` when left out. */
  readonly watching?: boolean;
  /** After so many notes a handler stops, and only what it has asked for by then is done. The world is then for looking at. */
  readonly notesMax?: number;
}

/** When the next thing is due, or null when nothing ever will be. */
export function nextDue<P extends Protocol>(world: World<P>): Millis | null {
  const heap = world.queue as Due[];
  for (;;) {
    const due = heap[0];
    if (due === undefined) return null;
    if (isLive(world, due)) return Math.max(due.at, world.now);
    popDue(heap);
  }
}

/** Fires what `nextDue` has just found; there must be something. Null when it was no event. Writes `world` in place where its generation owns it. */
export function fireNext<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  options: FireOptions,
): Fired<P> | null {
  return fire(world, process, ensure(popDue(world.queue as Due[]), 'pending occurrence'), options);
}

/** Fires `due`, which must be pending. Null when it was no more than bytes falling on a closed socket. */
export function fire<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  due: Due,
  options: FireOptions,
): Fired<P> | null {
  (world as { now: Millis }).now = Math.max(world.now, due.at);
  switch (due.kind) {
    case 'timer':
      return fireTimer(world, process, due, options);
    case 'flush':
      return fireFlush(world, process, due, options);
    case 'read':
      return fireReadTimeout(world, process, due, options);
    case 'item':
      return fireItem(world, process, due, options);
    default:
      return assertUnreachable(due.kind);
  }
}

/** Whether a queue entry still stands for something; puts it back where its time has moved. */
function isLive<P extends Protocol>(world: World<P>, due: Due): boolean {
  switch (due.kind) {
    case 'timer': {
      const node = world.nodes[due.id] as Node<P>;
      return node.status === 'up' && isCurrent(world, due, node.timers.find((timer) => timer.seq === due.seq) ?? null);
    }
    case 'flush': {
      const node = world.nodes[due.id] as Node<P>;
      return node.status === 'up' && node.flushes[0]?.seq === due.seq;
    }
    case 'item': {
      const channel = channelOf(world, due);
      const head = channel?.items[0];
      if (channel === null || head === undefined || placeOf(head) !== due.seq) return false;
      // A heal, or somebody, has put it off: another entry stands for it.
      if (head.at > due.at) return false;
      if (linkOf(world, channel.from, channel.to).cut) return false;
      return world.nodes[channel.to]?.status !== 'frozen' || head.kind === 'dial';
    }
    case 'read': {
      const channel = channelOf(world, due);
      if (channel === null || world.nodes[channel.to]?.status !== 'up') return false;
      return isCurrent(world, due, channel.readDue);
    }
    default:
      return assertUnreachable(due.kind);
  }
}

function isCurrent<P extends Protocol>(world: World<P>, due: Due, what: { at: Millis; seq: number } | null): boolean {
  if (what === null || what.seq !== due.seq) return false;
  if (what.at <= due.at) return true;
  pushDue(world.queue as Due[], { at: what.at, seq: due.seq, kind: due.kind, id: due.id, forth: due.forth });
  return false;
}

function channelOf<P extends Protocol>(world: World<P>, due: Due): Channel<P> | null {
  const connection = connectionOf(world, due.id);
  if (connection === null) return null;
  return due.forth ? connection.forth : connection.back;
}

function fireTimer<P extends Protocol>(world: World<P>, process: Process<P>, due: Due, options: FireOptions): Fired<P> {
  const node = editNode(world, due.id);
  const timers = node.timers as Timer<P>[];
  const index = timers.findIndex((timer) => timer.seq === due.seq);
  const timer = ensure(timers[index], 'timer');
  timers.splice(index, 1);
  return run(
    world,
    process,
    due.id,
    { kind: 'fired', timer: timer.name },
    { other: -1, by: timer.by, since: world.now },
    options,
  );
}

function fireFlush<P extends Protocol>(world: World<P>, process: Process<P>, due: Due, options: FireOptions): Fired<P> {
  const node = editNode(world, due.id);
  const flushes = node.flushes as Flush<P>[];
  const done = ensure(flushes.shift(), 'flush');
  const following = flushes[0];
  if (following !== undefined) pushDue(world.queue as Due[], flushDue(node, following));
  const { write } = done;
  const origin = { other: -1, by: done.by, since: done.since };
  const crash = node.crashPoint === null ? null : crashAt(node, process.writeKind(write));
  if (crash === 'before') {
    node.durable = process.torn(node.durable, write, 1);
    return die(world, node.id, write, origin, options);
  }
  const because = node.refusing === null ? null : refusal(node, process, write);
  if (because === null) node.durable = process.persist(node.durable, write);
  if (crash === 'after') return die(world, node.id, write, origin, options);
  const input: Input<P> = because === null ? { kind: 'flushed', write } : { kind: 'unwritten', write, because };
  return run(world, process, due.id, input, origin, options);
}

/** On which side of this flush the process dies, if at all; counts it. */
function crashAt<P extends Protocol>(node: Draft<Node<P>>, kind: string): CrashPoint['side'] | null {
  const point = node.crashPoint;
  if (point === null || (point.of !== null && point.of !== kind)) return null;
  if (point.left === 1) return point.side;
  node.crashPoint = { ...point, left: point.left - 1 };
  return null;
}

/** Why the disk refuses the write, if it does; counts it. */
export function refusal<P extends Protocol>(
  node: Draft<Node<P>>,
  process: Process<P>,
  write: P['Write'],
): DiskFailure | null {
  const { refusing } = node;
  if (refusing === null || (refusing.of !== null && refusing.of !== process.writeKind(write))) return null;
  const { because, left } = refusing;
  if (because === 'full' && !process.takesSpace(write)) return null;
  if (left === 1) node.refusing = null;
  else if (left !== null) node.refusing = { ...refusing, left: left - 1 };
  return because;
}

function die<P extends Protocol>(
  world: World<P>,
  id: NodeId,
  write: P['Write'],
  { other, by, since }: Origin,
  options: FireOptions,
): Fired<P> {
  end(world, id, null, options.lost);
  (world as { eventCount: number }).eventCount += 1;
  return { at: world.now, node: id, input: { kind: 'crashed', write }, other, by, since, notes: NO_NOTES };
}

function fireReadTimeout<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  due: Due,
  options: FireOptions,
): Fired<P> {
  const connection = ensure(connectionOf(world, due.id), 'connection');
  const channel = editChannel(world, connection, due.forth);
  const { to, from } = channel;
  const by = channel.readDue?.by ?? world.eventCount;
  channel.readDue = null;
  channel.readMillis = null;
  return run(world, process, to, { kind: 'timedOut', on: due.id }, { other: from, by, since: world.now }, options);
}

function fireItem<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  due: Due,
  options: FireOptions,
): Fired<P> | null {
  const channel = editChannel(world, ensure(connectionOf(world, due.id), 'connection'), due.forth);
  const item = takeHead(world, due.id, due.forth, channel);
  const input = arrive(world, due.id, channel, item, options.lost);
  if (input === null) return null;
  const origin = { other: channel.from, by: item.by, since: item.sentAt };
  return run(world, process, channel.to, input, origin, options);
}

/** What the arrival of `item` means to the process at the end of `channel`, or null when it never hears of it. */
function arrive<P extends Protocol>(
  world: World<P>,
  id: ConnectionId,
  channel: Draft<Channel<P>>,
  item: Item<P>,
  lost: Lost[] | undefined,
): Input<P> | null {
  switch (item.kind) {
    case 'dial': {
      const connection = ensure(connectionOf(world, id), 'connection');
      const acceptor = world.nodes[channel.to] as Node<P>;
      const accepted = acceptor.status !== 'down' && acceptor.listening.includes(connection.port);
      answer(world, connection, accepted);
      if (!accepted) return null;
      if (acceptor.status === 'up') return { kind: 'accepted', on: id, from: channel.from, port: connection.port };
      (channel.items as Item<P>[]).unshift({ ...item, kind: 'accept' });
      return null;
    }
    case 'accept':
      // The process that slept through the dial may have died since.
      if (channel.deaf) return null;
      return { kind: 'accepted', on: id, from: channel.from, port: ensure(connectionOf(world, id), 'connection').port };
    case 'answer': {
      if (!item.accepted) release(world, id, lost);
      if (channel.deaf) return null;
      return item.accepted ? { kind: 'opened', on: id } : { kind: 'refused', on: id };
    }
    case 'packet': {
      if (channel.deaf || item.lost === true) {
        lost?.push(lostPacket(channel, item, world.now));
        return null;
      }
      if (channel.readMillis !== null && channel.readDue !== null) {
        channel.readDue = { at: world.now + channel.readMillis, seq: channel.readDue.seq, by: world.eventCount };
      }
      return { kind: 'received', on: id, packet: item.packet };
    }
    case 'end':
      release(world, id, lost);
      return channel.deaf ? null : { kind: 'closed', on: id };
    default:
      return assertUnreachable(item);
  }
}

interface Origin {
  readonly other: NodeId;
  readonly by: number;
  readonly since: Millis;
}

/** Hands one input to a process and does what it asks for. */
export function run<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  id: NodeId,
  input: Input<P> | { readonly kind: 'boot' },
  origin: Origin,
  options: FireOptions,
): Fired<P> {
  const node = editNode(world, id);
  const env = new NodeEnv(world, process, node, options);
  node.state = handled(process, node, input, env);
  for (const effect of env.effects) {
    apply(world, id, effect, options.lost);
    // Nobody is left to do the rest.
    if (effect.kind === 'exit') break;
  }
  (world as { eventCount: number }).eventCount += 1;
  return {
    at: world.now,
    node: id,
    input: input as Input<P>,
    other: origin.other,
    by: origin.by,
    since: origin.since,
    notes: env.notes,
  };
}

function handled<P extends Protocol>(
  process: Process<P>,
  node: Node<P>,
  input: Input<P> | { readonly kind: 'boot' },
  env: Env<P>,
): P['State'] {
  try {
    return input.kind === 'boot' ? process.boot(env) : process.handle(ensure(node.state, 'state'), input, env);
  } catch (problem) {
    // Only the process itself makes one, of its own state.
    if (problem instanceof Stopped) return problem.state as P['State'];
    throw problem;
  }
}

/** Nobody reads notes: handlers build none, so one list serves all. */
const NO_NOTES: never[] = [];

class NodeEnv<P extends Protocol> implements Env<P> {
  readonly self: NodeId;
  readonly now: Millis;
  readonly wallClock: Millis;
  readonly generation: number;
  readonly config: P['Config'];
  readonly noting: boolean;
  readonly watching: boolean;
  readonly effects: Effect<P>[] = [];
  readonly notes: P['Note'][];
  readonly notesMax: number;
  readonly #world: World<P>;
  readonly #process: Process<P>;

  constructor(
    world: World<P>,
    process: Process<P>,
    node: Node<P>,
    { noting, watching = noting, notesMax = Infinity }: FireOptions,
  ) {
    this.#world = world;
    this.#process = process;
    this.self = node.id;
    this.now = world.now;
    this.wallClock = world.now + node.clockOffset;
    this.generation = world.generation;
    this.config = node.config;
    this.noting = noting;
    this.watching = watching;
    this.notes = watching ? [] : NO_NOTES;
    this.notesMax = notesMax;
  }

  /** Asked for now and then, so made when it is. What the disk refuses nobody reads, before it is told or after. */
  get disk(): P['Durable'] {
    const node = { ...(this.#world.nodes[this.self] as Node<P>) };
    for (const { write } of node.flushes) {
      if (refusal(node, this.#process, write) === null) node.durable = this.#process.handedOver(node.durable, write);
    }
    return node.durable;
  }

  random(key: number, n: number): number {
    return nodeRandom(this.#world.seed, this.self, key, n);
  }

  dial(to: NodeId, port: P['Port']): ConnectionId {
    return dial(this.#world, this.self, to, port);
  }
}

function apply<P extends Protocol>(world: World<P>, id: NodeId, effect: Effect<P>, lost: Lost[] | undefined): void {
  switch (effect.kind) {
    case 'send':
      return send(world, id, effect.on, effect.packet);
    case 'close':
      return close(world, id, effect.on, lost);
    case 'readTimeout':
      return setReadTimeout(world, id, effect.on, effect.millis);
    case 'arm':
      return arm(world, id, effect.timer, effect.after);
    case 'disarm': {
      const timers = editNode(world, id).timers as Timer<P>[];
      const index = timers.findIndex((timer) => timer.name === effect.timer);
      if (index >= 0) timers.splice(index, 1);
      return;
    }
    case 'flush':
      return flush(world, id, effect.write, false);
    case 'cache':
      return flush(world, id, effect.write, true);
    case 'listen': {
      const node = editNode(world, id);
      if (!node.listening.includes(effect.port)) node.listening = [...node.listening, effect.port];
      return;
    }
    case 'unlisten': {
      const node = editNode(world, id);
      node.listening = node.listening.filter((port) => port !== effect.port);
      return;
    }
    case 'exit':
      return end(world, id, effect.code, lost);
    default:
      return assertUnreachable(effect);
  }
}

function arm<P extends Protocol>(world: World<P>, id: NodeId, name: P['Timer'], after: Millis): void {
  const timers = editNode(world, id).timers as Timer<P>[];
  const index = timers.findIndex((timer) => timer.name === name);
  const at = world.now + after;
  const known = timers[index];
  if (known !== undefined && known.at <= at) {
    // Its queue entry comes up too early and puts itself back.
    timers[index] = { name, at, seq: known.seq, by: world.eventCount };
    return;
  }
  const { seq, by } = freshPending(world, at);
  const timer: Timer<P> = { name, at, seq, by };
  if (known === undefined) timers.push(timer);
  else timers[index] = timer;
  pushDue(world.queue as Due[], { at, seq, kind: 'timer', id, forth: true });
}

/** `cached`: ahead of whatever the disk is still at, and at once. */
function flush<P extends Protocol>(world: World<P>, id: NodeId, write: P['Write'], cached: boolean): void {
  const node = editNode(world, id);
  const flushes = node.flushes as Flush<P>[];
  const begun = flushes.length === 0 ? world.now : (flushes[flushes.length - 1] as Flush<P>).at;
  const at = cached ? world.now : Math.max(world.now, begun) + node.diskMillis;
  const { seq, by } = freshPending(world, at);
  const entry: Flush<P> = { at, seq, by, write, since: world.now };
  if (cached) flushes.splice(flushes.filter((other) => other.at <= at).length, 0, entry);
  else flushes.push(entry);
  if (flushes[0] === entry) pushDue(world.queue as Due[], flushDue(node, entry));
}

function flushDue<P extends Protocol>(node: Node<P>, entry: Flush<P>): Due {
  return { at: entry.at, seq: entry.seq, kind: 'flush', id: node.id, forth: true };
}

function setReadTimeout<P extends Protocol>(
  world: World<P>,
  who: NodeId,
  on: ConnectionId,
  millis: Millis | null,
): void {
  const connection = connectionOf(world, on);
  if (connection === null) return;
  const forth = connection.forth.to === who;
  const channel = editChannel(world, connection, forth);
  if (channel.deaf) return;
  channel.readMillis = millis;
  channel.readDue = millis === null ? null : freshPending(world, world.now + millis);
  if (channel.readDue === null) return;
  const { at, seq } = channel.readDue;
  pushDue(world.queue as Due[], { at, seq, kind: 'read', id: on, forth });
}

/** The process is gone: what was volatile or not yet flushed is lost, its sockets are closed by the operating system. */
export function end<P extends Protocol>(world: World<P>, id: NodeId, exitCode: number | null, lost?: Lost[]): void {
  const node = editNode(world, id);
  const slept = node.status === 'frozen';
  node.status = 'down';
  node.state = null;
  node.listening = [];
  node.timers = [];
  node.flushes = [];
  node.crashPoint = null;
  node.exitCode = exitCode;
  for (const connection of world.connections) {
    if (connection === null) continue;
    const { from, to, items } = connection.forth;
    // A dial still on its way is answered by whoever is there when it arrives.
    if (from === id || (to === id && items[0]?.kind !== 'dial')) close(world, id, connection.id, lost);
  }
  // What waited for a sleeping process falls on closed sockets now.
  if (slept) reschedule(world, id);
}

/** Puts everything that waited for a node back into the queue: it comes at once, in the order it was due. */
export function reschedule<P extends Protocol>(world: World<P>, id: NodeId): void {
  const node = world.nodes[id] as Node<P>;
  const heap = world.queue as Due[];
  for (const timer of node.timers) {
    pushDue(heap, { at: timer.at, seq: timer.seq, kind: 'timer', id, forth: true });
  }
  const first = node.flushes[0];
  if (first !== undefined) pushDue(heap, flushDue(node, first));
  for (const connection of world.connections) {
    if (connection === null) continue;
    if (connection.forth.to === id) rescheduleChannel(world, connection, true, connection.forth);
    if (connection.back.to === id) rescheduleChannel(world, connection, false, connection.back);
  }
}

function rescheduleChannel<P extends Protocol>(
  world: World<P>,
  connection: Connection<P>,
  forth: boolean,
  channel: Channel<P>,
): void {
  scheduleHead(world, connection.id, forth, channel);
  if (channel.readDue === null) return;
  const { at, seq } = channel.readDue;
  pushDue(world.queue as Due[], { at, seq, kind: 'read', id: connection.id, forth });
}

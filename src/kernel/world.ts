/** The whole state of a simulated cluster: nodes, connections, links, and what is due when. Plain data. */
import { type Draft, type Slice, freshGeneration } from '../base/slice.ts';
import type { ConnectionId, DiskFailure, Millis, NodeId, Protocol } from './process.ts';

/** Everything that ever waits to happen carries its due time, its place among equals, and the event that caused it. */
export interface Pending {
  readonly at: Millis;
  readonly seq: number;
  /** Number of the event that brought it about. */
  readonly by: number;
}

export interface Timer<P extends Protocol> extends Pending {
  readonly name: P['Timer'];
}

export interface Flush<P extends Protocol> extends Pending {
  readonly write: P['Write'];
  /** When it was handed to the disk. */
  readonly since: Millis;
}

export interface Refusing {
  readonly because: DiskFailure;
  /** Only writes of this kind (`Process.writeKind`); null for all. */
  readonly of: string | null;
  /** How many more it refuses; null for no end. */
  readonly left: number | null;
}

export interface CrashPoint {
  /** Whether the write is on disk by then. */
  readonly side: 'before' | 'after';
  /** Only flushes of this kind count; null for all. */
  readonly of: string | null;
  /** The how manyth of them, from 1. */
  readonly left: number;
}

export type NodeStatus = 'down' | 'up' | 'frozen';

export interface Node<P extends Protocol> extends NodeCopy<P> {}

/** What makes nodes: by a constructor, as `WorldCopy` makes worlds, and for the same reason. */
class NodeCopy<P extends Protocol> implements Slice {
  declare readonly generation: number;
  declare readonly id: NodeId;
  declare readonly config: P['Config'];
  declare readonly status: NodeStatus;
  /** Null while down. */
  declare readonly state: P['State'] | null;
  declare readonly durable: P['Durable'];
  declare readonly listening: readonly P['Port'][];
  /** Owned by the node: replaced with it, written in place only by `editNode`'s caller. */
  declare readonly timers: readonly Timer<P>[];
  declare readonly flushes: readonly Flush<P>[];
  /** Milliseconds that a flush takes. */
  declare readonly diskMillis: Millis;
  /** Which writes the disk refuses; null where it works. */
  declare readonly refusing: Refusing | null;
  /** The flush at which the process will die; null for none. Forgotten when it ends otherwise. */
  declare readonly crashPoint: CrashPoint | null;
  /** How far the machine's clock is off: `Env.wallClock` is so much more than `now`. */
  declare readonly clockOffset: Millis;
  /** How often it was started. */
  declare readonly incarnation: number;
  declare readonly exitCode: number | null;

  /** A copy of `node` for a world of that generation. It names all fields: see `editNode`. */
  constructor(generation: number, node: Omit<Node<P>, 'generation'>) {
    this.generation = generation;
    this.id = node.id;
    this.config = node.config;
    this.status = node.status;
    this.state = node.state;
    this.durable = node.durable;
    this.listening = node.listening;
    this.timers = node.timers.slice();
    this.flushes = node.flushes.slice();
    this.diskMillis = node.diskMillis;
    this.refusing = node.refusing;
    this.crashPoint = node.crashPoint;
    this.clockOffset = node.clockOffset;
    this.incarnation = node.incarnation;
    this.exitCode = node.exitCode;
  }
}

/** What travels in one direction of a connection, in order. */
export type Item<P extends Protocol> = Pending & {
  readonly sentAt: Millis;
  /** The how manyth it was of what its link was given to carry, from 0: with the link it names it, whatever else is done. */
  readonly number: number;
  /** Its place among equals where it was hurried: before all that nobody hurried (`placeOf`). */
  readonly turn?: number;
} & (
    | { readonly kind: 'dial' }
    /** A dial that the operating system has answered and the sleeping process has not seen. */
    | { readonly kind: 'accept' }
    | { readonly kind: 'answer'; readonly accepted: boolean }
    /** `lost`: the link loses it, which nobody hears of. */
    | { readonly kind: 'packet'; readonly packet: P['Packet']; readonly lost?: true }
    | { readonly kind: 'end' }
  );

/** Its place among what is due at the same time. */
export function placeOf<P extends Protocol>({ turn, seq }: Item<P>): number {
  return turn ?? seq;
}

/** One direction of a connection and the receiving end of it. */
export interface Channel<P extends Protocol> extends Slice {
  readonly from: NodeId;
  readonly to: NodeId;
  /** In flight, oldest first; owned by the channel. */
  readonly items: readonly Item<P>[];
  /** The receiver has closed its end: what still arrives is dropped. */
  readonly deaf: boolean;
  /** The receiver's read timeout, and when it runs out. */
  readonly readMillis: Millis | null;
  readonly readDue: Pending | null;
}

export interface Connection<P extends Protocol> extends Slice {
  readonly id: ConnectionId;
  readonly port: P['Port'];
  /** From dialler to acceptor. */
  readonly forth: Channel<P>;
  readonly back: Channel<P>;
}

/** One direction between two nodes. */
export interface Link extends Slice {
  readonly cut: boolean;
  readonly latencyMillis: Millis;
  /** Of a hundred packets so many vanish, though the connection goes on as if they had not been sent: no TCP does that. */
  readonly lossPercent: number;
  /** What it was given to carry so far: the number of the next, and the key of its jitter. */
  readonly sent: number;
}

export interface Network {
  readonly latencyMillis: Millis;
  /** A packet takes up to this much longer. */
  readonly jitterMillis: Millis;
}

/** An entry of the queue: a cheap index over what is pending, rebuilt from it at will. */
export interface Due {
  readonly at: Millis;
  readonly seq: number;
  readonly kind: 'timer' | 'flush' | 'item' | 'read';
  /** Node of a timer or flush; connection of an item or read timeout. */
  readonly id: number;
  /** Direction of an item or read timeout. */
  readonly forth: boolean;
}

/** An interface, not the class below: a world is plain data, and may be spread. */
export interface World<P extends Protocol> extends WorldCopy<P> {}

/**
 * What makes worlds, by a constructor and not as object literals: most copies are checkpoints, which live long, and V8
 * would learn from them to make all in old memory. There the world of a seek, soon dead, would keep alive through the quick
 * collections of young memory all that it holds. Fields are declared only: each is set once.
 */
class WorldCopy<P extends Protocol> implements Slice {
  declare readonly generation: number;
  declare readonly seed: number;
  declare readonly network: Network;
  declare readonly now: Millis;
  declare readonly nextSeq: number;
  /** Events so far, faults and commands included. */
  declare readonly eventCount: number;
  declare readonly incarnations: number;
  /** Owned by the world, as are the next three. */
  declare readonly nodes: readonly Node<P>[];
  /** By slot, `slotOf(id)`. */
  declare readonly connections: readonly (Connection<P> | null)[];
  declare readonly freeSlots: readonly number[];
  /** By sender, then receiver. */
  declare readonly links: readonly (readonly Link[])[];
  /** A binary heap by (at, seq); may hold stale entries. A cache over the rest: it does not count as state. */
  declare readonly queue: readonly Due[];

  /** A copy of `world` with a generation of its own. It names all fields: see `editNode`. */
  constructor(world: Omit<World<P>, 'generation'>) {
    this.generation = freshGeneration();
    this.seed = world.seed;
    this.network = world.network;
    this.now = world.now;
    this.nextSeq = world.nextSeq;
    this.eventCount = world.eventCount;
    this.incarnations = world.incarnations;
    this.nodes = world.nodes.slice();
    this.connections = world.connections.slice();
    this.freeSlots = world.freeSlots.slice();
    this.links = world.links.slice();
    this.queue = world.queue.slice();
  }
}

const SLOTS = 65536;

/** Ids tell incarnations in one slot apart, so that what is late for an old one finds nobody. */
export function connectionId(slot: number, incarnation: number): ConnectionId {
  return incarnation * SLOTS + slot;
}

/** Position in `World.connections`. */
export function slotOf(id: ConnectionId): number {
  return id % SLOTS;
}

/** A world at time 0 without nodes; nobody else holds its generation. */
export function emptyWorld<P extends Protocol>(seed: number, network: Network): World<P> {
  return new WorldCopy<P>({
    seed,
    network,
    now: 0,
    nextSeq: 0,
    eventCount: 0,
    incarnations: 0,
    nodes: [],
    connections: [],
    freeSlots: [],
    links: [],
    queue: [],
  });
}

/** The world as a value that may be kept: whoever goes on from it gets a generation of its own. */
export function thaw<P extends Protocol>(world: World<P>): World<P> {
  return new WorldCopy(world);
}

/** The connection `id`, or null when that incarnation is gone. */
export function connectionOf<P extends Protocol>(world: World<P>, id: ConnectionId): Connection<P> | null {
  const connection = world.connections[slotOf(id)] ?? null;
  return connection !== null && connection.id === id ? connection : null;
}

/**
 * The node, writable: itself when the world's generation owns it, else a copy that takes its place.
 *
 * Copies of what every event touches name all their fields, in the order in which they were made first: so they are of
 * the very shape that the optimizer knows. A spread makes another, and in some engines one more with every copy of a copy.
 */
export function editNode<P extends Protocol>(world: World<P>, id: NodeId): Draft<Node<P>> {
  const node = world.nodes[id] as Node<P>;
  if (node.generation === world.generation) return node;
  const copy: Node<P> = new NodeCopy(world.generation, node);
  (world.nodes as Node<P>[])[id] = copy;
  return copy;
}

/** The one place where channels are made: see `editNode`. */
export function channelWith<P extends Protocol>(
  generation: number,
  from: NodeId,
  to: NodeId,
  items: readonly Item<P>[] = [],
  deaf = false,
  readMillis: Millis | null = null,
  readDue: Pending | null = null,
): Channel<P> {
  return { generation, from, to, items, deaf, readMillis, readDue };
}

/** The same for one direction of a connection, from dialler to acceptor (`forth`) or back. `connection` itself may be replaced. */
export function editChannel<P extends Protocol>(
  world: World<P>,
  connection: Connection<P>,
  forth: boolean,
): Draft<Channel<P>> {
  const { generation } = world;
  let own: Draft<Connection<P>> = connection;
  if (own.generation !== generation) {
    const { id, port, forth: there, back } = connection;
    own = { generation, id, port, forth: there, back };
    (world.connections as (Connection<P> | null)[])[slotOf(id)] = own;
  }
  const channel = forth ? own.forth : own.back;
  if (channel.generation === generation) return channel;
  const { from, to, items, deaf, readMillis, readDue } = channel;
  const copy = channelWith(generation, from, to, items.slice(), deaf, readMillis, readDue);
  if (forth) own.forth = copy;
  else own.back = copy;
  return copy;
}

/** The link between two nodes that exist. */
export function linkOf<P extends Protocol>(world: World<P>, from: NodeId, to: NodeId): Link {
  return (world.links[from] as readonly Link[])[to] as Link;
}

/** As `editNode`, for one direction between two nodes. */
export function editLink<P extends Protocol>(world: World<P>, from: NodeId, to: NodeId): Draft<Link> {
  const link = linkOf(world, from, to);
  if (link.generation === world.generation) return link;
  const { cut, latencyMillis, lossPercent, sent } = link;
  const own: Link = { generation: world.generation, cut, latencyMillis, lossPercent, sent };
  const row = (world.links[from] as readonly Link[]).slice();
  row[to] = own;
  (world.links as (readonly Link[])[])[from] = row;
  return own;
}

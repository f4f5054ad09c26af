/**
 * Connections as TCP gives them: an ordered stream of packets per direction, whose bytes a cut only stalls.
 *
 *   dialler ── dial ─▶ acceptor        forth.items   [dial, packet, packet, end]
 *   dialler ◀─ answer ─ acceptor       back.items    [answer, packet, …]
 *
 * Nothing is lost or reordered inside one incarnation. Closing, or dying, puts an `end` behind what was sent;
 * what then still comes the other way is dropped. Not modelled: retransmission time-outs of TCP itself, so a
 * connection across a cut lives until somebody's own timeout gives it up.
 */
import { freshPending } from './pending.ts';
import type { ConnectionId, Millis, NodeId, Protocol } from './process.ts';
import { pushDue } from './queue.ts';
import { linkRandom } from './random.ts';
import {
  type Channel,
  type Connection,
  type Due,
  type Item,
  type World,
  connectionId,
  connectionOf,
  editChannel,
  editLink,
  linkOf,
  slotOf,
} from './world.ts';

/** Opens a connection from `from` to a port of `to` and names it; the dial takes its time to arrive, and the answer to come back. */
export function dial<P extends Protocol>(world: World<P>, from: NodeId, to: NodeId, port: P['Port']): ConnectionId {
  const free = world.freeSlots as number[];
  const slot = free.pop() ?? world.connections.length;
  const draft = world as { incarnations: number };
  draft.incarnations += 1;
  const id = connectionId(slot, world.incarnations);
  const { generation } = world;
  (world.connections as (Connection<P> | null)[])[slot] = {
    generation,
    id,
    port,
    forth: { generation, from, to, items: [], deaf: false, readMillis: null, readDue: null },
    back: { generation, from: to, to: from, items: [], deaf: false, readMillis: null, readDue: null },
  };
  put(world, connectionOf(world, id) as Connection<P>, true, { kind: 'dial' });
  return id;
}

/** Sends on the end that `from` holds; silently nothing when that end is closed or gone. */
export function send<P extends Protocol>(world: World<P>, from: NodeId, on: ConnectionId, packet: P['Packet']): void {
  const connection = connectionOf(world, on);
  if (connection === null) return;
  const forth = connection.forth.from === from;
  const opposite = forth ? connection.back : connection.forth;
  if (opposite.deaf) return;
  put(world, connection, forth, { kind: 'packet', packet });
}

/** Closes the end that `who` holds: `end` follows what it sent, and it hears nothing more. */
export function close<P extends Protocol>(world: World<P>, who: NodeId, on: ConnectionId): void {
  const connection = connectionOf(world, on);
  if (connection === null) return;
  const outbound = connection.forth.from === who;
  const hearing = editChannel(world, connection, !outbound);
  if (hearing.deaf) return;
  hearing.deaf = true;
  hearing.readMillis = null;
  hearing.readDue = null;
  const outgoing = outbound ? connection.forth : connection.back;
  if (outgoing.deaf) release(world, on);
  else put(world, connectionOf(world, on) as Connection<P>, outbound, { kind: 'end' });
}

/** Answers a dial. */
export function answer<P extends Protocol>(world: World<P>, connection: Connection<P>, accepted: boolean): void {
  if (!accepted) editChannel(world, connection, true).deaf = true;
  put(world, connectionOf(world, connection.id) as Connection<P>, false, { kind: 'answer', accepted });
}

/** Forgets a connection that neither end uses any more. */
export function release<P extends Protocol>(world: World<P>, id: ConnectionId): void {
  const slot = slotOf(id);
  (world.connections as (Connection<P> | null)[])[slot] = null;
  (world.freeSlots as number[]).push(slot);
}

/** Takes the head of a channel and makes what is behind it due. */
export function takeHead<P extends Protocol>(world: World<P>, connection: Connection<P>, forth: boolean): Item<P> {
  const channel = editChannel(world, connection, forth);
  const items = channel.items as Item<P>[];
  const head = items.shift() as Item<P>;
  scheduleHead(world, connection.id, forth, channel);
  return head;
}

/** Puts the head of a channel into the queue, unless a cut holds it. */
export function scheduleHead<P extends Protocol>(
  world: World<P>,
  id: ConnectionId,
  forth: boolean,
  channel: Channel<P>,
): void {
  const head = channel.items[0];
  if (head === undefined || linkOf(world, channel.from, channel.to).cut) return;
  pushDue(world.queue as Due[], { at: head.at, seq: head.seq, kind: 'item', id, forth });
}

/** How long the packet sent now takes over this link; counts it, so that the next one has a jitter of its own. */
function latency<P extends Protocol>(world: World<P>, from: NodeId, to: NodeId): Millis {
  const link = editLink(world, from, to);
  const n = link.sent;
  link.sent = n + 1;
  const { jitterMillis } = world.network;
  if (jitterMillis === 0) return link.latencyMillis;
  return link.latencyMillis + Math.floor(linkRandom(world.seed, from, to, n) * (jitterMillis + 1));
}

type Cargo<P extends Protocol> =
  | { kind: 'dial' }
  | { kind: 'answer'; accepted: boolean }
  | { kind: 'packet'; packet: P['Packet'] }
  | { kind: 'end' };

function put<P extends Protocol>(world: World<P>, connection: Connection<P>, forth: boolean, cargo: Cargo<P>): void {
  const channel = editChannel(world, connection, forth);
  const items = channel.items as Item<P>[];
  const last = items[items.length - 1];
  const earliest = world.now + latency(world, channel.from, channel.to);
  const at = last === undefined || last.at < earliest ? earliest : last.at;
  const { seq, by } = freshPending(world, at);
  const sentAt = world.now;
  switch (cargo.kind) {
    case 'packet':
      items.push({ kind: 'packet', at, seq, by, sentAt, packet: cargo.packet });
      break;
    case 'answer':
      items.push({ kind: 'answer', at, seq, by, sentAt, accepted: cargo.accepted });
      break;
    default:
      items.push({ kind: cargo.kind, at, seq, by, sentAt });
  }
  if (items.length === 1) scheduleHead(world, connection.id, forth, channel);
}

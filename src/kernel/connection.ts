/**
 * Connections as TCP gives them: an ordered stream of packets per direction, whose bytes a cut only stalls.
 *
 *   dialler ── dial ─▶ acceptor        forth.items   [dial, packet, packet, end]
 *   dialler ◀─ answer ─ acceptor       back.items    [answer, packet, …]
 *
 * Nothing is lost or reordered inside one incarnation. Closing, or dying, puts an `end` behind what was sent;
 * what then still comes the other way is dropped. A link that was told to lose packets is the one exception, and no
 * network's doing: TCP sends again or ends. Not modelled: retransmission time-outs of TCP itself, so a
 * connection across a cut lives until somebody's own timeout gives it up.
 */
import type { Lost } from './fire.ts';
import { freshSeq } from './pending.ts';
import type { ConnectionId, Millis, NodeId, Protocol } from './process.ts';
import { pushDue } from './queue.ts';
import { linkRandom, lossRandom } from './random.ts';
import {
  type Channel,
  type Connection,
  type Due,
  type Item,
  type World,
  channelWith,
  connectionId,
  connectionOf,
  editChannel,
  editLink,
  linkOf,
  placeOf,
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
    forth: channelWith(generation, from, to),
    back: channelWith(generation, to, from),
  };
  put(world, connectionOf(world, id) as Connection<P>, true, 'dial');
  return id;
}

/** Sends on the end that `from` holds; silently nothing when that end is closed or gone. */
export function send<P extends Protocol>(world: World<P>, from: NodeId, on: ConnectionId, packet: P['Packet']): void {
  const connection = connectionOf(world, on);
  if (connection === null) return;
  const forth = connection.forth.from === from;
  const opposite = forth ? connection.back : connection.forth;
  if (opposite.deaf) return;
  const channel = editChannel(world, connection, forth);
  const isLost = loses(world, channel);
  const number = numberOfNext(world, channel);
  const at = arrival(world, channel);
  const { now: sentAt, eventCount: by } = world;
  const item: Item<P> = { kind: 'packet', at, seq: freshSeq(world), by, sentAt, number, packet };
  queue(world, on, forth, channel, isLost ? { ...item, lost: true } : item);
}

/** Closes the end that `who` holds: `end` follows what it sent, and it hears nothing more. */
export function close<P extends Protocol>(world: World<P>, who: NodeId, on: ConnectionId, lost?: Lost[]): void {
  const connection = connectionOf(world, on);
  if (connection === null) return;
  const outbound = connection.forth.from === who;
  const hearing = editChannel(world, connection, !outbound);
  if (hearing.deaf) return;
  hearing.deaf = true;
  hearing.readMillis = null;
  hearing.readDue = null;
  const outgoing = outbound ? connection.forth : connection.back;
  if (outgoing.deaf) release(world, on, lost);
  else put(world, connectionOf(world, on) as Connection<P>, outbound, 'end');
}

/** Answers a dial. */
export function answer<P extends Protocol>(world: World<P>, connection: Connection<P>, accepted: boolean): void {
  if (!accepted) editChannel(world, connection, true).deaf = true;
  const channel = editChannel(world, connectionOf(world, connection.id) as Connection<P>, false);
  const number = numberOfNext(world, channel);
  const at = arrival(world, channel);
  const { now: sentAt, eventCount: by } = world;
  const seq = freshSeq(world);
  queue(world, connection.id, false, channel, { kind: 'answer', at, seq, by, sentAt, number, accepted });
}

/** Forgets a connection that neither end uses any more, and what was still under way in it. */
export function release<P extends Protocol>(world: World<P>, id: ConnectionId, lost?: Lost[]): void {
  const slot = slotOf(id);
  const connection = lost === undefined ? null : connectionOf(world, id);
  if (connection !== null) {
    for (const channel of [connection.forth, connection.back]) {
      for (const item of channel.items) {
        if (item.kind === 'packet') lost?.push(lostPacket(channel, item, world.now));
      }
    }
  }
  (world.connections as (Connection<P> | null)[])[slot] = null;
  (world.freeSlots as number[]).push(slot);
}

/** For whoever asks what became of a packet. */
export function lostPacket<P extends Protocol>(
  { from, to }: Channel<P>,
  { sentAt, packet }: Item<P> & { readonly kind: 'packet' },
  at: Millis,
): Lost {
  return { from, to, sentAt, at, packet };
}

/** Takes the head of a channel that the world's generation owns, and makes what is behind it due. */
export function takeHead<P extends Protocol>(
  world: World<P>,
  id: ConnectionId,
  forth: boolean,
  channel: Channel<P>,
): Item<P> {
  const head = (channel.items as Item<P>[]).shift() as Item<P>;
  scheduleHead(world, id, forth, channel);
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
  pushDue(world.queue as Due[], { at: head.at, seq: placeOf(head), kind: 'item', id, forth });
}

/** Whether the packet sent now falls to the link's losses. */
function loses<P extends Protocol>(world: World<P>, { from, to }: Channel<P>): boolean {
  const { lossPercent, sent } = linkOf(world, from, to);
  return lossPercent > 0 && lossRandom(world.seed, from, to, sent) * 100 < lossPercent;
}

/** Before it is counted. */
function numberOfNext<P extends Protocol>(world: World<P>, { from, to }: Channel<P>): number {
  return linkOf(world, from, to).sent;
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

/** When what is sent now into `channel` arrives: after its time on the link, and not before what was sent earlier. */
function arrival<P extends Protocol>(world: World<P>, { from, to, items }: Channel<P>): Millis {
  const earliest = world.now + latency(world, from, to);
  // An index of -1 would be looked up by name.
  const last = items.length === 0 ? earliest : (items[items.length - 1] as Item<P>).at;
  return Math.max(last, earliest);
}

function put<P extends Protocol>(
  world: World<P>,
  connection: Connection<P>,
  forth: boolean,
  kind: 'dial' | 'end',
): void {
  const channel = editChannel(world, connection, forth);
  const number = numberOfNext(world, channel);
  const at = arrival(world, channel);
  const { now: sentAt, eventCount: by } = world;
  queue(world, connection.id, forth, channel, { kind, at, seq: freshSeq(world), by, sentAt, number });
}

function queue<P extends Protocol>(
  world: World<P>,
  id: ConnectionId,
  forth: boolean,
  channel: Channel<P>,
  item: Item<P>,
): void {
  const items = channel.items as Item<P>[];
  items.push(item);
  if (items.length === 1) scheduleHead(world, id, forth, channel);
}

/**
 * One thing on its way, singled out: lost, held up, or let through sooner. A direction of a connection is a queue, so
 * what is held up holds up all behind it, and what is hurried stays behind all ahead of it.
 *
 * How long a network takes is nobody's promise: delay and hurry keep to what may happen. Losing one packet of a
 * connection that goes on is a counterfactual, as `Link.lossPercent` is: TCP sends again, or ends.
 */
import { lostPacket, scheduleHead } from './connection.ts';
import type { Lost } from './fire.ts';
import { freshSeq, pending } from './pending.ts';
import type { Millis, NodeId, Protocol } from './process.ts';
import {
  type Channel,
  type Connection,
  type Item,
  type World,
  connectionOf,
  editChannel,
  linkOf,
  placeOf,
} from './world.ts';

/** Something sent over the link between two nodes, by its number there (`Item.number`). */
export interface ItemRef {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly number: number;
}

export type Move = ItemRef &
  (
    | { readonly kind: 'drop' }
    /** It takes so much longer than it would. */
    | { readonly kind: 'delay'; readonly millis: Millis }
    /** It takes so much less, or as little as can be (null): then it is the first of what is due now. */
    | { readonly kind: 'hurry'; readonly millis: Millis | null }
  );

/** Why a move changes nothing, or cannot be. */
export type MoveRefusal =
  /** Not under way: not yet sent, received, or forgotten with its connection. */
  | 'gone'
  /** It has reached the socket of a process that does not read. */
  | 'arrived'
  /** A cut holds it, however fast the rest of the way. */
  | 'cut'
  /** It comes right after what is ahead of it in its connection, and cannot overtake. */
  | 'behind'
  /** Nothing happens before it as it is. */
  | 'next'
  /** Opening and closing is the operating systems' business, who see to it. */
  | 'noPacket';

interface Found<P extends Protocol> {
  readonly connection: Connection<P>;
  readonly forth: boolean;
  readonly channel: Channel<P>;
  readonly index: number;
  readonly item: Item<P>;
}

/** What is under way by that number; null when nothing is, or nobody will read it. */
export function itemOf<P extends Protocol>(world: World<P>, ref: ItemRef): Item<P> | null {
  return find(world, ref)?.item ?? null;
}

export function moveRefusal<P extends Protocol>(world: World<P>, move: Move): MoveRefusal | null {
  const found = find(world, move);
  if (found === null) return 'gone';
  const { channel, index, item } = found;
  const due = dueOf(channel, index);
  const isCut = linkOf(world, channel.from, channel.to).cut;
  const isAsleep = world.nodes[channel.to]?.status === 'frozen';
  if (item.kind === 'accept' || (!isCut && (due < world.now || (isAsleep && due === world.now)))) return 'arrived';
  switch (move.kind) {
    case 'drop':
      return item.kind === 'packet' ? null : 'noPacket';
    case 'delay':
      return null;
    default: {
      if (isCut) return 'cut';
      if (hurried(world, found, move.millis) < due) return null;
      if (index > 0) return 'behind';
      return pending(world)[0]?.seq === placeOf(item) ? 'next' : null;
    }
  }
}

/** Does what is not refused. */
export function applyMove<P extends Protocol>(world: World<P>, move: Move, lost?: Lost[]): void {
  const found = find(world, move);
  if (found === null) return;
  const { connection, forth, index, item } = found;
  const channel = editChannel(world, connection, forth);
  const items = channel.items as Item<P>[];
  if (move.kind === 'drop') {
    items.splice(index, 1);
    if (item.kind === 'packet') lost?.push(lostPacket(channel, item, world.now));
  } else if (move.kind === 'delay') {
    const { turn: _, ...rest } = item;
    items[index] = { ...rest, at: Math.max(dueOf(channel, index), world.now) + move.millis };
    for (let i = index + 1; i < items.length; i++) items[i] = notBefore(items[i] as Item<P>, dueOf(channel, i - 1));
  } else {
    const at = hurried(world, found, move.millis);
    // What a cut or a frozen process held back is overdue, and comes at once: it comes before even that.
    const first = Math.min(world.now, pending(world)[0]?.at ?? world.now);
    items[index] = at > world.now ? { ...item, at } : { ...item, at: first, turn: -1 - freshSeq(world) };
  }
  if (index > 0) return;
  const current = connectionOf(world, connection.id);
  if (current !== null) scheduleHead(world, current.id, forth, forth ? current.forth : current.back);
}

/** The least that an item's time can be reduced to, or so much as was asked for. */
function hurried<P extends Protocol>(world: World<P>, { channel, index }: Found<P>, millis: Millis | null): Millis {
  const earliest = Math.max(world.now, index === 0 ? 0 : dueOf(channel, index - 1));
  return millis === null ? earliest : Math.max(earliest, dueOf(channel, index) - millis);
}

/** When it arrives: a heal may have put off one ahead of it alone. */
function dueOf<P extends Protocol>({ items }: Channel<P>, index: number): Millis {
  let at = 0;
  for (let i = 0; i <= index; i++) at = Math.max(at, (items[i] as Item<P>).at);
  return at;
}

function notBefore<P extends Protocol>(item: Item<P>, at: Millis): Item<P> {
  return item.at < at ? { ...item, at } : item;
}

function find<P extends Protocol>(world: World<P>, { from, to, number }: ItemRef): Found<P> | null {
  for (const connection of world.connections) {
    if (connection === null) continue;
    for (const forth of [true, false]) {
      const channel = forth ? connection.forth : connection.back;
      if (channel.from !== from || channel.to !== to) continue;
      const index = channel.items.findIndex((item) => item.number === number);
      const item = channel.items[index];
      if (item === undefined || (channel.deaf && item.kind !== 'dial')) continue;
      return { connection, forth, channel, index, item };
    }
  }
  return null;
}

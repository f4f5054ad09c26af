/**
 * What is pending, in the order it would happen, and what would have to be done for each to happen next: a message is
 * hurried; what waits for a clock or a disk comes first when all the messages before it are late.
 */
import { pending } from '../kernel/pending.ts';
import type { Due, Flush, Item, World } from '../kernel/world.ts';
import { connectionOf } from '../kernel/world.ts';
import type { PacketType } from '../zookeeper/packets.ts';
import type { TimerName, Write, ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Packet } from '../zookeeper/packets.ts';
import type { Action, MessageRef } from './action.ts';
import type { EntryKind } from './entry.ts';
import type { Moment } from './moment.ts';
import type { Refusal } from './performer.ts';
import { refusalOf } from './perform.ts';

export interface PendingFacts {
  /** Tells it from all others, now and in other moments. */
  readonly key: string;
  /** When it comes if nothing is done: never before now. */
  readonly at: number;
  /** What the event will be, as far as that can be said before it is. */
  readonly kind: EntryKind;
  readonly node: number;
  /** The other end of a connection, or -1. */
  readonly other: number;
  readonly packet: Packet | null;
  readonly timer: TimerName | null;
  readonly write: Write | null;
  /** What makes it happen next; empty where it does already. Null where nothing can. */
  readonly actions: readonly Action[] | null;
  readonly because: Blocked | null;
}

/** Why nothing makes it happen next. */
export type Blocked =
  /** A clock or a disk is ahead of it: they do not wait. `key`: of what comes first. */
  | { readonly reason: 'clock' | 'disk'; readonly key: string }
  /** The scenario has something to do before it. */
  | { readonly reason: 'script' }
  | { readonly reason: 'refused'; readonly refusal: Refusal };

const ARRIVED: Blocked = { reason: 'refused', refusal: 'messageArrived' };

interface Waiting {
  readonly due: Due;
  /** A call that nobody takes is none; the answer to it is. */
  readonly isEvent: boolean;
  readonly facts: Omit<PendingFacts, 'actions' | 'because'>;
  /** Null for what is no message, or has reached its receiver's socket. */
  readonly ref: MessageRef | null;
}

/** From `kernel/pending.ts`, without what nobody would hear of. */
export function pendingOf(moment: Moment): readonly PendingFacts[] {
  const { world, script, scriptIndex, released } = moment;
  const all = pending(world).flatMap((due) => waitingOf(world, due) ?? []);
  const scripted = released.length > 0 ? world.now : (script[scriptIndex]?.at ?? Infinity);
  return all.flatMap(({ due, facts, ref, isEvent }, index): readonly PendingFacts[] => {
    if (!isEvent) return [];
    const comes = due.kind === 'item' ? world.now : facts.at;
    const done = (actions: readonly Action[]) => [{ ...facts, actions, because: null }];
    const blocked = (because: Blocked) => [{ ...facts, actions: null, because }];
    if (scripted <= comes) return blocked({ reason: 'script' });
    if (index === 0) return done([]);
    const actions: Action[] = [];
    if (due.kind === 'item') {
      if (ref === null) return blocked(ARRIVED);
      actions.push({ do: 'hurryMessage', ...ref });
    } else {
      for (const ahead of all.slice(
        0,
        all.findIndex((one) => one.due === due),
      )) {
        if (ahead.ref === null) {
          if (ahead.due.kind === 'item') return blocked(ARRIVED);
          return blocked({ reason: ahead.due.kind === 'flush' ? 'disk' : 'clock', key: ahead.facts.key });
        }
        actions.push({ do: 'delayMessage', ...ahead.ref, millis: facts.at - ahead.facts.at + 1 });
      }
    }
    for (const action of actions) {
      const refusal = refusalOf(world, action);
      if (refusal !== null) return blocked({ reason: 'refused', refusal });
    }
    return done(actions);
  });
}

/** Null for what happens without anybody's noticing. */
function waitingOf(world: World<ZooKeeper>, due: Due): Waiting | null {
  const at = Math.max(due.at, world.now);
  const blank = { at, other: -1, packet: null, timer: null, write: null };
  const key = `${due.kind} ${due.id} ${due.forth} ${due.seq}`;
  if (due.kind === 'timer' || due.kind === 'flush') {
    const node = world.nodes[due.id];
    if (node === undefined) return null;
    if (due.kind === 'timer') {
      const timer = node.timers.find(({ seq }) => seq === due.seq);
      if (timer === undefined) return null;
      return {
        due,
        isEvent: true,
        ref: null,
        facts: { ...blank, key, kind: 'fired', node: due.id, timer: timer.name },
      };
    }
    const { write } = node.flushes[0] as Flush<ZooKeeper>;
    return { due, isEvent: true, ref: null, facts: { ...blank, key, kind: 'flushed', node: due.id, write } };
  }
  const connection = connectionOf(world, due.id);
  const channel = due.forth ? connection?.forth : connection?.back;
  if (connection === null || channel === undefined) return null;
  const { from: other, to: node, deaf, items } = channel;
  const ends = { ...blank, key, node, other };
  if (due.kind === 'read') return { due, isEvent: true, ref: null, facts: { ...ends, kind: 'timedOut' } };
  const [item] = items;
  if (item === undefined || (deaf && item.kind !== 'dial')) return null;
  if (item.kind === 'packet' && item.lost === true) return null;
  const acceptor = world.nodes[node];
  const isEvent = item.kind !== 'dial' || (acceptor?.status === 'up' && acceptor.listening.includes(connection.port));
  const type = typeOf(item);
  const ref =
    type === null ? null : { from: endOf(world, other), to: endOf(world, node), packet: type, number: item.number };
  return {
    due,
    isEvent,
    ref,
    facts: { ...ends, kind: kindOf(item), packet: item.kind === 'packet' ? item.packet : null },
  };
}

function kindOf(item: Item<ZooKeeper>): EntryKind {
  switch (item.kind) {
    case 'dial':
    case 'accept':
      return 'accepted';
    case 'answer':
      return item.accepted ? 'opened' : 'refused';
    case 'packet':
      return 'received';
    default:
      return 'closed';
  }
}

function typeOf(item: Item<ZooKeeper>): PacketType | 'dial' | 'answer' | 'end' | null {
  if (item.kind === 'packet') return item.packet.type;
  return item.kind === 'accept' ? null : item.kind;
}

function endOf(world: World<ZooKeeper>, node: number): MessageRef['from'] {
  const config = world.nodes[node]?.config;
  if (config === undefined) return '';
  return config.kind === 'server' ? config.sid : config.name;
}

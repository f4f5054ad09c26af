/** What can happen next, read off the state. */
import type { Protocol } from './process.ts';
import { type Channel, type Connection, type Due, type Pending, type World, linkOf, placeOf } from './world.ts';

/** A fresh place among equals. */
export function freshSeq<P extends Protocol>(world: World<P>): number {
  const draft = world as { nextSeq: number };
  const seq = draft.nextSeq;
  draft.nextSeq = seq + 1;
  return seq;
}

/** A fresh place in the order of things due at `at`. */
export function freshPending<P extends Protocol>(world: World<P>, at: number): Pending {
  return { at, seq: freshSeq(world), by: world.eventCount };
}

/**
 * Everything that could happen now or later, earliest first: what the queue indexes, without its stale entries.
 * What was held back by a cut or a frozen process keeps the time it was due at, which may be past: it comes at once.
 */
export function pending<P extends Protocol>(world: World<P>): readonly Due[] {
  const dues: Due[] = [];
  for (const node of world.nodes) {
    if (node.status !== 'up') continue;
    for (const timer of node.timers) dues.push(due(timer, 'timer', node.id, true));
    const flush = node.flushes[0];
    if (flush !== undefined) dues.push(due(flush, 'flush', node.id, true));
  }
  for (const connection of world.connections) {
    if (connection === null) continue;
    collect(world, connection, connection.forth, true, dues);
    collect(world, connection, connection.back, false, dues);
  }
  return dues.toSorted((a, b) => a.at - b.at || a.seq - b.seq);
}

function collect<P extends Protocol>(
  world: World<P>,
  connection: Connection<P>,
  channel: Channel<P>,
  forth: boolean,
  into: Due[],
): void {
  const receiver = world.nodes[channel.to];
  const head = channel.items[0];
  if (head !== undefined && !linkOf(world, channel.from, channel.to).cut) {
    // The operating system answers a dial even while the process sleeps.
    if (receiver?.status !== 'frozen' || head.kind === 'dial')
      into.push({ ...due(head, 'item', connection.id, forth), seq: placeOf(head) });
  }
  if (channel.readDue !== null && receiver?.status === 'up') {
    into.push(due(channel.readDue, 'read', connection.id, forth));
  }
}

function due(what: Pending, kind: Due['kind'], id: number, forth: boolean): Due {
  return { at: what.at, seq: what.seq, kind, id, forth };
}

/** What can be done to a world from outside: processes started, killed and frozen, links cut, disks slowed or wiped. */
import { assert, assertUnreachable } from '../base/assert.ts';
import { scheduleHead } from './connection.ts';
import { type Fired, type FireOptions, end, refusal, reschedule } from './fire.ts';
import { type Move, applyMove, moveRefusal } from './in-flight.ts';
import { startNode } from './nodes.ts';
import type { Millis, NodeId, Process, Protocol } from './process.ts';
import {
  type Connection,
  type CrashPoint,
  type Flush,
  type Item,
  type Link,
  type Refusing,
  type World,
  connectionOf,
  editChannel,
  editLink,
  editNode,
} from './world.ts';

export type Fault =
  | { readonly kind: 'start'; readonly node: NodeId }
  /**
   * The process dies at once: kill -9, or the power fails. Of writes under way no more is kept than `Process.torn` says,
   * though without a power failure an operating system would finish what it was handed: that is `crashAtFlush`, after.
   */
  | { readonly kind: 'crash'; readonly node: NodeId }
  /** The process ends in order: writes under way reach the disk. */
  | { readonly kind: 'stop'; readonly node: NodeId }
  | { readonly kind: 'freeze'; readonly node: NodeId }
  | { readonly kind: 'thaw'; readonly node: NodeId }
  | { readonly kind: 'wipe'; readonly node: NodeId }
  | { readonly kind: 'slowDisk'; readonly node: NodeId; readonly millis: Millis }
  /** From now on the disk refuses writes. */
  | ({ readonly kind: 'failDisk'; readonly node: NodeId } & Refusing)
  | { readonly kind: 'mendDisk'; readonly node: NodeId }
  /** The process, or the next one, dies at a flush to come. */
  | ({ readonly kind: 'crashAtFlush'; readonly node: NodeId } & CrashPoint)
  /** The newest entries of the log are not there any more when the process starts again. */
  | { readonly kind: 'loseTail'; readonly node: NodeId; readonly count: number }
  /** Somebody sets the machine's clock: it is so far off from now on. */
  | { readonly kind: 'setClock'; readonly node: NodeId; readonly offset: Millis }
  | { readonly kind: 'cut'; readonly from: NodeId; readonly to: NodeId }
  | { readonly kind: 'heal'; readonly from: NodeId; readonly to: NodeId }
  | { readonly kind: 'latency'; readonly from: NodeId; readonly to: NodeId; readonly millis: Millis }
  /** What is sent from now on is lost so often. */
  | { readonly kind: 'loss'; readonly from: NodeId; readonly to: NodeId; readonly percent: number }
  | Move;

/** Whether `fault` would change anything; the others are refused by the caller with a reason. */
export function isApplicable<P extends Protocol>(world: World<P>, fault: Fault): boolean {
  switch (fault.kind) {
    case 'start':
    case 'wipe':
    case 'loseTail':
      return world.nodes[fault.node]?.status === 'down';
    case 'crash':
    case 'stop': {
      const status = world.nodes[fault.node]?.status;
      return status !== undefined && status !== 'down';
    }
    case 'freeze':
      return world.nodes[fault.node]?.status === 'up';
    case 'thaw':
      return world.nodes[fault.node]?.status === 'frozen';
    case 'slowDisk':
    case 'failDisk':
    case 'crashAtFlush':
    case 'setClock':
      return world.nodes[fault.node] !== undefined;
    case 'mendDisk':
      return (world.nodes[fault.node]?.refusing ?? null) !== null;
    case 'cut':
    case 'heal': {
      const link = world.links[fault.from]?.[fault.to];
      return link !== undefined && link.cut !== (fault.kind === 'cut');
    }
    case 'latency':
    case 'loss':
      return world.links[fault.from]?.[fault.to] !== undefined;
    case 'drop':
    case 'delay':
    case 'hurry':
      return moveRefusal(world, fault) === null;
    default:
      return assertUnreachable(fault);
  }
}

/** Applies an applicable fault. `start` runs the boot of the process and returns what it did. */
export function applyFault<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  fault: Fault,
  options: FireOptions,
): Fired<P> | null {
  assert(isApplicable(world, fault), `${fault.kind} is possible now`);
  switch (fault.kind) {
    case 'start':
      return startNode(world, process, fault.node, options);
    case 'crash':
      tear(world, process, fault.node);
      end(world, fault.node, null, options.lost);
      return null;
    case 'stop': {
      const node = editNode(world, fault.node);
      for (const flush of node.flushes as Flush<P>[]) {
        const isRefused = node.refusing !== null && refusal(node, process, flush.write) !== null;
        if (!isRefused) node.durable = process.persist(node.durable, flush.write);
      }
      end(world, fault.node, 0, options.lost);
      return null;
    }
    case 'freeze':
      editNode(world, fault.node).status = 'frozen';
      return null;
    case 'thaw':
      editNode(world, fault.node).status = 'up';
      reschedule(world, fault.node);
      return null;
    case 'wipe': {
      const node = editNode(world, fault.node);
      node.durable = process.wipedDisk(node.config);
      return null;
    }
    case 'slowDisk':
      editNode(world, fault.node).diskMillis = fault.millis;
      return null;
    case 'failDisk':
      editNode(world, fault.node).refusing = { because: fault.because, of: fault.of, left: fault.left };
      return null;
    case 'mendDisk':
      editNode(world, fault.node).refusing = null;
      return null;
    case 'crashAtFlush':
      editNode(world, fault.node).crashPoint = { side: fault.side, of: fault.of, left: fault.left };
      return null;
    case 'loseTail': {
      const node = editNode(world, fault.node);
      node.durable = process.withoutTail(node.durable, fault.count);
      return null;
    }
    case 'setClock':
      editNode(world, fault.node).clockOffset = fault.offset;
      return null;
    case 'cut':
      editLink(world, fault.from, fault.to).cut = true;
      return null;
    case 'heal':
      return heal(world, fault.from, fault.to);
    case 'latency':
      editLink(world, fault.from, fault.to).latencyMillis = fault.millis;
      return null;
    case 'loss':
      editLink(world, fault.from, fault.to).lossPercent = fault.percent;
      return null;
    case 'drop':
    case 'delay':
    case 'hurry':
      applyMove(world, fault, options.lost);
      return null;
    default:
      return assertUnreachable(fault);
  }
}

/** What the disk keeps of the write it was at when its process died. */
function tear<P extends Protocol>(world: World<P>, process: Process<P>, id: NodeId): void {
  const flush = world.nodes[id]?.flushes[0];
  if (flush === undefined) return;
  const node = editNode(world, id);
  const progress = node.diskMillis === 0 ? 1 : 1 - (flush.at - world.now) / node.diskMillis;
  node.durable = process.torn(node.durable, flush.write, Math.min(Math.max(progress, 0), 1));
}

/** What a cut held back arrives in order, one latency after the heal. */
function heal<P extends Protocol>(world: World<P>, from: NodeId, to: NodeId): null {
  const link = editLink(world, from, to);
  link.cut = false;
  for (const connection of world.connections) {
    if (connection === null) continue;
    release(world, connection, true, from, to, link);
    release(world, connection, false, from, to, link);
  }
  return null;
}

function release<P extends Protocol>(
  world: World<P>,
  connection: Connection<P>,
  forth: boolean,
  from: NodeId,
  to: NodeId,
  link: Link,
): void {
  const channel = forth ? connection.forth : connection.back;
  if (channel.from !== from || channel.to !== to || channel.items.length === 0) return;
  delayHead(world, connection, forth, world.now + link.latencyMillis);
  const current = connectionOf(world, connection.id);
  if (current !== null) scheduleHead(world, current.id, forth, forth ? current.forth : current.back);
}

function delayHead<P extends Protocol>(world: World<P>, connection: Connection<P>, forth: boolean, at: Millis): void {
  const channel = editChannel(world, connection, forth);
  const items = channel.items as Item<P>[];
  const head = items[0];
  if (head !== undefined && head.at < at) items[0] = { ...head, at };
}

/** What a world needs before anything can happen in it: nodes, and their processes started. */
import { type Fired, type FireOptions, run } from './fire.ts';
import type { Millis, NodeId, Process, Protocol } from './process.ts';
import { type Link, type Node, type World, editNode } from './world.ts';

/** Adds a node that is down, linked to all others. Returns its id. */
export function addNode<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  config: P['Config'],
  diskMillis: Millis,
): NodeId {
  const id = world.nodes.length;
  const { generation } = world;
  const node: Node<P> = {
    generation,
    id,
    config,
    status: 'down',
    state: null,
    durable: process.blankDisk(config),
    listening: [],
    timers: [],
    flushes: [],
    diskMillis,
    refusing: null,
    crashPoint: null,
    clockOffset: 0,
    incarnation: 0,
    exitCode: null,
  };
  const link = (): Link => ({
    generation,
    cut: false,
    latencyMillis: world.network.latencyMillis,
    lossPercent: 0,
    sent: 0,
  });
  (world.nodes as Node<P>[]).push(node);
  const rows = world.links as (readonly Link[])[];
  rows.forEach((row, from) => {
    rows[from] = [...row, link()];
  });
  rows.push(Array.from({ length: id + 1 }, link));
  return id;
}

/** Runs the boot of a process that is down, and returns what it did. */
export function startNode<P extends Protocol>(
  world: World<P>,
  process: Process<P>,
  id: NodeId,
  options: FireOptions,
): Fired<P> {
  const node = editNode(world, id);
  node.status = 'up';
  node.incarnation += 1;
  node.exitCode = null;
  return run(world, process, id, { kind: 'boot' }, { other: -1, by: world.eventCount, since: world.now }, options);
}

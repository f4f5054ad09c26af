/**
 * What a world draws random numbers for. The first key of each use is of a range of its own, so that no two uses
 * ever share a number: links have the node ids, a node's own numbers what lies below zero.
 */
import { uniform } from '../base/keyed-random.ts';
import type { NodeId } from './process.ts';

/** For packet `n` of the link from one node to another: a number in [0, 1). */
export function linkRandom(seed: number, from: NodeId, to: NodeId, n: number): number {
  return uniform(seed, from, to, n);
}

/** Whether packet `n` of a link that loses some is lost: a number in [0, 1), compared with the share that is. */
export function lossRandom(seed: number, from: NodeId, to: NodeId, n: number): number {
  return uniform(seed, LOSS + from, to, n);
}

/** Above every node's id. */
const LOSS = 0x1000000;

/** For a process: a number in [0, 1) by its own key and count. */
export function nodeRandom(seed: number, node: NodeId, key: number, n: number): number {
  return uniform(seed, -1 - node, key, n);
}

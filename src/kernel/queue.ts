/** The queue of a world: a binary heap by (at, seq) whose entries are checked when they come up, not removed when they lapse. */
import type { Due } from './world.ts';

/** Adds an entry; written in place. */
export function pushDue(heap: Due[], due: Due): void {
  let i = heap.length;
  heap.push(due);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Due;
    if (!isEarlier(due, above)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = due;
}

/** Takes the earliest entry out, or null. */
export function popDue(heap: Due[]): Due | null {
  const first = heap[0];
  if (first === undefined) return null;
  const last = heap.pop() as Due;
  if (heap.length > 0) sink(heap, last);
  return first;
}

function sink(heap: Due[], due: Due): void {
  const length = heap.length;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= length) break;
    if (child + 1 < length && isEarlier(heap[child + 1] as Due, heap[child] as Due)) child += 1;
    const below = heap[child] as Due;
    if (!isEarlier(below, due)) break;
    heap[i] = below;
    i = child;
  }
  heap[i] = due;
}

function isEarlier(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.seq < b.seq);
}

/**
 * The yardstick: a queue of a hundred objects; pop the least, allocate, push. Rates of the engine are given
 * as ratios of its rate, measured in the same run, because machines and neighbours differ.
 */
interface Item {
  readonly at: number;
  readonly seq: number;
}

export function heapLoop(rounds: number): void {
  const heap: Item[] = [];
  let seq = 0;
  for (; seq < 100; seq++) push(heap, { at: seq, seq });
  for (let i = 0; i < rounds; i++) {
    const { at } = pop(heap);
    push(heap, { at: at + 1 + ((seq * 7919) % 100), seq });
    seq += 1;
  }
}

function isEarlier(a: Item, b: Item): boolean {
  return a.at < b.at || (a.at === b.at && a.seq < b.seq);
}

function push(heap: Item[], item: Item): void {
  let i = heap.length;
  heap.push(item);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Item;
    if (!isEarlier(item, above)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = item;
}

function pop(heap: Item[]): Item {
  const first = heap[0] as Item;
  const last = heap.pop() as Item;
  let i = 0;
  for (let child = 1; child < heap.length; child = 2 * i + 1) {
    if (child + 1 < heap.length && isEarlier(heap[child + 1] as Item, heap[child] as Item)) child += 1;
    const below = heap[child] as Item;
    if (!isEarlier(below, last)) break;
    heap[i] = below;
    i = child;
  }
  heap[i] = last;
  return first;
}

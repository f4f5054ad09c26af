/**
 * A persistent map from text to values: a hash trie with 16-way branching. `put` and `remove` copy the few
 * nodes on the way to a key and share the rest, so two versions of a data tree cost what differs. Maps of the
 * same entries are the same plain value, however they came about.
 */

const BITS = 4;
const MASK = 15;
const DEPTH_MAX = 32 / BITS;

interface Leaf<V> {
  readonly key: string;
  readonly value: V;
}

/** `bitmap` says which of the 16 places are taken; `slots` holds those, in order. Below DEPTH_MAX `slots` is a plain list of leaves. */
interface Branch<V> {
  readonly bitmap: number;
  readonly slots: readonly (Branch<V> | Leaf<V>)[];
}

export interface PersistentMap<V> {
  readonly size: number;
  readonly root: Branch<V>;
}

const EMPTY: PersistentMap<never> = { size: 0, root: { bitmap: 0, slots: [] } };

export function emptyMap<V>(): PersistentMap<V> {
  return EMPTY;
}

/** The value of `key`, or null when it has none; values themselves are never null. */
export function lookUp<V>(map: PersistentMap<V>, key: string): V | null {
  let branch: Branch<V> = map.root;
  const hash = hashOf(key);
  for (let depth = 0; depth < DEPTH_MAX; depth++) {
    const bit = 1 << ((hash >>> (depth * BITS)) & MASK);
    if ((branch.bitmap & bit) === 0) return null;
    const slot = branch.slots[rank(branch.bitmap, bit)];
    if (slot === undefined) return null;
    if (isLeaf(slot)) return slot.key === key ? slot.value : null;
    branch = slot;
  }
  for (const slot of branch.slots) if (isLeaf(slot) && slot.key === key) return slot.value;
  return null;
}

/** With `key` standing for `value`, whether it was there before or not. */
export function put<V>(map: PersistentMap<V>, key: string, value: V): PersistentMap<V> {
  const known = lookUp(map, key) !== null;
  const root = putIn(map.root, 0, hashOf(key), { key, value });
  return { size: known ? map.size : map.size + 1, root };
}

/** Without `key`; the same map when it was not there. */
export function remove<V>(map: PersistentMap<V>, key: string): PersistentMap<V> {
  if (lookUp(map, key) === null) return map;
  return { size: map.size - 1, root: removeIn(map.root, 0, hashOf(key), key) };
}

/** All entries sorted by key: the order never depends on how the map came about. */
export function sortedEntries<V>(map: PersistentMap<V>): readonly (readonly [string, V])[] {
  const entries: (readonly [string, V])[] = [];
  collect(map.root, entries);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function collect<V>(branch: Branch<V>, into: (readonly [string, V])[]): void {
  for (const slot of branch.slots) {
    if (isLeaf(slot)) into.push([slot.key, slot.value]);
    else collect(slot, into);
  }
}

function putIn<V>(branch: Branch<V>, depth: number, hash: number, leaf: Leaf<V>): Branch<V> {
  if (depth === DEPTH_MAX) {
    // Only leaves lie here; in order of their keys, so that equal maps are equal values.
    const leaves = branch.slots.filter((slot): slot is Leaf<V> => isLeaf(slot) && slot.key !== leaf.key);
    return { bitmap: 0, slots: [...leaves, leaf].toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
  }
  const bit = 1 << ((hash >>> (depth * BITS)) & MASK);
  const index = rank(branch.bitmap, bit);
  if ((branch.bitmap & bit) === 0) {
    const slots = branch.slots.slice();
    slots.splice(index, 0, leaf);
    return { bitmap: branch.bitmap | bit, slots };
  }
  const slot = branch.slots[index] as Branch<V> | Leaf<V>;
  const slots = branch.slots.slice();
  if (!isLeaf(slot)) slots[index] = putIn(slot, depth + 1, hash, leaf);
  else if (slot.key === leaf.key) slots[index] = leaf;
  else {
    const pushedDown = putIn({ bitmap: 0, slots: [] }, depth + 1, hashOf(slot.key), slot);
    slots[index] = putIn(pushedDown, depth + 1, hash, leaf);
  }
  return { bitmap: branch.bitmap, slots };
}

function removeIn<V>(branch: Branch<V>, depth: number, hash: number, key: string): Branch<V> {
  if (depth === DEPTH_MAX)
    return { bitmap: 0, slots: branch.slots.filter((slot) => !isLeaf(slot) || slot.key !== key) };
  const bit = 1 << ((hash >>> (depth * BITS)) & MASK);
  const index = rank(branch.bitmap, bit);
  const slot = branch.slots[index] as Branch<V> | Leaf<V>;
  if (!isLeaf(slot)) {
    const below = removeIn(slot, depth + 1, hash, key);
    if (below.slots.length > 0) {
      const [only, second] = below.slots;
      const slots = branch.slots.slice();
      // A leaf left alone moves up to where it would have been without its neighbours.
      slots[index] = only !== undefined && second === undefined && isLeaf(only) ? only : below;
      return { bitmap: branch.bitmap, slots };
    }
  }
  return { bitmap: branch.bitmap & ~bit, slots: branch.slots.filter((_, i) => i !== index) };
}

function isLeaf<V>(slot: Branch<V> | Leaf<V>): slot is Leaf<V> {
  return 'key' in slot;
}

/** How many taken places come before `bit`. */
function rank(bitmap: number, bit: number): number {
  let n = bitmap & (bit - 1);
  n -= (n >>> 1) & 0x5555;
  n = (n & 0x3333) + ((n >>> 2) & 0x3333);
  n = (n + (n >>> 4)) & 0x0f0f;
  return (n + (n >>> 8)) & 0x1f;
}

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

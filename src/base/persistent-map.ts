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

/** Where two maps differ: each such key with its value in both, null for none, in no order. Costs what is not shared. */
export function differences<V>(
  before: PersistentMap<V>,
  after: PersistentMap<V>,
): readonly (readonly [key: string, before: V | null, after: V | null])[] {
  const found: (readonly [string, V | null, V | null])[] = [];
  compare(before.root, after.root, 0, found);
  return found;
}

function compare<V>(a: Branch<V>, b: Branch<V>, depth: number, found: (readonly [string, V | null, V | null])[]): void {
  if (a === b) return;
  if (depth === DEPTH_MAX) return compareLeaves(a.slots as readonly Leaf<V>[], b.slots as readonly Leaf<V>[], found);
  let [i, j] = [0, 0];
  for (let place = 0; place <= MASK; place++) {
    const bit = 1 << place;
    const x = (a.bitmap & bit) === 0 ? undefined : a.slots[i++];
    const y = (b.bitmap & bit) === 0 ? undefined : b.slots[j++];
    if (x === y) continue;
    if (x !== undefined && y !== undefined && !isLeaf(x) && !isLeaf(y)) compare(x, y, depth + 1, found);
    else compareLeaves(leavesOf(x), leavesOf(y), found);
  }
}

function leavesOf<V>(slot: Branch<V> | Leaf<V> | undefined): readonly Leaf<V>[] {
  if (slot === undefined) return [];
  return isLeaf(slot) ? [slot] : slot.slots.flatMap(leavesOf);
}

function compareLeaves<V>(
  a: readonly Leaf<V>[],
  b: readonly Leaf<V>[],
  found: (readonly [string, V | null, V | null])[],
): void {
  for (const { key, value } of a) {
    const other = b.find((leaf) => leaf.key === key);
    if (other === undefined || other.value !== value) found.push([key, value, other?.value ?? null]);
  }
  for (const { key, value } of b) if (!a.some((leaf) => leaf.key === key)) found.push([key, null, value]);
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

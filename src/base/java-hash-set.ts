/**
 * The order in which Java (up to JDK 18) goes through a HashSet of strings. ZooKeeper keeps a session's ephemerals in
 * one, and what it writes of them, the paths of a closeSession among it, stands in that order on every server.
 */

/** Of a set that the items were added to one by one. */
export function hashSetOrder(items: readonly string[]): readonly string[] {
  let capacity = 16;
  while (items.length > capacity * LOAD_FACTOR) capacity *= 2;
  return byBucket(items, capacity);
}

/** Of a clone of that set, whose table is as small as its size allows. */
export function clonedHashSetOrder(items: readonly string[]): readonly string[] {
  const wanted = Math.trunc(items.length / LOAD_FACTOR + 1);
  let capacity = 1;
  while (capacity < wanted) capacity *= 2;
  return byBucket(hashSetOrder(items), capacity);
}

const LOAD_FACTOR = 0.75;

/** Those of one bucket stay in the order they came in. */
function byBucket(items: readonly string[], capacity: number): readonly string[] {
  const bucketOf = new Map(items.map((item) => [item, spread(hashCode(item)) & (capacity - 1)]));
  return items.toSorted((a, b) => (bucketOf.get(a) ?? 0) - (bucketOf.get(b) ?? 0));
}

/** String.hashCode. */
function hashCode(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** HashMap.hash. */
function spread(hash: number): number {
  return hash ^ (hash >>> 16);
}

/**
 * A persistent list that grows at its end: `append` shares everything but the last chunk, so a moment of
 * the past costs a few pointers however long the list became. Used for transaction logs.
 */

const CHUNK = 32;

export interface AppendList<T> {
  readonly length: number;
  /** Full chunks of CHUNK items each. */
  readonly chunks: readonly (readonly T[])[];
  /** The items after the last full chunk, fewer than CHUNK. */
  readonly tail: readonly T[];
}

const EMPTY: AppendList<never> = { length: 0, chunks: [], tail: [] };

export function emptyList<T>(): AppendList<T> {
  return EMPTY;
}

export function append<T>(list: AppendList<T>, item: T): AppendList<T> {
  const tail = [...list.tail, item];
  if (tail.length < CHUNK) return { length: list.length + 1, chunks: list.chunks, tail };
  return { length: list.length + 1, chunks: [...list.chunks, tail], tail: [] };
}

/** The item at `index` (0-based), or null outside the list. */
export function itemAt<T>(list: AppendList<T>, index: number): T | null {
  if (index < 0 || index >= list.length) return null;
  const chunk = Math.floor(index / CHUNK);
  const items = chunk < list.chunks.length ? list.chunks[chunk] : list.tail;
  return items?.[index % CHUNK] ?? null;
}

export function lastItem<T>(list: AppendList<T>): T | null {
  return itemAt(list, list.length - 1);
}

/** The first `length` items; shares whole chunks with `list`. */
export function takeFirst<T>(list: AppendList<T>, length: number): AppendList<T> {
  if (length >= list.length) return list;
  const full = Math.floor(length / CHUNK);
  const partial = full < list.chunks.length ? list.chunks[full] : list.tail;
  return { length, chunks: list.chunks.slice(0, full), tail: (partial ?? []).slice(0, length % CHUNK) };
}

/** The items from `start` to the end, in order. */
export function* itemsFrom<T>(list: AppendList<T>, start = 0): Generator<T> {
  for (let i = Math.max(0, start); i < list.length; i++) yield itemAt(list, i) as T;
}

export function listOf<T>(items: Iterable<T>): AppendList<T> {
  let list = emptyList<T>();
  for (const item of items) list = append(list, item);
  return list;
}

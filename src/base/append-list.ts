/**
 * A persistent list that grows at its end: `append` shares everything but the last chunk, so a moment of
 * the past costs a few pointers however long the list became. Used for transaction logs.
 */

/** Items in a chunk, and chunks in a block. */
const FAN_OUT = 32;
const BLOCK = FAN_OUT * FAN_OUT;

type Chunk<T> = readonly T[];

export interface AppendList<T> {
  readonly length: number;
  /** Full blocks of FAN_OUT full chunks each. */
  readonly blocks: readonly (readonly Chunk<T>[])[];
  /** The full chunks after the last block, fewer than FAN_OUT. */
  readonly chunks: readonly Chunk<T>[];
  /** The items after the last full chunk, fewer than FAN_OUT. */
  readonly tail: Chunk<T>;
}

const EMPTY: AppendList<never> = { length: 0, blocks: [], chunks: [], tail: [] };

export function emptyList<T>(): AppendList<T> {
  return EMPTY;
}

/** With `item` at the end. */
export function append<T>({ length, blocks, chunks, tail }: AppendList<T>, item: T): AppendList<T> {
  const grown = [...tail, item];
  if (grown.length < FAN_OUT) return { length: length + 1, blocks, chunks, tail: grown };
  const full = [...chunks, grown];
  if (full.length < FAN_OUT) return { length: length + 1, blocks, chunks: full, tail: [] };
  return { length: length + 1, blocks: [...blocks, full], chunks: [], tail: [] };
}

/** The item at `index` (0-based), or null outside the list. */
export function itemAt<T>(list: AppendList<T>, index: number): T | null {
  if (index < 0 || index >= list.length) return null;
  return chunkAt(list, index)?.[index % FAN_OUT] ?? null;
}

function chunkAt<T>({ blocks, chunks, tail }: AppendList<T>, index: number): Chunk<T> | undefined {
  const block = Math.floor(index / BLOCK);
  const chunk = Math.floor((index % BLOCK) / FAN_OUT);
  if (block < blocks.length) return blocks[block]?.[chunk];
  return chunk < chunks.length ? chunks[chunk] : tail;
}

/** Null when the list is empty. */
export function lastItem<T>(list: AppendList<T>): T | null {
  return itemAt(list, list.length - 1);
}

/** The first `length` items; shares whole chunks with `list`. */
export function takeFirst<T>(list: AppendList<T>, length: number): AppendList<T> {
  if (length >= list.length) return list;
  const blockCount = Math.floor(length / BLOCK);
  const chunkCount = Math.floor((length % BLOCK) / FAN_OUT);
  const inBlock = list.blocks[blockCount] ?? list.chunks;
  const tail = (chunkAt(list, length) ?? []).slice(0, length % FAN_OUT);
  return { length, blocks: list.blocks.slice(0, blockCount), chunks: inBlock.slice(0, chunkCount), tail };
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

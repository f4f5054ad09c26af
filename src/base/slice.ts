/**
 * Generations: how one set of handlers serves both time travel and bulk search.
 *
 * Every piece of state ("slice") carries the generation that made it. A run holds one generation; a slice
 * stamped with it belongs to that run alone and may be written in place, any other slice is shared with a
 * kept moment and is copied first. Taking a snapshot therefore costs nothing but a new generation for
 * whoever goes on. Generations never influence behaviour and are left out of digests.
 */

/** A piece of state with an owner. Arrays and records held by a slice are replaced, never written in place, unless its file says otherwise. */
export interface Slice {
  readonly generation: number;
}

/** The writable face of a slice that the current generation owns. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

let generationsHandedOut = 0;

/** A generation nobody else holds. */
export function freshGeneration(): number {
  generationsHandedOut += 1;
  return generationsHandedOut;
}

/** The slice itself when `generation` owns it, else a shallow copy stamped with `generation`. */
export function edit<T extends Slice>(slice: T, generation: number): Draft<T> {
  return slice.generation === generation ? slice : { ...slice, generation };
}

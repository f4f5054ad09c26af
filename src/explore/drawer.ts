/** A stream of random numbers. Fine for scenarios: one is drawn once, and then it is data. */
import { uniform } from '../base/keyed-random.ts';

export interface Drawer {
  /** The next whole number below `n`. */
  below(n: number): number;
  /** One of `items`, which may not be empty. */
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): readonly T[];
}

/** A key no run uses, so that a scenario's numbers are not those of its links. */
const STREAM = 0x5ce0;

/** Streams with a number of their own leave each other's draws as they are. */
export function drawer(seed: number, purpose = 0): Drawer {
  let n = 0;
  const below = (limit: number): number => Math.floor(uniform(seed, STREAM, purpose, n++) * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  // Not a sort with a random comparison: how often that is asked differs between engines.
  const shuffle = <T>(items: readonly T[]): readonly T[] => {
    const left = items.slice();
    return items.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return { below, pick, shuffle };
}

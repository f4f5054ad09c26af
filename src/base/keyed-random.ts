/**
 * Randomness keyed by what it is for, instead of drawn from a stream: removing one message does not
 * reshuffle the others, so two runs differ only where one caused the other to.
 */

/** A number in [0, 1) that depends on nothing but its arguments (32-bit integers). */
export function uniform(seed: number, a: number, b: number, n: number): number {
  let h = seed | 0;
  h = mix(h ^ Math.imul(a | 0, 0x9e3779b1));
  h = mix(h ^ Math.imul(b | 0, 0x85ebca77));
  h = mix(h ^ Math.imul(n | 0, 0xc2b2ae3d));
  return (h >>> 0) / 4294967296;
}

/** The finalizer of MurmurHash3: every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

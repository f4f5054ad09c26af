/**
 * The first of the indices 0 to `length - 1` for which `holds` is true, or `length` when there is none. Once it
 * holds it must hold for all later ones.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

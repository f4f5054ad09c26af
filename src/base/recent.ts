/**
 * Sharing between those who do the same to the same: servers with one past apply one transaction to one tree,
 * each in its turn. Who comes later gets the very value that was made for the first, so that equal pasts stay one
 * past in memory, and cost once. Nobody can tell but by identity.
 */

const KEPT = 16;

/** `compute`, a function of its arguments alone that changes neither, keeping its last few results by the identity of both. */
export function sharing<A, B, R>(compute: (a: A, b: B) => R): (a: A, b: B) => R {
  const recent: { readonly a: A; readonly b: B; readonly result: R }[] = [];
  let newest = 0;
  return (a, b) => {
    // What was made last is asked for first.
    for (let back = 1; back <= recent.length; back++) {
      const one = recent[(newest - back + KEPT) % KEPT];
      if (one !== undefined && one.b === b && one.a === a) return one.result;
    }
    const result = compute(a, b);
    recent[newest] = { a, b, result };
    newest = (newest + 1) % KEPT;
    return result;
  };
}

/** Which events speak of something, found a part at a time: their sentences are made by replay. */

/** A search that is under way, or done. */
export interface Search {
  readonly query: string;
  /** How many of the rows were looked at. */
  readonly looked: number;
  /** Indices of events, in order. */
  readonly found: readonly number[];
}

export function newSearch(query: string): Search {
  return { query, looked: 0, found: [] };
}

/** Looks at up to `count` more of `rows`. Every word of the query must occur, in whatever case and order. */
export function searchOn(
  search: Search,
  rows: readonly number[],
  textOf: (index: number) => string,
  count: number,
): Search {
  const words = search.query.toLowerCase().split(/\s+/).filter(Boolean);
  const looked = Math.min(rows.length, search.looked + count);
  const found = rows.slice(search.looked, looked).filter((index) => {
    const text = textOf(index).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { ...search, looked, found: found.length === 0 ? search.found : [...search.found, ...found] };
}

/** The event to go to from `index`: the next or previous one found, round the end; null when none was found. */
export function foundBeside(found: readonly number[], index: number, direction: 1 | -1): number | null {
  const next = direction === 1 ? found.find((one) => one > index) : found.findLast((one) => one < index);
  return next ?? found.at(direction === 1 ? 0 : -1) ?? null;
}

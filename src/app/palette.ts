/** Finding one thing among all that can be done or gone to, by a few letters of its name. */

export interface Findable {
  readonly text: string;
}

/** Names that begin with what was typed, then those with a word that does, then those that hold it anywhere. */
const BEGINS = 0;
const WORD_BEGINS = 1;
const HOLDS = 2;

/** Those that hold every word of `query`, in whatever case and order; the best first, else as they were. */
export function ranked<T extends Findable>(entries: readonly T[], query: string): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry.text.toLowerCase(), words);
      return rank === null ? [] : [{ entry, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function rankOf(text: string, words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at === -1) return null;
    rank += at === 0 ? BEGINS : text.includes(` ${word}`) ? WORD_BEGINS : HOLDS;
  }
  return rank;
}

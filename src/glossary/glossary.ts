/** The glossary as one: words by language, what each is told apart from, and how one is found by what somebody calls it. */
import type { Language } from '../locales/language.ts';
import { enWords } from './en-words.ts';
import { ENTRIES, type EntryId, PAIRS, type Pair } from './entries.ts';
import { type GlossaryWords, GROUPS, type InEveryLanguage } from './entry.ts';
import { zhWords } from './zh-words.ts';

export const GLOSSARY: InEveryLanguage<GlossaryWords<EntryId, Pair>> = { en: enWords, zh: zhWords };

/** In the order they are shown. */
export const ENTRY_IDS: readonly EntryId[] = GROUPS.flatMap((group) =>
  // The keys of a table that is written out.
  (Object.keys(ENTRIES) as EntryId[]).filter((id) => ENTRIES[id].group === group),
);

export interface Apart {
  readonly other: EntryId;
  readonly pair: Pair;
}

const apart = new Map<EntryId, Apart[]>(ENTRY_IDS.map((id) => [id, []]));
for (const pair of PAIRS) {
  // As `Pair` is made.
  const [one, other] = pair.split('|') as [EntryId, EntryId];
  apart.get(one)?.push({ other, pair });
  apart.get(other)?.push({ other: one, pair });
}

/** What an entry is not to be confused with. */
export function apartFrom(id: EntryId): readonly Apart[] {
  return apart.get(id) ?? [];
}

/** Where a name of an entry stands for it, in running text or otherwise. */
export function namesOf(id: EntryId, language: Language): readonly string[] {
  const { name, forms = [] } = GLOSSARY[language].entries[id];
  return [id, name, ...forms, ...(ENTRIES[id].also ?? [])];
}

const LANGUAGES = Object.keys(GLOSSARY) as Language[];

/** The entry that is called so in any language, as in a link; null for no entry. */
export function entryCalled(word: string): EntryId | null {
  const wanted = word.trim();
  const exact = ENTRY_IDS.find((id) => id === wanted);
  if (exact !== undefined) return exact;
  // SYNC is not sync, and DIFF not diff: upper case first counts.
  const of = (same: (name: string) => boolean): EntryId | undefined =>
    ENTRY_IDS.find((id) => LANGUAGES.some((language) => namesOf(id, language).some(same)));
  return of((name) => name === wanted) ?? of((name) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
}

/** Entries that have every word of `query` in their names or texts: those so called first, else in their order. */
export function searched(query: string, language: Language): readonly EntryId[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return ENTRY_IDS;
  const rank = (id: EntryId): number | null => {
    const names = LANGUAGES.flatMap((one) => namesOf(id, one)).map((name) => name.toLowerCase());
    const all = `${names.join(' ')} ${GLOSSARY[language].entries[id].says.toLowerCase()}`;
    if (words.some((word) => !all.includes(word))) return null;
    const whole = words.join(' ');
    if (names.includes(whole)) return 0;
    if (names.some((name) => name.startsWith(whole))) return 1;
    return names.some((name) => words.every((word) => name.includes(word))) ? 2 : 3;
  };
  return ENTRY_IDS.flatMap((id) => {
    const found = rank(id);
    return found === null ? [] : [{ id, found }];
  })
    .toSorted((a, b) => a.found - b.found)
    .map(({ id }) => id);
}

/** Finds the glossary's words in running text: the longest that fits, each entry only where it first stands. */
import type { Language } from '../locales/language.ts';
import type { EntryId } from './entries.ts';
import { ENTRY_IDS, GLOSSARY } from './glossary.ts';

/** A piece of a text: as it is, or a word that is defined. */
export type Piece = string | { readonly id: EntryId; readonly text: string };

interface Forms {
  readonly pattern: RegExp;
  readonly ids: ReadonlyMap<string, EntryId>;
}

const made = new Map<Language, Forms>();

/** `seen`: entries marked before, in the same text; those that are marked now are added. */
export function marked(text: string, language: Language, seen: Set<EntryId>): readonly Piece[] {
  const { pattern, ids } = formsIn(language);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const id = ids.get(found) ?? ids.get(lowerFirst(found));
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ id, text: found });
    from = index + found.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

function formsIn(language: Language): Forms {
  let forms = made.get(language);
  if (forms === undefined) {
    forms = formsOf(language);
    made.set(language, forms);
  }
  return forms;
}

function formsOf(language: Language): Forms {
  const ids = new Map<string, EntryId>();
  for (const id of ENTRY_IDS) {
    const { name, forms = [name] } = GLOSSARY[language].entries[id];
    for (const form of forms) ids.set(form, id);
  }
  const alternatives = [...ids.keys()].toSorted((a, b) => b.length - a.length).map(patternOf);
  return { pattern: new RegExp(alternatives.join('|'), 'g'), ids };
}

/** Latin letters make words by themselves; Han stand beside each other. */
function patternOf(form: string): string {
  const text = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (!/^\w/.test(form)) return text;
  // What is written in small letters may begin a sentence.
  const first = form.charAt(0);
  const start = form === form.toLowerCase() ? `[${first}${first.toUpperCase()}]${form.slice(1)}` : text;
  return String.raw`(?<![\w/.-])${start}(?![\w-])`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Which word is looked up, and its place in the address: `#glossary=zxid`, by itself or behind what is shown. */
import { createStore, useStore } from 'zustand';
import { openSheet } from '../options.ts';

const FIELD = /[#&]glossary=([^&]*)$/;

const store = createStore<{ readonly word: string | null }>()(() => ({ word: null }));

/** As it was asked for: a link may name what the glossary does not have. Null: none in particular. */
export function useLookedUp(): string | null {
  return useStore(store, ({ word }) => word);
}

/** Opens the glossary, at a word where one is named. */
export function lookUp(word: string | null = null): void {
  store.setState({ word });
  openSheet('glossary');
}

export function forgetWord(): void {
  store.setState({ word: null });
}

/** A link to a word that works wherever it is opened; within the page it is followed without leaving the run. */
export function linkTo(word: string): string {
  const { pathname, search } = window.location;
  return `${pathname}${search}#glossary=${word}`;
}

/** The word in an address, or null. */
export function wordIn(fragment: string): string | null {
  const [, word] = FIELD.exec(fragment) ?? [];
  if (word === undefined) return null;
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** The fragment with that word, or with none; '' where nothing is left. */
export function fragmentWith(fragment: string, word: string | null): string {
  const rest = fragment.replace(FIELD, '');
  if (word === null) return rest;
  return `${rest}${rest.length > 1 ? '&' : '#'}glossary=${encodeURIComponent(word)}`.replace('##', '#');
}

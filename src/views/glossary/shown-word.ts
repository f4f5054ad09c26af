/**
 * The word whose definition is shown beside it: one at a time. It comes when a pointer rests on the word, or the focus is on it,
 * and goes with them; pinned, it stays until it is dismissed.
 */
import { createStore, useStore } from 'zustand';
import type { EntryId } from '../../glossary/entries.ts';
import type { Side } from './placed.ts';

export interface ShownWord {
  /** Of the word where it stands: the same entry may stand in several places. */
  readonly key: string;
  readonly id: EntryId;
  readonly anchor: HTMLElement;
  readonly side: Side;
  readonly pinned: boolean;
  /** The focus goes to what it shows. */
  readonly enters: boolean;
}

/** A pointer that only passes by opens nothing; one on its way from the word to its definition closes nothing. */
const REST_MILLIS = 250;
const LEAVE_MILLIS = 250;

const store = createStore<{ readonly shown: ShownWord | null }>()(() => ({ shown: null }));
let timer: number | undefined;

export function useShownWord(): ShownWord | null {
  return useStore(store, ({ shown }) => shown);
}

/** What is shown of the word with that key: nothing, its definition, or that pinned. */
export function useShownHere(key: string): 'no' | 'open' | 'pinned' {
  return useStore(store, ({ shown }) => (shown?.key === key ? (shown.pinned ? 'pinned' : 'open') : 'no'));
}

export function showWord(shown: ShownWord): void {
  window.clearTimeout(timer);
  store.setState({ shown });
}

/** After a moment, and never in place of one that is pinned. */
export function showWordSoon(shown: ShownWord): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (store.getState().shown?.pinned !== true) showWord(shown);
  }, REST_MILLIS);
}

export function hideWord(): void {
  window.clearTimeout(timer);
  store.setState({ shown: null });
}

/** After a moment, unless it is pinned or the pointer comes back. */
export function hideWordSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (store.getState().shown?.pinned !== true) hideWord();
  }, LEAVE_MILLIS);
}

/** The pointer is on the definition. */
export function keepWord(): void {
  window.clearTimeout(timer);
}

/** Of the word with that key alone. */
export function hideWordOf(key: string): void {
  if (store.getState().shown?.key === key) hideWord();
}

/** Which console is open and what stands in it unsent: the visitor's business, no part of the run. */
import { createStore, useStore } from 'zustand';

/** A client's name, or one of the two that are no client. */
export type Tab =
  | { readonly kind: 'client'; readonly name: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'operator' };

interface ConsoleState {
  readonly tab: Tab | null;
  readonly tall: boolean;
  /** Lines not yet sent, by client. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Lines sent on this visit, by client: stepping back in the run forgets none. */
  readonly sent: Readonly<Record<string, readonly string[]>>;
}

const store = createStore<ConsoleState>()(() => ({ tab: null, tall: false, drafts: {}, sent: {} }));

export function useConsoleState<T>(pick: (state: ConsoleState) => T): T {
  return useStore(store, pick);
}

export function openTab(tab: Tab): void {
  store.setState({ tab });
}

export function setTall(tall: boolean): void {
  store.setState({ tall });
}

export function setDraft(name: string, line: string): void {
  store.setState(({ drafts }) => ({ drafts: { ...drafts, [name]: line } }));
}

export function remember(name: string, line: string): void {
  store.setState(({ sent }) => ({ sent: { ...sent, [name]: [...(sent[name] ?? []), line] } }));
}

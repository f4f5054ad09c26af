/** How the stage is to be read: the visitor's taste, no part of any link. */
import { createStore, useStore } from 'zustand';

export interface Options {
  readonly labels: boolean;
  readonly pings: boolean;
  readonly hex: boolean;
  /** A line is being drawn across links because the visitor asked for it; a stroke on the empty stage also begins one. */
  readonly drawing: boolean;
}

const store = createStore<Options>()(() => ({ labels: true, pings: false, hex: false, drawing: false }));

export function useOptions<T>(pick: (options: Options) => T): T {
  return useStore(store, pick);
}

export function setOption(change: Partial<Options>): void {
  store.setState(change);
}

/** What is open over the page for somebody who changes what happens. */
export type PlanSheet = 'steps' | 'ensemble';

const sheets = createStore<{ readonly open: PlanSheet | null }>()(() => ({ open: null }));

export function useOpenSheet(): PlanSheet | null {
  return useStore(sheets, ({ open }) => open);
}

export function openSheet(open: PlanSheet | null): void {
  sheets.setState({ open });
}

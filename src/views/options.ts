/** How the stage is to be read: the visitor's taste, no part of any link. */
import { createStore, useStore } from 'zustand';

/** How much of the stage is drawn in full. */
export type Density = 'focus' | 'recent' | 'all';

export interface Options {
  readonly density: Density;
  readonly labels: boolean;
  readonly pings: boolean;
  readonly hex: boolean;
  /** A line is being drawn across links because the visitor asked for it; a stroke on the empty stage also begins one. */
  readonly drawing: boolean;
  /** Servers that stand elsewhere than on the ring: by sid, in shares of the stage's width and height. */
  readonly moved: Readonly<Record<number, { readonly x: number; readonly y: number }>>;
  /** While servers are put on islands: where they stood before. */
  readonly islands: { readonly before: Options['moved'] } | null;
}

const store = createStore<Options>()(() => ({
  density: 'all',
  labels: true,
  pings: false,
  hex: false,
  drawing: false,
  moved: {},
  islands: null,
}));

export function options(): Options {
  return store.getState();
}

export function useOptions<T>(pick: (options: Options) => T): T {
  return useStore(store, pick);
}

export function setOption(change: Partial<Options>): void {
  store.setState(change);
}

/** What is open over the page: for somebody who changes what happens, or looks something up. */
export type OpenSheet = 'steps' | 'ensemble' | 'misconceptions' | 'dictionary' | 'glossary' | 'handout';

const sheets = createStore<{ readonly open: OpenSheet | null }>()(() => ({ open: null }));

export function useOpenSheet(): OpenSheet | null {
  return useStore(sheets, ({ open }) => open);
}

export function openSheet(open: OpenSheet | null): void {
  sheets.setState({ open });
}

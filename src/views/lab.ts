/**
 * How views reach the session: one context, and hooks that read the place on show. While playing, the place on
 * show follows the cursor a few times a second, not at every event: messages move on their own layer meanwhile.
 * What is watched follows it faster than what is read.
 */
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Lab } from '../app/lab.ts';
import { type Place, placeBefore } from '../app/session.ts';
import type { LabState, LabStore } from '../app/store.ts';
import { ensure } from '../base/assert.ts';
import { type Catalogue, en } from '../locales/en.ts';
import type { Catalogues } from '../locales/translation.ts';
import type { Entry } from '../sim/entry.ts';
import type { StageFacts } from '../sim/facts.ts';
import { select } from '../sim/select.ts';
import { type Zxid, zxidLabel, zxidText } from '../zookeeper/ids.ts';
import { useOptions } from './options.ts';
import { type Changes, changesBetween } from './stage/changes.ts';

export const LabContext = createContext<Lab | null>(null);

export function useLab(): Lab {
  return ensure(useContext(LabContext), 'LabContext');
}

export function useLabState<T>(pick: (state: LabState) => T): T {
  return useStore(useLab().store, pick);
}

/** A catalogue in the chosen language; `english` is the same one in English, which comes with what needs it. */
export function useCatalogue<K extends keyof Catalogues>(name: K, english: Catalogues[K]): Catalogues[K] {
  return useLabState(({ translation }) => translation?.[name] ?? english);
}

export function useWords(): Catalogue {
  return useCatalogue('page', en);
}

/** How zxids are written: epoch·counter, or hex on demand. */
export function useZxidText(): (zxid: Zxid) => string {
  return useOptions((options) => options.hex) ? zxidText : zxidLabel;
}

export interface Clock {
  readonly now: () => number;
  readonly onFrame: (listener: (now: number) => void) => () => void;
}

const clocks = new WeakMap<Lab, Clock>();

/** Virtual time, and a call at every frame while it passes. */
export function useClock(): Clock {
  const lab = useLab();
  const { playback } = lab;
  let clock = clocks.get(lab);
  if (clock === undefined) {
    clock = { now: () => playback.now, onFrame: (listener) => playback.onFrame(listener) };
    clocks.set(lab, clock);
  }
  return clock;
}

/** Every so many frames for what people read: a text that changes costs a layout. */
export const READABLE = 6;

/** Draws before the first paint, after every render, and at every `nth` frame of playback. */
export function useFrame(draw: (now: number) => void, nth = 1): void {
  const clock = useClock();
  const latest = useRef(draw);
  useLayoutEffect(() => {
    latest.current = draw;
    draw(clock.now());
  });
  useEffect(() => {
    let frames = 0;
    return clock.onFrame((now) => {
      frames += 1;
      if (frames % nth === 0) latest.current(now);
    });
  }, [clock, nth]);
}

/** How closely a part of the page follows a run that plays. */
export type Pace = 'watched' | 'read';

/** No more often than this while playing. */
const SHOWN_MILLIS: Readonly<Record<Pace, number>> = { watched: 90, read: 270 };

/** The pace of everything below. */
export const PaceContext = createContext<Pace>('read');

/** The place on show, as an external store: at once when paused or stepping, a few times a second while playing. */
class ShownPlace {
  #place: Place & { readonly run: number };
  #timer: number | null = null;
  #last = 0;
  readonly #listeners = new Set<() => void>();

  constructor(store: LabStore, millis: number) {
    this.#place = placeOf(store.getState());
    store.subscribe((state) => {
      const { branch, cursor, notes, run } = this.#place;
      if (state.branch === branch && state.cursor === cursor && state.notes === notes && state.run === run) return;
      // Another branch at once: what is read of the store beside the place would not fit the old one.
      const same = state.run === run && state.branch === branch;
      const wait = state.playing && same ? this.#last + millis - performance.now() : 0;
      if (wait <= 0) return this.#show(store);
      this.#timer ??= window.setTimeout(() => this.#show(store), wait);
    });
  }

  readonly get = (): Place & { readonly run: number } => this.#place;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #show(store: LabStore): void {
    if (this.#timer !== null) window.clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = performance.now();
    this.#place = placeOf(store.getState());
    for (const listener of this.#listeners) listener();
  }
}

function placeOf({ branch, cursor, notes, run }: LabState): Place & { readonly run: number } {
  return { branch, cursor, notes, run };
}

const shownPlaces = new WeakMap<LabStore, Readonly<Record<Pace, ShownPlace>>>();

export function usePlace(): Place {
  const { store } = useLab();
  const pace = useContext(PaceContext);
  let places = shownPlaces.get(store);
  if (places === undefined) {
    places = { watched: new ShownPlace(store, SHOWN_MILLIS.watched), read: new ShownPlace(store, SHOWN_MILLIS.read) };
    shownPlaces.set(store, places);
  }
  const shown = places[pace];
  return useSyncExternalStore(shown.subscribe, shown.get);
}

export function useFacts(): StageFacts {
  const { session } = useLab();
  return session.facts(select, usePlace());
}

/** The event that led to the place on show; inside an event, its last note so far alone. Null at the start. */
export function useLastEntry(): Entry | null {
  const { session } = useLab();
  const place = usePlace();
  const entry = session.lastEntry(place);
  return useMemo(() => (entry === null ? null : told(entry, place.notes)), [entry, place.notes]);
}

const NOTHING: readonly never[] = [];

function told(entry: Entry, notes = 0): Entry {
  if (notes === 0) return entry;
  // What was done from outside is no part of what the server does then.
  return { ...entry, action: null, notes: entry.notes.slice(notes - 1, notes), lost: NOTHING, violations: NOTHING };
}

/** What that event changed; nothing while playing fast, when several events pass between two pictures. */
export function useChanges(): Changes {
  const { session } = useLab();
  const place = usePlace();
  const earlier = placeBefore(place);
  const before = earlier === null ? null : session.facts(select, earlier);
  const after = session.facts(select, place);
  return useMemo(() => changesBetween(before, after), [before, after]);
}

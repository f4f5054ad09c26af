/**
 * How views reach the session: one context, and hooks that read the place on show. While playing, the place on
 * show follows the cursor a few times a second, not at every event: messages move on their own layer meanwhile.
 * What is watched follows it faster than what is read.
 */
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Lab } from '../app/lab.ts';
import { placeBefore } from '../app/session.ts';
import type { LabState } from '../app/store.ts';
import { ensure } from '../base/assert.ts';
import { type Catalogue, en } from '../locales/en.ts';
import type { Catalogues } from '../locales/translation.ts';
import type { Entry } from '../sim/entry.ts';
import type { StageFacts } from '../sim/facts.ts';
import { select, selectServers } from '../sim/select.ts';
import { type Zxid, zxidLabel, zxidText } from '../zookeeper/ids.ts';
import { Beat, type Pace, type Shown } from './beat.ts';
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

/** Draws before the first paint, after every render, and at every frame of playback. */
export function useFrame(draw: (now: number) => void): void {
  useDrawing(draw, useClock().onFrame);
}

/** The same for what people read: a few times a second, together with what is rendered anew then. */
export function useBeat(draw: (now: number) => void): void {
  useDrawing(draw, beatOf(useLab()).onBeat);
}

function useDrawing(draw: (now: number) => void, subscribe: Clock['onFrame']): void {
  const clock = useClock();
  const latest = useRef(draw);
  useLayoutEffect(() => {
    latest.current = draw;
    draw(clock.now());
  });
  useEffect(() => subscribe((now) => latest.current(now)), [subscribe]);
}

/** The pace of everything below. */
export const PaceContext = createContext<Pace>('read');

const beats = new WeakMap<Lab, Beat>();

function beatOf(lab: Lab): Beat {
  let beat = beats.get(lab);
  if (beat === undefined) {
    beat = new Beat(lab.store, lab.playback, flushSync);
    beats.set(lab, beat);
  }
  return beat;
}

export function usePlace(): Shown {
  const shown = beatOf(useLab()).places[useContext(PaceContext)];
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
  const earlier = place.cursor === place.singled ? placeBefore(place) : null;
  const before = earlier === null ? null : session.facts(selectServers, earlier);
  const after = session.facts(select, place).servers;
  return useMemo(() => changesBetween(before, after), [before, after]);
}

/**
 * The beat of a page that plays: what follows the run a few times a second does so in one and the same frame, in front
 * of the layout that this frame has anyway. Rendered by timers of their own, each costs the page another one.
 * Under a pointer that scrubs, what is watched follows every move in the same frame. What is read never takes time from
 * such a frame: it comes in a pause between moves, at the latest once the pointer rests, and is exact then.
 */
import type { Playback } from '../app/playback.ts';
import type { Place } from '../app/session.ts';
import type { LabState, LabStore } from '../app/store.ts';

/** How closely a part of the page follows a run that plays. */
export type Pace = 'watched' | 'read';

/** No more often than this while playing. */
const SHOWN_MILLIS: Readonly<Record<Pace, number>> = { watched: 90, read: 270 };
/** What is read, while more passes by than anybody reads. */
const PASSING_MILLIS = 450;
/** What people read, though no event passes. */
const TEXT_MILLIS = 90;
/** Rendering takes no more than one in so many milliseconds of a run that plays: where it is dear, it comes more seldom. */
const DEAR = 12;
/** But whatever it takes, it comes so often. */
const DEAR_MILLIS_MAX = 150;
/** A pointer that scrubs rests when it has not moved the place for so long. */
const REST_MILLIS = 100;
/** What was not shown for so long under a pointer that moves on slowly comes in a pause that is shorter: two frames. */
const SCRUBBED_MILLIS = 500;
const PAUSE_MILLIS = 34;

/** More events than these between two pictures, and none of them is singled out. */
const SINGLED_MAX = 20;

/** A place in the run that is open. */
export interface Shown extends Place {
  readonly run: number;
  /** The cursor right after the event that is singled out: another than that of the place while many pass by. */
  readonly singled: number;
}

/** The place on show, as an external store: at once when paused or stepping, at a beat while playing. */
class ShownPlace {
  readonly #store: LabStore;
  readonly #pace: Pace;
  #place: Shown;
  #last = -Infinity;
  readonly #listeners = new Set<() => void>();

  constructor(store: LabStore, pace: Pace) {
    this.#store = store;
    this.#pace = pace;
    this.#place = placeOf(store.getState());
    store.subscribe((state) => {
      const { branch, run } = this.#place;
      // Another branch at once: what is read of the store beside the place would not fit the old one.
      const waits = this.#isPaced(state) && state.run === run && state.branch === branch;
      if (!waits && this.isBehind) this.show();
    });
  }

  readonly get = (): Shown => this.#place;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** While playing. */
  isDue(millis: number): boolean {
    const { cursor, singled } = this.#place;
    const isPassing = this.#pace === 'read' && cursor !== singled;
    return this.sinceShown(millis) >= (isPassing ? PASSING_MILLIS : SHOWN_MILLIS[this.#pace]) && this.isBehind;
  }

  sinceShown(millis: number): number {
    return millis - this.#last;
  }

  #isPaced({ playing, scrubbing }: LabState): boolean {
    return playing || (scrubbing && this.#pace === 'read');
  }

  show(): void {
    this.#last = performance.now();
    const state = this.#store.getState();
    const { run, branch, cursor, singled } = this.#place;
    const passed = state.playing && state.run === run && state.branch === branch ? state.cursor - cursor : 0;
    this.#place = placeOf(state, passed > SINGLED_MAX ? singled : state.cursor);
    for (const listener of this.#listeners) listener();
  }

  get isBehind(): boolean {
    const { branch, cursor, notes, run, singled } = this.#place;
    const state = this.#store.getState();
    if (!state.playing && singled !== cursor) return true;
    return state.branch !== branch || state.cursor !== cursor || state.notes !== notes || state.run !== run;
  }
}

function placeOf({ branch, cursor, notes, run }: LabState, singled = cursor): Shown {
  return { branch, cursor, notes, run, singled };
}

/** Does something, and renders whatever that changes. */
export type Flush = (work: () => void) => void;

export class Beat {
  readonly #store: LabStore;
  readonly #flush: Flush;
  readonly places: Readonly<Record<Pace, ShownPlace>>;
  readonly #texts = new Set<(now: number) => void>();
  #last = -Infinity;
  /** Rendering has had its share of the time until then. */
  #free = -Infinity;

  constructor(store: LabStore, playback: Pick<Playback, 'onFrame' | 'now'>, flush: Flush) {
    this.#store = store;
    this.#flush = flush;
    this.places = {
      watched: new ShownPlace(store, 'watched'),
      read: new ShownPlace(store, 'read'),
    };
    playback.onFrame((now) => this.#frame(now));
    let rest: ReturnType<typeof setTimeout> | undefined;
    store.subscribe(({ scrubbing }) => {
      clearTimeout(rest);
      const { read } = this.places;
      if (!scrubbing || !read.isBehind) return;
      const isOverdue = read.sinceShown(performance.now()) >= SCRUBBED_MILLIS;
      rest = setTimeout(
        () => {
          for (const draw of this.#texts) draw(playback.now);
          read.show();
        },
        isOverdue ? PAUSE_MILLIS : REST_MILLIS,
      );
    });
  }

  /** Calls `listener` with virtual time at every beat. Returns how to stop that. */
  readonly onBeat = (listener: (now: number) => void): (() => void) => {
    this.#texts.add(listener);
    return () => this.#texts.delete(listener);
  };

  #frame(now: number): void {
    const millis = performance.now();
    if (millis < this.#free) return;
    const { playing } = this.#store.getState();
    const due = playing ? [this.places.watched, this.places.read].filter((place) => place.isDue(millis)) : [];
    // An event that comes after a rest is shown at once, and the texts with it.
    if (millis - this.#last < TEXT_MILLIS && !due.includes(this.places.watched)) return;
    this.#last = millis;
    for (const draw of this.#texts) draw(now);
    if (!playing) return;
    // Rendered in front of the canvases, which then draw once what it has changed.
    this.#flush(() => due.forEach((place) => place.show()));
    this.#free = millis + Math.min(DEAR * (performance.now() - millis), DEAR_MILLIS_MAX);
  }
}

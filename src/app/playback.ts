/**
 * The only reader of the wall clock: maps frames to virtual time while the lab plays. Between events `now`
 * moves on smoothly, for messages in flight; the store's cursor moves when `now` passes an event. While
 * nothing plays, or nobody looks, no frames are asked for.
 */
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import type { Session } from './session.ts';
import type { LabStore } from './store.ts';

/** What playback needs of the page. */
export interface FrameClock {
  /** Calls back once with the time in milliseconds; returns what `cancel` takes. */
  readonly request: (frame: (millis: number) => void) => number;
  readonly cancel: (handle: number) => void;
  readonly isHidden: () => boolean;
  /** Whether the visitor wants no motion: `now` then jumps from event to event. */
  readonly isMotionReduced: () => boolean;
}

/** Where to stop while passing from one cursor to a later one: a cursor in (from, to], or null. */
export type Gate = (branch: number, from: number, to: number) => number | null;

/** How many virtual milliseconds pass in so many of the viewer's, from `now` on. */
export type Pace = (millis: number) => number;

/** A tab that slept must not leap: no frame counts for more. */
const FRAME_MILLIS_MAX = 100;
/** Nor may a frame run more events than it has time for. */
const FRAME_EVENTS_MAX = 2000;

export class Playback<M = Moment, E = Entry> {
  readonly #session: Session<M, E>;
  readonly #store: LabStore;
  readonly #clock: FrameClock;
  readonly #gates: Set<Gate>;
  readonly #listeners = new Set<(now: number) => void>();
  #pace: Pace | null = null;
  #now = 0;
  #handle: number | null = null;
  /** When the last frame was; null before the first after a pause. */
  #lastFrame: number | null = null;
  /** The store changes because playback itself moved the cursor. */
  #moving = false;

  constructor(session: Session<M, E>, store: LabStore, clock: FrameClock, gate: Gate) {
    this.#session = session;
    this.#store = store;
    this.#clock = clock;
    this.#gates = new Set([gate]);
    this.#now = this.#cursorTime();
    store.subscribe((state, before) => {
      const moved =
        state.branch !== before.branch ||
        state.cursor !== before.cursor ||
        state.notes !== before.notes ||
        state.run !== before.run;
      if (moved && !this.#moving) this.#jump();
      if (state.playing !== before.playing) this.wake();
    });
  }

  /** Virtual milliseconds, fractions included: at or after the last event, before the next. */
  get now(): number {
    return this.#clock.isMotionReduced() ? this.#cursorTime() : this.#now;
  }

  /** Whether time leaps from event to event. */
  get leaps(): boolean {
    return this.#clock.isMotionReduced();
  }

  /** Whole milliseconds since the last event. */
  get waited(): number {
    return Math.max(0, Math.floor(this.now - this.#cursorTime()));
  }

  /** Calls `listener` with `now` at every frame while playing, and once after every jump. Returns how to stop that. */
  onFrame(listener: (now: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One more that may stop it. Returns how to take it away. */
  addGate(gate: Gate): () => void {
    this.#gates.add(gate);
    return () => this.#gates.delete(gate);
  }

  /** Lets virtual time pass otherwise than evenly, where motion is wanted. Returns how to take it away. */
  setPace(pace: Pace): () => void {
    this.#pace = pace;
    return () => {
      if (this.#pace === pace) this.#pace = null;
    };
  }

  /** Lets so much virtual time pass at once while paused: for whoever takes one picture after the other. */
  passBy(virtualMillis: number): void {
    this.#advance(virtualMillis);
    this.#emit();
  }

  /** Takes up or leaves off asking for frames; to be called when the page is hidden or shown. */
  wake(): void {
    const shouldRun = this.#store.getState().playing && !this.#clock.isHidden();
    if (shouldRun && this.#handle === null) {
      this.#lastFrame = null;
      this.#handle = this.#clock.request(this.#frame);
    } else if (!shouldRun && this.#handle !== null) {
      this.#clock.cancel(this.#handle);
      this.#handle = null;
    }
  }

  readonly #frame = (millis: number): void => {
    const elapsed = this.#lastFrame === null ? 0 : Math.min(millis - this.#lastFrame, FRAME_MILLIS_MAX);
    this.#lastFrame = millis;
    const pace = this.#clock.isMotionReduced() ? null : this.#pace;
    this.#advance(pace === null ? elapsed * this.#store.getState().speed : pace(elapsed));
    this.#handle = this.#store.getState().playing ? this.#clock.request(this.#frame) : null;
    this.#emit();
  };

  #advance(virtualMillis: number): void {
    const { branch, cursor, pause } = this.#store.getState();
    const timeline = this.#session.branch(branch);
    const aim = this.#now + virtualMillis;
    const length = this.#session.ensureUntil(branch, aim, FRAME_EVENTS_MAX);
    const reached = Math.min(timeline.cursorAtTime(aim), length);
    const stop = reached > cursor ? this.#stopBetween(branch, cursor, reached) : null;
    const arrived = stop ?? Math.max(cursor, reached);
    // What is not run yet cannot be passed: the frame's share of events was too small, or the run is over.
    const isAtEnd = arrived === length && timeline.timeAt(length) <= aim;
    this.#now = stop !== null || isAtEnd ? timeline.timeAt(arrived) : aim;
    if (arrived !== cursor) this.#moveTo(branch, arrived);
    if (stop !== null || (isAtEnd && this.#session.isOver(branch))) pause();
  }

  #stopBetween(branch: number, from: number, to: number): number | null {
    const stops = Array.from(this.#gates, (gate) => gate(branch, from, to)).filter((stop) => stop !== null);
    return stops.length === 0 ? null : Math.min(...stops);
  }

  #moveTo(branch: number, cursor: number): void {
    this.#moving = true;
    this.#store.getState().passTo({ branch, cursor });
    this.#moving = false;
  }

  #jump(): void {
    this.#now = this.#cursorTime();
    this.#emit();
  }

  #cursorTime(): number {
    const { branch, cursor, notes } = this.#store.getState();
    return this.#session.branch(branch).timeAt(notes > 0 ? cursor + 1 : cursor);
  }

  #emit(): void {
    const { now } = this;
    for (const listener of this.#listeners) listener(now);
  }
}

/**
 * Playback that slows down by itself around moments worth seeing. What is shown at an instant stays a function of
 * virtual time; only how fast that passes changes.
 *
 *   ───────────▶│ lead │ moment │  tail  │▶──────────      at a quarter of the speed between the bars
 */
import type { Timeline } from '../history/timeline.ts';
import { FLAG_COMMIT, FLAG_LEADER, FLAG_TURN, FLAG_VIOLATION } from '../sim/flags.ts';
import type { Lab } from './lab.ts';
import { SLOW_FACTOR } from './speed.ts';

/** Of the viewer's time, before a moment and after it. */
const LEAD_MILLIS = 200;
const TAIL_MILLIS = 700;
/** A commit is worth it only so long after the one before, in the viewer's time: a stream of them is none. */
const REST_MILLIS = 2500;
/** Nobody follows single moments faster than this. */
const SPEED_MAX = 10;

const MOMENTS = FLAG_TURN | FLAG_LEADER | FLAG_VIOLATION;

type Run = Pick<Timeline<unknown, unknown, unknown>, 'cursorAtTime' | 'marks' | 'previousMark' | 'timeAt'>;

/** Virtual milliseconds from `from` to `to` that pass slowly. */
export interface SlowSpan {
  readonly from: number;
  readonly to: number;
}

/** The first slow stretch that is not over at `now` and begins before `until`, as far as the run is known; or null. */
export function slowSpan(run: Run, now: number, until: number, speed: number): SlowSpan | null {
  const lead = (LEAD_MILLIS * speed) / SLOW_FACTOR;
  const tail = (TAIL_MILLIS * speed) / SLOW_FACTOR;
  const rest = REST_MILLIS * speed;
  const reach = now - tail;
  let first = run.cursorAtTime(reach);
  while (first > 0 && run.timeAt(first) >= reach) first -= 1;
  const last = run.cursorAtTime(until + lead);
  // Asked at every frame, and there may have been thousands of commits since.
  const before = run.previousMark(first, FLAG_COMMIT);
  let commit = before === null ? -Infinity : run.timeAt(before + 1);
  for (const { index, flags } of run.marks(first, last)) {
    const at = run.timeAt(index + 1);
    const isNews = (flags & FLAG_COMMIT) !== 0 && at - commit > rest;
    if ((flags & FLAG_COMMIT) !== 0) commit = at;
    if ((flags & MOMENTS) === 0 && !isNews) continue;
    return { from: at - lead, to: at + tail };
  }
  return null;
}

/** How far virtual time goes from `now` in `millis` of the viewer's, and whether it passes slowly then. */
export function paced(
  run: Run,
  now: number,
  speed: number,
  millis: number,
): { readonly by: number; readonly slow: boolean } {
  const by = millis * speed;
  if (speed > SPEED_MAX) return { by, slow: false };
  const span = slowSpan(run, now, now + by, speed);
  if (span === null || now + by <= span.from) return { by, slow: false };
  const before = Math.max(0, span.from - now);
  return { by: before + (by - before) / SLOW_FACTOR, slow: true };
}

/** Paces playback, where the visitor has not switched that off, until the returned function is called. */
export function connectSlowMotion({ session, store, playback }: Lab): () => void {
  const tell = (slowed: boolean): void => {
    if (store.getState().slowed !== slowed) store.setState({ slowed });
  };
  const disconnect = playback.setPace((millis) => {
    const { branch, speed, slows, paced: paces } = store.getState();
    // The first look paces itself.
    const { by, slow } =
      slows && !paces
        ? paced(session.branch(branch), playback.now, speed, millis)
        : { by: millis * speed, slow: false };
    tell(slow);
    return by;
  });
  const unsubscribe = store.subscribe((state, before) => {
    if (before.playing && !state.playing) tell(false);
  });
  return () => {
    disconnect();
    unsubscribe();
    tell(false);
  };
}

/** The numbers along an axis: as many as there is room for, and none where time is folded. */
import { tickStep, ticks } from 'd3';
import type { Axis } from './arrows.ts';
import { FOLD_UNITS, type Folds } from './folds.ts';
import { type Window, xIn } from './window.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

interface TickSpec {
  readonly axis: Axis;
  readonly folds: Folds;
  readonly window: Window;
  readonly left: number;
  readonly right: number;
  /** Milliseconds, and the distance to the next tick. */
  readonly timeText: (millis: number, step: number) => string;
  /** Of the event that a step is. */
  readonly stepText: (step: number) => string;
}

const ROOM = 88;
const APART = 46;

export function ticksOf({ axis, folds, window, left, right, timeText, stepText }: TickSpec): readonly Tick[] {
  const count = Math.max(2, (right - left) / ROOM);
  if (axis === 'steps') {
    const whole = ticks(window.from, window.to, count).filter((value) => Number.isInteger(value) && value >= 0);
    return whole.map((value) => ({ value, text: stepText(value) }));
  }
  const step = tickStep(window.from, window.to, count);
  if (axis === 'time') {
    const values = ticks(window.from, window.to, count).filter((value) => value >= 0);
    return values.map((value) => ({ value, text: timeText(value, step) }));
  }
  const found: Tick[] = [];
  let free = -Infinity;
  for (const { from, to } of stretches(folds, window)) {
    // Seen from far, most stretches are narrower than a number.
    if (xIn(window, left, right, to) < free) continue;
    const [first, last] = [folds.timeOf(from), folds.timeOf(to)];
    for (let time = Math.max(0, Math.ceil(first / step) * step); time <= last; time += step) {
      const value = folds.place(time);
      const x = xIn(window, left, right, value);
      if (x < free) continue;
      found.push({ value, text: timeText(time, step) });
      free = x + APART;
    }
  }
  return found;
}

/** What is not folded of a window. */
function stretches(folds: Folds, { from, to }: Window): readonly Window[] {
  const found: Window[] = [];
  let start = from;
  for (const { at } of folds.within(from, to)) {
    if (at > start) found.push({ from: start, to: at });
    start = Math.max(start, at + FOLD_UNITS);
  }
  if (start < to) found.push({ from: start, to });
  return found;
}

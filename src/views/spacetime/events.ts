/** What happened on a lane itself, beside sending and receiving: writes that reached a disk, timers, ends of connections, commits. */
import { ENTRY_KINDS } from '../../sim/entry.ts';
import { FLAG_COMMIT } from '../../sim/flags.ts';
import { type Axis, type RunColumns, indexOfStep, stepOf } from './arrows.ts';
import type { LaneLayout } from './lanes.ts';
import { type Window, xIn } from './window.ts';

export interface EventMark {
  readonly index: number;
  readonly kind: 'flushed' | 'fired' | 'ended' | 'committed';
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

/** With more events in the window than this, a mark for each would be noise. */
export const EVENTS_MAX = 420;

const KINDS: Partial<Record<(typeof ENTRY_KINDS)[number], EventMark['kind']>> = {
  flushed: 'flushed',
  fired: 'fired',
  timedOut: 'ended',
  closed: 'ended',
  unwritten: 'ended',
  crashed: 'ended',
};

/** What is to be seen of an event on its lane; undefined for nothing. */
export function kindOf(run: RunColumns, index: number): EventMark['kind'] | undefined {
  const isCommit = (run.valueAt('flags', index) & FLAG_COMMIT) !== 0;
  return isCommit ? 'committed' : KINDS[ENTRY_KINDS[run.valueAt('kind', index)] ?? 'action'];
}

interface Spec {
  readonly run: RunColumns;
  /** As for arrows: the indices that are shown; null for all. */
  readonly shown: readonly number[] | null;
  readonly axis: Axis;
  readonly lanes: LaneLayout;
  readonly window: Window;
  /** The first event at or after a time. */
  readonly indexAt: (time: number) => number;
  /** From time to the axis, and back. */
  readonly place: (time: number) => number;
  readonly timeOf: (value: number) => number;
}

export function eventMarks({ run, shown, axis, lanes, window, indexAt, place, timeOf }: Spec): readonly EventMark[] {
  const [from, to] =
    axis === 'steps'
      ? [Math.ceil(Math.max(0, window.from)), Math.floor(window.to)]
      : [stepOf(shown, indexAt(timeOf(window.from)) - 1) + 1, stepOf(shown, indexAt(timeOf(window.to)))];
  if (to - from > EVENTS_MAX) return [];
  const marks: EventMark[] = [];
  const steps = shown === null ? run.length : shown.length;
  for (let step = from; step <= to && step < steps; step++) {
    const index = indexOfStep(shown, step);
    const kind = kindOf(run, index);
    const node = run.valueAt('node', index);
    const lane = lanes.byNode[node];
    if (kind === undefined || lane === undefined) continue;
    const value = axis === 'steps' ? step : place(run.valueAt('at', index));
    if (value < window.from || value > window.to) continue;
    marks.push({ index, kind, node, x: xIn(window, lanes.left, lanes.right, value), y: lane.y });
  }
  return marks;
}

const REACH = 7;

export function eventAt(marks: readonly EventMark[], at: { readonly x: number; readonly y: number }): EventMark | null {
  let best: EventMark | null = null;
  let bestDistance = REACH;
  for (const mark of marks) {
    const away = Math.hypot(mark.x - at.x, mark.y - at.y);
    if (away < bestDistance) [best, bestDistance] = [mark, away];
  }
  return best;
}

/** The stretch of the axis that is on show, and how it is moved: arithmetic only. */

/** In units of the axis: milliseconds or steps. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Nothing shorter is worth showing. */
const SPAN_MIN = 4;
/** What may lie beyond either end of the run, as a share of the window. */
const MARGIN = 0.08;

/** Where a position on the axis lies, in pixels. */
export function xIn({ from, to }: Window, left: number, right: number, value: number): number {
  return left + ((value - from) / (to - from)) * (right - left);
}

export function valueIn({ from, to }: Window, left: number, right: number, x: number): number {
  return from + ((x - left) / (right - left)) * (to - from);
}

/** No wider than the run and its margins, no narrower than a few units, and not beyond the run. */
export function kept({ from, to }: Window, end: number): Window {
  const whole = Math.max(SPAN_MIN, end);
  const span = Math.max(SPAN_MIN, Math.min(to - from, whole * (1 + 2 * MARGIN)));
  const margin = span * MARGIN;
  const start = Math.max(-margin, Math.min(from + (to - from - span) / 2, Math.max(-margin, whole + margin - span)));
  return { from: start, to: start + span };
}

/** `factor` of the span, with `anchor` staying where it is. */
export function zoomed({ from, to }: Window, factor: number, anchor: number, end: number): Window {
  const span = Math.max(SPAN_MIN, Math.min((to - from) * factor, Math.max(SPAN_MIN, end) * (1 + 2 * MARGIN)));
  const share = (anchor - from) / (to - from);
  return kept({ from: anchor - share * span, to: anchor + (1 - share) * span }, end);
}

/** What one zoom makes of the span. */
const ZOOM_STEP = 0.6;

/** A step in or out: the playhead stays where it is on show, else the middle does. */
export function zoomedBy(window: Window, way: 'zoomIn' | 'zoomOut', head: number, end: number): Window {
  const { from, to } = window;
  const anchor = head >= from && head <= to ? head : (from + to) / 2;
  return zoomed(window, way === 'zoomIn' ? ZOOM_STEP : 1 / ZOOM_STEP, anchor, end);
}

export function panned({ from, to }: Window, by: number, end: number): Window {
  return kept({ from: from + by, to: to + by }, end);
}

/** How far one window lies after another, in widths of it; null where they show stretches of different length. */
export function panBetween(before: Window | null, after: Window | null): number | null {
  if (before === null || after === null) return before === after ? 0 : null;
  const span = before.to - before.from;
  return Math.abs(after.to - after.from - span) > span * 1e-9 ? null : (after.from - before.from) / span;
}

/** The whole run. */
export function fitted(end: number): Window {
  const whole = Math.max(SPAN_MIN, end);
  return { from: -whole * (MARGIN / 4), to: whole * (1 + MARGIN / 4) };
}

/** The next page once `value` has left the window, forward or back; else the window as it is. */
export function paged(window: Window, value: number, end: number): Window {
  const span = window.to - window.from;
  if (value > window.to - span * 0.04) return kept({ from: value - span * 0.25, to: value + span * 0.75 }, end);
  if (value < window.from) return kept({ from: value - span * 0.75, to: value + span * 0.25 }, end);
  return window;
}

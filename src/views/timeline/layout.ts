/** Time to pixels, and rows: a straight line each, computed by hand, as are round times along the axis. */

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly hasAxis: boolean;
  /** Pixels of letters. */
  readonly type: number;
  /** Height of the axis. */
  readonly axis: number;
  /** Virtual time at the right edge. */
  readonly end: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly number[];
  /** Baseline of each server's strip. */
  readonly rows: readonly number[];
  /** Of 1 for a strip of 10 px. */
  readonly scale: number;
  readonly faultsY: number;
  readonly branchesY: number;
}

export interface TimelineSpec {
  readonly width: number;
  readonly height: number;
  readonly servers: number;
  readonly end: number;
  readonly names: boolean;
  /** For those who sit far away: faults lie over the strips, branches are not drawn. */
  readonly large?: boolean;
}

const AXIS = 18;
const LARGE = { axis: 26, left: 52, type: 18 };
const FAULTS = 14;
const BRANCHES = 17;

export function timelineLayout({ width, height, servers, end, names, large = false }: TimelineSpec): TimelineLayout {
  // Without names the selected server's stands there all the same.
  const left = large ? LARGE.left : names ? 40 : 28;
  const right = Math.max(left + 40, width - (names ? 24 : 12));
  const top = large ? LARGE.axis : names ? AXIS + FAULTS : 4;
  const bottom = names && !large ? height - BRANCHES : height - 4;
  const pitch = Math.min(24, (bottom - top) / Math.max(1, servers));
  const rows = Array.from({ length: servers }, (_, index) => top + pitch * (index + 1) - 1);
  return {
    width,
    height,
    hasAxis: names,
    type: large ? LARGE.type : 11,
    axis: large ? LARGE.axis : AXIS,
    end,
    left,
    right,
    ticks: ticksTo(end, large ? 5 : 8),
    rows,
    scale: Math.min(1.8, pitch / 13),
    faultsY: (large ? LARGE.axis : AXIS) + 2,
    branchesY: bottom + 2,
  };
}

/** About so many round times from 0 on, a power of ten, or two or five of them, apart. */
function ticksTo(end: number, count: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(end / count));
  const share = end / count / power;
  // Halfway between two steps, as they are felt: by their ratio.
  const step = power * (share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.sqrt(2) ? 2 : 1);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

export function xAt(layout: TimelineLayout, time: number): number {
  return layout.left + (Math.min(time, layout.end) / layout.end) * (layout.right - layout.left);
}

export function timeAtX(layout: TimelineLayout, x: number): number {
  const share = (x - layout.left) / (layout.right - layout.left);
  return Math.max(0, Math.min(1, share)) * layout.end;
}

/** A round end of the axis at or after `time`, so that it seldom moves while a run grows. */
export function niceEnd(time: number): number {
  const least = Math.max(500, time);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= least) ?? 10;
  return factor * power;
}

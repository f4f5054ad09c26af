/** Time to pixels, and rows: a straight line each, computed by hand. */

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly hasAxis: boolean;
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
}

const AXIS = 18;
const FAULTS = 14;
const BRANCHES = 17;

export function timelineLayout({ width, height, servers, end, names }: TimelineSpec): TimelineLayout {
  const left = names ? 40 : 12;
  const right = Math.max(left + 40, width - (names ? 24 : 12));
  const top = names ? AXIS + FAULTS : 4;
  const bottom = names ? height - BRANCHES : height - 4;
  const pitch = Math.min(24, (bottom - top) / Math.max(1, servers));
  const rows = Array.from({ length: servers }, (_, index) => top + pitch * (index + 1) - 1);
  return {
    width,
    height,
    hasAxis: names,
    end,
    left,
    right,
    ticks: ticksTo(end),
    rows,
    scale: Math.min(1.8, pitch / 13),
    faultsY: AXIS + 2,
    branchesY: bottom + 2,
  };
}

export function xAt(layout: TimelineLayout, time: number): number {
  return layout.left + (Math.min(time, layout.end) / layout.end) * (layout.right - layout.left);
}

export function timeAtX(layout: TimelineLayout, x: number): number {
  const share = (x - layout.left) / (layout.right - layout.left);
  return Math.max(0, Math.min(1, share)) * layout.end;
}

/** 1, 2 or 5 times a power of ten, so that there are about ten. */
function ticksTo(end: number): readonly number[] {
  const raw = end / 8;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw) ?? power * 10;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** A round end of the axis at or after `time`, so that it seldom moves while a run grows. */
export function niceEnd(time: number): number {
  const least = Math.max(500, time);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= least) ?? 10;
  return factor * power;
}

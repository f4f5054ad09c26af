/**
 * What a window of the diagram looks like: facts and size in, geometry out. Few messages are arrows with a shape, more
 * are lines, and where they lie closer than pixels they are counted: columns by gaps between lanes by families.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import type { PacketFamily } from '../../zookeeper/packets.ts';
import type { Point } from '../stage/geometry.ts';
import { textWidth } from '../stage/text-width.ts';
import { type Arrows, type Axis, SORTS, type Sort } from './arrows.ts';
import { type Band, type LinkCuts, waitY } from './cuts.ts';
import type { LaneLayout } from './lanes.ts';
import { type Window, xIn } from './window.ts';

export const FAMILIES: readonly PacketFamily[] = ['other', 'client', 'broadcast', 'sync', 'discovery', 'election'];

/** A message that did not arrive in what has been run: under way, held by a cut, or lost. */
export interface Stray {
  readonly from: number;
  readonly to: number;
  readonly sort: Sort;
  readonly letter: string;
  readonly sentAt: number;
  /** When it would arrive, or was lost. */
  readonly until: number;
  readonly fate: 'underWay' | 'held' | 'lost';
  /** Of the event before which it was lost; -1 for the others. */
  readonly index: number;
}

export interface Scene {
  readonly axis: Axis;
  readonly lanes: LaneLayout;
  readonly arrows: Arrows;
  readonly strays: readonly Stray[];
  /** If there are none here, no message waits anywhere. */
  readonly cuts: LinkCuts;
  /** Where not all messages were under the same cuts: those of one. */
  readonly cutsOf?: (mark: Pick<ArrowMark, 'i' | 'stray'>) => LinkCuts;
  readonly bands: readonly Band[];
  /** Where a time lies on the axis. */
  readonly place: (time: number) => number;
  /** What stands at the sender; '' for nothing. */
  readonly nameOf: (index: number, sort: Sort) => string;
}

export interface ArrowMark {
  /** Its number among the arrows; -1 for a stray. */
  readonly i: number;
  readonly stray: Stray | null;
  readonly sort: Sort;
  readonly from: number;
  readonly to: number;
  readonly a: Point;
  readonly b: Point;
  /** It waits at a cut, on this level, from one x to another; `upTo` is null where it waits still. */
  readonly wait: { readonly y: number; readonly from: number; readonly to: number | null } | null;
  /** Where its shape stands; null where there is no room. */
  readonly shape: Point | null;
  readonly name: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface Picture {
  readonly detail: 'marks' | 'lines' | 'density';
  /** Empty where messages are counted. */
  readonly marks: readonly ArrowMark[];
  readonly density: Density | null;
}

export interface Density {
  /** Pixels. */
  readonly columnWidth: number;
  readonly columns: number;
  readonly gaps: number;
  /** By column, gap and family, in this order. */
  readonly counts: Int32Array;
  readonly max: number;
}

/** With more arrows than this, shapes would hide each other. */
const SHAPES_MAX = 360;
/** Names of packets need still more room. */
const NAMES_MAX = 90;
/** With more arrows a pixel than this, single ones can no longer be told. */
const PER_PIXEL = 1.25;
const COLUMN = 2;
export const SHAPE_SIZE = 8;
/** Between the middles of two shapes. */
const SHAPE_APART = 19;
/** Where along its arrow a shape may stand, the best place first: near the head. */
const SHARES = [0.68, 0.54, 0.8, 0.4, 0.27];
/** Between lanes, in pixels. */
const NAMES_PITCH = 42;
const NAME_FONT = 11;
const WAIT_RUN = 10;

/** Written anew for every picture: a list of its own for each would be most of the work of a pan over a long run. */
let scratch = new Int32Array(1024);

export function pictureOf(scene: Scene, window: Window): Picture {
  const { lanes, arrows, axis } = scene;
  const width = lanes.right - lanes.left;
  if (scratch.length < arrows.count) scratch = new Int32Array(arrows.count * 2);
  const visible = scratch.subarray(0, arrows.within(axis, window.from, window.to, scratch));
  const count = visible.length;
  if (count > width * PER_PIXEL) {
    return { detail: 'density', marks: [], density: densityOf(scene, window, visible) };
  }
  const plain: ArrowMark[] = [];
  for (const i of visible) {
    const mark = arrowMark(scene, window, i);
    if (mark !== null) plain.push(mark);
  }
  for (const stray of scene.strays) {
    const mark = strayMark(scene, window, stray);
    if (mark !== null) plain.push(mark);
  }
  if (plain.length > SHAPES_MAX) return { detail: 'lines', marks: plain, density: null };
  return { detail: 'marks', marks: dressed(plain, scene), density: null };
}

/** One arrow, without a shape; null when one of its ends has no lane. */
export function arrowMark(scene: Scene, window: Window, i: number): ArrowMark | null {
  const { arrows, axis } = scene;
  const [from, to] = [arrows.from[i] as number, arrows.to[i] as number];
  const sort = SORTS[arrows.sort[i] as number];
  const ends = endsOf(scene, window, {
    from,
    to,
    start: arrows.start[axis][i] as number,
    end: arrows.end[axis][i] as number,
  });
  if (ends === null || sort === undefined) return null;
  const times = { sentAt: arrows.start.time[i] as number, at: arrows.end.time[i] as number };
  const wait = scene.cuts.any ? waitOf(scene, window, { i, stray: null, from, to, ...times }, ends) : null;
  return { i, stray: null, sort, from, to, ...ends, wait, shape: null, name: null };
}

/** One that did not arrive; null when the window does not show it. */
export function strayMark(scene: Scene, window: Window, stray: Stray): ArrowMark | null {
  const { from, to, sentAt, until, sort, fate } = stray;
  const [start, end] = [scene.place(sentAt), scene.place(Math.max(until, sentAt + 1))];
  if (end < window.from || start > window.to) return null;
  const ends = endsOf(scene, window, { from, to, start, end });
  if (ends === null) return null;
  const at = fate === 'lost' ? { lost: until } : null;
  const wait =
    scene.cuts.any && fate !== 'underWay' ? waitOf(scene, window, { i: -1, stray, from, to, sentAt, at }, ends) : null;
  return { i: -1, stray, sort, from, to, ...ends, wait, shape: null, name: null };
}

function endsOf(
  { lanes }: Scene,
  window: Window,
  { from, to, start, end }: { from: number; to: number; start: number; end: number },
): { a: Point; b: Point } | null {
  const [one, other] = [lanes.byNode[from], lanes.byNode[to]];
  if (one === undefined || other === undefined) return null;
  const x = (value: number): number => xIn(window, lanes.left, lanes.right, value);
  return { a: { x: x(start), y: one.y }, b: { x: x(end), y: other.y } };
}

function waitOf(
  scene: Scene,
  window: Window,
  message: Pick<ArrowMark, 'i' | 'stray' | 'from' | 'to'> & {
    readonly sentAt: number;
    readonly at: number | { readonly lost: number } | null;
  },
  { a, b }: { a: Point; b: Point },
): ArrowMark['wait'] {
  const cuts = scene.cutsOf?.(message) ?? scene.cuts;
  const { from, to, sentAt, at } = message;
  const { lanes, bands } = scene;
  const [sender, receiver] = [lanes.byNode[from]?.sid ?? null, lanes.byNode[to]?.sid ?? null];
  if (sender === null || receiver === null) return null;
  const lostAt = typeof at === 'object' && at !== null ? at.lost : null;
  const cut =
    typeof at === 'object' && at !== null
      ? cuts.before(sender, receiver, sentAt, at.lost)
      : cuts.holding(sender, receiver, sentAt, at);
  if (cut === null) return null;
  // What is lost before the heal gets no farther.
  const isStuck = cut.to === null || (lostAt !== null && cut.to >= lostAt);
  const healX = cut.to === null || isStuck ? null : xIn(window, lanes.left, lanes.right, scene.place(cut.to));
  const stopX = Math.min(a.x + WAIT_RUN, healX ?? Infinity, Math.max(a.x, b.x));
  return { y: waitY(lanes, bands, cut, from, to), from: stopX, to: healX === null ? null : Math.max(stopX, healX) };
}

/** Gives shapes and names to those that have room for them, in order of time. */
function dressed(marks: readonly ArrowMark[], scene: Scene): readonly ArrowMark[] {
  const { lanes } = scene;
  const placed = new Map<number, Point[]>();
  const isFree = (p: Point): boolean => {
    for (let dx = -32; dx <= 32; dx += 32) {
      for (let dy = -32; dy <= 32; dy += 32) {
        const near = placed.get(cellOf({ x: p.x + dx, y: p.y + dy })) ?? [];
        if (near.some((other) => Math.hypot(other.x - p.x, other.y - p.y) < SHAPE_APART)) return false;
      }
    }
    return true;
  };
  const named = new Map<string, number>();
  const hasNames = marks.length <= NAMES_MAX && pitchOf(lanes) >= NAMES_PITCH;
  return marks.map((mark) => {
    const [one, other] = [lanes.byNode[mark.from], lanes.byNode[mark.to]];
    const isTooShort = Math.abs((one?.y ?? 0) - (other?.y ?? 0)) < 2 * SHAPE_SIZE;
    const spot = SHARES.map((share) => pointOn(mark, share)).find(
      (p) => p.x > lanes.left + 6 && p.x < lanes.right - 6 && clearOfLanes(p, lanes) && isFree(p),
    );
    const shape = isTooShort || spot === undefined ? null : spot;
    if (shape !== null) placed.set(cellOf(shape), [...(placed.get(cellOf(shape)) ?? []), shape]);
    return { ...mark, shape, name: hasNames ? nameFor(mark, scene, named) : null };
  });
}

/** The least distance between two lanes. */
function pitchOf({ lanes }: LaneLayout): number {
  return Math.min(...lanes.slice(1).map((lane, i) => lane.y - (lanes[i]?.y ?? 0)));
}

/** Shapes near each other lie in the same cell or in the next. */
function cellOf({ x, y }: Point): number {
  return Math.floor(x / 32) * 4096 + Math.floor(y / 32);
}

function clearOfLanes({ y }: Point, { lanes }: LaneLayout): boolean {
  return lanes.every((lane) => Math.abs(lane.y - y) > SHAPE_SIZE - 2);
}

/** A point on its last straight piece, or on the whole way of what never waited. */
export function pointOn({ a, b, wait }: ArrowMark, share: number): Point {
  const from = wait === null ? a : wait.to === null ? a : { x: wait.to, y: wait.y };
  const to = wait !== null && wait.to === null ? { x: wait.from, y: wait.y } : b;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** At the sender, on the side that the arrow leaves free. */
function nameFor(mark: ArrowMark, { lanes, nameOf, arrows }: Scene, named: Map<string, number>): ArrowMark['name'] {
  const lane = lanes.byNode[mark.from];
  const { a, b, i, sort } = mark;
  if (lane === undefined || i < 0 || a.x < lanes.left || a.x > lanes.right) return null;
  const text = nameOf(arrows.index[i] as number, sort);
  if (text === '') return null;
  const isAbove = b.y > a.y;
  const row = `${mark.from} ${isAbove}`;
  const x = a.x - 3;
  const end = x + textWidth(text, NAME_FONT) + 6;
  if (x < (named.get(row) ?? -Infinity) || end > lanes.right) return null;
  named.set(row, end);
  return { x, y: isAbove ? lane.y - lane.height / 2 - 5 : lane.y + lane.height / 2 + 13, text };
}

/**
 * Counts arrows by the columns they pass and the gaps they cross. Each is noted at the corners of what it covers alone, and
 * summed up afterwards: how far arrows reach costs nothing.
 */
export function densityOf({ arrows, axis, lanes }: Scene, window: Window, visible: Int32Array): Density {
  const width = lanes.right - lanes.left;
  const columns = Math.max(1, Math.ceil(width / COLUMN));
  const gaps = Math.max(1, lanes.lanes.length - 1);
  const families = FAMILIES.length;
  const row = (gaps + 1) * families;
  const corners = new Int32Array((columns + 1) * row);
  const rank: number[] = [];
  for (const [position, lane] of lanes.lanes.entries()) rank[lane.node] = position;
  const familyOf = SORTS.map(({ family }) => FAMILIES.indexOf(family));
  const scale = columns / (window.to - window.from);
  const [start, end] = [arrows.start[axis], arrows.end[axis]];
  const add = (at: number, count: number): void => {
    corners[at] = (corners[at] as number) + count;
  };
  for (const i of visible) {
    const [one, other] = [rank[arrows.from[i] as number], rank[arrows.to[i] as number]];
    if (one === undefined || other === undefined || one === other) continue;
    const family = familyOf[arrows.sort[i] as number] as number;
    const first = Math.max(0, Math.floor(((start[i] as number) - window.from) * scale));
    const last = Math.min(columns - 1, Math.floor(((end[i] as number) - window.from) * scale));
    if (last < first) continue;
    const [upper, lower] = [Math.min(one, other) * families + family, Math.max(one, other) * families + family];
    const [begin, beyond] = [first * row, (last + 1) * row];
    add(begin + upper, 1);
    add(begin + lower, -1);
    add(beyond + upper, -1);
    add(beyond + lower, 1);
  }
  const counts = new Int32Array(columns * gaps * families);
  let max = 1;
  for (let column = 0; column < columns; column++) {
    const own = column * gaps * families;
    for (let cell = 0; cell < gaps * families; cell++) {
      const at = column * row + cell;
      // Summed over the gaps above, then over the columns before.
      if (cell >= families) add(at, corners[at - families] as number);
      const before = column === 0 ? 0 : (counts[own + cell - gaps * families] as number);
      const count = before + (corners[at] as number);
      counts[own + cell] = count;
      if (count > max) max = count;
    }
  }
  return { columnWidth: width / columns, columns, gaps, counts, max };
}

export function isSameMark(a: ArrowMark, b: ArrowMark): boolean {
  return a.i === b.i && a.stray === b.stray;
}

/** The arrow after `now` in reading order, or before it; from none the first that `comesNext`, else the last. None of none. */
export function markBeside(
  marks: readonly ArrowMark[],
  now: ArrowMark | null,
  step: 1 | -1,
  comesNext: (mark: ArrowMark) => boolean,
): ArrowMark | null {
  const at = now === null ? -1 : marks.findIndex((mark) => isSameMark(mark, now));
  const next = marks.findIndex(comesNext);
  const to = at >= 0 ? at + step : next < 0 ? marks.length - 1 : next;
  return marks[Math.max(0, Math.min(marks.length - 1, to))] ?? null;
}

export interface Hit {
  readonly mark: ArrowMark;
  readonly part: 'sent' | 'way' | 'received';
}

/** Pixels. */
const REACH = 7;
const END_REACH = 9;

/** What a pointer is on, or null. Ends come before ways, shapes before lines. */
export function hitAt({ marks }: Picture, at: Point): Hit | null {
  let best: Hit | null = null;
  let bestDistance = REACH;
  for (const mark of marks) {
    const { a, b, shape, i } = mark;
    if (shape !== null && Math.hypot(shape.x - at.x, shape.y - at.y) < SHAPE_SIZE + 1) return { mark, part: 'way' };
    const isArrival = i >= 0 && Math.hypot(b.x - at.x, b.y - at.y) < END_REACH;
    const isDeparture = Math.hypot(a.x - at.x, a.y - at.y) < END_REACH;
    const away = distanceTo(mark, at);
    if (away < bestDistance) {
      bestDistance = away;
      best = { mark, part: isArrival ? 'received' : isDeparture ? 'sent' : 'way' };
    }
  }
  return best;
}

function distanceTo({ a, b, wait }: ArrowMark, at: Point): number {
  if (wait === null) return toSegment(a, b, at);
  const stop = { x: wait.from, y: wait.y };
  if (wait.to === null) return toSegment(a, stop, at);
  const on = { x: wait.to, y: wait.y };
  return Math.min(toSegment(a, stop, at), toSegment(stop, on, at), toSegment(on, b, at));
}

function toSegment(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const whole = dx * dx + dy * dy;
  const share = whole === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / whole));
  return Math.hypot(a.x + share * dx - at.x, a.y + share * dy - at.y);
}

/** The servers that lanes are grouped by: of the first partition of a run; null where there was none. */
export function groupsOf(
  faults: readonly { readonly kind: string; readonly groups: readonly (readonly Sid[])[] }[],
): readonly (readonly Sid[])[] | null {
  return faults.find(({ groups }) => groups.length > 1)?.groups ?? null;
}

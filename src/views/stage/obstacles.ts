/**
 * What words on the stage must not lie on: servers with their rings and labels, cuts, what waits at them, clients; as
 * boxes and discs, and how much of each other they cover.
 */
import { type CutLine, type PairLink, cutMark } from './cuts.ts';
import { type Point, type Segment, distance, mix } from './geometry.ts';
import { type Place, RINGS, type StageLayout, placeOf } from './layout.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A disc is given by the square around it. */
export interface Obstacle extends Box {
  readonly isDisc?: true;
  /** What a covered pixel of it costs: 1 unless said. */
  readonly weight?: number;
  /** Part of another one. */
  readonly isPart?: true;
}

/** What a label beside a server takes, so much of it above its first baseline. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly rise: number;
}

/** Usually. */
const LABEL: LabelSize = { width: 112, height: 60, rise: 12 };
/** Labels of one line, or of two narrow ones. */
const PHONE_LABEL: LabelSize = { width: 90, height: 34, rise: 12 };
const LARGE_LABEL: LabelSize = { width: 190, height: 56, rise: 20 };
/** Words on words are worst, and worse on a server than on its rings, which are not always there. */
const WORDS_WEIGHT = 2;
const SERVER_WEIGHT = 2;
/** The line of a cut, or one of its marks, in pieces of so many pixels. */
const LINE = 16;
/** The switch of the views, where it lies on the stage. */
const SWITCH: Box = { left: 0, top: 0, right: 264, bottom: 48 };
const CLIENT = { width: 60, height: 40 };
const LARGE_CLIENT = { width: 104, height: 72 };

/** What stands on a stage whatever is under way. `labels`: what those servers have beside them that have any. */
export function standing(
  layout: StageLayout,
  { pairs, line }: { readonly pairs: readonly PairLink[]; readonly line: CutLine | null },
  labels: readonly Box[],
): readonly Obstacle[] {
  return [
    ...layout.places.flatMap((place) => [discOf(place), serverOf(place)]),
    ...labels.map((box) => ({ ...box, weight: WORDS_WEIGHT })),
    ...(layout.scale === 'lecture' ? [{ ...SWITCH, weight: WORDS_WEIGHT }] : []),
    ...(line === null ? pairs.flatMap((pair) => marksOf(layout, pair)) : alongLine(line)),
  ];
}

/** What labels usually take: of everybody, for anybody may come to have one. */
export function usualLabels(layout: StageLayout): readonly Box[] {
  return layout.places.map((place) => labelBox(place, labelSize(layout)));
}

/** A server with its rings. */
export function discOf({ at, radius }: Place): Obstacle {
  const size = 2 * RINGS * radius;
  return { ...boxAround(at, { width: size, height: size }), isDisc: true };
}

/** Without them. */
function serverOf({ at, radius }: Place): Obstacle {
  return {
    ...boxAround(at, { width: 2 * radius, height: 2 * radius }),
    isDisc: true,
    isPart: true,
    weight: SERVER_WEIGHT,
  };
}

function labelSize({ scale }: StageLayout): LabelSize {
  return scale === 'lecture' ? LARGE_LABEL : scale === 'phone' ? PHONE_LABEL : LABEL;
}

export function labelBox({ label: { at, anchor, room, above } }: Place, usual = LABEL): Box {
  const width = Math.min(room, usual.width);
  const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
  const top = above ? at.y - usual.height : at.y - usual.rise;
  return { left, top, right: left + width, bottom: top + usual.height };
}

/** A client with its name, on either side of it. */
export function clientBox(at: Point, { scale }: Pick<StageLayout, 'scale'>): Box {
  return boxAround(at, scale === 'lecture' ? LARGE_CLIENT : CLIENT);
}

function marksOf(layout: StageLayout, { a, b, cut }: PairLink): readonly Box[] {
  const [one, other] = [placeOf(layout, a), placeOf(layout, b)];
  if (cut === 'none' || one === null || other === null) return [];
  return cutMark(one, other).flatMap(alongLine);
}

function alongLine({ a, b }: Segment): readonly Box[] {
  const count = Math.ceil(distance(a, b) / LINE);
  return Array.from({ length: count + 1 }, (_, index) =>
    boxAround(mix(a, b, index / count), { width: LINE, height: LINE }),
  );
}

export function boxAround(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What a box would cover of an obstacle, by its weight. */
export function cover(box: Box, obstacle: Obstacle): number {
  const area = overlap(box, obstacle);
  if (area === 0) return 0;
  return (obstacle.isDisc === true ? coverOfDisc(box, obstacle) : area) * (obstacle.weight ?? 1);
}

/** A square as large as a disc, in widths of the square around it. */
const EQUAL = Math.sqrt(Math.PI) / 2;

/** About: nothing where the box only comes near a corner of the square around it. */
function coverOfDisc(box: Box, { left, top, right, bottom }: Box): number {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [dx, dy] = [x - clamp(x, box.left, box.right), y - clamp(y, box.top, box.bottom)];
  const radius = (right - left) / 2;
  if (dx * dx + dy * dy >= radius * radius) return 0;
  const half = EQUAL * radius;
  return Math.max(1, overlap(box, { left: x - half, top: y - half, right: x + half, bottom: y + half }));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** How much of a box lies on something, whatever that weighs; more than all of it where things lie on each other. */
export function coveredArea(box: Box, obstacles: readonly Obstacle[]): number {
  let sum = 0;
  for (const one of obstacles) if (one.isPart !== true) sum += cover(box, one) / (one.weight ?? 1);
  return sum;
}

/** So much of a segment lies in a box, in pixels. */
export function lengthIn({ left, right, top, bottom }: Box, { a, b }: Segment): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if ((dx === 0 && (a.x < left || a.x > right)) || (dy === 0 && (a.y < top || a.y > bottom))) return 0;
  const [x1, x2] = dx === 0 ? [0, 1] : [(left - a.x) / dx, (right - a.x) / dx];
  const [y1, y2] = dy === 0 ? [0, 1] : [(top - a.y) / dy, (bottom - a.y) / dy];
  const from = Math.max(0, Math.min(x1, x2), Math.min(y1, y2));
  const to = Math.min(1, Math.max(x1, x2), Math.max(y1, y2));
  return to > from ? (to - from) * Math.hypot(dx, dy) : 0;
}

/**
 * Where it is written what each part of a cut cluster can still do: on its own side of the line, or amid its own
 * servers, wherever that covers least of what is there.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import type { CutLine, PairLink } from './cuts.ts';
import { SHAPE_RADIUS, type Waiting } from './flights.ts';
import { type Point, type Segment, distance, mix } from './geometry.ts';
import { type Place, type StageLayout, clientPlace } from './layout.ts';
import {
  type Box,
  type Obstacle,
  boxAround,
  clientBox,
  cover,
  coveredArea,
  lengthIn,
  standing,
  usualLabels,
} from './obstacles.ts';
import { waitingBox } from './waiting.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface SideText {
  readonly text: string;
  /** The same, as it is written. */
  readonly lines: readonly string[];
  /** The middle of it. */
  readonly at: Point;
}

export const SIDE_FONT = 12;
/** From one line to the next, in pixels. */
export const SIDE_LINE = 16;
/** Pixels of a letter, and of a line. */
const SMALL = { font: SIDE_FONT, height: SIDE_LINE };
const LARGE = { font: 18, height: 24 };
/** Pixels between places that are tried. */
const GRID = 12;
/** The share of its width that a text has in lines. */
const NARROW = 0.66;
/** What a second line costs, in covered pixels. */
const SECOND = 200;
/** Off the two strokes of the line. */
const CLEAR = 8;
/** The share of a text that may lie on something on a phone: beyond, it is left out. A step of a lesson says it, and so does a look at the link. */
const COVERED_MAX = 0.4;
/** What a pixel of a link under a text costs, in covered pixels: messages and their ways are seen there. */
const UNDER = 6;
/** What a pixel away from where a text belongs costs, in covered pixels. */
const AWAY = 2;

export interface Cuts {
  readonly layout: StageLayout;
  readonly pairs: readonly PairLink[];
  /** Where the sides meet; null when they are no two neighbouring sides. */
  readonly line: CutLine | null;
  readonly waiting: Waiting;
}

/** Of all that have room. A phone may have it for two narrow lines where it has none for one. */
export function sideTexts(
  cuts: Cuts,
  sides: readonly { readonly sids: readonly Sid[]; readonly text: string }[],
): readonly SideText[] {
  const { layout, line, waiting } = cuts;
  const radius = SHAPE_RADIUS[layout.scale];
  const taken: Obstacle[] = [
    ...standing(layout, cuts, usualLabels(layout)),
    ...clientsOf(layout),
    ...[...waiting.values()].map(({ at }) => waitingBox(at, radius)),
  ];
  const ways = waysOf(cuts);
  const stage: Box = {
    left: 4,
    top: layout.scale === 'lab' ? 48 : 4,
    right: layout.width - 4,
    bottom: layout.height - 4,
  };
  const small = layout.scale === 'phone';
  return sides.flatMap(({ sids, text }): readonly SideText[] => {
    const middle = middleOf(layout, sids);
    const own = layout.places.filter((place) => sids.includes(place.sid));
    const home = line === null ? middle : nearest(line, middle);
    let best: SideText | null = null;
    let least = Infinity;
    for (const lines of small ? [[text], narrow(text)] : [[text]]) {
      const size = sideSize(lines, layout);
      for (const { at, off } of outwards(home, stage, size)) {
        let cost = AWAY * off + SECOND * (lines.length - 1);
        if (cost >= least) break;
        const box = boxAround(at, size);
        const isOwn = line === null ? isNearest(layout, at, own) : isOnSide(line, middle, box);
        if (!isOwn) continue;
        for (const other of taken) cost += cover(box, other);
        if (cost >= least) continue;
        for (const way of ways) cost += UNDER * lengthIn(box, way);
        if (cost < least) [best, least] = [{ text, lines, at }, cost];
      }
    }
    if (best === null) return [];
    const size = sideSize(best.lines, layout);
    const box = boxAround(best.at, size);
    if (small && coveredArea(box, taken) > COVERED_MAX * size.width * size.height) return [];
    taken.push(box);
    return [best];
  });
}

/** Where the middle of something of a size can be on the stage, what is nearest to `home` first. */
function outwards(
  home: Point,
  { left, top, right, bottom }: Box,
  { width, height }: { readonly width: number; readonly height: number },
): readonly { readonly at: Point; readonly off: number }[] {
  const all: { readonly at: Point; readonly off: number }[] = [];
  for (let y = top + height / 2; y <= bottom - height / 2; y += GRID) {
    for (let x = left + width / 2; x <= right - width / 2; x += GRID)
      all.push({ at: { x, y }, off: distance({ x, y }, home) });
  }
  return all.toSorted((a, b) => a.off - b.off);
}

/** What it takes on the stage. */
export function sideSize(
  lines: readonly string[],
  { scale }: Pick<StageLayout, 'scale'>,
): { readonly width: number; readonly height: number } {
  const { font, height } = scale === 'lecture' ? LARGE : SMALL;
  return { width: Math.max(...lines.map((text) => textWidth(text, font))), height: lines.length * height };
}

/** In lines no wider than its widest must be. */
function narrow(text: string): readonly string[] {
  return wrapText(text, NARROW * textWidth(text, SIDE_FONT), SIDE_FONT);
}

/** Where clients may be: a text above a server would lie on its own, where stages are low. */
function clientsOf(layout: StageLayout): readonly Box[] {
  if (layout.scale === 'lab') return [];
  return layout.places.map(({ sid }) => clientBox(clientPlace(layout, sid, 0, 1), layout));
}

/**
 * The ways of messages between servers. In a crowd they are everywhere, and no place is better than another; before a
 * class the room beside them belongs to the names of messages, and only those count that something waits on for long.
 */
function waysOf({ layout: { places, crowded, scale }, waiting }: Cuts): readonly Segment[] {
  if (crowded) return [];
  if (scale === 'lecture') return [...waiting.values()].map(({ at, path }) => ({ a: path.a, b: at }));
  return places.flatMap((a, index) => places.slice(index + 1).map((b) => ({ a: a.at, b: b.at })));
}

/** The point of a line next to `p`. */
function nearest({ a, b }: CutLine, p: Point): Point {
  const along = { x: b.x - a.x, y: b.y - a.y };
  const share = ((p.x - a.x) * along.x + (p.y - a.y) * along.y) / (along.x ** 2 + along.y ** 2 || 1);
  return mix(a, b, Math.max(0, Math.min(1, share)));
}

/** Whether all of a box lies on the side of the line where `middle` is, clear of the line. */
function isOnSide({ a, b }: CutLine, middle: Point, box: Box): boolean {
  const length = distance(a, b) || 1;
  const off = ({ x, y }: Point) => ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length;
  const side = Math.sign(off(middle));
  return [box.left, box.right].every((x) => [box.top, box.bottom].every((y) => side * off({ x, y }) > CLEAR));
}

function isNearest({ places }: StageLayout, at: Point, own: readonly Place[]): boolean {
  const to = (some: readonly Place[]) => Math.min(...some.map((place) => distance(place.at, at)));
  return to(own) <= to(places);
}

function middleOf(layout: StageLayout, sids: readonly Sid[]): Point {
  const places = layout.places.filter((place) => sids.includes(place.sid));
  const sum = places.reduce((total, { at }) => ({ x: total.x + at.x, y: total.y + at.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, places.length), y: sum.y / Math.max(1, places.length) };
}

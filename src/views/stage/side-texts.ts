/**
 * Where it is written what each part of a cut cluster can still do: on its own side of the line, or amid its own
 * servers, wherever that covers least of what is there.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import type { CutLine } from './cuts.ts';
import { type Point, type Segment, crossing, distance, mix } from './geometry.ts';
import { type Place, type StageLayout, clientPlace } from './layout.ts';
import { textWidth } from './text-width.ts';

export interface SideText {
  readonly text: string;
  /** The middle of it. */
  readonly at: Point;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const SIDE_FONT = 12;
/** Pixels of a letter, of a line, and what a label beside a server usually takes, so much of it above its first baseline. */
const SMALL = { font: SIDE_FONT, height: 16, label: { width: 112, height: 60, rise: 12 } };
/** Labels of one line, or of two narrow ones. */
const PHONE = { ...SMALL, label: { width: 90, height: 34, rise: 12 } };
const LARGE = { font: 18, height: 24, label: { width: 190, height: 56, rise: 20 } };
/** Where a message waits at a cut, with its count. */
const HELD = { width: 60, height: 36 };
const HELD_OFF = 28;
const NOBODY: ReadonlySet<Sid> = new Set();
/** Pixels between places that are tried. */
const GRID = 12;
/** A client with its name. */
const CLIENT = { width: 60, height: 40 };
const LARGE_CLIENT = { width: 84, height: 72 };
/** Off the two strokes of the line. */
const CLEAR = 8;
/** The share of a text that may lie on something on a phone: beyond, it is left out. A step of a lesson says it, and so does a look at the link. */
const COVERED_MAX = 0.4;
/** What a pixel of a link under a text costs, in covered pixels: messages and their ways are seen there. */
const UNDER = 6;
/** What a pixel away from where a text belongs costs, in covered pixels. */
const AWAY = 2;

/** Of all that have room. `line`: where the sides meet; null when they are no two neighbouring sides. */
export function sideTexts(
  layout: StageLayout,
  sides: readonly { readonly sids: readonly Sid[]; readonly text: string }[],
  line: CutLine | null,
): readonly SideText[] {
  const taken = [...takenBy(layout), ...clientsOf(layout), ...heldAt(layout, line)];
  const links = linksOf(layout);
  const stage: Box = {
    left: 4,
    top: layout.scale === 'lab' ? 48 : 4,
    right: layout.width - 4,
    bottom: layout.height - 4,
  };
  const { font, height } = sizes(layout);
  return sides.flatMap(({ sids, text }): readonly SideText[] => {
    const size = { width: textWidth(text, font), height };
    const middle = middleOf(layout, sids);
    const own = layout.places.filter((place) => sids.includes(place.sid));
    const home = line === null ? middle : nearest(line, middle);
    let best = home;
    let least = Infinity;
    let covers = Infinity;
    for (let y = stage.top + height / 2; y <= stage.bottom - height / 2; y += GRID) {
      for (let x = stage.left + size.width / 2; x <= stage.right - size.width / 2; x += GRID) {
        const at = { x, y };
        const box = boxAround(at, size);
        const isOwn = line === null ? isNearest(layout, at, own) : isOnSide(line, middle, box);
        if (!isOwn) continue;
        const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
        let cost = covered + AWAY * distance(at, home);
        if (cost >= least) continue;
        for (const link of links) cost += UNDER * lengthIn(box, link);
        if (cost < least) [best, least, covers] = [at, cost, covered];
      }
    }
    if (layout.scale === 'phone' && covers > COVERED_MAX * size.width * size.height) return [];
    taken.push(boxAround(best, size));
    return [{ text, at: best }];
  });
}

function sizes({ scale }: StageLayout): typeof SMALL {
  return scale === 'lecture' ? LARGE : scale === 'phone' ? PHONE : SMALL;
}

/** What servers and their labels cover; `labelled`: who has a label in a crowd, where few have. */
export function takenBy(layout: StageLayout, labelled: ReadonlySet<Sid> = NOBODY): Box[] {
  const { label } = sizes(layout);
  return layout.places.flatMap((place) => [
    circleBox(place),
    ...(!layout.crowded || layout.scale === 'phone' || labelled.has(place.sid) ? [labelBox(place, label)] : []),
  ]);
}

/** Where clients may be: a text above a server would lie on its own, where stages are low. */
function clientsOf(layout: StageLayout): readonly Box[] {
  if (layout.scale === 'lab') return [];
  const size = layout.scale === 'lecture' ? LARGE_CLIENT : CLIENT;
  return layout.places.map(({ sid }) => clientBox(clientPlace(layout, sid, 0, 1), size));
}

/** A client with its name, on either side of it. */
export function clientBox(at: Point, size = LARGE_CLIENT): Box {
  return boxAround(at, size);
}

/**
 * The ways of messages between servers. In a crowd they are everywhere, and no place is better than another; before a
 * class the room beside them belongs to the names of messages.
 */
function linksOf({ places, crowded, scale }: StageLayout): readonly Segment[] {
  if (crowded || scale === 'lecture') return [];
  return places.flatMap((a, index) => places.slice(index + 1).map((b) => ({ a: a.at, b: b.at })));
}

/** So much of a segment lies in a box, in pixels. */
function lengthIn({ left, right, top, bottom }: Box, { a, b }: Segment): number {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [a.x, b.x - a.x, left, right],
    [a.y, b.y - a.y, top, bottom],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return 0;
      continue;
    }
    const [one, other] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return Math.max(0, to - from) * distance(a, b);
}

/** Before a line, on either side, wait the messages of every two servers that it parts. */
function heldAt({ places, scale }: StageLayout, line: CutLine | null): readonly Box[] {
  // A phone has no room for both.
  if (line === null || scale === 'phone') return [];
  const [one, two] = line.sides.map((sids) => places.filter(({ sid }) => sids.includes(sid)));
  return (one ?? []).flatMap((a) =>
    (two ?? []).flatMap((b) => {
      const share = crossing({ a: a.at, b: b.at }, line);
      if (share === null) return [];
      const aside = HELD_OFF / (distance(a.at, b.at) || 1);
      return [share - aside, share + aside].map((at) => boxAround(mix(a.at, b.at, at), HELD));
    }),
  );
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

/** A server with its quorum ring. */
export function circleBox({ at, radius }: Place): Box {
  return boxAround(at, { width: 3.2 * radius, height: 3.2 * radius });
}

export function labelBox({ label: { at, anchor, room, above } }: Place, usual = SMALL.label): Box {
  const width = Math.min(room, usual.width);
  const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
  const top = above ? at.y - usual.height : at.y - usual.rise;
  return { left, top, right: left + width, bottom: top + usual.height };
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

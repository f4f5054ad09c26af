/** Where the name of a message stands: beside its shape, where it covers least of what else is on the stage. */
import type { Flight } from './flights.ts';
import { flightPoint } from './flights.ts';
import type { CutLine, PairLink } from './cuts.ts';
import { type Point, type Segment, distance } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import {
  type Box,
  type Obstacle,
  boxAround,
  clientBox,
  cover,
  coveredArea,
  lengthIn,
  overlap,
  standing,
  usualLabels,
} from './obstacles.ts';
import { type SideText, sideSize } from './side-texts.ts';
import { textWidth } from './text-width.ts';

export interface MessageName {
  readonly key: string;
  readonly text: string;
  /** The middle of its baseline. */
  readonly at: Point;
}

export const NAME_FONT = 18;
const HEIGHT = 22;
/** Half of what a shape covers, with its count. */
const SHAPE = 40;
/** From the middle of a shape to that of a name: above and below it, at either side, then farther off. */
const NEAR = 32;
const OFF = [NEAR, 40, 48, 56, 66, 76];
/** The farthest that a name begins from the middle of its shape. */
const REACH = 76;
/** What a pixel farther off costs, in covered pixels. */
const AWAY = 3;
/** Where a count begins, and its upper and lower edges: right of the middle of a shape, and below it. */
const COUNT = { left: 20, top: 8, bottom: 28 };
/** What a pixel of a way under a name costs, in covered pixels. */
const UNDER = 4;
/** Beyond so many messages a name has no place of its own everywhere. */
const CROWD = 12;
/** Beyond so many, each name stands once. */
const MANY = 24;
/** So many of those of one name are looked at then. */
const TRIES = 8;
/** The share of a name that may be covered: of one that stands elsewhere as well, and of one that does not. */
const COVERED_MAX = 0.1;
const ONLY_COVERED_MAX = 0.4;
/** Of letters below the middle of their box. */
const BASELINE = 6;

interface Ground {
  readonly layout: StageLayout;
  readonly pairs?: readonly PairLink[];
  /** The line of a cut, and what is written about its sides. */
  readonly line: CutLine | null;
  readonly texts: readonly SideText[];
  readonly clients?: readonly Point[];
  /** What is written beside servers. */
  readonly labels?: readonly Box[];
  /** What has just arrived came this way. */
  readonly arrival?: Segment | null;
}

interface Written {
  readonly text: (flight: Flight) => string;
  /** Beside the shape of several. */
  readonly count: (count: number) => string;
}

/**
 * The names of messages; `now` in virtual milliseconds. In a crowd one that has no room is left to the letter in its shape,
 * where another has the same name or nothing of it could be read; so it is where messages wait at a cut, close to each other.
 */
export function messageNames(
  flights: readonly Flight[],
  { layout, pairs = [], line, texts, clients = [], labels = usualLabels(layout), arrival = null }: Ground,
  now: number,
  { text: textOf, count: countOf }: Written,
): readonly MessageName[] {
  const shapes = flights.map((flight) => flightPoint(flight, now));
  const taken: Obstacle[] = [
    ...standing(layout, { pairs, line }, labels),
    ...texts.map(({ lines, at }) => boxAround(at, sideSize(lines, layout))),
    ...clients.map((at) => clientBox(at, layout)),
    ...shapes.map((at) => boxAround(at, { width: SHAPE, height: SHAPE })),
    ...flights.flatMap(({ count }, index) => countBox(shapes[index] ?? layout.centre, count, countOf)),
  ];
  // Where very many are under way, their ways are everywhere.
  const ways = [
    ...(flights.length > MANY ? [] : flights.map(({ path }) => path)),
    ...(arrival === null ? [] : [arrival]),
  ];
  const named = new Set<string>();
  const tries = new Map<string, number>();
  const isMany = flights.length > MANY;
  const isCrowd = flights.length > CROWD;
  const all = flights.map(textOf);
  return flights.flatMap((flight, index): readonly MessageName[] => {
    const text = all[index] ?? '';
    const tried = tries.get(text) ?? 0;
    if (isMany && (named.has(text) || tried >= TRIES)) return [];
    tries.set(text, tried + 1);
    const size = { width: textWidth(text, NAME_FONT), height: HEIGHT };
    const area = size.width * size.height;
    const comes = all.includes(text, index + 1);
    const shareMax = !isCrowd ? Infinity : comes ? COVERED_MAX : ONLY_COVERED_MAX;
    const from = shapes[index] ?? layout.centre;
    const reach = boxAround(from, { width: 2 * (size.width + REACH), height: 2 * (HEIGHT + REACH) });
    const near = taken.filter((other) => overlap(reach, other) > 0);
    const under = ways.filter((way) => lengthIn(reach, way) > 0);
    let best: { readonly at: Point; readonly box: Box; readonly share: number } | null = null;
    let least = Infinity;
    for (const at of places(from, size.width)) {
      const box = boxAround(at, size);
      const cut = outside(box, layout);
      let cost = AWAY * distance(at, from) + cut;
      for (const other of near) if (cost < least) cost += cover(box, other);
      for (const way of under) if (cost < least) cost += UNDER * lengthIn(box, way);
      if (cost >= least) continue;
      const share = (coveredArea(box, near) + cut) / area;
      if (share <= shareMax) [best, least] = [{ at, box, share }, cost];
    }
    if (best === null) return [];
    const hasRoom = best.share <= COVERED_MAX && !isMany;
    if (named.has(text) && !hasRoom && (flight.heldAt !== null || isCrowd)) return [];
    named.add(text);
    taken.push(best.box);
    return [{ key: flight.key, text, at: { x: best.at.x, y: best.at.y + BASELINE } }];
  });
}

function countBox({ x, y }: Point, count: number, countOf: Written['count']): readonly Box[] {
  if (count < 2) return [];
  const left = x + COUNT.left;
  return [{ left, top: y + COUNT.top, right: left + textWidth(countOf(count), NAME_FONT), bottom: y + COUNT.bottom }];
}

function places({ x, y }: Point, width: number): readonly Point[] {
  const aside = width / 2 + 24;
  return OFF.flatMap((off) => [
    { x, y: y - off },
    { x, y: y + off },
    ...[aside, aside / 2].flatMap((dx) =>
      [0, off / 2, off].flatMap((dy) => [
        { x: x + dx, y: y - dy },
        { x: x - dx, y: y - dy },
        { x: x + dx, y: y + dy },
        { x: x - dx, y: y + dy },
      ]),
    ),
  ]).filter((at) => Math.abs(at.x - x) >= aside || Math.abs(at.y - y) >= NEAR);
}

/** What of a box would not be seen counts as if it covered something twice. */
function outside(box: Box, { width, height }: StageLayout): number {
  const whole = (box.right - box.left) * (box.bottom - box.top);
  return 2 * (whole - overlap(box, { left: 4, top: 4, right: width - 4, bottom: height - 4 }));
}

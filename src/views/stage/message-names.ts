/** Where the name of a message stands: beside its shape, where it covers least of what else is on the stage. */
import type { Sid } from '../../zookeeper/ids.ts';
import type { Flight } from './flights.ts';
import { flightPoint } from './flights.ts';
import type { CutLine } from './cuts.ts';
import { type Point, distance, mix } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import { type Box, type SideText, boxAround, clientBox, overlap, takenBy } from './side-texts.ts';
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
/** The line of a cut, in pieces of so many pixels. */
const LINE = 16;
/** From the middle of a shape to that of a name: above and below it, at either side, then farther off. */
const NEAR = 32;
const OFF = [NEAR, 40, 48, 56, 66, 76];
/** What a pixel farther off costs, in covered pixels. */
const AWAY = 3;
/** A count beside a shape is seen so far to the right of it. */
const COUNT = 26;
/** Beyond so many messages a name has no place of its own everywhere. */
const CROWD = 12;
/** Beyond so many, each name stands once. */
const MANY = 24;
/** The share of a name that may be covered: of one that stands elsewhere as well, and of one that does not. */
const COVERED_MAX = 0.1;
const ONLY_COVERED_MAX = 0.4;
/** Of letters below the middle of their box. */
const BASELINE = 6;

interface Ground {
  readonly layout: StageLayout;
  /** The line of a cut, and what is written about its sides. */
  readonly line: CutLine | null;
  readonly texts: readonly SideText[];
  readonly clients?: readonly Point[];
  /** Who has a label in a crowd. */
  readonly labelled?: ReadonlySet<Sid>;
}

/**
 * The names of messages; `now` in virtual milliseconds. In a crowd one that has no room is left to the letter in its shape,
 * where another has the same name or nothing of it could be read; so it is where messages wait at a cut, close to each other.
 */
export function messageNames(
  flights: readonly Flight[],
  { layout, line, texts, clients = [], labelled }: Ground,
  now: number,
  textOf: (flight: Flight) => string,
): readonly MessageName[] {
  const shapes = flights.map((flight) => flightPoint(flight, now));
  const taken: Box[] = [
    ...takenBy(layout, labelled),
    ...alongLine(line),
    ...texts.map(({ text, at }) => boxAround(at, { width: textWidth(text, NAME_FONT), height: HEIGHT })),
    ...clients.map((at) => clientBox(at)),
    ...shapes.map((at, index) => shapeBox(at, (flights[index]?.count ?? 1) > 1)),
  ];
  const named = new Set<string>();
  return flights.flatMap((flight, index): readonly MessageName[] => {
    const text = textOf(flight);
    const size = { width: textWidth(text, NAME_FONT), height: HEIGHT };
    const from = shapes[index] ?? layout.centre;
    let best = from;
    let least = Infinity;
    let covers = 0;
    for (const at of places(from, size.width)) {
      const box = boxAround(at, size);
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside(box, layout);
      const cost = covered + AWAY * distance(at, from);
      if (cost < least) [best, least, covers] = [at, cost, covered];
    }
    const share = covers / (size.width * size.height);
    const hasRoom = share <= COVERED_MAX && flights.length <= MANY;
    const isCrowd = flights.length > CROWD;
    if (named.has(text) && !hasRoom && (flight.heldAt !== null || isCrowd)) return [];
    const comes = flights.slice(index + 1).some((other) => textOf(other) === text);
    if (isCrowd && share > (comes ? COVERED_MAX : ONLY_COVERED_MAX)) return [];
    named.add(text);
    taken.push(boxAround(best, size));
    return [{ key: flight.key, text, at: { x: best.x, y: best.y + BASELINE } }];
  });
}

function shapeBox(at: Point, isCounted: boolean): Box {
  const box = boxAround(at, { width: SHAPE, height: SHAPE });
  return isCounted ? { ...box, right: box.right + COUNT } : box;
}

function alongLine(line: CutLine | null): readonly Box[] {
  if (line === null) return [];
  const count = Math.ceil(distance(line.a, line.b) / LINE);
  return Array.from({ length: count + 1 }, (_, index) =>
    boxAround(mix(line.a, line.b, index / count), { width: LINE, height: LINE }),
  );
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

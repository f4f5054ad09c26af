/**
 * Where messages wait at cuts: before the line or the mark on their link, each on its own way and, where ways come close
 * to each other, one behind the other. A function of the cuts alone, so that nothing moves when another message comes.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import type { CutLine, PairLink } from './cuts.ts';
import { ASIDE, CLEAR, SHAPE_RADIUS, type Waiting, wayKey } from './flights.ts';
import { type Point, type Segment, crossing, distance, mix, trimmed } from './geometry.ts';
import { type Place, type StageLayout, placeOf } from './layout.ts';
import { type Box, cover, discOf, overlap } from './obstacles.ts';

/** Between a cut and the edge of a shape, in pixels. */
const BEFORE = 8;
/** Flatter than this no way is taken to meet a line. */
const SINE_MIN = 0.35;
/** How far a message may wait behind its place, and in which steps, in pixels. */
const BEHIND_MAX = 96;
const STEP = 6;
/** What a pixel behind it costs, in covered pixels. */
const AWAY = 3;
/** With more ways that are cut, nothing keeps shapes apart. */
const WAYS_MAX = 100;
/** The nearest to where its way begins, as a share of it. */
const SHARE_MIN = 0.02;
/** What a count takes right of a shape and below it, in radii of that. */
const COUNT = { right: 1.5, below: 0.5 };

interface Way {
  readonly from: Sid;
  readonly to: Sid;
  readonly path: Segment;
  /** Pixels of the path before the cut. */
  readonly before: number;
}

/** For each way that is cut. `line`: where it is one for all; null where every link has its own mark. */
export function waitingAt(layout: StageLayout, pairs: readonly PairLink[], line: CutLine | null): Waiting {
  const ways = pairs.flatMap((pair) => waysOf(layout, pair, line));
  const radius = SHAPE_RADIUS[layout.scale];
  const discs = layout.places.map(discOf);
  const taken: Box[] = [];
  const waiting = new Map<string, { readonly share: number; readonly at: Point; readonly path: Segment }>();
  // Who has least room to wait in comes first.
  for (const { from, to, path, before } of ways.toSorted((a, b) => a.before - b.before)) {
    const whole = distance(path.a, path.b) || 1;
    const shareOf = (behind: number) => Math.max(SHARE_MIN, (before - behind) / whole);
    let best = shareOf(0);
    let least = Infinity;
    const room = ways.length > WAYS_MAX ? 0 : Math.min(BEHIND_MAX, before);
    for (let behind = 0; behind <= Math.max(0, room) && least > AWAY * behind; behind += STEP) {
      const box = waitingBox(mix(path.a, path.b, shareOf(behind)), radius);
      let cost = AWAY * behind;
      for (const other of taken) cost += overlap(box, other);
      for (const disc of discs) cost += cover(box, disc);
      if (cost < least) [best, least] = [shareOf(behind), cost];
    }
    const at = mix(path.a, path.b, best);
    taken.push(waitingBox(at, radius));
    waiting.set(wayKey(from, to), { share: best, at, path });
  }
  return waiting;
}

/** What a message that waits covers, with its count. */
export function waitingBox({ x, y }: Point, radius: number): Box {
  return {
    left: x - 1.2 * radius,
    top: y - 1.2 * radius,
    right: x + (1.2 + COUNT.right) * radius,
    bottom: y + (1.2 + COUNT.below) * radius,
  };
}

function waysOf(layout: StageLayout, { a, b, cut }: PairLink, line: CutLine | null): readonly Way[] {
  const [one, other] = [placeOf(layout, a), placeOf(layout, b)];
  if (cut === 'none' || one === null || other === null) return [];
  return [
    ...(cut === 'bToA' ? [] : [wayOf(layout, one, other, line)]),
    ...(cut === 'aToB' ? [] : [wayOf(layout, other, one, line)]),
  ];
}

function wayOf({ scale }: StageLayout, from: Place, to: Place, line: CutLine | null): Way {
  const clear = CLEAR[scale];
  const path = trimmed(from.at, to.at, { from: from.radius + clear, to: to.radius + clear, aside: ASIDE[scale] });
  const off = 1.2 * SHAPE_RADIUS[scale] + BEFORE;
  const whole = distance(path.a, path.b);
  if (line === null) return { from: from.sid, to: to.sid, path, before: whole / 2 - off };
  // Beyond the ends of what is drawn of a way as well: it may lie before the ring of either.
  const met = crossing({ a: from.at, b: to.at }, line) ?? 0.5;
  const share = crossing(path, line);
  const before = share === null ? met * distance(from.at, to.at) - from.radius - clear : share * whole;
  return { from: from.sid, to: to.sid, path, before: before - off / slant(path, line) };
}

/** The sine of the angle between two lines. What they leave between them where they are all but parallel no way is long enough for. */
function slant(one: Segment, other: Segment): number {
  const [ax, ay] = [one.b.x - one.a.x, one.b.y - one.a.y];
  const [bx, by] = [other.b.x - other.a.x, other.b.y - other.a.y];
  return Math.max(SINE_MIN, Math.abs(ax * by - ay * bx) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1));
}

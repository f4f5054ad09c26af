/** Cut links as people see them: one line between two sides where the cuts make two, else a mark on each link. */
import type { LinkFacts, ServerFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type Segment, crossing, mix, trimmed } from './geometry.ts';
import { type Place, type StageLayout, onRing, placeOf } from './layout.ts';

/** The cut state of the two directions between a pair of servers, `a` having the smaller sid. */
export interface PairLink {
  readonly a: Sid;
  readonly b: Sid;
  readonly cut: 'none' | 'both' | 'aToB' | 'bToA';
  /** A connection of either port stands. */
  readonly open: boolean;
}

export interface CutLine extends Segment {
  /** The two sides, each in sid order; the one with the smaller first sid first. */
  readonly sides: readonly [readonly Sid[], readonly Sid[]];
}

export function pairLinks(servers: readonly ServerFacts[], links: readonly LinkFacts[]): readonly PairLink[] {
  const byEnds = new Map(links.map((link) => [`${link.from}>${link.to}`, link]));
  const pairs: PairLink[] = [];
  servers.forEach((a, index) => {
    for (const b of servers.slice(index + 1)) {
      const forth = byEnds.get(`${a.node}>${b.node}`);
      const back = byEnds.get(`${b.node}>${a.node}`);
      const [cutForth, cutBack] = [forth?.cut === true, back?.cut === true];
      pairs.push({
        a: a.sid,
        b: b.sid,
        cut: cutForth ? (cutBack ? 'both' : 'aToB') : cutBack ? 'bToA' : 'none',
        open: [forth, back].some((link) => link !== undefined && (link.election || link.quorum)),
      });
    }
  });
  return pairs;
}

/** Of the same servers. */
export function samePairs(before: readonly PairLink[], after: readonly PairLink[]): boolean {
  return (
    before.length === after.length &&
    after.every((pair, index) => {
      const other = before[index];
      return pair.a === other?.a && pair.b === other.b && pair.cut === other.cut && pair.open === other.open;
    })
  );
}

/** Servers that can still reach each other both ways, directly or through others; each group in sid order. */
export function islands(sids: readonly Sid[], pairs: readonly PairLink[]): readonly (readonly Sid[])[] {
  const left = new Set(sids);
  const groups: Sid[][] = [];
  for (const sid of sids) {
    if (!left.delete(sid)) continue;
    const group = [sid];
    for (const member of group) {
      for (const pair of pairs) {
        if (pair.cut !== 'none') continue;
        const other = pair.a === member ? pair.b : pair.b === member ? pair.a : null;
        if (other !== null && left.delete(other)) group.push(other);
      }
    }
    groups.push(group.toSorted((x, y) => x - y));
  }
  return groups;
}

/** The one line that says it all, or null when the cuts are no clean split in two neighbouring sides. */
export function cutLine(layout: StageLayout, pairs: readonly PairLink[]): CutLine | null {
  const sids = layout.places.map((place) => place.sid);
  const groups = islands(sids, pairs);
  const [one, two] = groups;
  if (groups.length !== 2 || one === undefined || two === undefined) return null;
  const isClean = pairs.every((pair) => (pair.cut === 'both') === (one.includes(pair.a) !== one.includes(pair.b)));
  if (!isClean) return null;
  // Going round the ring, the side must change exactly twice: through those two gaps the line goes.
  const gaps = layout.places.flatMap((place, index) => {
    const next = layout.places[(index + 1) % layout.places.length] as Place;
    if (one.includes(place.sid) === one.includes(next.sid)) return [];
    const turn = 2 * Math.PI;
    return [place.angle + ((((next.angle - place.angle) % turn) + turn) % turn) / 2];
  });
  const [first, second] = gaps;
  if (gaps.length !== 2 || first === undefined || second === undefined) return null;
  const reach = layout.ring * 0.2;
  const clamp = (p: { x: number; y: number }) => ({
    x: Math.max(20, Math.min(layout.width - 20, p.x)),
    y: Math.max(layout.scale === 'lab' ? 60 : 20, Math.min(layout.height - 16, p.y)),
  });
  return {
    a: clamp(onRing(layout, reach, first)),
    b: clamp(onRing(layout, reach, second)),
    sides: [one, two],
  };
}

/** Where along the way from one server to the other the cut stands, from 0 to 1. */
export function cutShare(layout: StageLayout, line: CutLine | null, from: Sid, to: Sid): number {
  const [a, b] = [placeOf(layout, from), placeOf(layout, to)];
  if (line === null || a === null || b === null) return 0.5;
  return crossing({ a: a.at, b: b.at }, line) ?? 0.5;
}

/** The two short strokes across a link that is cut on its own. */
export function cutMark(a: Place, b: Place): readonly [Segment, Segment] {
  const middle = trimmed(a.at, b.at, { from: a.radius, to: b.radius });
  const [dx, dy] = [middle.b.x - middle.a.x, middle.b.y - middle.a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(-dy / length) * 9, (dx / length) * 9];
  const strokeAt = (share: number): Segment => {
    const at = mix(middle.a, middle.b, share);
    return { a: { x: at.x - nx, y: at.y - ny }, b: { x: at.x + nx, y: at.y + ny } };
  };
  return [strokeAt(0.5 - 3 / 100), strokeAt(0.5 + 3 / 100)];
}

/** Cut links as people see them: one line between two sides where the cuts make two, else a mark on each link. */
import type { LinkFacts, ServerFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type Segment, mix, trimmed } from './geometry.ts';
import type { Place } from './layout.ts';

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

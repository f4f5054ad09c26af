/** What cuts make of a cluster: the parts that are left of it, and the one line between two of them. */
import type { Sid } from '../../zookeeper/ids.ts';
import type { CutLine, PairLink } from './cuts.ts';
import { type Place, type StageLayout, onRing } from './layout.ts';

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

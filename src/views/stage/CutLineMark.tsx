/** A clean split: two ink lines with the links knocked out between them, and what each side can still do. */
import { memo } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { QuorumVerifier } from '../../zookeeper/config/ensemble.ts';
import { isQuorum, isVoter } from '../../zookeeper/election/quorum-verifier.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { CutLine } from './cuts.ts';
import { type Point, type Segment, distance, linePath, trimmed } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import styles from './CutLineMark.module.css';

interface CutLineMarkProps {
  readonly line: CutLine;
  readonly layout: StageLayout;
  readonly verifier: QuorumVerifier;
  readonly words: Catalogue;
}

export const CutLineMark = memo(function CutLineMark({ line, layout, verifier, words }: CutLineMarkProps) {
  // The words stand at the end that is farther from any server.
  const [low, top] = line.a.y > line.b.y ? [line.a, line.b] : [line.b, line.a];
  const room = (end: Point) => Math.min(...layout.places.map((place) => distance(end, place.at)));
  const isTop = room(top) > room(low);
  const end = isTop ? top : low;
  return (
    <g aria-hidden="true" className={styles.cut}>
      <DoubleLine stroke={line} />
      {layout.scale === 'lab' &&
        line.sides.map((side) => {
          const count = side.filter((sid) => isVoter(verifier, sid)).length;
          const all = verifier.voters.length;
          const text = isQuorum(verifier, side)
            ? words.belief.sideCan(count, all)
            : words.belief.sideCannot(count, all);
          const isLeft = isLeftOf(low, top, middleOf(layout, side));
          return (
            <text
              key={side.join(' ')}
              className={styles.words}
              textAnchor={isLeft ? 'end' : 'start'}
              x={end.x + (isLeft ? -14 : 14)}
              y={end.y + (isTop ? 2 : 8)}
            >
              {text}
            </text>
          );
        })}
    </g>
  );
});

export function DoubleLine({ stroke }: { readonly stroke: Segment }) {
  return (
    <>
      <path className={styles.gap} d={linePath(stroke)} />
      {[4, -4].map((aside) => (
        <path
          key={aside}
          className={styles.line}
          d={linePath(trimmed(stroke.a, stroke.b, { from: 0, to: 0, aside }))}
        />
      ))}
      {[stroke.a, stroke.b].map((end) => (
        <circle key={`${end.x} ${end.y}`} className={styles.handle} cx={end.x} cy={end.y} r={6} />
      ))}
    </>
  );
}

function middleOf(layout: StageLayout, side: readonly Sid[]): Point {
  const places = layout.places.filter((place) => side.includes(place.sid));
  const sum = places.reduce((total, { at }) => ({ x: total.x + at.x, y: total.y + at.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, places.length), y: sum.y / Math.max(1, places.length) };
}

/** Whether a point lies to the left when looking from the low end up to the top one. */
function isLeftOf(low: { x: number; y: number }, top: Point, p: Point): boolean {
  return (top.x - low.x) * (p.y - low.y) - (top.y - low.y) * (p.x - low.x) < 0;
}

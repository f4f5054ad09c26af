/** The links between servers: plain, dotted when cut, with a mark where only one of them is. */
import { memo } from 'react';
import { type CutLine, type PairLink, cutMark } from './cuts.ts';
import { linePath, mix, trimmed } from './geometry.ts';
import { type StageLayout, placeOf } from './layout.ts';
import styles from './StageLinks.module.css';

interface StageLinksProps {
  readonly layout: StageLayout;
  readonly pairs: readonly PairLink[];
  readonly line: CutLine | null;
}

export const StageLinks = memo(function StageLinks({ layout, pairs, line }: StageLinksProps) {
  return (
    <g aria-hidden="true">
      {pairs.map((pair) => {
        const [a, b] = [placeOf(layout, pair.a), placeOf(layout, pair.b)];
        if (a === null || b === null) return null;
        const way = trimmed(a.at, b.at, { from: a.radius + 4, to: b.radius + 4 });
        const key = `${pair.a}-${pair.b}`;
        if (pair.cut === 'none')
          return <path key={key} className={styles.link} data-open={pair.open} d={linePath(way)} />;
        if (pair.cut === 'both' && line !== null) return <path key={key} className={styles.cut} d={linePath(way)} />;
        const middle = mix(way.a, way.b, 0.5);
        return (
          <g key={key}>
            <path
              className={pair.cut === 'bToA' ? styles.link : styles.cut}
              data-open={pair.open}
              d={linePath({ a: way.a, b: middle })}
            />
            <path
              className={pair.cut === 'aToB' ? styles.link : styles.cut}
              data-open={pair.open}
              d={linePath({ a: middle, b: way.b })}
            />
            {cutMark(a, b).map((stroke) => (
              <path key={stroke.a.x} className={styles.mark} d={linePath(stroke)} />
            ))}
          </g>
        );
      })}
    </g>
  );
});

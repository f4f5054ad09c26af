/** On the stage, what the open answer speaks of: the servers where something happened, and the ways it came. */
import type { StageFacts } from '../../sim/facts.ts';
import { useLit } from '../why/use-answer.ts';
import { CLEAR, endsOf } from './flights.ts';
import { linePath, trimmed } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import styles from './LitPath.module.css';

interface LitPathProps {
  readonly facts: StageFacts;
  readonly layout: StageLayout;
}

export function LitPath({ facts, layout }: LitPathProps) {
  const lit = useLit();
  if (lit === null) return null;
  const ends = endsOf(facts, layout);
  const clear = CLEAR[layout.scale];
  return (
    <g className={styles.lit} data-part="lit-path" aria-hidden="true">
      {[...lit.nodes].map((node) => {
        const end = ends.get(node);
        return end === undefined || end.radius === 0 ? null : (
          <circle key={node} className={styles.halo} cx={end.at.x} cy={end.at.y} r={end.radius + 4} />
        );
      })}
      {lit.ways.map(({ from, to }) => {
        const [a, b] = [ends.get(from), ends.get(to)];
        if (a === undefined || b === undefined) return null;
        const way = trimmed(a.at, b.at, {
          from: a.radius + clear - 8,
          to: b.radius + clear - 2,
          aside: layout.scale === 'first' ? 0 : 5,
        });
        const angle = (Math.atan2(way.b.y - way.a.y, way.b.x - way.a.x) * 180) / Math.PI;
        return (
          <g key={`${from} ${to}`}>
            <path className={styles.halo} d={linePath(way)} />
            <path className={styles.line} d={linePath(way)} />
            <path
              className={styles.head}
              d="M8 0-3 4.5v-9z"
              transform={`translate(${way.b.x} ${way.b.y}) rotate(${angle})`}
            />
          </g>
        );
      })}
    </g>
  );
}

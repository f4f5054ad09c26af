/** What has just arrived: an accent arrow along the whole link. */
import type { StageFacts } from '../../sim/facts.ts';
import { linePath, trimmed } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import { CLEAR, endsOf } from './flights.ts';
import styles from './Arrival.module.css';

interface ArrivalProps {
  readonly facts: StageFacts;
  readonly layout: StageLayout;
  readonly from: number;
  readonly to: number;
  readonly isPing: boolean;
}

export function Arrival({ facts, layout, from, to, isPing }: ArrivalProps) {
  const ends = endsOf(facts, layout);
  const [a, b] = [ends.get(from), ends.get(to)];
  if (a === undefined || b === undefined) return null;
  const way = trimmed(a.at, b.at, {
    from: a.radius + CLEAR[layout.scale] - 6,
    to: b.radius + CLEAR[layout.scale] + 4,
    aside: { first: 0, lecture: 8, lab: 5, phone: 5 }[layout.scale],
  });
  const angle = (Math.atan2(way.b.y - way.a.y, way.b.x - way.a.x) * 180) / Math.PI;
  return (
    <g className={styles.arrival} data-quiet={isPing} aria-hidden="true">
      <path className={styles.line} d={linePath(way)} />
      <path className={styles.head} d="M9 0-3 5v-10z" transform={`translate(${way.b.x} ${way.b.y}) rotate(${angle})`} />
    </g>
  );
}

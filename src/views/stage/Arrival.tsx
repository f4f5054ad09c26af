/** What has just arrived: an accent arrow along the whole link. */
import type { StageFacts } from '../../sim/facts.ts';
import { arrivalWay } from './arrival-way.ts';
import { type Segment, linePath, round } from './geometry.ts';
import type { StageLayout } from './layout.ts';
import styles from './Arrival.module.css';

interface ArrivalProps {
  readonly facts: StageFacts;
  readonly layout: StageLayout;
  readonly from: number;
  readonly to: number;
  readonly isPing: boolean;
}

export function Arrival({ facts, layout, from, to, isPing }: ArrivalProps) {
  const way = arrivalWay(facts, layout, from, to);
  if (way === null) return null;
  return (
    <g className={styles.arrival} data-quiet={isPing} aria-hidden="true">
      <path className={styles.line} d={linePath(way)} />
      <path className={styles.head} d={headPath(way)} />
    </g>
  );
}

/** Nine pixels beyond the end and three back. No transform: a new one would have the browser list all its layers anew. */
function headPath({ a, b }: Segment): string {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const [along, across] = [Math.cos(angle), Math.sin(angle)];
  const at = (forth: number, aside: number): string =>
    `${round(b.x + forth * along - aside * across)} ${round(b.y + forth * across + aside * along)}`;
  return `M${at(9, 0)}L${at(-3, 5)}L${at(-3, -5)}Z`;
}

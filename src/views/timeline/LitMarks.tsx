/** On the timeline, a diamond for every event of the open answer, in its server's row; what was done to all, on top. */
import type { ServerFacts } from '../../sim/facts.ts';
import { useLit } from '../why/use-answer.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import styles from './LitMarks.module.css';

interface LitMarksProps {
  readonly layout: TimelineLayout;
  readonly servers: readonly ServerFacts[];
}

/** Rises above the strips' heights, and stays inside their pitch. */
const ABOVE_BASE = 5;

export function LitMarks({ layout, servers }: LitMarksProps) {
  const lit = useLit();
  if (lit === null) return null;
  return (
    <g data-part="lit-marks">
      {lit.events.map(({ index, at, node }) => {
        const row = layout.rows[servers.findIndex((one) => one.node === node)];
        const y = row === undefined ? layout.faultsY + ABOVE_BASE : row - ABOVE_BASE * layout.scale;
        return (
          <path
            key={index}
            className={styles.mark}
            d="M0-5 5 0 0 5-5 0z"
            transform={`translate(${xAt(layout, at)} ${y})`}
          />
        );
      })}
    </g>
  );
}

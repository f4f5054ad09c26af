/** Election, discovery, sync, broadcast: four segments below a server, of rising width, filled as far as it has come. */
import { memo } from 'react';
import type { ZabState } from '../../zookeeper/packets.ts';
import { arcPath } from './geometry.ts';
import styles from './PhaseArc.module.css';

export const PHASES: readonly ZabState[] = ['ELECTION', 'DISCOVERY', 'SYNCHRONIZATION', 'BROADCAST'];
const DEGREE = Math.PI / 180;

interface PhaseArcProps {
  readonly radius: number;
  readonly phase: ZabState | null;
  readonly scale: number;
}

export const PhaseArc = memo(function PhaseArc({ radius, phase, scale }: PhaseArcProps) {
  const now = phase === null ? -1 : PHASES.indexOf(phase);
  return (
    <g className={styles.arc}>
      {PHASES.map((name, index) => {
        // From the lower left to the lower right, so that time runs as it is read.
        const from = (234 - index * 27) * DEGREE;
        const width = (2 + index + (index === now ? 1 : 0)) * (scale > 1.3 ? 1.5 : 1);
        return (
          <path
            key={name}
            d={arcPath(radius, from - 23 * DEGREE, from)}
            data-phase={index === now ? name : index < now ? 'done' : 'next'}
            strokeWidth={width}
          />
        );
      })}
    </g>
  );
});

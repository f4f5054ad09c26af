/** Above the strips: faults as hatched intervals with their names, writes as client squares. */
import { memo } from 'react';
import { useLabWords } from '../lab-words.ts';
import { namedFaults } from './fault-names.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import type { FaultSpan } from './strips.ts';
import styles from './FaultMarks.module.css';

interface FaultMarksProps {
  readonly layout: TimelineLayout;
  readonly faults: readonly FaultSpan[];
  readonly writes: readonly number[];
}

export const FaultMarks = memo(function FaultMarks({ layout, faults, writes }: FaultMarksProps) {
  const words = useLabWords();
  const y = layout.faultsY;
  return (
    <g>
      {namedFaults(layout, faults, writes, words).map(({ fault, from, to, text }) => (
        <g key={`${fault.kind} ${fault.from} ${fault.to} ${fault.sids.join(' ')}`}>
          <rect
            className={styles.fault}
            x={from}
            y={y}
            width={Math.max(3, to - from)}
            height={11}
            fill="url(#hatch-cut)"
          />
          {text !== null && text.x < to && (
            <rect className={styles.ground} x={text.x - 3} y={y + 1} width={text.width} height={9} />
          )}
          {text !== null && (
            <text className={styles.name} x={text.x} y={y + 9.5}>
              {text.name}
            </text>
          )}
        </g>
      ))}
      {writes.map((at, index) => (
        <rect
          key={`${at} ${writes.indexOf(at) === index ? '' : index}`}
          className={styles.write}
          data-family="client"
          x={xAt(layout, at) - 3}
          y={y + 2.5}
          width={6}
          height={6}
        />
      ))}
    </g>
  );
});

/** Above the strips: faults as hatched intervals with their names, writes as client squares. */
import { memo } from 'react';
import { useLabWords } from '../lab-words.ts';
import { namedFaults } from './fault-names.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import { otherFaults } from './other-faults.ts';
import type { FaultSpan, Turn } from './strips.ts';
import styles from './FaultMarks.module.css';

/** Behind a name: the hatch, and among the names of times every one that it would touch, as a whole. */
function Ground({ layout, text }: { readonly layout: TimelineLayout; readonly text: { x: number; width: number } }) {
  if (layout.type <= 11) {
    return <rect className={styles.ground} x={text.x - 3} y={layout.faultsY + 1} width={text.width} height={9} />;
  }
  const touched = layout.ticks
    .map((tick) => xAt(layout, tick))
    .filter((x) => x > text.x - TICK_HALF && x < text.x + text.width + TICK_HALF);
  const from = Math.min(text.x - 3, ...touched.map((x) => x - TICK_HALF));
  const until = Math.max(text.x + text.width, ...touched.map((x) => x + TICK_HALF));
  return <rect className={styles.ground} x={from} y={2} width={until - from} height={layout.axis - 3} />;
}

/** Of the name of a time in large letters, and the space beside it. */
const TICK_HALF = 24;

function isLow(fault: ReturnType<typeof namedFaults>[number]['fault']): boolean {
  return 'actions' in fault && fault.kind !== 'once';
}

interface FaultMarksProps {
  readonly layout: TimelineLayout;
  readonly faults: readonly FaultSpan[];
  readonly writes: readonly number[];
  /** What happened to disks, clocks, links and single messages is read off its turning points. */
  readonly turns: readonly Turn[];
}

export const FaultMarks = memo(function FaultMarks({ layout, faults, writes, turns }: FaultMarksProps) {
  const words = useLabWords();
  const y = layout.faultsY;
  // Large, they lie behind the strips, and their names among those of times.
  const isLarge = layout.type > 11;
  const height = isLarge ? layout.branchesY - y : 11;
  const nameY = isLarge ? layout.axis - 5 : y + 9.5;
  return (
    <g>
      {namedFaults(layout, [...faults, ...otherFaults(turns)], writes, words).map(({ fault, from, to, text }) => (
        <g
          key={`${fault.kind} ${fault.from} ${fault.to} ${'actions' in fault ? JSON.stringify(fault.actions) : fault.sids.join(' ')}`}
          data-fault={fault.kind}
        >
          <rect
            className={styles.fault}
            x={from}
            // What goes on beside all else lies low, and covers nobody's name.
            y={isLow(fault) ? y + 8 : y}
            width={Math.max(3, to - from)}
            height={isLow(fault) ? 3 : height}
            fill="url(#hatch-cut)"
          />
          {text !== null && (isLarge || text.x < to) && <Ground layout={layout} text={text} />}
          {text !== null && (
            <text className={styles.name} x={text.x} y={nameY}>
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

/** Above the strips: faults as hatched intervals with their names, writes as client squares. */
import { memo } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import type { FaultSpan } from './strips.ts';
import styles from './FaultMarks.module.css';

interface FaultMarksProps {
  readonly layout: TimelineLayout;
  readonly faults: readonly FaultSpan[];
  readonly writes: readonly number[];
  readonly words: Catalogue;
}

export const FaultMarks = memo(function FaultMarks({ layout, faults, writes, words }: FaultMarksProps) {
  const y = layout.faultsY;
  // A name is written where it fits before what comes next.
  const starts = [...faults.map((fault) => xAt(layout, fault.from)), ...writes.map((at) => xAt(layout, at))];
  return (
    <g>
      {faults.map((fault) => {
        const from = xAt(layout, fault.from);
        const to = fault.to === null ? layout.right : xAt(layout, fault.to);
        const name = nameOf(fault, words);
        const textWidth = name.length * 6.2 + 10;
        const after = Math.min(layout.right, ...starts.filter((x) => x > from + 1));
        const inside = Math.min(to, after) - from > textWidth + 8;
        const fits = inside || (to < after && after - to > textWidth);
        return (
          <g key={`${fault.kind} ${fault.from} ${fault.sids.join(' ')}`}>
            <rect
              className={styles.fault}
              x={from}
              y={y}
              width={Math.max(3, to - from)}
              height={11}
              fill="url(#hatch-cut)"
            />
            {inside && <rect className={styles.ground} x={from + 4} y={y + 1} width={textWidth - 4} height={9} />}
            {fits && (
              <text className={styles.name} x={inside ? from + 7 : to + 5} y={y + 9.5}>
                {name}
              </text>
            )}
          </g>
        );
      })}
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

function nameOf({ kind, sids, groups }: FaultSpan, { time, done, serverRow }: Catalogue): string {
  if (kind === 'down') return time.down(serverRow(sids));
  if (kind === 'frozen') return time.frozen(serverRow(sids));
  if (groups.length > 0) return done.partition(groups);
  const [from, to] = sids;
  return from === undefined || to === undefined ? time.cut : done.cut(from, to);
}

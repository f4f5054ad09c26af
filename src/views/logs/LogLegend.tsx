/** What the cells on show mean, drawn as in the logs; in as many lines as it takes. */
import type { LogCellState } from '../../sim/facts.ts';
import type { LabWords } from '../../locales/translation.ts';
import { LogCellMark } from './LogCellMark.tsx';
import { CommittedMark } from './CommittedMark.tsx';
import type { LegendItem } from './legend.ts';
import styles from './LogLegend.module.css';

interface LogLegendProps {
  readonly lines: readonly (readonly LegendItem[])[];
  readonly right: number | null;
  readonly lineHeight: number;
  readonly words: LabWords;
}

/** `right`: where the lines end; null lets them begin at the left. */
export function LogLegend({ lines, right, lineHeight, words }: LogLegendProps) {
  return lines.map((items, line) => {
    const left = right === null ? 16 : right - (items.at(-1)?.end ?? 0);
    return (
      <g
        key={items.map(({ what }) => what).join(' ')}
        aria-hidden="true"
        transform={`translate(${left} ${line * lineHeight})`}
      >
        {items.map(({ what, x }) => (
          <g key={what}>
            <Sign what={what} x={x} />
            <text className={styles.name} x={x + 22} y={21}>
              {what === 'committedMark' ? words.logs.committedMark : words.logs.states[what]}
            </text>
          </g>
        ))}
      </g>
    );
  });
}

function Sign({ what, x }: { readonly what: LogCellState | 'committedMark'; readonly x: number }) {
  if (what === 'committedMark') return <CommittedMark x={x} width={16} y={17} highest />;
  // A snapshot is drawn wider than its cell.
  const aside = what === 'snapshotted' ? 3 : 0;
  return <LogCellMark cell={{ state: what }} x={x + aside} y={11} width={16 - 2 * aside} height={12} />;
}

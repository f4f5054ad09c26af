/** The states of a log cell, drawn as in the logs. */
import type { Catalogue } from '../../locales/en.ts';
import type { LogCell } from '../../sim/facts.ts';
import { LogCellMark } from './LogCellMark.tsx';
import styles from './LogLegend.module.css';

const ORDER: readonly LogCell['state'][] = [
  'queued',
  'written',
  'flushed',
  'committed',
  'applied',
  'truncated',
  'snapshotted',
];

export function LogLegend({ right, words }: { readonly right: number; readonly words: Catalogue }) {
  const widths = ORDER.map((state) => 26 + words.logs.states[state].length * 6.6 + 12);
  const whole = widths.reduce((sum, width) => sum + width, -12);
  let x = right - whole;
  if (x < 150) return null;
  return (
    <g aria-hidden="true">
      {ORDER.map((state, index) => {
        const left = x;
        x += widths[index] ?? 0;
        return (
          <g key={state}>
            <LogCellMark cell={{ state, onDisk: true }} x={left} y={11} width={16} height={12} />
            <text className={styles.name} x={left + 21 + (state === 'snapshotted' ? 3 : 0)} y={21}>
              {words.logs.states[state]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

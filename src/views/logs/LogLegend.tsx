/** The states of a log cell, drawn as in the logs. */
import type { LabWords } from '../lab-words.ts';
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

const GAP = 14;

export function LogLegend({ right, words }: { readonly right: number; readonly words: LabWords }) {
  const items = placed(words);
  const whole = (items.at(-1)?.end ?? 0) - GAP;
  const left = right - whole;
  if (left < 140) return null;
  return (
    <g aria-hidden="true" transform={`translate(${left} 0)`}>
      {items.map(({ state, x }) => (
        <g key={state}>
          <LogCellMark cell={{ state, onDisk: true }} x={x} y={11} width={16} height={12} />
          <text className={styles.name} x={x + 21 + (state === 'snapshotted' ? 3 : 0)} y={21}>
            {words.logs.states[state]}
          </text>
        </g>
      ))}
    </g>
  );
}

function placed({ logs }: LabWords): readonly { state: LogCell['state']; x: number; end: number }[] {
  const items: { state: LogCell['state']; x: number; end: number }[] = [];
  for (const state of ORDER) {
    const x = items.at(-1)?.end ?? 0;
    items.push({ state, x, end: x + 22 + logs.states[state].length * 6.2 + GAP });
  }
  return items;
}

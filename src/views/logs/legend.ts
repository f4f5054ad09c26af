/** Which signs of the logs need a word now, and where the words stand. */
import type { LogCellState } from '../../sim/facts.ts';
import type { LabWords } from '../../locales/translation.ts';
import { textWidth } from '../stage/text-width.ts';
import type { LogsLayout } from './layout.ts';

export interface LegendItem {
  readonly what: LogCellState | 'committedMark';
  readonly x: number;
  readonly end: number;
}

const ORDER: readonly LogCellState[] = [
  'queued',
  'written',
  'flushed',
  'committed',
  'replayed',
  'applied',
  'snapshotted',
  'truncated',
  'replaced',
];

const SIGN = 22;
const GAP = 14;
const LETTERS = 12;

/** The signs on show, the fullest last, the mark of what is committed at the end. */
export function legendOf({ columns, rows }: Pick<LogsLayout, 'columns' | 'rows'>): readonly LegendItem['what'][] {
  const states = new Set(rows.flatMap((row) => row.cells.map(({ cell }) => cell.state)));
  const shown: LegendItem['what'][] = ORDER.filter((state) => states.has(state));
  return columns.some((column) => column.committed) ? [...shown, 'committedMark'] : shown;
}

/** In lines no wider than `width`. */
export function legendLines(
  items: readonly LegendItem['what'][],
  width: number,
  { logs }: LabWords,
): readonly (readonly LegendItem[])[] {
  const lines: LegendItem[][] = [];
  for (const what of items) {
    const text = what === 'committedMark' ? logs.committedMark : logs.states[what];
    const wide = SIGN + textWidth(text, LETTERS);
    const line = lines.at(-1);
    const x = (line?.at(-1)?.end ?? -GAP) + GAP;
    if (line === undefined || x + wide > width) lines.push([{ what, x: 0, end: wide }]);
    else line.push({ what, x, end: x + wide });
  }
  return lines;
}

/** How many messages arrived when, by family or by other groups: for a strip of the whole run. */
import { SORTS } from './arrows.ts';
import { FAMILIES, type Scene } from './layout.ts';
import type { Window } from './window.ts';

export interface Overview {
  readonly columns: number;
  /** By column and group. */
  readonly counts: Float64Array;
  readonly max: number;
}

export interface Groups {
  readonly count: number;
  /** Of an arrow. */
  readonly of: (i: number) => number;
}

function familiesOf({ sort }: Scene['arrows']): Groups {
  const families = SORTS.map(({ family }) => FAMILIES.indexOf(family));
  return { count: FAMILIES.length, of: (i) => families[sort[i] as number] as number };
}

export function countColumns(
  { arrows, axis }: Pick<Scene, 'arrows' | 'axis'>,
  { from, to }: Window,
  columns: number,
  { count, of }: Groups = familiesOf(arrows),
): Overview {
  const counts = new Float64Array(columns * count);
  const sums = new Float64Array(columns);
  const scale = columns / (to - from);
  const end = arrows.end[axis];
  let max = 1;
  for (let i = 0; i < arrows.count; i++) {
    const column = Math.floor(((end[i] as number) - from) * scale);
    if (column < 0 || column >= columns) continue;
    const cell = column * count + of(i);
    counts[cell] = (counts[cell] as number) + 1;
    const sum = (sums[column] as number) + 1;
    sums[column] = sum;
    if (sum > max) max = sum;
  }
  return { columns, counts, max };
}

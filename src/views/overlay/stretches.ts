/** How a server stands in both branches, slot by slot: where the two differ, its lane is parted. */
import type { Span } from '../timeline/strips.ts';
import type { Slots } from './slots.ts';

export type Standing = Pick<Span, 'phase' | 'leading'>;

/** A stretch in which it changes in neither branch; null where it is down. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: Standing | null;
  readonly second: Standing | null;
}

export function isSameStanding(one: Standing | null, other: Standing | null): boolean {
  return one?.phase === other?.phase && one?.leading === other?.leading;
}

/** `first`, `second`: its spans in each branch, in slots. */
export function stretchesOf(
  { parting, count }: Pick<Slots, 'parting' | 'count'>,
  first: readonly Span[],
  second: readonly Span[],
): readonly Stretch[] {
  const ends = new Set([parting]);
  for (const { from, to } of [...first, ...second]) ends.add(from).add(to ?? count);
  const sorted = [...ends].toSorted((a, b) => a - b);
  const at = (spans: readonly Span[], slot: number): Standing | null =>
    spans.findLast(({ from, to }) => from <= slot && slot < (to ?? count)) ?? null;
  const found: { from: number; to: number; first: Standing | null; second: Standing | null }[] = [];
  for (const [i, from] of sorted.entries()) {
    const to = sorted[i + 1];
    if (to === undefined) break;
    const one = at(first, from);
    // What came before is the same, though the order of the other branch may have moved a change of it.
    const other = from < parting ? one : at(second, from);
    const last = found.at(-1);
    if (last !== undefined && isSameStanding(last.first, one) && isSameStanding(last.second, other)) last.to = to;
    else found.push({ from, to, first: one, second: other });
  }
  return found;
}

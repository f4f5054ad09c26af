/** Which faults have their name written on the timeline, and where: no name lies over another, nor over a write. */
import type { LabWords } from '../../locales/translation.ts';
import { deedText } from '../story/action-text.ts';
import { textWidth } from '../stage/text-width.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import type { OtherFault } from './other-faults.ts';
import type { FaultSpan } from './strips.ts';

type Marked = FaultSpan | OtherFault;

export interface NamedFault {
  readonly fault: Marked;
  readonly from: number;
  readonly to: number;
  /** Null where there is no room. */
  readonly text: { readonly name: string; readonly x: number; readonly width: number } | null;
}

/** Between a name and whatever is beside it. */
const GAP = 7;

/** Servers that went down and came back together are one. */
export function namedFaults(
  layout: TimelineLayout,
  faults: readonly Marked[],
  writes: readonly number[],
  words: LabWords,
): readonly NamedFault[] {
  const spans = together(faults).toSorted((a, b) => a.from - b.from);
  const starts = [...spans.map((fault) => xAt(layout, fault.from)), ...writes.map((at) => xAt(layout, at) - 3)];
  let free = 0;
  return spans.map((fault): NamedFault => {
    const from = xAt(layout, fault.from);
    const to = fault.to === null ? layout.right : xAt(layout, fault.to);
    const name = nameOf(fault, words);
    const width = textWidth(name, layout.type);
    const after = Math.min(layout.right, ...starts.filter((x) => x > from + 1));
    const isInside = Math.min(to, after) - from > width + 2 * GAP;
    const x = isInside ? from + GAP : to + GAP;
    const fits = x >= free && (isInside || (to < after && after - x > width));
    if (fits) free = x + width + GAP;
    return { fault, from, to, text: fits ? { name, x, width } : null };
  });
}

function together(faults: readonly Marked[]): readonly Marked[] {
  const merged = new Map<string, Marked>();
  for (const fault of faults) {
    const isAlone = fault.kind === 'cut' || 'actions' in fault;
    const key = isAlone ? `alone ${merged.size}` : `${fault.kind} ${fault.from} ${fault.to}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? fault : { ...same, sids: [...same.sids, ...fault.sids] });
  }
  return [...merged.values()];
}

function nameOf(fault: Marked, words: LabWords): string {
  if ('actions' in fault) return deedText(fault.actions, words);
  const { kind, sids, groups } = fault;
  const { time, done, serverRow } = words;
  if (kind === 'down') return time.down(serverRow(sids));
  if (kind === 'frozen') return time.frozen(serverRow(sids));
  if (groups.length > 0) return done.partition(groups);
  const [from, to] = sids;
  return from === undefined || to === undefined ? time.cut : done.cut(from, to);
}

/** The lines of a label beside a server, broken where it has no room, and how far down each thing of it stands. */
import type { Belief } from './belief.ts';
import type { Place, StageScale } from './layout.ts';
import { wrapText } from './text-width.ts';

export interface LabelLines {
  readonly belief: readonly string[];
  readonly fact: readonly string[];
  /** Pixels from one baseline to the next. */
  readonly step: number;
  /** Baselines of the last line, and tops of the rows of chips, below the first baseline. */
  readonly last: number;
  readonly chipsY: number;
  readonly changedY: number;
  readonly timerY: number;
  /** How far down it reaches, without a timer and with one. */
  readonly bottom: number;
  readonly bottomOfTimer: number;
}

const CHIP = 20;
const GAP = 8;
/** Of letters below their line. */
const DESCENT = 4;
interface Font {
  readonly belief: number;
  readonly fact: number;
  readonly step: number;
  /** Of chips and timers. */
  readonly times: number;
}
const SMALL: Font = { belief: 13, fact: 12, step: 16, times: 1 };
export const FONT: Readonly<Record<StageScale, Font>> = {
  first: { belief: 16, fact: 14, step: 22, times: 1 },
  lab: SMALL,
  phone: SMALL,
  lecture: { belief: 20, fact: 18, step: 24, times: 1.5 },
};

export function labelLines(
  { line, fact }: Belief,
  has: { readonly chips: boolean; readonly changed: boolean },
  { label }: Place,
  scale: StageScale,
): LabelLines {
  const font = FONT[scale];
  const belief = wrapText(line, label.room, font.belief);
  const facts = scale === 'phone' || fact === '' ? [] : wrapText(fact, label.room, font.fact);
  const last = (belief.length + facts.length - 1) * font.step;
  const { times } = font;
  const chip = CHIP * times;
  const chipsY = last + GAP * times;
  const changedY = has.chips ? chipsY + chip + 5 : last + (scale === 'first' ? 16 : GAP * times);
  const hasRows = has.chips || has.changed;
  const timerY = (has.changed ? changedY : chipsY) + (hasRows ? chip + 18 * times : 8 * times);
  return {
    belief,
    fact: facts,
    step: font.step,
    last,
    chipsY,
    changedY,
    timerY,
    bottom: hasRows ? (has.changed ? changedY : chipsY) + chip : last + DESCENT,
    bottomOfTimer: timerY + DESCENT,
  };
}

/** What a label beside a server covers, as it is written at this moment. */
import { timerText } from './belief.ts';
import { FONT } from './label-lines.ts';
import type { Box } from './obstacles.ts';
import { textWidth } from './text-width.ts';
import { type Labelled, writtenLabel } from './written-label.ts';

/** A sentence of a wait: its letters, and the arc before it. */
const TIMER = { font: 12, arc: 16 };
/** A chip with what it was before. */
const CHIP = 96;

export function labelBoxOf(labelled: Labelled): Box {
  const { place, scale, now, words } = labelled;
  const { belief: letters, fact: small, step, times } = FONT[scale];
  const { lines, changed, timer, y, bottom } = writtenLabel(labelled);
  const { anchor, at, room } = place.label;
  const sentence = timer === null ? 0 : textWidth(timerText(timer, now, words), TIMER.font) + TIMER.arc;
  const width = Math.max(
    ...lines.belief.map((text) => textWidth(text, letters)),
    ...lines.fact.map((text) => textWidth(text, small)),
    Math.min(room, times * Math.max(sentence, changed === null ? 0 : CHIP)),
  );
  const left = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2;
  return { left, top: y - step + 4, right: left + width, bottom: y + bottom };
}

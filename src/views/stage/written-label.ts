/** What is written beside a server, and how far down each thing of it stands. */
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { type Belief, shownTimer } from './belief.ts';
import type { ServerChange } from './changes.ts';
import { changedChip, standingChips } from './label-chips.ts';
import { labelLines } from './label-lines.ts';
import type { Place, StageScale } from './layout.ts';

export interface Labelled {
  readonly server: ServerFacts;
  readonly place: Place;
  readonly scale: StageScale;
  readonly belief: Belief;
  readonly change: ServerChange | null;
  readonly voters: number;
  readonly now: number;
  readonly words: Catalogue;
  readonly zxidText: (zxid: Zxid) => string;
}

/** Room for the first line above its baseline. */
export const LINE = 14;
/** Of a chip, below the first baseline. */
const CHIP_ROOM = 28;

/** `y`: of its first baseline. */
export function writtenLabel({ server, place, scale, belief, change, voters, now, words, zxidText }: Labelled) {
  const { at, above, floor } = place.label;
  const chips = scale === 'lab' ? standingChips(server, change, zxidText) : [];
  const changed = changedChip(server, change, voters, words);
  // Where a phone has no room for both below the rings, what has changed stands in the place of what is believed.
  const isTight = scale === 'phone' && changed !== null && at.y + CHIP_ROOM > floor;
  const timer = scale === 'lab' || scale === 'lecture' ? shownTimer(server, now) : null;
  const line = scale === 'first' || scale === 'lecture' ? `${words.server(server.sid)} ${belief.line}` : belief.line;
  const lines = labelLines(
    { line: isTight ? '' : line, fact: belief.fact },
    { chips: chips.length > 0, changed: changed !== null && !isTight },
    place,
    scale,
  );
  const bottom = timer === null ? lines.bottom : lines.bottomOfTimer;
  const y = above ? Math.max(LINE, at.y - bottom) : Math.min(at.y, floor - bottom);
  return { chips, changed, isTight, timer, lines, y, bottom };
}

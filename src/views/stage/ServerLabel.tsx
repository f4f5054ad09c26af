/** Beside a server: what it believes, one fact, chips, and a wait that shrinks. */
import { memo } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { type Belief, shownTimer } from './belief.ts';
import type { ServerChange } from './changes.ts';
import { ChipRow, fittingChip } from './Chip.tsx';
import { changedChip, standingChips } from './label-chips.ts';
import { FONT, labelLines } from './label-lines.ts';
import type { Place, StageScale } from './layout.ts';
import { TimerArc } from './TimerArc.tsx';
import styles from './ServerLabel.module.css';

interface ServerLabelProps {
  readonly server: ServerFacts;
  readonly place: Place;
  readonly scale: StageScale;
  readonly belief: Belief;
  readonly change: ServerChange | null;
  readonly voters: number;
  readonly now: number;
  readonly dimmed: boolean;
  readonly words: Catalogue;
  readonly zxidText: (zxid: Zxid) => string;
}

/** Room for the first line above its baseline. */
const LINE = 14;
/** Of a chip, below the first baseline. */
const CHIP_ROOM = 28;

export const ServerLabel = memo(function ServerLabel(props: ServerLabelProps) {
  const { server, place, scale, belief, change, words } = props;
  const { anchor, at } = place.label;
  const chips = scale === 'lab' ? standingChips(server, change, props.zxidText) : [];
  const changed = changedChip(server, change, props.voters, words);
  // Where a phone has no room for both below the rings, what has changed stands in the place of what is believed.
  const isTight = scale === 'phone' && changed !== null && at.y + CHIP_ROOM > place.label.floor;
  const { times } = FONT[scale];
  const timer = scale === 'lab' || scale === 'lecture' ? shownTimer(server, props.now) : null;
  const line = scale === 'first' || scale === 'lecture' ? `${words.server(server.sid)} ${belief.line}` : belief.line;
  const lines = labelLines(
    { line: isTight ? '' : line, fact: belief.fact },
    { chips: chips.length > 0, changed: changed !== null && !isTight },
    place,
    scale,
  );
  const bottom = timer === null ? lines.bottom : lines.bottomOfTimer;
  const y = place.label.above ? Math.max(LINE, at.y - bottom) : Math.min(at.y, place.label.floor - bottom);
  return (
    <g
      className={styles.label}
      data-scale={scale}
      data-dim={props.dimmed}
      transform={`translate(${at.x} ${y})`}
      aria-hidden="true"
    >
      {[...lines.belief, ...lines.fact].map((text, index) => (
        <text
          key={`${index} ${text}`}
          className={index < lines.belief.length ? styles.belief : styles.fact}
          textAnchor={anchor}
          y={index * lines.step}
        >
          {text}
        </text>
      ))}
      <ChipRow chips={chips} anchor={anchor} y={lines.chipsY} />
      {changed !== null && (
        <g transform={`translate(0 ${isTight ? -LINE : lines.changedY}) scale(${times})`}>
          <ChipRow chips={[fittingChip(changed, place.label.room / times)]} anchor={anchor} y={0} />
        </g>
      )}
      {timer !== null && (
        <g transform={`translate(0 ${lines.timerY}) scale(${times})`}>
          <TimerArc timer={timer} anchor={anchor} room={place.label.room / times} words={words} />
        </g>
      )}
    </g>
  );
});

/** Beside a server: what it believes, one fact, chips, and a wait that shrinks. */
import { memo } from 'react';
import { ChipRow, fittingChip } from './Chip.tsx';
import { FONT } from './label-lines.ts';
import { TimerArc } from './TimerArc.tsx';
import { LINE, type Labelled, writtenLabel } from './written-label.ts';
import styles from './ServerLabel.module.css';

interface ServerLabelProps extends Labelled {
  readonly dimmed: boolean;
}

export const ServerLabel = memo(function ServerLabel(props: ServerLabelProps) {
  const { place, scale, words } = props;
  const { anchor, at } = place.label;
  const { chips, changed, isTight, timer, lines, y } = writtenLabel(props);
  const { times } = FONT[scale];
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

/** A small outlined value on the stage. What the last event changed has the accent, a flag and its old value beside it. */
import { shapePath } from './shapes.ts';
import styles from './Chip.module.css';

export interface ChipSpec {
  readonly key: string;
  readonly text: string;
  /** A zxid or a vote rather than words. */
  readonly mono?: boolean;
  readonly vote?: boolean;
  /** The old value, when the last event changed it. */
  readonly was?: string;
}

const HEIGHT = 20;
const GAP = 5;

export function chipWidth({ text, mono, vote }: ChipSpec): number {
  return Math.round(text.length * (mono === true ? 6.7 : 7) + 13 + (vote === true ? 14 : 0));
}

function wasWidth({ was, mono }: ChipSpec): number {
  return was === undefined ? 0 : Math.round(was.length * (mono === true ? 6.7 : 6.6) + 8);
}

/** Without the old value where both have no room: the accent and the flag say that it is another. */
export function fittingChip(chip: ChipSpec, room: number): ChipSpec {
  return chip.was !== undefined && wasWidth(chip) + chipWidth(chip) > room ? { ...chip, was: '' } : chip;
}

/** Chips side by side, beginning (or ending) at x = 0. */
export function ChipRow(props: {
  readonly chips: readonly ChipSpec[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly y: number;
}) {
  const widths = props.chips.map((chip) => wasWidth(chip) + chipWidth(chip));
  const whole = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  let x = props.anchor === 'start' ? 0 : props.anchor === 'end' ? -whole : -whole / 2;
  return props.chips.map((chip, index) => {
    const left = x;
    x += (widths[index] ?? 0) + GAP;
    return <Chip key={chip.key} chip={chip} x={left} y={props.y} />;
  });
}

function Chip({ chip, x, y }: { readonly chip: ChipSpec; readonly x: number; readonly y: number }) {
  const width = chipWidth(chip);
  const changed = chip.was !== undefined;
  const before = wasWidth(chip);
  return (
    <g transform={`translate(${x} ${y})`}>
      {changed && (
        <text className={styles.was} data-mono={chip.mono} data-plain="true" x={0} y={14}>
          {chip.was}
        </text>
      )}
      <g transform={`translate(${before} 0)`}>
        <rect
          className={changed ? styles.changed : styles.box}
          x={0.5}
          y={0.5}
          width={width - 1}
          height={HEIGHT - 1}
          rx={changed ? 0 : 4}
        />
        {changed && <path className={styles.flag} d="M0 0h7l-7 7z" />}
        {chip.vote === true && (
          <path
            className={styles.vote}
            data-family="election"
            transform="translate(11 10)"
            d={shapePath('election', 4.2)}
          />
        )}
        <text className={styles.text} data-mono={chip.mono} x={(width + (chip.vote === true ? 14 : 0)) / 2} y={14}>
          {chip.text}
        </text>
      </g>
    </g>
  );
}

/** Above the diagram: its axis, how much of it is on show, and where its events stand in words. */
import { Icon } from '../../widgets/Icon.tsx';
import { useLabWords } from '../lab-words.ts';
import { setOption, useOptions } from '../options.ts';
import type { Axis } from './arrows.ts';
import styles from './SpaceTimeTools.module.css';

const AXES: readonly Axis[] = ['folded', 'time', 'steps'];
const MOVES = ['zoomOut', 'zoomIn', 'fit', 'toPlayhead'] as const;
const PHONE_MOVES = ['fit', 'toPlayhead'] as const;
export type Move = (typeof MOVES)[number];

interface SpaceTimeToolsProps {
  /** Only what fingers cannot do. */
  readonly phone: boolean;
  readonly axis: Axis;
  readonly onAxis: (axis: Axis) => void;
  readonly onMove: (move: Move) => void;
}

export function SpaceTimeTools({ phone, axis, onAxis, onMove }: SpaceTimeToolsProps) {
  const { spaceTime, stage } = useLabWords();
  const pings = useOptions((options) => options.pings);
  return (
    <div className={styles.tools}>
      {!phone && (
        <label className={styles.switch}>
          <input type="checkbox" checked={pings} onChange={() => setOption({ pings: !pings })} />
          {stage.pings}
        </label>
      )}
      {!phone && (
        <div className={styles.group} role="group" aria-label={spaceTime.axis}>
          {AXES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === axis}
              title={spaceTime.axisHints[one]}
              onClick={() => onAxis(one)}
            >
              {spaceTime.axes[one]}
            </button>
          ))}
        </div>
      )}
      <div className={styles.group} role="group" aria-label={spaceTime.zoom}>
        {(phone ? PHONE_MOVES : MOVES).map((move) => (
          <button
            key={move}
            type="button"
            aria-label={spaceTime[move]}
            title={spaceTime[move]}
            onClick={() => onMove(move)}
          >
            <Icon name={move} />
          </button>
        ))}
      </div>
    </div>
  );
}

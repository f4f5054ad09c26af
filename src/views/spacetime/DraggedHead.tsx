/** An arrow whose head is being dragged along time: where it would be, and how much later or sooner that is. */
import type { MovedHead } from '../../app/moved-head.ts';
import { useActingWords } from '../acting/acting-words.ts';
import type { ArrowMark } from './layout.ts';
import styles from './DraggedHead.module.css';

interface DraggedHeadProps {
  readonly mark: ArrowMark;
  readonly moved: MovedHead;
  /** Where the head is now, in pixels. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

export function DraggedHead({ mark, moved, x, width, height }: DraggedHeadProps) {
  const { message } = useActingWords();
  const { a, b } = mark;
  const { by, at, stop } = moved;
  const says = by === 0 ? message.same : by > 0 ? message.later(by, at) : message.sooner(-by, at);
  const isRight = x > width / 2;
  return (
    <>
      <svg className={styles.dragged} width={width} height={height} data-family={mark.sort.family} aria-hidden="true">
        <path className={styles.way} d={`M${a.x} ${a.y}L${x} ${b.y}`} />
        <circle className={styles.head} cx={x} cy={b.y} r={6} />
      </svg>
      <p
        className={styles.says}
        role="status"
        style={{ top: b.y + 12, ...(isRight ? { right: width - x } : { left: x }) }}
      >
        {says}
        {stop !== null && <small>{message.stops[stop]}</small>}
      </p>
    </>
  );
}

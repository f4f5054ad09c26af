/** Above the columns of what a quorum has committed: a bar, and a tick where it ends. */
import styles from './CommittedMark.module.css';

interface CommittedMarkProps {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  /** Nothing later is committed. */
  readonly highest: boolean;
}

export function CommittedMark({ x, width, y, highest }: CommittedMarkProps) {
  return (
    <g className={styles.committed}>
      <path d={`M${x} ${y}h${width}`} />
      {highest && <path d={`M${x + width - 8} ${y - 5}l2.6 2.6 5-5.4`} />}
    </g>
  );
}

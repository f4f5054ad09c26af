/** One transaction in one log. The fuller, the safer; only open questions have an edge. */
import { assertUnreachable } from '../../base/assert.ts';
import type { LogCell, LogCellState } from '../../sim/facts.ts';
import styles from './LogCellMark.module.css';

interface LogCellMarkProps {
  readonly cell: Pick<LogCell, 'state'>;
  /** Marks it as committed by a quorum though its server does not say so: of a server that is down. */
  readonly committed?: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly changed?: boolean;
  readonly title?: string;
  /** What a lesson calls it. */
  readonly light?: string;
}

export function LogCellMark(props: LogCellMarkProps) {
  const { cell, x, y, width, height, committed = false, changed = false, title, light } = props;
  const inner = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 2 };
  return (
    <g transform={`translate(${x} ${y})`} data-state={cell.state} data-light={light}>
      {title !== undefined && <title>{title}</title>}
      {draw(cell.state, width, height, inner)}
      {committed && <path className={styles.tick} d={tick(width, height)} />}
      {changed && (
        <>
          <rect className={styles.changed} x={-1} y={-1} width={width + 2} height={height + 2} />
          <path className={styles.flag} d="M-2-2h7l-7 7z" />
        </>
      )}
    </g>
  );
}

function tick(width: number, height: number): string {
  return `M${width / 2 - 4} ${height / 2}l2.6 2.6 5-5.4`;
}

function draw(state: LogCellState, width: number, height: number, inner: object) {
  switch (state) {
    case 'queued':
      return <rect className={styles.queued} {...inner} />;
    case 'written':
      return <rect className={styles.edge} {...inner} />;
    case 'flushed':
      return (
        <>
          <rect className={styles.edge} {...inner} />
          <path className={styles.half} d={`M1 ${height / 2}h${width - 2}V${height - 1}H1z`} />
        </>
      );
    case 'committed':
      return (
        <>
          <rect className={styles.committed} {...inner} />
          <path className={styles.tick} d={tick(width, height)} />
        </>
      );
    case 'replayed':
      return <rect className={styles.replayed} {...inner} />;
    case 'applied':
      return (
        <>
          <rect className={styles.applied} width={width} height={height} />
          <path className={styles.lid} d={`M0 .5h${width}`} />
        </>
      );
    case 'snapshotted':
      return (
        <>
          <rect className={styles.applied} x={-3} width={width + 6} height={height} />
          <path className={styles.base} d={`M-3 ${height - 1}h${width + 6}`} />
        </>
      );
    case 'truncated':
      return (
        <>
          <rect className={styles.ghost} {...inner} />
          <path className={styles.strike} d={`M4 ${height - 3}L${width - 4} 3`} />
        </>
      );
    case 'replaced':
      return (
        <>
          <path className={styles.remains} d={`M1 ${height / 2}h${width - 2}V${height - 1}H1z`} />
          <rect className={styles.ghost} {...inner} />
          <path className={styles.strike} d={`M4 ${height - 3}L${width - 4} 3`} />
        </>
      );
    default:
      return assertUnreachable(state);
  }
}

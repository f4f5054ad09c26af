/** A clean split: two ink lines with the links knocked out between them. */
import { type Segment, linePath, trimmed } from './geometry.ts';
import styles from './CutLineMark.module.css';

export function CutLineMark({ line }: { readonly line: Segment }) {
  return (
    <g aria-hidden="true" className={styles.cut}>
      <DoubleLine stroke={line} />
    </g>
  );
}

export function DoubleLine({ stroke }: { readonly stroke: Segment }) {
  return (
    <>
      <path className={styles.gap} d={linePath(stroke)} />
      {[4, -4].map((aside) => (
        <path
          key={aside}
          className={styles.line}
          d={linePath(trimmed(stroke.a, stroke.b, { from: 0, to: 0, aside }))}
        />
      ))}
      {[stroke.a, stroke.b].map((end) => (
        <circle key={`${end.x} ${end.y}`} className={styles.handle} cx={end.x} cy={end.y} r={6} />
      ))}
    </>
  );
}

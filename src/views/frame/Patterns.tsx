/** The hatches that every drawing of the page uses. */
import styles from './Patterns.module.css';

export function Patterns() {
  return (
    <svg width="0" height="0" className={styles.hidden} aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.line} d="M0 0v6" />
        </pattern>
        <pattern id="hatch-cut" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path className={styles.cut} d="M0 0v8" />
        </pattern>
      </defs>
    </svg>
  );
}

/** The sign of the page: a quorum of three in a ring of five. */
import { useWords } from '../lab.ts';
import styles from './Brand.module.css';

export function Brand({ short = false }: { readonly short?: boolean }) {
  const words = useWords();
  return (
    <span className={styles.brand}>
      <svg width="20" height="20" viewBox="0 0 20 20" role="img" aria-label={words.name}>
        <path
          className={styles.got}
          d="M6.2 3.1A8 8 0 0 1 13.8 3.1M16.6 5.4A8 8 0 0 1 17.7 12.4M2.3 12.4A8 8 0 0 1 3.4 5.4"
        />
        <path className={styles.not} d="M15.9 15.4A8 8 0 0 1 10.9 18M9.1 18A8 8 0 0 1 4.1 15.4" />
        <circle className={styles.dot} cx="10" cy="10" r="2.5" />
      </svg>
      {!short && <span aria-hidden="true">{words.name}</span>}
    </span>
  );
}

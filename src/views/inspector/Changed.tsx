/** What the last event changed: accent outline, a flag in the corner, the old value struck beside it. */
import type { ReactNode } from 'react';
import styles from './Changed.module.css';

export function Changed({ was, children }: { readonly was: string | null; readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.changed}>{children}</span>
      {was !== null && was !== '' && <s className={styles.was}>{was}</s>}
    </>
  );
}

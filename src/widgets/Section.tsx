/** A part of a panel: a rule and a heading, never a box. */
import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly children: ReactNode;
  /** The content reaches the panel's edges. */
  readonly flush?: boolean;
  /** Takes the height that is left. */
  readonly grow?: boolean;
}

export function Section({ title, meta, children, flush = false, grow = false }: SectionProps) {
  return (
    <section className={styles.section} data-flush={flush} data-grow={grow}>
      <h2>
        <span>{title}</span>
        {meta !== undefined && <span className={styles.meta}>{meta}</span>}
      </h2>
      {children}
    </section>
  );
}

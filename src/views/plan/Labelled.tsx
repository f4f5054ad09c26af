/** A field of a form under its name. */
import type { ReactNode } from 'react';
import styles from './Form.module.css';

interface LabelledProps {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Labelled({ label, wide = false, children }: LabelledProps) {
  return (
    <label className={styles.field} data-wide={wide}>
      <span>{label}</span>
      {children}
    </label>
  );
}

/** The regions of a wide page, and the transport and timeline that every mode has at the same place. */
import type { ReactNode } from 'react';
import { Timeline } from '../timeline/Timeline.tsx';
import { Transport } from '../timeline/Transport.tsx';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly header: ReactNode;
  readonly story: ReactNode;
  readonly inspector: ReactNode;
  readonly unfolded: { readonly story: boolean; readonly inspector: boolean };
  /** What the transport says while it stands still. */
  readonly paused?: ReactNode;
  /** The stage. */
  readonly children: ReactNode;
}

export function PageFrame({ header, story, inspector, unfolded, paused, children }: PageFrameProps) {
  return (
    <div className={styles.page} data-story={unfolded.story} data-inspector={unfolded.inspector}>
      {header}
      {story}
      <main className={styles.stage} tabIndex={-1} data-keeps="main">
        {children}
      </main>
      {inspector}
      <footer className={styles.time}>
        <Transport paused={paused} />
        <Timeline />
      </footer>
    </div>
  );
}

/** What the visitor must be told: a line that goes by itself when nothing is to be done, else one to dismiss. */
import { useEffect } from 'react';
import type { Notice } from '../../app/notice.ts';
import { useLab, useLabState, useWords } from '../lab.ts';
import { useLaterPages } from '../use-later-pages.ts';
import styles from './Notices.module.css';

const SHOWN_MILLIS = 5000;
const PASSING: ReadonlySet<Notice['kind']> = new Set([
  'linkCopied',
  'refused',
  'noChange',
  'noBranch',
  'enoughBookmarks',
  'alwaysSo',
  'notMet',
]);

export function Notices() {
  const { store } = useLab();
  const words = useWords();
  const pages = useLaterPages();
  const notice = useLabState((state) => state.notice);
  const passes = notice !== null && PASSING.has(notice.kind);

  useEffect(() => {
    if (!passes) return undefined;
    // Only this one: another that came meanwhile has a time of its own.
    const timer = window.setTimeout(() => {
      if (store.getState().notice === notice) store.getState().tell(null);
    }, SHOWN_MILLIS);
    return () => window.clearTimeout(timer);
  }, [notice, passes, store]);

  return (
    <div className={styles.place} role="status" aria-live="polite" aria-label={words.notices.title}>
      {notice !== null && pages?.notice(notice)}
    </div>
  );
}

/** What the visitor must be told: a line that goes by itself when nothing is to be done, else one to dismiss. */
import { useEffect } from 'react';
import type { Notice } from '../../app/notice.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Catalogue } from '../../locales/en.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, useLabState, useWords } from '../lab.ts';
import { actionText } from '../story/action-text.ts';
import { KeptText } from './KeptText.tsx';
import styles from './Notices.module.css';

const SHOWN_MILLIS = 5000;
const PASSING: ReadonlySet<Notice['kind']> = new Set([
  'linkCopied',
  'refused',
  'noChange',
  'noBranch',
  'alwaysSo',
  'notMet',
]);

export function Notices() {
  const { store } = useLab();
  const words = useWords();
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

  const kept = notice !== null && 'text' in notice ? notice.text : null;
  return (
    <div className={styles.place} role="status" aria-live="polite" aria-label={words.notices.title}>
      {notice !== null && (
        <div className={styles.notice}>
          <p>{noticeText(notice, words)}</p>
          <button type="button" aria-label={words.notices.dismiss} onClick={() => store.getState().tell(null)}>
            <Icon name="close" />
          </button>
          {kept !== null && <KeptText text={kept} />}
        </div>
      )}
    </div>
  );
}

function noticeText(notice: Notice, words: Catalogue): string {
  switch (notice.kind) {
    case 'refused':
      return words.notices.refused(actionText(notice.action, words), words.refusals[notice.reason] ?? notice.reason);
    case 'leftOut':
      return words.notices.leftOut(
        notice.deeds.map(
          ({ at, action, reason }) =>
            `${words.time.branchAt(actionText(action, words), at)}: ${words.refusals[reason] ?? reason}`,
        ),
      );
    case 'badLink':
      return words.notices.badLink(words.linkProblems[notice.problem.reason] ?? notice.problem.reason);
    case 'mismatch':
      return words.notices.mismatch(notice.expected, notice.actual);
    case 'noChange':
      return words.notices.noChange;
    case 'stopped':
      return words.notices.stopped(words.stops.text(notice.stop));
    case 'notMet':
      return words.notices.notMet;
    case 'alwaysSo':
      return words.notices.alwaysSo;
    case 'noBranch':
      return words.notices.noBranch;
    case 'linkCopied':
      return words.share.copied;
    case 'linkToCopy':
      return words.share.failed;
    default:
      return assertUnreachable(notice);
  }
}

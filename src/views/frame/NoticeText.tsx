/** One thing that the visitor must be told, with the text it is about where that must be kept. */
import type { Notice } from '../../app/notice.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import type { LabWords } from '../../locales/translation.ts';
import { actionText } from '../story/action-text.ts';
import { KeptText } from './KeptText.tsx';
import styles from './NoticeText.module.css';

export function NoticeText({ notice }: { readonly notice: Notice }) {
  const { store } = useLab();
  const words = useLabWords();
  const kept = 'text' in notice ? notice.text : null;
  return (
    <div className={styles.notice}>
      <p>{noticeText(notice, words)}</p>
      <button type="button" aria-label={words.notice.dismiss} onClick={() => store.getState().tell(null)}>
        <Icon name="close" />
      </button>
      {kept !== null && <KeptText text={kept} />}
    </div>
  );
}

function noticeText(notice: Notice, words: LabWords): string {
  switch (notice.kind) {
    case 'refused':
      return words.notice.refused(actionText(notice.action, words), words.refusals[notice.reason] ?? notice.reason);
    case 'leftOut':
      return words.notice.leftOut(
        notice.deeds.map(({ at, action, reason }) =>
          words.named(words.time.branchAt(actionText(action, words), at), words.refusals[reason] ?? reason),
        ),
      );
    case 'badLink':
      return words.notice.badLink(words.linkProblems[notice.problem.reason] ?? notice.problem.reason);
    case 'noSuchStep':
      return words.notice.noSuchStep(notice.asked, notice.steps);
    case 'mismatch':
      return words.notice.mismatch(notice.expected, notice.actual);
    case 'noChange':
      return words.notice.noChange;
    case 'stopped':
      return words.notice.stopped(words.stops.text(notice.stop));
    case 'notMet':
      return words.notice.notMet;
    case 'alwaysSo':
      return words.notice.alwaysSo;
    case 'enoughBookmarks':
      return words.notice.enoughBookmarks;
    case 'windowBlocked':
      return words.notice.windowBlocked;
    case 'noBranch':
      return words.notice.noBranch;
    case 'linkCopied':
      return words.share.copied;
    case 'linkToCopy':
      return words.share.failed;
    default:
      return assertUnreachable(notice);
  }
}

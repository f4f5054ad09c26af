/** All bookmarks: to go to, to name, to take away. */
import { goToBookmark, removeBookmark, renameBookmark } from '../../app/bookmarks.ts';
import { type Bookmark, isOnBranch } from '../../app/session.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useHandoutWords } from '../handout/handout-words.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useMovesWords } from '../moves-words.ts';
import { openSheet } from '../options.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import { useBookmarkName } from './bookmark-name.ts';
import styles from './BookmarksSheet.module.css';

export function BookmarksSheet() {
  const open = useLabState((state) => state.panels.bookmarks);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const lab = useLab();
  const { keys } = useLabWords();
  const { bookmarks: words } = useMovesWords();
  const handout = useHandoutWords();
  const all = useLabState((state) => state.bookmarks);
  return (
    <Sheet title={words.title} closeName={keys.close} onClose={() => lab.store.getState().togglePanel('bookmarks')}>
      {all.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.list}>
        {all.map((bookmark) => (
          <Row key={`${bookmark.branch} ${bookmark.cursor}`} bookmark={bookmark} />
        ))}
      </ul>
      {all.length > 0 && (
        <button
          type="button"
          className={styles.handout}
          onClick={() => {
            lab.store.getState().togglePanel('bookmarks');
            openSheet('handout');
          }}
        >
          <Icon name="file" />
          {handout.ofRun}
        </button>
      )}
    </Sheet>
  );
}

function Row({ bookmark }: { readonly bookmark: Bookmark }) {
  const lab = useLab();
  const { session, store } = lab;
  const { formats } = useLabWords();
  const { bookmarks: words } = useMovesWords();
  const place = usePlace();
  const nameOf = useBookmarkName();
  const branchName = useBranchName();
  const { branch, cursor, name } = bookmark;
  const run = session.branch(branch);
  const text = nameOf(bookmark);
  const time = formats.time(run.timeAt(cursor));
  const isHere = isOnBranch(session, bookmark, place.branch);
  return (
    <li>
      <button
        type="button"
        className={styles.go}
        aria-label={`${words.goTo(text)}, ${time}`}
        onClick={() => {
          store.getState().togglePanel('bookmarks');
          goToBookmark(lab, bookmark);
        }}
      >
        <Icon name={ICONS.bookmark} />
        <time>{time}</time>
      </button>
      <span>
        <input
          key={name}
          defaultValue={name}
          placeholder={text}
          aria-label={words.name(text)}
          maxLength={60}
          onBlur={({ target }) => renameBookmark(lab, bookmark, target.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') currentTarget.blur();
          }}
        />
        {!isHere && <small>{words.onBranch(branchName(branch))}</small>}
      </span>
      <button
        type="button"
        className={styles.remove}
        aria-label={words.remove(text)}
        onClick={() => removeBookmark(lab, bookmark)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** Bookmarks on the way of the branch on show, as flags above the axis; each a button that goes there. */
import { bookmarksOn, goToBookmark } from '../../app/bookmarks.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useBookmarkName } from '../bookmarks/bookmark-name.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import { type TimelineLayout, xAt } from './layout.ts';
import styles from './BookmarkMarks.module.css';

/** Of a flag. */
const WIDTH = 16;

export function BookmarkMarks({ layout }: { readonly layout: TimelineLayout }) {
  const lab = useLab();
  const { session } = lab;
  const { bookmarks: words } = useMovesWords();
  const { branch, cursor } = usePlace();
  const all = useLabState((state) => state.bookmarks);
  const nameOf = useBookmarkName();
  return bookmarksOn(lab, all, branch).map((bookmark) => {
    const name = words.goTo(nameOf(bookmark));
    return (
      <button
        key={bookmark.cursor}
        type="button"
        className={styles.flag}
        style={{ left: xAt(layout, session.branch(bookmark.branch).timeAt(bookmark.cursor)) - WIDTH / 2 }}
        aria-label={name}
        aria-current={bookmark.cursor === cursor}
        title={name}
        onClick={() => goToBookmark(lab, bookmark)}
      >
        <Icon name={ICONS.bookmark} size={14} />
      </button>
    );
  });
}

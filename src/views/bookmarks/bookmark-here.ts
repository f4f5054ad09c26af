/** Whether the place on show has a bookmark. */
import { bookmarksOn } from '../../app/bookmarks.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';

export function useBookmarkHere(): boolean {
  const lab = useLab();
  const { branch, cursor } = usePlace();
  const all = useLabState((state) => state.bookmarks);
  return bookmarksOn(lab, all, branch).some((one) => one.cursor === cursor);
}

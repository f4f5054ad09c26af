/** Places of a run that the visitor wants to find again. */
import type { Lab } from './lab.ts';
import { type Bookmark, isOnBranch } from './session.ts';

const BOOKMARKS_MAX = 50;
/** Characters of a name, of a branch as well. */
export const NAME_MAX = 60;

/** Those on the way of a branch, whichever branch they were set on, in order of time. */
export function bookmarksOn(
  { session }: Pick<Lab, 'session'>,
  all: readonly Bookmark[],
  branch: number,
): readonly Bookmark[] {
  return all.filter((one) => isOnBranch(session, one, branch)).toSorted((a, b) => a.cursor - b.cursor);
}

/** Sets one here, or takes away the one that is here. */
export function toggleBookmark(lab: Lab): void {
  const { branch, cursor, bookmarks, mark, tell } = lab.store.getState();
  const here = bookmarksOn(lab, bookmarks, branch).find((one) => one.cursor === cursor);
  if (here !== undefined) return mark({ bookmarks: bookmarks.filter((one) => one !== here) });
  if (bookmarks.length >= BOOKMARKS_MAX) return tell({ kind: 'enoughBookmarks' });
  mark({ bookmarks: [...bookmarks, { branch, cursor, name: '' }] });
}

export function renameBookmark({ store }: Lab, bookmark: Bookmark, name: string): void {
  const { bookmarks, mark } = store.getState();
  const named = { ...bookmark, name: name.trim().slice(0, NAME_MAX) };
  if (named.name !== bookmark.name) mark({ bookmarks: bookmarks.map((one) => (one === bookmark ? named : one)) });
}

export function removeBookmark({ store }: Lab, bookmark: Bookmark): void {
  const { bookmarks, mark } = store.getState();
  mark({ bookmarks: bookmarks.filter((one) => one !== bookmark) });
}

/** On the branch on show where it lies on that, else on its own. */
export function goToBookmark({ session, store }: Lab, { branch, cursor, ...bookmark }: Bookmark): void {
  const shown = store.getState();
  const isHere = isOnBranch(session, { branch, cursor, ...bookmark }, shown.branch);
  shown.goTo({ branch: isHere ? shown.branch : branch, cursor });
}

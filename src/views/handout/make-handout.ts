/**
 * Goes to every place that a handout is of, takes its picture in light colours, and comes back to what was shown. The
 * pictures are those that are saved as files.
 */
import { bookmarksOn } from '../../app/bookmarks.ts';
import type { Lab } from '../../app/lab.ts';
import type { LessonPlayer } from '../../app/lesson-player.ts';
import { type Bookmark, type Place, isOnBranch } from '../../app/session.ts';
import type { Light } from '../../lessons/lesson.ts';
import { type Picture, pictureOf } from '../files/picture.ts';
import { type ViewNames, viewsOnShow } from '../files/views-on-show.ts';
import { litViews } from './lit-views.ts';

export interface Making {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Of one place: its pictures, and where it is. */
export interface Pictured {
  readonly pictures: readonly Picture[];
  readonly place: Place & { readonly millis: number };
}

/** The bookmarks in the order they are told: those on the way of the branch on show, then the others. */
export function toldBookmarks(lab: Lab): readonly Bookmark[] {
  const { branch, bookmarks } = lab.store.getState();
  const here = bookmarksOn(lab, bookmarks, branch);
  return [...here, ...bookmarks.filter((one) => !here.includes(one))];
}

/** Null when it was cancelled. */
export async function picturesOfRun(lab: Lab, views: ViewNames, making: Making): Promise<readonly Pictured[] | null> {
  const { session, store } = lab;
  const { branch: shown } = store.getState();
  const places = toldBookmarks(lab).map((bookmark): Place => ({
    branch: isOnBranch(session, bookmark, shown) ? shown : bookmark.branch,
    cursor: bookmark.cursor,
  }));
  return pictured(lab, views, making, {
    count: places.length,
    show: (index) => {
      const place = places[index];
      if (place !== undefined) store.getState().goTo(place);
      return [];
    },
  });
}

/** Of every step of the lesson on show, as it stands before its question is answered. */
export async function picturesOfLesson(
  lab: Lab,
  player: LessonPlayer,
  views: ViewNames,
  making: Making,
): Promise<readonly Pictured[] | null> {
  const { course, step, phase, choice, finished } = player.state.getState();
  if (course === null) return null;
  const { steps } = course.lesson;
  return pictured(lab, views, making, {
    count: steps.length,
    show: (index): readonly Light[] => {
      const asks = steps[index]?.predict !== undefined;
      player.visit({ step: index, phase: asks ? 'asks' : 'shows', choice: null });
      return steps[index]?.lights ?? [];
    },
    back: () => {
      player.visit({ step, phase, choice });
      player.state.setState({ finished });
    },
  });
}

interface Round {
  readonly count: number;
  /** Shows the n-th place; returns what is lit there. */
  readonly show: (index: number) => readonly Light[];
  /** Shows what was shown before, where that takes more than going to its place. */
  readonly back?: () => void;
}

async function pictured(
  { session, store }: Lab,
  views: ViewNames,
  { onProgress, signal }: Making,
  { count, show, back }: Round,
): Promise<readonly Pictured[] | null> {
  const { branch, cursor, selection } = store.getState();
  const { scenario } = session;
  store.getState().pause();
  const root = document.documentElement;
  const { theme } = root.dataset;
  root.dataset['theme'] = 'light';
  try {
    const found: Pictured[] = [];
    for (let index = 0; index < count; index++) {
      if (signal.aborted) return null;
      const lights = show(index);
      await drawn();
      const shown = store.getState();
      found.push({
        pictures: litViews(viewsOnShow(document, views), lights).map(pictureOf),
        place: {
          branch: shown.branch,
          cursor: shown.cursor,
          millis: session.branch(shown.branch).timeAt(shown.cursor),
        },
      });
      onProgress(index + 1);
    }
    return found;
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    back?.();
    // Whose run was let go meanwhile begins anew.
    if (session.scenario === scenario && session.branches.some(({ id }) => id === branch)) {
      store.getState().goTo({ branch, cursor });
      store.getState().select(selection);
    }
  }
}

/** How long frames are waited for: a page that nobody sees has none. */
const FRAMES_MILLIS = 300;

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await frame();
}

/** What was changed is rendered in the first frame; what that has made larger or smaller, in the second. */
async function drawn(): Promise<void> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, FRAMES_MILLIS);
  });
  await Promise.race([frames(3), late]);
}

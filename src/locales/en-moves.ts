/** English for moving in time: slow motion, jumps, bookmarks, the palette, how much the stage shows. */
import type { Translatable } from './message.ts';

export const enMoves = {
  jump: {
    title: 'Jump to …',
    next: 'Next',
    previous: 'Previous',
    aims: {
      change: 'change of a phase or vote',
      commit: 'commit',
      epoch: 'epoch written',
      leader: 'leader that begins to serve',
      lost: 'lost message',
      violation: 'broken property',
    },
  },
  bookmarks: {
    title: 'Bookmarks',
    none: 'None yet. M sets one where you are.',
    name: (what: string) => `Name of the bookmark: ${what}`,
    goTo: (what: string) => `Bookmark: ${what}`,
    remove: (what: string) => `Take away: ${what}`,
    set: 'Bookmark this place',
    unset: 'Take this bookmark away',
    onBranch: (branch: string) => `on ${branch}`,
    list: 'All bookmarks …',
  },
  slow: {
    switch: 'Slow down where something happens',
    now: 'Playing, slowed: something happens here',
  },
};

/** What every language must have for moving in time. */
export type MovesCatalogue = Translatable<typeof enMoves>;

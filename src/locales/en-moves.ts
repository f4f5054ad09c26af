/** English for moving in time: slow motion, jumps, bookmarks, the palette, how much the stage shows. */
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

export const enMoves = {
  jump: {
    title: 'Jump to …',
    next: 'Next',
    previous: 'Previous',
    named: (aim: string, direction: 1 | -1) => `${direction === 1 ? 'Next' : 'Previous'} ${aim}`,
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
  branches: {
    list: 'Branches …',
    rename: 'Name this branch …',
    field: (deed: string) => `Name of the branch: ${deed}`,
  },
  palette: {
    title: 'Find anything',
    open: 'Find anything by its name (Ctrl K)',
    field: 'Command, scenario, server, bookmark, branch or panel',
    placeholder: 'Type a few letters, as freeze, S3, data',
    found: (count: number) => plural(count, { one: '# found', other: '# found' }),
    none: (query: string) => `Nothing here is called “${query}”. Try fewer letters, or ? for all keys.`,
    groups: {
      commands: 'command',
      servers: 'server',
      bookmarks: 'bookmark',
      branches: 'branch',
      panels: 'panel',
      scenarios: 'scenario',
      words: 'glossary',
    },
  },
  timeline: {
    epoch: (epoch: number) => `epoch ${epoch}`,
    broken: (properties: readonly string[]) => `Broken here: ${properties.join(', ')}`,
    unknown: 'not run yet',
  },
  density: {
    name: 'How much the stage shows',
    names: { focus: 'Focus', recent: 'Recent', all: 'All' },
    hints: {
      focus: 'What the last event is about, and what is selected',
      recent: 'What the last dozen events are about',
      all: 'Every server and message alike',
    },
  },
  slow: {
    switch: 'Slow down where something happens',
    now: 'Playing, slowed: something happens here',
  },
};

/** What every language must have for moving in time. */
export type MovesCatalogue = Translatable<typeof enMoves>;

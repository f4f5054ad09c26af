/** English for what a speaker has beside the screen: notes in a window of their own. */
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

/** Minutes and seconds. */
function clock(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const enSpeaker = {
  title: 'Speaker’s notes',
  open: 'Notes in a second window',
  clock: {
    elapsed: 'Talking for',
    left: 'Left',
    over: 'Over by',
    minutes: 'Length, minutes',
    again: 'From zero',
    clock,
  },
  now: 'On the screen now',
  blankScreen: 'Blank',
  blank: 'The screen is blank. Any key shows it again.',
  question: 'Question',
  answer: 'Answer, not on the screen yet',
  told: 'Answer',
  right: 'right',
  chosen: 'chosen',
  next: 'What comes next',
  lastStep: 'That was the last step.',
  nothing: 'Nothing more is known to come.',
  challenge: 'The task',
  way: (deeds: number): string => `A way, with ${plural(deeds, { one: '# deed', other: '# deeds' })}`,
  cannot: 'It cannot be done',
  bookmarks: 'Bookmarks',
  noBookmarks: 'No bookmarks on this run. M sets one on the screen: its name is your note here.',
  back: 'Back',
  forward: 'Next',
  play: 'Play',
  pause: 'Pause',
  keys: 'Arrow keys, Page Up and Down, Space, B, F5 and 1 to 5 work here as they do on the screen.',
};

export type SpeakerCatalogue = Translatable<typeof enSpeaker>;

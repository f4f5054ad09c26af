/** English for handouts: a run or a lesson on paper. */
import { type Translatable, formatsOf } from './message.ts';

const { integer, plural } = formatsOf('en');

export const enHandout = {
  title: 'Handout',
  open: 'Handout…',
  ofLesson: 'Handout of this lesson…',
  ofRun: 'Handout of these bookmarks…',
  says: 'A page to print or to keep: of every step a picture and what is said about it, in light colours, for A4 or Letter.',
  source: 'Steps are',
  sources: { lesson: 'those of the lesson', run: 'the bookmarks of this run' },
  noSteps: 'No bookmarks yet: M sets one at a place worth printing.',
  steps: (count: number): string => plural(count, { one: '# step', other: '# steps' }),
  name: 'Title',
  withAnswers: 'Answers on the last page',
  make: 'Make it',
  making: (done: number, of: number): string => `Step ${integer(done)} of ${integer(of)}`,
  cancel: 'Cancel',
  print: 'Print…',
  save: 'Save as a file',
  again: 'Make it again',
  ready: (count: number): string => `Ready: ${plural(count, { one: '# step', other: '# steps' })}, on paper as below.`,
  preview: 'How it looks on paper',

  /** On the paper. */
  place: (time: string, event: number): string => `${time} s, after ${integer(event)} events`,
  link: 'Open this run and go on from it',
  lessonLink: 'Go through this lesson',
  predict: 'Before you turn the page:',
  answers: 'Answers',
  picture: (title: string): string => `Picture: ${title}`,
};

export type HandoutCatalogue = Translatable<typeof enHandout>;

/** English for lessons: the list of them, and what stands around the words of each. */
import { formatsOf } from './message.ts';
import { quoted } from './quoted.ts';

const { integer, plural } = formatsOf('en');

export const enLessons = {
  title: 'Lessons',
  open: 'Lessons…',
  arcs: {
    election: 'Election',
    epochs: 'Epochs and recovery',
    broadcast: 'Broadcast and clients',
    operations: 'Operations',
    break: 'Break it',
  },
  talks: { lecture: 'A lecture of 45 minutes', operator: '20 minutes for operators' },
  talkSteps: (count: number, minutes: number) =>
    `${plural(count, { one: '# lesson', other: '# lessons' })}, in this order: ${integer(minutes)} min`,
  minutes: (count: number) => `${integer(count)} min`,
  number: (number: number) => `Lesson ${integer(number)}`,
  crumb: (number: number, step: number, steps: number) =>
    `Lesson ${integer(number)}, step ${integer(step)} of ${integer(steps)}`,
  seen: (step: number, steps: number) => `${integer(step)} of ${integer(steps)} steps seen`,
  done: 'done',
  steps: 'Steps of this lesson',
  check: 'Check',
  choose: 'Choose an answer, or press its number.',
  chooseOnStage: 'Choose an answer, press its number, or pick a server on the stage.',
  chooseOnStageByTouch: 'Choose an answer, or touch a server on the stage.',
  run: 'Run it',
  tell: 'Show me',
  branch: 'Right or wrong, your answer is run. You can come back to this step.',
  next: 'Next',
  back: 'Back',
  backToQuestion: 'Back to the question',
  truth: 'Now what happens really',
  skipWay: 'To the end of the way',
  finish: 'Finish',
  going: 'Running …',
  comeBack: 'Back to this step',
  tryIt: 'Try it yourself',
  trying: (title: string) => `You are on your own, from the lesson ${quoted(title)}.`,
  backToLesson: 'Back to the lesson',
  leave: 'Leave the lesson',
  list: 'All lessons',
  finished: (title: string) => `That was ${quoted(title)}.`,
  nextLesson: (title: string) => `Next lesson: ${title}`,
  again: 'Once more from the start',
  said: (choice: string) => `You said: ${choice}.`,
  right: 'That is what the run does.',
  wrong: 'This is your answer, as a branch of the run.',
  itIs: (value: string) => `The run says: ${value}.`,
  nowhere: 'The run does not come to this place: the scenario has been changed, or this version behaves otherwise.',
  save: 'Save my progress',
  progress: {
    title: 'Your progress',
    says: 'Kept in this browser alone. A file takes it to another one.',
    open: 'Open saved progress…',
    forget: 'Forget my progress',
    sure: 'Forget every step, answer and settled challenge?',
    yes: 'Forget them',
    no: 'Keep them',
    said: {
      merged: 'Brought together with what was here: nothing of either is lost.',
      forgotten: 'Forgotten.',
      notJson: 'That file is no JSON: it may be damaged. Nothing was changed.',
      notProgress: 'That file holds no progress of Zabscope. Nothing was changed.',
      newerVersion: 'That file was saved by a newer Zabscope than this one. Nothing was changed.',
    },
  },
  cites: (sections: readonly string[]) =>
    `${plural(sections.length, { one: 'Protocol reference, section', other: 'Protocol reference, sections' })} ${sections.join(', ')}`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  integer,
};

export type LessonsCatalogue = typeof enLessons;

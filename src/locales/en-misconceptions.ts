/** English around misconceptions: their list, and what stands around the words of one. */
import type { Topic } from '../misconceptions/misconception.ts';
import { type Translatable, formatsOf } from './message.ts';
import { quoted } from './quoted.ts';

const { plural } = formatsOf('en');

const topics: Readonly<Record<Topic, string>> = {
  election: 'Election',
  epochs: 'Epochs and joining',
  broadcast: 'Broadcast',
  disks: 'Logs and snapshots',
  operators: 'For operators',
};

export const enMisconceptions = {
  open: 'Misconceptions …',
  title: 'Often said, and not so',
  about:
    'Each has a run that refutes it. Open one: it stands at the moment that shows it, and you may go on from there.',
  search: 'Word, section or class',
  found: (count: number) => plural(count, { one: '# misconception', other: '# misconceptions' }),
  none: 'None of them speaks of that.',
  topics,
  quoted: (said: string): string => quoted(said),
  crumb: 'Misconception',
  inTruth: 'In truth',
  seeHere: 'What to see here',
  seeRun: 'See it refuted',
  seeRunOf: (said: string): string => `See it refuted: ${quoted(said)}`,
  sources: (sections: readonly string[], code: readonly string[]): string =>
    `Protocol reference ${sections.map((section) => `§${section}`).join(', ')} · ${code.join(', ')}`,
  lesson: (title: string): string => `Lesson: ${title}`,
  toMoment: 'Back to the moment',
  changed: 'The steps of this run were changed: it need not come to the moment any more.',
  list: 'All misconceptions',
};

export type MisconceptionsCatalogue = Translatable<typeof enMisconceptions>;

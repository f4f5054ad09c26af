/** English around the words of a challenge. */
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

const deeds = (count: number): string => plural(count, { one: '# deed', other: '# deeds' });

export const enChallenges = {
  title: 'Challenges',
  intro: 'A task, a run, and as few deeds as you can. Some cannot be done: then say so.',
  crumb: 'Challenge',
  goal: 'At one moment',
  holds: 'holds now',
  holdsNot: 'does not hold now',
  /** Of its conditions. */
  far: (held: number, of: number): string => `${held} of ${of} hold`,
  sofar: (count: number): string => `${deeds(count)} so far`,
  done: (count: number, par: number): string =>
    count < par
      ? `Done with ${deeds(count)}. We knew no way with fewer than ${par}: share yours.`
      : count === par
        ? `Done with ${deeds(count)}, which is par.`
        : `Done with ${deeds(count)}. Par is ${par}.`,
  against: (what: string): string => `Not by these rules: “${what}”. Undo it, or go another way.`,
  changed: 'The steps that it begins with were changed: that is another task.',
  proof: 'Copy a link that proves it',
  claim: 'It cannot be done',
  isRight: 'Right: it cannot be done.',
  isWrong: (par: number): string => `It can, with ${deeds(par)}.`,
  showWay: 'Show me a way',
  showFailure: 'Show where it fails',
  showAnother: 'Show another attempt',
  list: 'All challenges',
  solved: (count: number): string => deeds(count),
  impossible: 'cannot be done',
};

export type ChallengesCatalogue = Translatable<typeof enChallenges>;

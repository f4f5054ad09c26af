import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Why wait after a quorum?',
  question: 'A majority agrees on a leader. Why does nobody act on it for another 200 ms?',
  steps: {
    quorum: {
      title: 'Two of three agree',
      says: 'S1 and S2 were started first. S2 has just counted the votes for itself: {agreeing}, a majority of {voters}. It could lead now. Instead it waits {wait} ms for another vote.\n\nAll logs are equal, and S3, with the largest id, is about to start.',
      ask: 'Who will be elected?',
      answer:
        '{leader}. Its vote came in during the wait, and it beats the one that the quorum had agreed on. So the wait broke off, both others adopted the better vote, and counted again. Had S2 gone ahead at once, S3 would have had to follow a leader that it beats.',
      wrong: {
        '*': 'Without S3 it would be S2, which both have agreed on: in this branch S3 is cut off before anybody hears of it. The wait passes in silence, and {leader} is elected, {took} ms after it began to look for a leader, most of it spent waiting.',
      },
    },
    interrupted: {
      title: 'The moment it breaks off',
      says: 'The same run, a little earlier: S2 is waiting, and a vote of {from} arrives. It beats S2’s own proposal, so it is put back in the queue, the wait ends without a result, and the election goes on with it.\n\nOne detail that is easy to get wrong: votes that arrive during the wait and do not beat the proposal are simply consumed. They are not even counted.',
    },
    late: {
      title: 'Too late to matter',
      says: 'The same three servers, but S3 is started a whole second later. The wait is over, and {leader} leads. S3 has just begun to look for a leader, and votes for itself.',
      ask: 'Who leads when S3 has found its place?',
      answer:
        '{leader} still. Nobody else is looking any more: S1 and S2 answer S3 with what is settled, and S3 joins. A better vote counts only during an election. A leader is never pushed out by somebody who would have won.',
      wrong: {
        '*': 'To put S3 in the lead there has to be an election. In this branch S2 is killed, so that S1 and S3 have to choose. Even then {leader} wins, because it has entered the new epoch with S2, and S3 has not. While S2 lives and is heard, there is nothing to choose at all.',
      },
    },
    worse: {
      title: 'A smaller vote',
      says: 'Five servers with equal logs; S5 is down. {agreeing} agree on S4, a quorum of five, and S4 waits for 200 ms of silence. S1 is about to start, and will vote for itself.',
      ask: 'What does S1’s vote do to the wait?',
      choices: {
        goesOn: 'It does not end it: S4 waits on',
        interrupts: 'It breaks the wait off',
      },
      answer:
        'S4 waits on. S1’s vote does not beat its own, so it is taken from the queue and forgotten; only the 200 ms of silence begin anew. {leader} is elected {took} ms after it began to look. S1 is not left out: the votes of the others were waiting for it, and it has changed to S4 by now.',
      wrong: {
        interrupts:
          'That takes a vote which beats the proposal. In this branch S5 is started, too, and the wait breaks off: {from} has sent a better one.',
      },
    },
  },
};

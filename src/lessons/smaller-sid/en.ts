import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: '“Have smaller server identifier, so dropping the connection”',
  question: 'The log says that a connection is dropped. Is that an error?',
  steps: {
    dials: {
      title: 'S1 dials S3',
      says: 'S3 runs, alone. Now S1 starts. It has a vote to tell, so it dials the election port of S3 (the third part of a server line, usually 3888).',
      ask: 'What becomes of this connection?',
      choices: {
        keeps: 'The votes of both travel on it',
        drops: 'S1 closes it again',
      },
      answer:
        'S1 closes it, {millis} ms later, and logs “Have smaller server identifier, so dropping the connection”. First it has said who it is, and that was the point of dialling.\n\nTwo servers may dial each other at the same moment, and one connection is enough. So the one that counts is the one that the larger id has opened.',
      wrong: {
        keeps:
          'A connection is kept when the larger id has dialled. In this branch S3 dies and S2 starts: S2 dials S1, and that connection stands.',
      },
    },
    back: {
      title: 'S3 calls back',
      says: 'S3 has heard: S1 is there, and its id is smaller. So S3 closes its end, too, and dials S1 itself. The dial of a smaller server is a ring at the door: call me back.',
    },
    stands: {
      title: 'This one stands',
      says: 'The vote of S1 is at S3 now, {millis} ms after S3 called back. It was not lost with the dropped connection: it was waiting in S1’s queue for S3. That queue holds one message, the newest. An older vote is of no use to anybody.\n\nThe dropped connection cost a moment, and no vote.',
    },
    larger: {
      title: 'The other way round',
      says: 'The same two servers; this time S1 runs alone, and S3 starts and dials S1.',
      ask: 'Is a connection dropped?',
      choices: {
        dropped: 'Yes, one of every pair is',
        kept: 'No',
      },
      answer:
        'No. S3 has the larger id, so its dial is the one that counts. S1 has its vote {millis} ms later, without a detour.',
      wrong: {
        dropped:
          'Only a dial upwards is dropped. In this branch S2 starts as well. Its dial to S1 is kept, its dial to {to} is not.',
      },
    },
    count: {
      title: 'The largest of five',
      says: 'Four of five servers run, and {leader} leads. S5 starts and dials all four.',
      ask: 'How many of these connections are dropped, until S5 has found the leader?',
      answer:
        '{dropped}. All others have smaller ids, so S5 may dial whom it likes, and after {took} ms it follows.\n\nSo the line is no error. You find it at small ids often and at the largest never. It does tell you something about firewalls: to open connections from small ids to large ones is not enough, because it is the large ones that dial in the end.',
      wrong: {
        '*': 'That happens to a small id. In this branch S5 stays away and S1 restarts instead: dropped connections, {dropped}. Sometimes more than one for the same pair, when S1 has something new to say before it has been called back.',
      },
    },
  },
};

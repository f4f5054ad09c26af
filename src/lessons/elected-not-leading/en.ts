import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Elected but not leading',
  question: 'Every few seconds there is a new leader, and no client is served. The network is fine. What is wrong?',
  steps: {
    snap: {
      title: 'A follower with nothing',
      says: 'Three servers. S1 is not running, the disk of S2 is empty; {leader} has all the data and is elected. It sends S2 a {mode}: S2 has nothing that a log could join.\n\nThe data is large: the snapshot takes three seconds. initLimit is 4 ticks of 500 ms: two seconds.',
      ask: 'Who serves clients after two seconds?',
      choices: {
        both: 'S2 and S3',
        leader: 'S3 alone: it has the data',
        nobody: 'Nobody',
      },
      answer:
        'Nobody. To be elected is not to lead. A leader serves only after a quorum has acknowledged NEWLEADER, and NEWLEADER comes behind the snapshot. After {millis} ms S3 has waited for initLimit. In step with it are only: {synced}. It gives up.',
      wrong: {
        '*': 'It takes one follower that is in time. In this branch S1 is started too. Its log is as long as S3’s, it needs no snapshot, and with its ACK there is a quorum: {serving} serve. Without S1 everything hangs on S2.',
      },
    },
    loop: {
      title: 'And again',
      says: 'Both looked for a leader; S3 won, as it must; S2 still had an empty disk; the snapshot began from the start; and initLimit was over first. Nothing is different the next time, so it goes on for ever.\n\nEach turn uses up an epoch: S3 has promised {promised} by now. When you see acceptedEpoch climb and nobody serve, look here. ZooKeeper’s log says it as well: “Waiting for a quorum of followers, only synced with sids”.',
    },
    ample: {
      title: 'Give it time',
      says: 'The same servers, the same snapshot. Only initLimit is 10 ticks, five seconds. S2 has the snapshot after three, writes it to disk and acknowledges NEWLEADER. {serving} serves, and S2 follows in a moment. It is still the first epoch that was offered: {promised}.\n\nSo initLimit must be longer than the largest snapshot takes, on its way and onto the disk. It is a limit, not a delay: a large one costs nothing as long as all goes well.',
    },
    third: {
      title: 'With the third server',
      says: 'Back to the two seconds, at the moment when the first snapshot begins. S1 comes up with all the data.',
      ask: 'Who serves clients fifteen seconds later?',
      choices: {
        all: 'All three: now there is time for S2',
        two: 'S1 and S3',
        nobody: 'Nobody: S2 holds them up',
      },
      answer:
        '{serving}. With S1 there is a quorum, and the ensemble works. S2 is as badly off as before: initLimit is also how long a follower waits for its leader’s next packet, and for three seconds none comes. So S2 hangs up and begins anew, every time. An ensemble like this looks well from outside, until S1 fails.',
      wrong: {
        '*': 'In this branch S2 is taken away altogether, and {serving} serve. S2 neither holds them up nor helps them: two seconds are too short for its snapshot, with or without a leader that serves.',
      },
    },
  },
};

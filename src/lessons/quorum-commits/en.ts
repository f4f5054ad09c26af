import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Commit on a quorum, not on all',
  question: 'One disk is slow. Does everybody wait for it?',
  steps: {
    proposal: {
      title: 'A write is proposed',
      says: 'A client has asked S2 to create /order. S2 hands the request to the leader S3, which gives it the next zxid, {zxid}, and sends a PROPOSAL to {to}. All three write it to their logs now, S3 as well.\n\nThe disk of S1 needs 600 ms for each write, the others 2 ms.',
    },
    'slow-follower': {
      title: 'Waiting for disks',
      says: 'An ACK means: it is on my disk. The leader counts ACKs, its own among them once its own disk is done.',
      ask: 'On whose disks is the write when S3 commits it?',
      choices: {
        leader: 'On the leader’s own',
        two: 'On those of S2 and S3',
        all: 'On all three',
      },
      answer:
        'ACKs of {acks}: that is a quorum, {quorum} of three, and S3 commits. It does not wait for S1. A quorum is enough because any later leader needs a quorum to be elected, and two quorums always share a server: somebody who votes then will know this write.',
      wrong: {
        leader:
          'Here S3 is cut off at once. The write is on the disk of {holders} and stays uncommitted, however long it takes: one is no quorum. The leader’s disk is one vote among three.',
        all: 'All three are never asked for. But the slow disk does count where it is needed: here S2 is killed, so that S3 has to wait for S1, and commits after 600 ms with the ACKs of {acks}.',
      },
    },
    'applied-early': {
      title: 'S1 hears of the commit first',
      says: 'The COMMIT reaches S1 while its own disk is still busy. S1 applies the write all the same: by now {applied} have it in their databases, while it is on the disks of {holders}.\n\nThat is safe. What is committed is on a quorum of disks, and S1’s own copy adds nothing to that. If S1 dies now, it gets the write back from its next leader.',
    },
    'slow-leader': {
      title: 'Now the leader is the slow one',
      says: 'The same cluster, the same write. This time it is the leader S3 whose disk needs 600 ms.',
      ask: 'On whose disks is the write when S3 commits it?',
      choices: {
        followers: 'On those of S1 and S2 only',
        withLeader: 'On the leader’s too: it cannot commit what it has not logged',
      },
      answer:
        'ACKs of {acks}, and S3 commits what is not on its own disk yet. Its own ACK is one vote like any other. If S3 dies now, S1 and S2 have the write, one of the two leads next, and nothing is lost.',
      wrong: {
        withLeader:
          'It takes a second slow disk to make S3 wait for its own: here S1 needs 600 ms, too. Then the ACKs are of {acks}. With two quick followers the leader’s disk is not needed.',
      },
    },
    five: {
      title: 'Three slow disks of five',
      says: '{leader} leads five servers. S1 needs 300 ms to write, S2 600 ms, S3 900 ms; S4 and the leader are quick.',
      ask: 'On whose disks is the write when it is committed?',
      answer:
        '{acks}: a quorum of five is {quorum}, so the third disk decides how long a write takes, here the 300 ms of S1. Slower ones do not matter, until one of these three fails.',
      wrong: {
        '*': 'Count to a quorum of five, quickest first: S4 and S5 are two, so it takes one more, and S1 is the next. In this branch S1 is killed. Then S2 is the third: ACKs of {acks}, after 600 ms.',
      },
    },
  },
};

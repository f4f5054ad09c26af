import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'NEWLEADER and UPTODATE',
  question: 'The leader has sent its history to the followers. Why is that not enough to begin?',
  steps: {
    elected: {
      title: 'Elected is not yet leading',
      says: '{leader} is elected: its log is one transaction longer, 1·3, and that is on the disk of {holders} alone. It has sent 1·3 to S2, and behind it NEWLEADER of epoch {epoch}, which has just arrived. S1 gets the same, later: its disk takes 400 ms for each write, that of S2 takes 60 ms.',
      ask: 'On whose disks is 1·3 when S3 begins to serve clients?',
      choices: {
        own: 'On that of S3 only',
        two: 'On those of S2 and S3',
        all: 'On all three',
      },
      answer:
        'On those of {holders}. S3 serves as soon as NEWLEADER is acknowledged by {quorum} of three, its own acknowledgement among them. S1 is still writing.',
      wrong: {
        own: 'Here S3 is cut off from the others right now. {serving} stays in SYNCHRONIZATION and waits: without a second acknowledgement it serves nobody.',
        all: 'The third is not waited for. It is needed only where the second is gone: here S2 is killed, and S3 begins when 1·3 is on the disks of {holders}.',
      },
    },
    order: {
      title: 'Disk first, then ACK',
      says: 'Back to NEWLEADER at S2. S2 does not answer at once. It flushes what it has been sent, here 1·3, to its log. Then it writes currentEpoch {epoch}. Only then it sends the ACK, and {millis} ms after NEWLEADER S3 has it.\n\nThat ACK is a promise: your history is mine, and I will still have it after a power cut.',
    },
    memory: {
      title: 'An ACK too early',
      says: 'The same run with ZooKeeper 3.6.1. There a follower wrote currentEpoch, sent the ACK, and wrote the transactions of a DIFF to its log afterwards. {leader} serves clients already, and 1·3 is on the disks of {holders}.\n\nNow the power fails for all three. S1 and S2 come back; the machine of S3 stays dead.',
      ask: 'Whose disks have 1·3 when there is a leader again?',
      choices: {
        kept: 'Those of all three: it is kept',
        lost: 'That of S3 only: it is lost',
      },
      answer:
        'Only that of the dead S3. {leader} leads epoch {epoch} without 1·3, although S3 had begun to serve clients with it. S2 had acknowledged a history that was in its memory only. This is ZOOKEEPER-3911.',
      wrong: {
        kept: 'Only if S3 comes back, too. In this branch it does: it has epoch 2 and the longest log, so {leader} leads, and the others get 1·3 once more. Its safety hung on a single disk.',
      },
    },
    'same-cut': {
      title: 'The same power cut, today',
      says: 'The first run again, at the same moment: S3 has just begun to serve, and 1·3 is on the disks of {holders}. The power fails for all three. S1 and S2 come back.',
      ask: 'Does the new leader have 1·3?',
      choices: {
        kept: 'Yes',
        lost: 'No',
      },
      answer:
        'Yes. {leader} had written it before its ACK, so it has the longer log, wins against S1, and hands it on. Any two of three servers hold somebody who acknowledged, and who acknowledged has it on disk.',
      wrong: {
        lost: 'It takes a disk that lied. In this branch the drive of S2 loses its last transaction although it had reported it safe; {leader} leads without it. No protocol can help there.',
      },
    },
    uptodate: {
      title: 'And UPTODATE?',
      says: 'Five servers; S5 leads and has 1·3 more than the others. S1 has written it and acknowledged NEWLEADER. S5 has the acknowledgements of {acks} and needs {quorum}.',
      ask: 'Does S1 serve clients before S5 has the third?',
      choices: {
        waits: 'No',
        serves: 'Yes, it has everything',
      },
      answer:
        'No: for {millis} ms it only waits. Two of five are no quorum, so the three others could still elect a leader without 1·3. A client that read it at S1 would have seen something that never was. Once a quorum has acknowledged, S5 sends UPTODATE. It means: what you have is what will stay. Now serve.',
      wrong: {
        serves:
          'S1 has everything, but it cannot know whether enough others do. In this branch S2 and S3 die as well, and S4 completes the quorum; after UPTODATE {serving} serve.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: '“Leaders epoch, 2 is less than accepted epoch, 3”',
  question:
    'A healthy server refuses a healthy leader, again and again. How can it have promised an epoch that nobody leads?',
  steps: {
    'own-disk': {
      title: 'The leader promises first',
      says: 'S3 is elected. S1 has told it that it promised epoch 1, so the next one is {epoch}. S3 is about to write acceptedEpoch {epoch} to its own disk. Only then will it offer the epoch to the others.\n\nS3 will die right after that write.',
      ask: 'What is S1’s acceptedEpoch when it finds that S3 is gone?',
      answer:
        'Still {mine}. The promise of epoch {its} is on one disk only, and that server is dead. Nobody else has ever heard of it.',
      wrong: {
        two: 'In this branch S3 lives a little longer, until it is about to lead. LEADERINFO has reached S1, and S1 has written {mine}, like S3: {its}. An epoch spreads only once the leader’s own promise is on disk.',
      },
    },
    again: {
      title: 'The same again',
      says: 'S3 comes back at once. It has the largest id, so it is elected again. It offers more than it has promised itself, writes acceptedEpoch {its}, and dies again at the same place.\n\nThe dead S3 now holds acceptedEpoch {its} and currentEpoch {entered}. S1 and S2 still hold 1 and 1. They go on without it.',
      ask: 'Which epoch will S2 lead?',
      answer:
        'Epoch {epoch}. {leader} takes the largest acceptedEpoch that it hears and adds one. It hears 1 from S1 and has 1 itself. What is on a dead server’s disk is heard by nobody.',
      wrong: {
        '*': 'In this branch S3 starts right now and is elected a third time. {leader} knows its own promise, 3, and leads epoch {epoch}. Without S3 in the quorum that number does not count.',
      },
    },
    returns: {
      title: 'S3 comes back for good',
      says: 'S3 is well again. {leader} leads already, so S3 joins it as a follower. Its FOLLOWERINFO says: I have promised epoch {its}.\n\nThe leader has fixed its epoch long ago. It does not choose a new one for a late follower.',
      ask: 'What does S3 do when it is offered the leader’s epoch?',
      choices: {
        follows: 'It follows: a quorum has this leader',
        refuses: 'It refuses and looks for a leader again',
      },
      answer:
        'It refuses: {offered} is less than {promised}. ZooKeeper logs “Exception when following the leader”, and below it “Leaders epoch, {offered} is less than accepted epoch, {promised}”. A promise of epoch {promised} means: I take nothing from an older epoch any more. S3 cannot know that nobody else ever entered it.',
      wrong: {
        follows:
          'It would have to forget its promise. In this branch S3’s disk is wiped. It then accepts, and its acceptedEpoch is {promised}. But with the promise its transactions are gone too. Do not learn this as a remedy.',
      },
    },
    loop: {
      title: 'Round and round',
      says: 'Two seconds later S3 has refused {count} times. Each time it looks for a leader, finds S2 at once, and refuses it again. It does no harm: {serving} serve their clients. But one more failure, and there is no quorum.',
    },
    cure: {
      title: 'What ends it',
      says: 'Waiting does not help: the epoch of a leader never changes while it leads. So an operator stops S2, the leader. S1 and S3 are left. S1 promised epoch 2, S3 promised 3.',
      ask: 'Which epoch will the new leader lead?',
      answer:
        'Epoch {epoch}. {leader} leads: it has entered epoch 2, and S3 has not. But S3 is in the quorum this time, and its 3 is heard. One more than the largest promise suits everybody. S3 follows at last. Epochs are cheap; a gap in them means nothing.',
      wrong: {
        '*': 'In this branch S3 is stopped as well and S2 comes back. {leader} leads epoch {epoch}: S1 and S2 have promised 2, and one more is 3. S3 could join even that: 3 is not less than 3. But the new epoch counts from the promises that are heard.',
      },
    },
  },
};

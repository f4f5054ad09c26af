import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Four numbers called epoch',
  question: 'Texts about ZooKeeper say “epoch” and mean four different things. Which of them changes when?',
  steps: {
    looking: {
      title: 'All four on the table',
      says: 'S1 has just started and looks for a leader. Its inspector shows four numbers:\n\nlogicalClock, {round}: the round of its own elections, in memory only. acceptedEpoch, {accepted}, and currentEpoch, {current}: two small files on its disk. And the epoch inside its last zxid, {last}.\n\nOnly the first has moved so far: a round begins with each look for a leader.',
    },
    promise: {
      title: 'A promise',
      says: 'S3 is elected and has offered a new epoch. S1 has just written acceptedEpoch {accepted} to its disk, before it answers. It is a promise: I shall take nothing any more from a leader of an older epoch.',
      ask: 'What is S1’s currentEpoch when S3 begins to bring it up to date?',
      answer:
        'Still {current}. acceptedEpoch {accepted} is what S1 has promised; currentEpoch {current} is the last epoch whose history it has taken over. In between lies the synchronization, and it may fail.',
      wrong: {
        two: 'In this branch the leader dies right after the promise. S1 is left with acceptedEpoch {accepted} and currentEpoch {current}: it has promised an epoch in which nobody has ever led. That is why these are two numbers. The next leader will have to go beyond {accepted}.',
      },
    },
    entered: {
      title: 'The epoch is entered',
      says: 'NEWLEADER has come: S1 has everything that the leader had, and writes currentEpoch {current}. From now on its votes carry this number, as peerEpoch. It comes first when votes are compared.\n\nIts last zxid is {last}, of the epoch before.',
    },
    serving: {
      title: 'Nothing written yet',
      says: 'S1 serves clients now, in epoch 2. Nobody has written anything.',
      ask: 'What is S1’s last zxid a moment later?',
      choices: {
        old: '1·2, as before',
        marker: '2·0, the start of the epoch',
      },
      answer:
        '{last}. The fourth number moves only with a transaction. The leader shows {leaders}, which no transaction has: it is where its counting begins. A follower that was brought up to date by a DIFF keeps what it has.',
      wrong: {
        marker:
          'It takes a transaction to move it, and then it is the first, not the zeroth. In this branch a client opens a session, and S1’s last zxid becomes {last}.',
      },
    },
    'second-leader': {
      title: 'The leader dies',
      says: 'A client had opened a session meanwhile: last zxid {last}. Now S3 was killed, and S1 looks for a leader again: round {round}. The epochs have not moved, acceptedEpoch {accepted} and currentEpoch {current}. They will when a new leader begins. A round without a winner costs no epoch.',
    },
    restart: {
      title: 'After a crash',
      says: 'A second leader leads, epoch {accepted}, and a second client has opened a session: round {round}, acceptedEpoch {accepted}, currentEpoch {current}, last zxid {last}. Now S1’s process is killed and started again.',
      ask: 'Which round will it be in when it looks for a leader?',
      answer:
        'Round {round}: a new process counts from the beginning. The other three were on disk and are there again: acceptedEpoch {accepted}, currentEpoch {current}, last zxid {last}. The round need not survive, because S1 will hear from the others which one they are in.',
      wrong: {
        '*': 'A process that lives on counts on. In this branch the two others are killed instead, and S1 begins round {round}. Killed and started anew, it has forgotten the number, since the round is written down nowhere.',
      },
    },
  },
};

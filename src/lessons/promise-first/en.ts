import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Discovery: promise before sync',
  question:
    'The election is won. Why does the leader ask everybody for a promise before it sends a single transaction?',
  steps: {
    info: {
      title: 'FOLLOWERINFO: what have you promised?',
      says: 'S3 is elected. It does not know yet which epoch it may lead. S1 has just connected and sends FOLLOWERINFO with its acceptedEpoch, {its}: it once promised that epoch to a leader that came to nothing. S2 and S3 have promised {others}.\n\nS3 needs a quorum to tell it, and counts itself.',
      ask: 'Which epoch will S3 choose?',
      answer:
        'Epoch {epoch}. It has heard {heard}, which is a quorum, and takes one more than the largest promise. The votes of the election play no part here: an epoch is born in discovery.',
      wrong: {
        '*': 'In this branch S1’s packets do not reach S3. It hears {heard} instead, and the epoch is {epoch}: one more than what these have promised. With S1 heard, it must be above S1’s promise as well, and not equal to it.',
      },
    },
    promise: {
      title: 'LEADERINFO, and the promise',
      says: 'S3 has offered epoch {epoch} with LEADERINFO. S1 has raised its acceptedEpoch from {was} to {epoch}, on disk. Only now does ACKEPOCH leave: the promise must survive a crash, or it is none.\n\nACKEPOCH carries two numbers of S1: currentEpoch {current} and the last zxid, {last}. No transaction has been sent so far.',
    },
    quorum: {
      title: 'ACKEPOCH: a quorum has promised',
      says: '{electing} have promised epoch {epoch}. S3 has also compared: if a follower had a later currentEpoch, or a longer log of the same one, it would not be counted and its connection would be closed.\n\nNow two things are certain. Nobody here will take anything from an older leader. And S3’s history is as good as that of anybody counted. Only now does it send it: synchronization begins.',
    },
    cut: {
      title: 'Put the promise to the test',
      says: 'Another cluster. S3 leads epoch {old} with S1 alone; S1 has promised {promised}. Now the network cuts S3 off, and S2 starts: it has been away and has promised only {its}.\n\nS3 notices nothing yet. S1 will, when syncLimit is over. It and S2 elect a leader.',
      ask: 'Which epoch will that leader lead?',
      answer:
        'Epoch {epoch}. A quorum promised epoch 2, and every quorum shares a server with it, here S1. So no later leader can miss that number. Two are LEADING for a moment, {leaders}, but in different epochs: their zxids can never be the same.',
      wrong: {
        two: 'This is what the promise protects from. In this branch S1’s disk is wiped and S1 starts again, so that nobody remembers epoch 2. The new leader leads epoch {epoch}. Now {leaders} both lead epoch 2.',
      },
    },
    twins: {
      title: 'Without the promise: twins',
      says: 'We stay in the future where S1 has lost its promise: {leaders} both lead epoch 2. Client boris opens a session at S2, client anna at S3.\n\nEach opening is a transaction, and each leader counts from 1. Look at 2·1: {holders} have one on disk, and S3’s is not that of the others. One zxid, two transactions: zxids tell nothing about logs any more. That is why the promise comes first, and is on disk.',
    },
    five: {
      title: 'Five promises',
      says: 'Five servers that have promised different epochs: S1 and S5 epoch 1, S4 epoch 2, S3 epoch 3, and S2 epoch 6. S5 is elected. A quorum is {quorum}. The link between S2 and S5 is slow: S2 will be the last to connect.',
      ask: 'Which epoch will S5 choose?',
      answer:
        'Epoch {epoch}. S5 has heard {heard}; the largest promise among them is 3. It does not wait for S2. When S2 comes, it is offered an epoch below its promise and refuses. It stays outside until there is another leader.',
      wrong: {
        '*': 'In this branch S1 and S4 are killed, so that S5 must wait for S2. It hears {heard} and takes {epoch}, one more than S2’s 6. The largest promise decides, but only among those that make up the quorum first.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Stale reads and sync',
  question: 'One client has written and has its answer. What does another client read, right after that?',
  steps: {
    answered: {
      title: 'The write is done',
      says: 'Anna’s client is connected to S2, Boris’s to S1. Anna has set /price from 10 to {now} and has just got her answer: it is committed. The link from the leader S3 to S1 is slow, so the COMMIT for S1 is still on its way.\n\nNow Anna calls Boris on the telephone: “Look at the price!”',
      ask: 'What does Boris read at S1?',
      answer:
        '{read}. A server answers reads from its own database, at once, without asking anybody: that is what makes reads cheap. S1 has not heard of the commit, so it answers as if there were none. Nothing is broken. S1’s answer is old, but it was true once, and it is a state that everybody has gone through.',
      wrong: {
        new: 'Whoever reads where the write has been applied sees it: in this branch Anna reads at S2 and gets {read}. Boris is connected to S1, and his server knows only what has reached it.',
      },
    },
    sync: {
      title: 'With sync',
      says: 'Back to the moment when Anna has her answer. This time Boris’s client calls sync first, and reads after that.',
      ask: 'What does Boris read now?',
      answer:
        '{read}, after {millis} ms. S1 hands the sync to the leader; the leader’s reply travels on the same connection as its COMMITs, behind them. When the reply is there, everything before it is, too, and S1 has applied it. sync does not fetch anything: it waits until what is on its way has come.',
      wrong: {
        old: 'That is the read without sync: in this branch Boris leaves it out, and gets {read}. With sync S1 waits for the leader’s reply, and the COMMIT is ahead of it on the same connection.',
      },
    },
    'not-back': {
      title: 'Never back in time',
      says: 'Once more the moment when Anna has her answer from S2. Now her client moves: it connects to S1, where the COMMIT has not arrived, with the session that it has.',
      ask: 'What does S1 do with Anna’s client?',
      choices: {
        refused: 'It refuses the connection',
        stale: 'It lets her in, and she reads the old price',
      },
      answer:
        'It refuses. A client says which zxid it has seen last, here {seen}; S1 is at {has}. Somebody who has seen the future must not be shown the past, so the client has to try another server, or wait. Boris may read old data; Anna may not, because she has seen newer.',
      wrong: {
        stale:
          'That holds for somebody who has seen nothing newer: in this branch Boris reads {read} at S1, and that is allowed. Each client sees one history that only goes forward. How far it has come may differ from client to client.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'sync is not magic',
  question: 'A client calls sync before it reads. Is what it reads always the newest?',
  steps: {
    two: {
      title: 'A leader that has lost',
      says: 'S5 led all five. Ten seconds ago the network was cut: S1, S2 and S3 on one side, S4 and S5 on the other. The three have heard nothing from S5 for syncLimit, and have a new leader. S5 counts in ticks and has not given up yet. So right now {leaders} are LEADING.',
    },
    sync: {
      title: 'A write on the other side',
      says: 'Carla, at S1, sets /price from 10 to {now}. She has her answer: it is committed.\n\nBoris is connected to S4, on the side of S5. He is careful. He calls sync first, and reads /price when it is answered.',
      ask: 'What does Boris read?',
      answer:
        '{read}. His sync was answered, without an error, and still he reads what was overwritten before he asked. S5 is a leader that does not know it has lost.',
      wrong: {
        new: 'At the leader that a quorum follows it works: in this branch Boris connects to S1 instead, calls sync, and reads {read}.',
      },
    },
    why: {
      title: 'What a leader does for a sync',
      says: 'The sync has just come to S5, and the reply is on its way already. S5 looks at one thing only: is a proposal of mine still outstanding? There is none, so it replies at once. It does not ask its followers whether they still follow.\n\nsync promises this much: you see all that this leader had committed when the sync reached it. It does not promise that this is the leader.',
    },
    'write-first': {
      title: 'A write instead of a sync',
      says: 'Back to the moment when Carla has her answer. This time Boris creates a znode of no importance, /now, and reads /price after that.',
      ask: 'Does he get any answer within 700 ms?',
      choices: {
        answered: 'Yes, and he reads the old price',
        silence: 'No',
      },
      answer:
        'No. S5 proposes /now, S4 acknowledges it, and that makes two of five, where {quorum} are needed. The read waits behind the write of the same session. Boris learns nothing, but nothing false either. A write is committed only by a leader that a quorum still follows, so an answered write proves what a sync takes for granted.',
      wrong: {
        answered:
          'That is the way with sync: in this branch Boris calls it instead of writing, is answered, and reads {read}.',
      },
    },
    after: {
      title: 'The window closes',
      says: '{millis} ms after Carla’s answer S5 finds that it has not heard from a quorum for too long. It steps down. Only {leaders} is LEADING now. S4 will notice in a moment. Boris, at S4, calls sync and reads.',
      ask: 'Does he read anything within three seconds?',
      choices: {
        old: 'Yes, 10 as before',
        nothing: 'No',
      },
      answer:
        'No. Without a leader S4 serves nobody, and closes his connection. The wrong answer was possible for one or two seconds, while the old leader was still counting. That is short, and it is long enough for a lock that two clients believe they hold.',
      wrong: {
        old: 'Only a server that follows a leader answers. In this branch Boris goes to S1, and reads {read}.',
      },
    },
  },
};

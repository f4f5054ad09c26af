import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'The silent network',
  question: 'Nobody answers. How often does a server ask again?',
  steps: {
    first: {
      title: '200 ms of silence',
      says: 'S1 is one of five, and the only one that runs. It has a vote for everybody and nobody to take it. For 200 ms nothing has come in. So it dials the others once more, and decides to wait {next} ms this time.',
      ask: 'How many more times does it do so within the next ten seconds?',
      answer:
        '{count} times: after 400 ms, then 800, 1,600, 3,200. Each wait is twice the one before, so that a large ensemble does not drown a broken network in votes.',
      wrong: {
        '*': 'To ask more often would not help: it is not asking that ends the silence, but somebody being there. In this branch S2 and S3 start. They dial S1 themselves, S1 wakes up at once, whatever its wait, and after {millis} ms {leader} is elected.',
      },
    },
    doubled: {
      title: 'Still alone',
      says: 'The wait of 6,400 ms is over, too. S1 has dialled again, and the next one is {next} ms. So it goes on up to a minute: 60,000 ms is the longest.\n\nBoth ends can be set since 3.6: fastleader.minNotificationInterval and fastleader.maxNotificationInterval.',
    },
    heard: {
      title: 'A sign of life',
      says: 'S2 has started, and its vote is here. The silence is broken. But two of five are no quorum, so S1 goes on looking. Its wait is 12,800 ms at the moment.',
      ask: 'After the next silence, how many milliseconds is the new wait?',
      answer:
        '{next}. To hear something starts the wait anew, but at the same length: the votes that S2 repeated kept S1 quiet for {millis} ms in all. The length is never set back within an election. Only a new search for a leader begins with 200 again.',
      wrong: {
        '*': 'It begins at 200, and goes on with {next}, in a process that has just started. In this branch S1 is restarted. Otherwise it doubles, whatever has been heard.',
      },
    },
    mended: {
      title: 'The cable is plugged in again',
      says: 'Another ensemble, of three. S3 is down. S1 and S2 have been looking for 18 seconds, and the network between them was cut all the time. They last dialled at 12.6 s, and gave up after five seconds. Now the network is mended. Two of three are a quorum.',
      ask: 'Is there a leader within three seconds?',
      choices: {
        soon: 'Yes, they can reach each other',
        later: 'No',
      },
      answer:
        'No. A mended cable rings no bell. {looking} sit out their 12,800 ms, and only now, {millis} ms later, S1 dials again. After a long outage that may take up to a minute. Nothing is wrong: be patient, or set maxNotificationInterval lower.',
      wrong: {
        soon: 'Somebody has to say something first. In this branch S1 is restarted at this moment: a new process sends its vote at once, and {millis} ms later {leader} is elected.',
      },
    },
  },
};

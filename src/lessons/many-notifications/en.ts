import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Why so many notifications?',
  question: 'A log of one short election shows dozens of Notification lines. Who sends them all, and why?',
  steps: {
    first: {
      title: 'Everybody tells everybody',
      says: 'Three servers start. Each votes for itself and sends its vote to all {voters} voters, itself included: through the same queue, into the same log. So this is {voters} times {voters} notifications, before anybody has read one.',
      ask: 'How often is a vote sent to everybody again, until all three have decided?',
      choices: {
        none: 'Never: one vote each is enough',
        two: 'Twice',
        six: 'Six times: each vote is answered',
      },
      answer:
        '{count} times: S1 and S2 changed their minds, once each, and told everybody. {leader} had no reason to. A vote that is worse than mine, or equal to it, is counted and not answered.',
      wrong: {
        '*': 'It depends on how many change their minds. In this branch S3 is killed at once. {leader} keeps its vote, S1 adopts it, and {count} such sending is all. Nobody answers a vote in their own round; who learns of a better one tells everybody.',
      },
    },
    change: {
      title: 'A change is told to all',
      says: 'The same election, a moment earlier. S1 has just read {from}’s vote. It is better than its own, so S1 adopts it and sends it to all three.\n\nIt must: S2 counts who agrees with whom, and an old vote of S1 would stay in its table. In a large ensemble a vote may change several times. Each change is one more notification for every voter, so the lines of a log add up quickly.',
    },
    settled: {
      title: 'A late one asks',
      says: '{leader} leads, S1 follows. Now S3 starts. It sends its vote to all, as everybody does at first. For S2 the election is long over.',
      ask: 'What does S2 do with S3’s vote?',
      choices: {
        silent: 'Nothing: it is not looking for a leader',
        replies: 'It answers S3',
      },
      answer:
        'It answers, S3 alone: “I am {state}, the leader is {leader}.” Who has settled answers each vote of somebody who is still looking. It does not think about it: the vote is compared with nothing, and nobody else hears of it.',
      wrong: {
        silent:
          'Silence is what a dead server offers. In this branch S2 is frozen. Only S1 answers, S3 never hears the leader itself, and {looking} goes on looking.',
      },
    },
    'lower-round': {
      title: 'A reply to an older round',
      says: 'Another reply. S3 led, was killed and is back after 60 ms. It counts its rounds from 1; the others are in round {round}. S3’s vote of round 1 is not compared. But it gets an answer, sent to {to} alone: here is my vote, and it is of round {round}.\n\nSo among voters there are two kinds of replies: a looker answers one whose round is older, and who has settled answers everybody who looks.',
    },
    silence: {
      title: 'Nobody answers',
      says: 'Five servers, only S1 and S2 are running: a quorum is {quorum}. S1 and S2 agree, and then nobody has anything new to say. Each waits 200 ms, then sends its vote to all once more: a notification may have been lost with a broken connection. Then it waits 400 ms. S2’s next wait is {next} ms.',
      ask: 'And the one after that, in milliseconds?',
      answer:
        '{next} ms. Each wait in silence is twice the one before, up to a minute. It never goes back to 200 in the same look for a leader, not even when a message arrives.',
      wrong: {
        '*': 'Only the end of the election ends it. In this branch S3 is started: three of five, the election is over after {took} ms, and with it the waits. As long as nobody comes, each is twice as long as the one before.',
      },
    },
    'long-wait': {
      title: 'A long wait, and then somebody comes',
      says: 'S1 and S2 have been alone for a while. S2 will send its vote again in {next} ms. S3 starts now and makes a quorum possible.',
      ask: 'Must S3 wait until S2’s time is up?',
      choices: {
        waits: 'Yes, S2 says nothing before',
        atOnce: 'No',
      },
      answer:
        'No: after {millis} ms there is a result. S3’s first vote goes to all, and it wakes S2. It is better than S2’s, so S2 tells everybody of the change. Sending again is for lost messages; for news there is the first vote.',
      wrong: {
        waits:
          'It is so only where S3 cannot be heard. In this branch S3 is cut off. S2’s time runs out, it sends its vote once more, and {looking} look for a leader still.',
      },
    },
  },
};

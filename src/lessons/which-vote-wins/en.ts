import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Which vote wins?',
  question: 'Two servers vote for different leaders. Which of the two gives in?',
  steps: {
    cards: {
      title: 'Three cards on the table',
      says: 'Three servers have just started. Nobody leads, so each votes for itself. A vote is a card with three numbers: peerEpoch, zxid and leader.\n\nHere all three disks hold the same: peerEpoch {epoch}, and {zxid} as the last transaction.',
    },
    same: {
      title: 'Same epoch, same log',
      says: 'The cards differ in one number only: the id of the server that they name.',
      ask: 'Who will be elected?',
      answer:
        'peerEpoch is the same, zxid is the same, so the third number decides: the largest id wins, and that is {leader}. Nothing else makes it better. Any of the three would do, but all must pick the same one, and an id is never equal.',
      wrong: {
        s1: 'Here S3 is killed, to help S1. It does not help: S1 and S2 differ in their ids alone, the larger one wins, and {leader} is elected.',
        s2: 'S2 has its chance here, because S3 is killed before anybody hears of it. Only then {leader} is elected. While S3 is there, its card beats S2’s in the last number.',
        nobody:
          'This is what it takes: each server alone, cut off from the others. Three equal logs are no reason not to agree; to hear of nobody is.',
      },
    },
    older: {
      title: 'The longest log, the older epoch',
      says: 'S2 led epoch {its}, was cut off, and wrote two transactions that nobody else ever saw: its log ends at {longest}. S1 and S3 have since entered epoch {newer}, but nothing was written in it: their logs end at {others}.',
      ask: 'Who will be elected now?',
      answer:
        '{leader}, although S2 has the longest log. The first number is compared first: an epoch is newer or older before anybody looks at the log. S1 and S3 are equal up to the zxid, so the id decides between them.',
      wrong: {
        s1: 'S1 wins only where S3 is not heard: here it is killed, and {leader} is elected. With S3 there, the two are equal in peerEpoch and in zxid, and S3 has the larger id.',
        s2: 'The longest log, so here S2 gets help: S3 is killed. S2 loses all the same. {leader} is elected: its zxid is smaller, but its peerEpoch is newer, and that is compared first.',
        nobody:
          'This is what it takes: each server alone, cut off from the others. Logs that differ are no reason not to agree. The order of votes always has a largest one.',
      },
    },
    columns: {
      title: 'Column by column',
      says: 'The same election, a little earlier. S2’s card has just reached S1, and S1 compares it with its own, from left to right. The first difference decides, here {by}; what stands to the right of it is not read, so the longer log never counts.\n\nMany texts say that the zxid decides, then the id. They leave out the first column, and it is the one that keeps a server of an older epoch from leading.',
    },
    round: {
      title: 'The round comes before all',
      says: 'Another cluster. S3 was the leader and was killed; 60 ms later it is back. S1 and S2 look for a leader already: it is their second election, round {theirs}. S3 has forgotten everything that was not on disk, so it counts from the beginning: round {its}.\n\nAll three logs are equal. S3 has the largest id.',
      ask: 'What does S1 make of S3’s first vote?',
      choices: {
        adopts: 'It is the best one: S1 adopts it',
        ignores: 'S1 pays no attention to it',
      },
      answer:
        'S3’s vote is of round {round}, S1 is in round {mine}. Votes of an older round are not compared at all: they may tell of a world that is gone. S1 only answers with its own vote, so that S3 hears of the round.',
      wrong: {
        adopts:
          'If its card were enough, S3 would win here too. In this branch S3’s first vote arrives, but what S1 and S2 answer does not reach it: so S3 stays in its old round. Nobody adopts its vote, and {leader} is elected with a smaller id.',
      },
    },
    raised: {
      title: 'S3 catches up',
      says: 'The answer reaches S3. It sees a newer round and joins it: its logicalClock goes from {was} to {round}, it forgets the votes it has counted, and sends its card again.\n\nThe round is no part of the card. It says which election a card belongs to.',
    },
    again: {
      title: 'Now it counts',
      says: 'In round {round} S3’s vote is compared like any other. peerEpoch and zxid are equal, its id is the largest, and {leader} is elected.\n\nSo the whole rule: first the round must be the same; then peerEpoch, then zxid, then the id.',
    },
    five: {
      title: 'Order five votes yourself',
      says: 'S2 has the most transactions, all of epoch 3. The others have entered epoch 4; S3 and S4 have two transactions of it, S1 and S5 one. Compare the last zxids below.',
      ask: 'Who will be elected?',
      answer:
        '{leader}. Epoch 4 leaves out S2. Of the four others, S3 and S4 have the larger zxid. Of these two, S4 has the larger id.',
      wrong: {
        '*': 'Here S4 is killed at once, and {leader} is elected: the next in the order. Start with the newest epoch, keep who has the largest zxid, then take the largest id.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Observers',
  question: 'Two more servers, and no election or write gets slower. What do they do, and what can they not do?',
  steps: {
    elected: {
      title: 'No vote',
      says: 'Five servers, and S4 and S5 are observers. All logs are equal. Among equals the largest id wins, and yet {leader} leads: an observer is no candidate, and nobody counts its vote. A quorum is {quorum} of the three voters. {observers} have asked the voters who leads, and have been brought up to date like any follower.\n\nAnna’s client is connected to S4.',
    },
    request: {
      title: 'A write at an observer',
      says: 'Anna creates /order at S4. S4 cannot decide anything, so it hands the request to the leader, as a follower would. The request is on its way to S3.',
      ask: 'To whom does S3 send the PROPOSAL?',
      answer:
        'To {to}. A PROPOSAL asks for an ACK, and only voters are asked. Observers cost the leader nothing here, however many there are and however far away.',
      wrong: {
        '*': 'Who is not asked is not missed. In this branch S1 dies at this moment, and S3 commits with the ACKs of {acks}. No ACK of an observer makes up for that of a voter.',
      },
    },
    inform: {
      title: 'COMMIT for those who know, INFORM for those who do not',
      says: 'ACKs of {acks}: S3 commits. S1 and S2 have the transaction already, so a COMMIT is no more than its zxid. S4 and S5 have never seen it. They get an INFORM: transaction and commit in one packet.',
    },
    answered: {
      title: 'Anna has her answer',
      says: 'S4 has applied the write and answers Anna, {millis} ms after the commit. {applied} have it now. S4 writes it to its log, too, like everybody; but it owes nobody an ACK, so nobody waits for that.\n\nFor reads S4 is as good as a follower: it answers them from its own database.',
    },
    'voters-die': {
      title: 'Two voters die',
      says: 'Five servers run. Now S1 and S2 are killed: three of five are left.',
      ask: 'Who leads four seconds later?',
      answer:
        'Nobody. {up} are up, three of five machines, but only one of three voters, and it takes {quorum}. S3 steps down, and the observers lose their leader with it. They cannot elect S3, and they cannot take over.',
      wrong: {
        '*': 'It is the votes that count, not the machines. In this branch S1 and the observer S4 are killed: again {up} are left, three of five, and {leader} leads on, for two voters are among them.',
      },
    },
    'observers-die': {
      title: 'Both observers die',
      says: 'Back to Anna’s answer. This time S4 and S5 are killed. Anna’s client goes to S1 with its session and creates /order-2.',
      ask: 'Is it created?',
      choices: {
        goesOn: 'Yes',
        stops: 'No',
      },
      answer:
        'Yes, {millis} ms later. All three voters are there, and nobody ever waited for an observer. That is the bargain: add as many as you need for reads, in another data centre if you like. They add readers. To elections and commits they add nothing: no delay, and no safety.',
      wrong: {
        stops:
          'Writes stop when a majority of voters is gone. In this branch it is S1 and S2 that are killed: {up} are up, and nobody serves any more.',
      },
    },
  },
};

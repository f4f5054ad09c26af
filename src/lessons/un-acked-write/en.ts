import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'What happened to my un-acked write?',
  question: 'The leader died before it could say OK. Is the write there or not?',
  steps: {
    asked: {
      title: 'A write is on its way',
      says: 'Client ann has asked S3, the leader, for create /order x. S3 has made it transaction {zxid} and proposed it to S1 and S2. It is on the disk of {holders} so far: S3’s own takes a moment, too.\n\nann has no answer yet. She gets one only when a quorum has the transaction on disk. From here on we watch two futures.',
    },
    alone: {
      title: 'First future: nobody else has it',
      says: 'The network fails at S3: the proposals stay on the wire. S3 dies once it has the write on disk. Nobody else has it there: {holders} alone.\n\nS1 and S2 elect a leader. When it serves, the network is mended and S3 started.',
      ask: 'Who has the write on disk once S3 is back in line?',
      choices: {
        erased: 'Nobody: S3 throws it away',
        kept: 'S3 keeps it, the others lack it',
        spread: 'All three: S3 passes it on',
      },
      answer:
        'It is on the disk of {holders}. {leader} was elected without the write and leads a newer epoch. S3 comes back with a transaction that its leader’s history does not have, and is told TRUNC: its log is cut back to {last}. Nobody was promised this write, so nobody is wronged.',
      wrong: {
        kept: 'Only as long as S3 meets nobody. Here it is started with its network still broken: {holders} has the write, and is {state}. A server that follows a leader takes over that leader’s history, and there is no other way to serve.',
        spread:
          'For that, somebody who is elected must have it. In this branch S3’s network holds, S2 gets the proposal in time, and S3 dies then. Now {leader} leads, and the disks of {holders} have the write. This is the second future.',
      },
    },
    logged: {
      title: 'Second future: one more has it',
      says: 'Back to the same moment. This time the network holds, and S3 dies just after S2 has the write on disk: it is with {holders}. S2’s ack finds nobody any more. No quorum was ever counted, nothing was committed, and ann has no answer.',
      ask: 'Who has it in the database when a new leader serves?',
      choices: { none: 'Nobody', s2: 'S2 alone', both: 'S1 and S2' },
      answer:
        '{leader} is elected, and its log has the write. A new leader does not ask whether a transaction of its log was committed: its whole history becomes the beginning of epoch {epoch}, and is committed once a quorum has acknowledged NEWLEADER. The write has survived, though its own leader never committed it.',
      wrong: {
        none: 'It takes a lot to lose it now. In this branch S1 dies with the proposal still on its way to it, S3’s disk is wiped, and S2, who has the write, is away while {leader} is elected. Then S2 comes back and must throw it away.',
        s2: 'It takes two of them for a leader, and those two take the same history. Here S1 and S2 are kept apart. Both have the write by now, for S1 has read it from the wire; but {looking} look for a leader, and neither serves anybody.',
      },
    },
    unknown: {
      title: 'What ann sees',
      says: 'ann’s console says ConnectionLoss, in both futures, because both began at the same moment and she saw nothing else. Here the write is on the disks of {holders}, and will be there. In the first future it was erased.\n\nSo an error of this kind does not mean “failed”. It means “unknown”: whoever gets it must look, or ask for something that may safely be asked for twice.',
    },
    answered: {
      title: 'And if she had got her OK?',
      says: 'A third future: nothing fails. {acks} have the write on disk, that is a quorum, and S3 has just committed it. The answer is on its way to ann. Now S3 is killed.',
      ask: 'Is /order at S2 when a new leader serves?',
      choices: { there: 'Yes, in any case', gone: 'That depends on who is elected' },
      answer:
        'Yes. {leader} leads, and {holders} have it. It takes a majority to elect, and any two majorities of three share a server: somebody who has the write takes part, and its longer log wins. That is why OK is said only after a quorum has it on disk.',
      wrong: {
        gone: 'Here S2, who acknowledged it, dies as well, and S3 is started again. S1 does not have the write, but alone it is no majority. {leader} is elected, and {holders} have it. Whichever two meet, one of them has logged it.',
      },
    },
  },
};

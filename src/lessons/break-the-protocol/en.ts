import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Break the protocol',
  question: 'Every rule is there for something. What goes wrong without it, and who notices?',
  steps: {
    promise: {
      title: 'A rule at work',
      says: 'S3 was elected and led epoch 1, with S2, for as long as it takes to say so: it was killed at once. S2 was killed, too. S1 and S2 were started, and {leader} leads now, epoch {epoch}.\n\nNothing was ever written: no log tells of epoch 1. How did S2 know that it was taken? It had promised it to S3, and put acceptedEpoch on disk before it answered. A new epoch is above every acceptedEpoch that is heard.',
    },
    'no-promise': {
      title: 'The same without it',
      says: 'Before 3.4 ZooKeeper had no such file (ZOOKEEPER-335): of epochs a server knew what the zxids in its log said. The same servers, the same kills.\n\nThe audit beside the run sees all servers at once, and holds every event against what Zab promises.',
      ask: 'Which property breaks first?',
      choices: {
        none: 'None: nothing was written',
        oneLeader: 'One leader per epoch, ever',
        lacksNothing: 'A new leader lacks nothing',
      },
      answer:
        '{leader} leads epoch {epoch}, and so did S3 before it: the audit marks the very event. Is that so bad? Had S3 proposed 1·1 before it died, S2 would now propose another 1·1. Two transactions, one name, and nobody could ever tell which of them to cut. Rule: promise on disk. Guarantee: an epoch has one leader.',
      wrong: {
        '*': 'This branch keeps the file, and nothing breaks: S2 leads epoch {epoch}, and the audit has nothing to say. Nothing was lost yet, but look at what an epoch is for.',
      },
    },
    ballot: {
      title: 'Another rule at work',
      says: 'S2 led, and created /x for ann: transaction 1·2. S1 put it on disk and acknowledged it. With that S2 committed it and told ann OK. The COMMIT never reached S1, because the network failed; then S2 died. On disk it is at {holders}, but S1 had not applied it.\n\nS3, with the larger id, is back, and has never heard of it. Still {leader} is elected: when its role ended, S1 read its log to the end, and votes with all that is in it.',
    },
    'short-ballot': {
      title: 'What was it voting with?',
      says: 'Until 3.4.11 and 3.5.3 a server that lost its leader voted with what it had applied (ZOOKEEPER-2845). What was on its disk and not yet committed counted only after a restart. We take the rule away, and let the same things happen.',
      ask: 'Which property breaks first?',
      choices: {
        none: 'None: S1 still has 1·2 on disk',
        oneLeader: 'One leader per epoch, ever',
        lacksNothing: 'A new leader lacks nothing',
      },
      answer:
        'S1 votes with {vote}, though its disk has 1·2. So the votes are equal but for the id, and {leader} wins. It begins its epoch without a transaction that was committed. An ACK says: I have it on disk, and you may count on me. Who votes without it takes that back. Rule: vote with everything that is on disk. Guarantee: a new leader lacks nothing.',
      wrong: {
        '*': 'This branch keeps the rule, and nothing breaks. {leader} leads with 1·2, and {holders} have it on disk. The audit stays quiet.',
      },
    },
    chain: {
      title: 'One thing leads to another',
      says: 'The same branch, some seconds later. {leader} took S1 for equal and sent it nothing. Now ann’s session has ended by transaction 2·1. S1’s log reads 1·1, 1·2, 2·1, and S3’s 1·1, 2·1: the same end, another history. The audit lists what has broken; each entry leads to its event.\n\nann was told OK, and S3 has no /x. S1 will have it again as soon as it restarts. No server logs an error about this.',
    },
    counter: {
      title: 'The last of its epoch',
      says: '{leader} leads epoch {epoch}. Its 32-bit counter was just set near its end; three writes come. Since 3.3.5 and 3.4.4 a leader at 0xffffffff steps down. Here it goes on, as before (ZOOKEEPER-1277).',
      ask: 'Which property breaks first?',
      choices: {
        none: 'None: the zxids keep growing',
        oneLeader: 'One leader per epoch, ever',
        lacksNothing: 'A new leader lacks nothing',
        inOrder: 'Epochs in order',
      },
      answer:
        'S3 has just proposed {zxid}. It leads epoch 1, and the zxid says epoch 2: the counter ran over into the epoch, and the numbers cannot tell any more who was first. Rule: an epoch ends before its counter does. Guarantee: epochs in order.\n\nThe list of ZooKeeper’s bugs has more such runs. Take one, and say what breaks before you look.',
      wrong: {
        '*': 'This branch keeps the rule: S3 steps down by itself (reason: {reason}), an election follows, and a new epoch. Nothing breaks; it costs a second. Without the rule, look at the upper half of the zxid.',
      },
    },
  },
};

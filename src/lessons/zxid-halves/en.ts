import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'zxid = epoch · counter',
  question: 'Why does the counter of transactions start again with every leader?',
  steps: {
    halves: {
      title: 'One number, two halves',
      says: '{leader} leads epoch 2 and has just given a client’s write the zxid {zxid}. Its upper 32 bits are the epoch of the leader, its lower 32 bits a counter: epoch 2, transaction 2. (The first one opened the client’s session. That is a transaction, too.)\n\nOn the stage it is written 2·2.',
    },
    next: {
      title: 'The next write',
      says: 'The second write has become {zxid}. While one leader leads, only the counter moves, one by one, without gaps: every server can tell from two zxids whether something is missing between them.',
    },
    'new-leader': {
      title: 'Another leader',
      says: 'S3 was killed. {leader} leads now, epoch {epoch}. Its log ends with 2·3, and the client asks for one more write.',
      ask: 'Which zxid will it get?',
      answer:
        '{zxid}: the new epoch, and the counter begins anew. The new leader need not know how far the old one had counted. S3 may have numbered transactions that nobody else ever saw; whatever they were, they begin with 2, and cannot be taken for one of epoch 3.',
      wrong: {
        '*': 'Neither the old epoch nor the old count is used again. In this branch S3 comes back and another client opens a session, and still the first transaction of this leader is {zxid}.',
      },
    },
    order: {
      title: 'Still one order',
      says: '{zxid} is committed. Compared as one 64-bit number it is larger than 2·3, and than anything that epoch 2 could ever hold: the epoch stands in the upper half. So “newer” needs no clock, and no memory of how long an epoch was.',
    },
    'failed-write': {
      title: 'A write that fails',
      says: 'The client asks again to create /a, which has been there for a while. That must fail: NodeExists.',
      ask: 'Does a write that fails take a zxid?',
      choices: {
        takes: 'Yes, like any other',
        none: 'No, nothing has changed',
      },
      answer:
        'Yes: {zxid}. The leader finds the error and proposes it as a transaction that changes nothing; it is logged and committed like the others. So its client learns the answer in the same order as everybody’s writes, and the log is longer than the list of changes.',
      wrong: {
        none: 'What takes no zxid is a read. In this branch the client reads /a instead; the server that it is connected to answers alone, and the leader’s last zxid stays {last}.',
      },
    },
    full: {
      title: 'The counter is full',
      says: 'Another run, with a leader that has been at it for a very long time (the counter was set ahead, nobody wants to watch four thousand million writes): it has just committed {zxid}, the last but one that the lower half can hold. The very last, 4294967295 or 0xffffffff, is given to no transaction. One more write is on its way.',
      ask: 'What happens to it?',
      choices: {
        epoch: 'The leader steps down, so that a new epoch can begin',
        wraps: 'The leader goes on, in the same epoch',
      },
      answer:
        'S3 steps down of its own accord: after the last counter comes the next epoch, and an epoch takes an election. {leader} leads now, epoch {epoch}. The write was never proposed; its client has lost the connection and must ask again.',
      wrong: {
        wraps:
          'It could not: behind 0xffffffff the count would carry into the upper half, and claim an epoch that nobody was elected for. A new epoch takes a new election. In this branch S3 is killed before the write arrives, and {leader} begins epoch {epoch}.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'The returning ex-leader',
  question: 'It led, it wrote, it has more than all the others. Why does its last transaction have to go?',
  steps: {
    asked: {
      title: 'The last thing it did',
      says: 'S3 leads. Client ann has created /a: transaction 2·2, on all three disks. Now she asks for /b. S3 has made it {zxid} and proposed it to S1 and S2. Nobody has it on disk yet.',
    },
    extra: {
      title: 'One too many',
      says: 'S3’s network fails, so the proposals stay on the way. S3 writes /b to its own disk and dies. It is on the disk of {holders} alone: one transaction more than anybody has.\n\nS1 and S2 go on without it.',
      ask: 'Could S3 have told ann OK before it died?',
      choices: {
        yes: 'Yes: it was the leader, and it had the write on disk',
        no: 'No',
      },
      answer:
        'No. OK needs {quorum} disks, and only {holders} had it. Turn that round. Had a quorum written /b, then S1 or S2 would have it; with the longer log, that one would have been elected, and /b would not be extra now. {leader} leads without /b. That alone proves that nobody was told OK.',
      wrong: {
        yes: 'Only if one more disk has it, and then it is not extra. In this branch S3 lives until it commits /b. Then {leader} leads with /b in its log, and {holders} have it. S3 will come back and have nothing to give up.',
      },
    },
    returns: {
      title: 'It comes back',
      says: 'The network is mended and S3 is started. Its log ends at {its}, the longest of all. It voted for itself, but {leader} leads already, and those who have settled compare no votes. So S3 follows, and tells the leader how far its log goes.',
      ask: 'What does the leader send?',
      answer:
        '{mode}. S3 ends at {peer}; the leader’s history ends at {max}. The leader does not ask what is in the rest. A quorum elected its history; what goes beyond it was never committed.',
      wrong: {
        '*': 'In this branch S3’s disk has lost /b before S3 starts. Now both logs end at the same place, and it is {mode}, with nothing in it. With /b there is something to give up first: a DIFF only adds, and a SNAP is for logs that cannot be joined any more.',
      },
    },
    cut: {
      title: 'Cut, and equal again',
      says: 'S3 has cut its log back to {last} and follows. Who has /b on disk now: {holders}.\n\nWould it have hurt to keep it? The next write will be 3·1. S3’s log would have read 2·2, 2·3, 3·1, that of the others 2·2, 3·1. A client of S3 would see a znode that nobody else has. And ann has her ConnectionLoss, which promised her nothing.',
    },
    five: {
      title: 'Extra is what the leader does not have',
      says: 'Five servers now; S5 leads. Its link to S1, S2 and S3 fails at the moment when it proposes /b, so only S4 gets it. Then the power fails for both, S4 and S5. /b is on the disks of {holders}; a quorum is {quorum}. S4 is back when the others begin to look for a leader. S5 comes back after the election.',
      ask: 'What does the new leader send to S5?',
      answer:
        '{mode}, with nothing to cut. S4 has the longest log of the four, so {leader} was elected, and its whole history counts: /b is on the disks of {holders} now. It never had a quorum under S5, and nobody was told OK; still it stays. A transaction is extra only if the elected leader lacks it.',
      wrong: {
        '*': 'In this branch S4’s drive has lost /b when S4 comes back. {leader} is elected, and nobody who votes has ever heard of /b. So S5 is sent a {mode}, and /b is cut away. While S4 has it and votes, it is otherwise: the longer log wins, and brings /b with it.',
      },
    },
  },
};

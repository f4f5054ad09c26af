import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Read a real election log',
  question: 'It is 3 a.m., and the log is full of Notification lines. What does each field say, and what comes of it?',
  steps: {
    begins: {
      title: 'Two lines of its own',
      says: 'The inspector shows the log of S1, as ZooKeeper 3.8 writes it: time, [myid] of the server, level, thread and class, message. S1 has just been started:\n\n“{line}”: it looks for a leader. Its log ends at 0x100000003: epoch 1 in the upper half, counter 3 in the lower.\n\nThe Notification below it is the same vote, come back: a server sends its vote to every voter, itself included. So n.sid:1 here is S1. “my state” is always who writes the line; every n. is what has come.',
    },
    other: {
      title: 'Who says it, and who is meant',
      says: '“{line}”\n\nn.sid sent it, n.state is its state. n.leader is whom it votes for; here both are 3, but need not be. n.round counts elections, and follows a larger one: votes of an older round do not count. n.peerEpoch is the epoch that the candidate joined last, n.zxid the end of its log.\n\nBelow it S1 votes again, n.leader:3. S3’s log ends at 1·4, its own at 1·3.',
    },
    better: {
      title: 'A majority, and a third',
      says: 'Two of three agree on S3: {agreeing}. S1 waits 200 ms longer for something better. Now look at the log of S2. Its own line says n.leader:2 and n.peerEpoch:0x2, and its n.zxid is {zxid}: the shortest log of all. That vote, for {leader} of epoch {epoch}, is on its way to S1.',
      ask: 'What will S1’s own next line say?',
      choices: {
        s1: 'n.leader:1, itself',
        s2: 'n.leader:2',
        s3: 'n.leader:3, as before: the majority stands',
      },
      answer:
        'n.leader:2. S2’s line came within the 200 ms. Votes are compared by n.round, then n.peerEpoch, then n.zxid, and at last n.leader, whatever the order in which they are printed. Mind that n.peerEpoch is not the upper half of n.zxid: S2 joined epoch 2, and nothing was written in it.',
      wrong: {
        '*': 'Only if S2 is not heard in time. In this branch it is cut off. The 200 ms end in silence, and S1 writes “{line}”: it follows S3, whose zxid is larger than its own.',
      },
    },
    took: {
      title: 'Elected, and nothing more',
      says: 'S2’s log: “{line}”. That is the time from “New election” up to here, 200 ms of silence included. The other two write FOLLOWING - LEADER ELECTION TOOK.\n\n{leader} is LEADING. And who serves clients at this moment? The run says: {serving}. If the next thing you read is LOOKING again, the votes were fine: the trouble is in discovery or synchronization, on port 2888 and not 3888.',
    },
    latecomer: {
      title: 'A server comes late',
      says: 'S2’s log has the line that counts: “Have quorum of supporters”, zxid 0x300000000. Epoch {epoch} is led, and clients are served.\n\nS3 will be killed and started again, and asks. Look for n.state:LEADING: old lines may come first. S2 was elected with n.peerEpoch:0x2 and n.zxid:0x100000002.',
      ask: 'Which n.peerEpoch stands beside n.state:LEADING?',
      choices: {
        one: '0x1, as in its n.zxid',
        voted: '0x2, as it was elected',
        new: '0x3, the epoch that is led',
      },
      answer:
        '“{line}”. A leader with its quorum puts the new epoch into its vote; n.zxid stays that of the election, whatever has been written since. So such a line tells who leads, and in which epoch, not how far the log is. S3 needs a majority that says so, the leader among them.',
      wrong: {
        '*': 'It depends on when. In this branch S3 comes back right after the election, before the new epoch is settled: “{line}”. Once there is a quorum for it, the new epoch is in the vote.',
      },
    },
    count: {
      title: 'Count for yourself',
      says: 'Five servers with the same history; this is the log of S1. S4 and S5 are near, S2 and S3 far away. S1 has just read n.leader:5 from S5, and goes over to it. A quorum is {quorum}. Lines with n.leader:4, above, do not count for S5.',
      ask: 'Whose n.leader:5 will make S1’s quorum?',
      answer:
        '{agreeing}. S1’s own vote counts, and its own line with n.leader:5 is in the log to show it. The second is S5’s; the third is S4’s new one, after its n.leader:4: of each n.sid only the last line counts. Then comes nothing for 200 ms, and FOLLOWING. You have read an election.',
      wrong: {
        '*': 'S1 itself is always one of them, and then whoever is heard first. In this branch S4 is killed, and the far ones decide: {agreeing}.',
      },
    },
  },
};

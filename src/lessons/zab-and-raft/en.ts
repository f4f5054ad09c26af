import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Zab and Raft, word for word',
  question: 'Same fault, two protocols. Which words mean the same, and which only look alike?',
  steps: {
    words: {
      title: 'The same scene in two languages',
      says: '{leader} leads epoch {epoch} and has just made a client’s write {zxid}: a PROPOSAL goes to everybody.\n\nRaft would say: the leader of term 2 appends an entry and sends AppendEntries. Term is epoch, entry is transaction, a heartbeat is PING. COMMIT has no packet: the next AppendEntries carries the commitIndex. An index never restarts; a zxid’s counter does, in each epoch.\n\nZooKeeper runs here; Raft is told after its paper (Ongaro and Ousterhout, 2014), the fault after its Figure 8.',
    },
    'one-vote': {
      title: 'Two of five have it',
      says: 'The network broke, then S4 and S5 died. {holders} have the entry on disk; a quorum is {quorum}.\n\nA Raft server gives one vote in a term, to the first candidate with a good enough log, votedFor on disk first (§5.2). If votes split, a new term begins after a random time.',
      ask: 'How often does S1 change its vote this time?',
      choices: {
        never: 'Never: it is for itself',
        once: 'Once: one vote in a round',
        twice: 'Twice',
      },
      answer:
        '{times} times, all in one round: from itself to S2, and from S2 to S3. A vote of FastLeaderElection is an opinion: it is sent to everybody, changed when a better one comes, and never written to disk. So votes do not split, they run together to the best, and {leader} is elected. That makes nobody safe yet: two may believe it, and the next step sorts that out.',
      wrong: {
        '*': 'It depends on how many it hears of, each with a better vote. In this branch S2 dies, too. Then only S3 is there to be adopted, and two of five elect nobody: {looking} go on looking.',
      },
    },
    'term-begins': {
      title: 'Where Raft is done, Zab begins',
      says: 'A Raft leader leads with its votes, and sends heartbeats at once; all have the term on disk. Logs that differ are mended on the way: the entry before must match in index and term, else AppendEntries tries one earlier (§5.3).\n\nIn Zab votes settle only whom to ask. Discovery finds epoch {epoch}; acceptedEpoch promises it on disk, as Raft’s currentTerm does. Then all take the leader’s history. At NEWLEADER, before its ACK, S1 put currentEpoch {current} on disk; its log still ends with {last}. For that number Raft has no word, and it decides the next step.',
    },
    'up-to-date': {
      title: 'S3 has another one, and dies',
      says: 'S3 has proposed 3·1, was cut off and died with it. S4 and S5 are started, and still have 2·2. S1 and S2 have neither.\n\nIn Raft whoever’s log is behind gets no vote: the term of the last entry decides, then the length (§5.4.1). S1 and S2 end with 2·1, S4 and S5 with 2·2. One of those two would be elected, and would bring 2·2 with it.',
      ask: 'Who will be elected here?',
      answer:
        '{leader}. S1 and S2 joined epoch {epoch} and wrote that down; S5 has {old}. The epochs are compared first, and only then the last zxid. {leader}’s log ends with {its}, and that is enough. Raft asks what is written in the log; Zab asks whom the log was last agreed with. S1 and S2 agreed with S3 on a history without 2·2.',
      wrong: {
        '*': 'For that S1 and S2 must not have joined epoch 3. In this branch S3 dies before its NEWLEADER arrives: S1 has promised {promised}, but is still in {joined}. So the epochs are equal and the logs decide, as in Raft: {leader} is elected, and brings 2·2 with it.',
      },
    },
    overwritten: {
      title: 'What goes, and who takes it away',
      says: 'S5 follows {leader} and has just cut its log back to {to}: TRUNC. The leader compares zxids once, while S5 synchronizes; a follower checks no term of an entry. Order and epoch are kept by the connection.\n\nIn Raft a follower drops an entry, and all after it, when AppendEntries brings another term for that index (§5.3). What goes here was on two disks of five, in either protocol. Figure 8 gets worse: a later leader brings the old entry to a quorum, dies, and still it is overwritten. So Raft must not call it committed. And Zab?',
    },
    'old-entries': {
      title: 'Entries of an older leader',
      says: 'Three servers. {leader} is elected for epoch {epoch}. On the disk of {holders} alone is 1·3, from a leader that is gone. S3 has just sent it to S2, and NEWLEADER after it; S1 comes next. No client writes.\n\nA Raft leader counts acks for entries of its own term only; older ones come along with one of its own (§5.4.2). So it writes an empty entry first (extended paper, §8).',
      ask: 'Is 1·3 committed once S3 serves?',
      choices: {
        yes: 'Yes, without a new transaction',
        no: 'No: first it needs one of epoch 2',
      },
      answer:
        'Yes, {millis} ms later. A quorum has acknowledged NEWLEADER: each has the whole history on disk, and currentEpoch says so. Nobody without 1·3 can win against them. Figure 8 asks for just that: in Raft the empty entry does it, in Zab NEWLEADER, which is no transaction. S3 stands at {last}, and no log has a line for it.\n\nSo do not translate word for word. Term and epoch, entry and transaction: fine. Voting, joining and committing are other rules, and each protocol needs its own set whole.',
      wrong: {
        no: 'Not a transaction, an acknowledgement is what it needs. In this branch the network breaks before an ACK for NEWLEADER arrives. {millis} ms later S2 gives S3 up. 1·3 is on the disks of {holders}, a quorum, but S3 cannot know it: it has committed nothing and served nobody.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Zab is not Paxos',
  question:
    'A leader has two writes on the way at once, and the second builds on the first. Can the second survive alone?',
  steps: {
    two: {
      title: 'First /config, then /ready',
      says: 'Client ann writes /config, then /ready, which says that /config is complete. S3 leads and waits for no commit: 2·2 is on the way, and now {ready}.\n\nBoth go to S2 on one connection, so in order. S1 is farther. Once S2 has read the first, S3 is cut off and dies.',
      ask: 'What will S1’s log end with under the new leader?',
      choices: {
        neither: '2·1: neither of the two',
        config: '2·2: /config alone',
        both: '2·3: both',
      },
      answer:
        '{last}: /config alone. {leader} was elected with it, and S1 got it from there. The second is lost, and nobody was told OK. What is left is the beginning of what S3 proposed.',
      wrong: {
        neither:
          'That is possible, too. In this branch S3 is cut off at once. Nobody reads either of the two, and S1’s log ends with {last}.',
        both: 'That is possible, too. In this branch S3 lives until S2 has read the second as well. Then S1’s log ends with {last}. Nothing, the first, or both: what never comes is the second alone.',
      },
    },
    whole: {
      title: 'A history, not slots',
      says: 'In plain Paxos each place in the log is decided by itself. If a leader has several on the way and dies, the next one asks place by place what may have been chosen. It may find the second and not the first, and put something else into the first place.\n\nZab decides on histories. The new leader, {leader}, asks nobody for single transactions. It brings the others to its own history as it is, and only then goes on. So what remains of an old leader is always a beginning of what that leader proposed. This is called primary order: /ready never comes without /config.',
    },
    lossy: {
      title: 'What it rests on',
      says: 'Now we take something away. A connection between servers delivers everything in order or ends; it never loses one packet and carries on. Here it does, for a moment: whatever S3 sends to S1 and S2 is lost, and no connection ends. Real TCP does not do this.\n\nann is about to write /config, and /ready a little later, when the network is well again.',
    },
    hole: {
      title: 'The second has everybody, the first has one',
      says: '/config is on the disk of {config} only: its proposals are lost. /ready is on the disks of {ready}. S1 and S2 noticed a gap in the numbers; ZooKeeper logs a warning and goes on. (The audit marks it on the timeline.)\n\nS3 has just counted the third ack for /ready.',
      ask: 'Is /ready committed a second later?',
      choices: {
        yes: 'Yes: it has more than a quorum',
        no: 'No',
      },
      answer:
        'No. The leader commits in order: while /config waits, /ready waits behind it, whatever its acks. This is the second guard of primary order, after the connection. Both wait, and ann has no answer.',
      wrong: {
        yes: 'It would be if /config were not in its way. In this branch nothing is lost. /config is on the disks of {config} and is committed first; then /ready is.',
      },
    },
    orphan: {
      title: 'And if the leader dies now?',
      says: 'The same moment: S1 and S2 hold /ready without /config. S3 is killed, and S2 will lead. It takes its history as it is.',
      ask: 'Does S2 have /ready when it serves?',
      choices: {
        there: 'Yes, /ready without /config',
        gone: 'No: what has no predecessor is dropped',
      },
      answer:
        'Yes. {leader} leads, {ready} have it on disk, and it is committed now: /ready is there, and /config is on a dead server’s disk alone. (The audit marks it: A primary’s order.) A new leader does not look for holes in its own log, because there are none where connections keep order. That is why Zab asks for exactly this, and ZooKeeper uses TCP.',
      wrong: {
        gone: 'A leader looks for no hole. It only cannot come about with real connections: in this branch nothing is lost, S3 commits both and dies. {leader} leads, and {config} have /config as well.',
      },
    },
  },
};

import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Why even numbers do not help',
  question: 'Four servers are more than three. Do they survive more?',
  steps: {
    four: {
      title: 'Four servers',
      says: 'An ensemble of {voters}. {leader} leads, the others follow. Everything that is decided needs more than half of the configured voters: {quorum} of {voters}. Exactly half is not enough, because then there could be two halves that decide differently.',
    },
    'two-of-four': {
      title: 'Two of four fail',
      says: 'In a moment S1 and S2 are killed. S3 and S4 stay, in perfect health, with every transaction on their disks.',
      ask: 'Who leads a few seconds later?',
      answer:
        'Nobody. At its next tick S4 counts who is still in step with it: S3 and itself, two of {voters}, and a quorum is {quorum}. It steps down and looks for a leader. The two will agree at once on whom they want, and still elect nobody: two votes are no majority of {voters}. Dead servers count, because nobody can tell them from servers that are cut off.',
      wrong: {
        s4: 'S4 leads on here, because only S1 was killed: {leader} and its followers {followers} are three of four. One more, and it ends.',
        s3: 'Here S4 itself is killed, and nobody else: S1, S2 and S3 are three of four, a quorum, and elect {leader}. With S1 and S2 gone there is nobody left to elect it.',
      },
    },
    three: {
      title: 'The same with three',
      says: 'Now an ensemble of {voters} that {leader} leads. A quorum is {quorum}.',
    },
    'one-of-three': {
      title: 'One of three fails',
      says: 'S1 is killed. {leader} and its follower {followers} are {quorum} of three: still a quorum, nothing stops.\n\nSo three servers stand one failure, and four servers stand one failure. The fourth adds a machine that can break, and one more ack to each commit.',
    },
    halves: {
      title: 'An even cut',
      says: '{voters} servers; a quorum is {quorum}; {leader} leads. The network is about to break in two: S1, S2 and S3 on one side, S4, S5 and S6 on the other.',
      ask: 'Who leads when all timeouts have passed?',
      choices: {
        s6: 'S6: the leader’s side goes on',
        both: 'S3 and S6: one on each side',
        nobody: 'Nobody, on either side',
      },
      answer:
        'Nobody. Each side has three of six, and {quorum} are needed. S6 has just stepped down; on the other side S1, S2 and S3 all vote for S3, and three votes elect nobody. An even ensemble can be cut so that no side lives. An odd one cannot: of any two sides one has the majority.',
      wrong: {
        '*': 'A side needs {quorum} of six. Here the cut runs elsewhere, two against four: {leader} leads on with {followers}, and the two find nobody. Two sides with {quorum} each would need eight servers, so two leaders that both commit there can never be.',
      },
    },
    'three-of-six': {
      title: 'Five or six?',
      says: 'A healthy ensemble of six again. Somebody says: with six we can lose three. So S1, S2 and S3 are killed.',
      ask: 'Who leads then?',
      answer:
        'Nobody: three of {voters} are no quorum, it takes {quorum}. Six stand two failures, just as five do. To stand f failures take 2f + 1 servers; one more does no harm, and does not help.',
      wrong: {
        s6: 'S6 leads on here, because only S1 and S2 were killed: {leader} with {followers} is four of six. A third failure is one too many.',
        s5: 'Here S6 alone was killed, and {leader} was elected by five of six. With S1, S2 and S3 gone S6 still lives, and even so has no quorum.',
      },
    },
  },
};

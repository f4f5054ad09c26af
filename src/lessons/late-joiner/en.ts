import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'A late joiner finds the leader',
  question: 'The election is long over. How does a server that starts now find out who won?',
  steps: {
    asks: {
      title: 'The fifth server',
      says: 'Four of five servers run, and {leader} leads. Now S5 starts. Its log is as good as the others’ and its id is the largest. It knows nothing of the others, so it looks for a leader as everybody does: it votes for itself and sends its vote to all.',
      ask: 'Who is LEADING when S5 has found its place?',
      answer:
        '{leader}, as before. The others are not LOOKING, so they do not compare S5’s vote with anything. They answer with the vote that is settled. After {took} ms S5 has heard enough, and follows.',
      wrong: {
        '*': 'For S5 to lead there would have to be an election. In this branch there is one, because S4 is killed, and still {leader} is elected: it has entered the new epoch along with S4, and S5 has not. While S4 leads and is heard, nobody compares votes at all.',
      },
    },
    settled: {
      title: 'A second table',
      says: 'An answer has come to S5, from {from}: “I am {state}, and {leader} leads.” It is compared with no vote. S5 files it in a second table, outofelection: those who have settled. (Being of S5’s own round, it stands among the votes as well; one of another round would not.) When {quorum} of five name the same leader, a quorum follows it.\n\nSo the ballot box in the inspector has two tables.',
    },
    'without-the-leader': {
      title: 'Everybody says so, but the leader',
      says: 'Once more from the start of S5. This time the link between S4 and S5 is cut, so S5 hears S1, S2 and S3, and never the leader itself. Three of five tell it that they follow S4: a majority.',
      ask: 'Does S5 take S4 for its leader within three seconds?',
      choices: {
        joins: 'Yes, three of five say so',
        waits: 'No, it goes on looking',
      },
      answer:
        'No. {followers} follow S4 and say so, but S5 wants to hear it from S4 as well: a leader that cannot be heard may be dead, and its followers may only not have noticed yet. So S5 asks again, after longer and longer waits.',
      wrong: {
        joins:
          'It is not the number that is missing. In this branch the link to S3 is cut instead, and S5 joins with the word of {agreeing}: just as many, but the leader is one of them.',
      },
    },
    few: {
      title: 'Nobody has settled',
      says: 'The same five servers; only S1 and S2 have been running, for a second, and two are no quorum. Now S5 starts.',
      ask: 'Who will lead?',
      answer:
        '{leader}. Nobody has settled on anything, so this is an ordinary election: the vote of S5 is compared, it has the largest id, S1 and S2 adopt it, and three of five are a quorum. Joining late is only late where there is something to join.',
      wrong: {
        '*': 'Without S5 there is no leader at all: in this branch it is killed, and S1 and S2 go on looking, because a quorum is {quorum}. S2 never led; it only waited. So there is nothing that S5 could join.',
      },
    },
  },
};

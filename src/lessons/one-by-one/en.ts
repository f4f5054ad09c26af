import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Start them one by one',
  question: 'Five empty servers are started in order. Why does S3 lead, and S5 follow?',
  steps: {
    alone: {
      title: 'One of five',
      says: 'Five servers are configured, and S1 is the first to be started. It votes for itself and hears from nobody else, so it dials the others again, after {next} ms the next time, then after twice as long.\n\nTo be elected takes a majority of the {voters} that are configured: {quorum} votes. That some of the five are not running makes no difference. S1 cannot know whether they are down or only out of reach.',
    },
    two: {
      title: 'Two agree',
      says: 'A second later S2 is started. The disks of both are empty, so the larger id wins, and S1 votes for {both} as well. Both who can be heard are of one mind.',
      ask: 'Who leads when S3 is started, two seconds from now?',
      answer:
        'Nobody. For {waited} ms both have voted for S2, and they could go on for a day: two are less than {quorum}. Agreement is not counted among those who are present, but among all who are configured.',
      wrong: {
        s2: 'Here S1 and S2 are cut off from the servers that are still to come, so that no S3 disturbs them, and they get all the time they want. After {waited} ms they still look for a leader. On the other side three have found one: {leader}.',
      },
    },
    three: {
      title: 'The third vote',
      says: 'S3 has been started, and its id is the largest so far. Now {agreeing} agree on S3: three of {voters}, a quorum.\n\nS3 does not lead at once. It waits {wait} ms for a better vote, because one might be on its way.',
    },
    leads: {
      title: 'S3 leads',
      says: 'No better vote has come. {leader} leads, {followers} follow, and all have entered epoch {epoch}.\n\nS3 was not chosen because it is the best of the five. It was the best one present when a majority was first reached.',
    },
    fifth: {
      title: 'Along comes S5',
      says: 'S4 has been started as well and follows. Now S5 starts: its disk is as empty as the others’ were, it votes for itself, and its id is the largest of all. {leader} leads, and {followers} follow.',
      ask: 'Who leads once S5 has found its place?',
      answer:
        '{leader}, as before. Those who follow or lead do not take part in an election. They only answer with the vote that they settled on, and S5 becomes {becomes}. A leader is not replaced because a larger id turns up.',
      wrong: {
        s5: 'So that S5 has a chance at all, the leader is killed here. All look for a leader again, and {leader} is elected, not S5. S5’s currentEpoch is {own}: it has never been in an epoch, while the others have entered the first one. The epoch counts before the id.',
        both: 'Two leaders would need two majorities of five, and any two of those share a server. Here S5 is alone on its side of a cut, with nobody to tell it of S3. It is {state} and stays so. The leader is {leader} alone.',
      },
    },
    settled: {
      title: 'How S5 is persuaded',
      says: 'S5 asks everybody, and {agreeing} have answered. S1’s answer says: I am {state}, and I have settled on S3. Such an answer is not adopted like a better vote. S5 only files it.\n\nOnce a majority of the five name one leader, and that leader itself says that it leads, S5 joins, whatever its own id.',
    },
    falling: {
      title: 'The other way round',
      says: 'The same five, started from the largest to the smallest: S5 now, then S4, S3, S2 and S1.',
      ask: 'Who will lead?',
      answer:
        '{leader}, as soon as S3 is there. The majority is again reached with the third server, and the largest id of those three wins: {followers} follow. S2 and S1 come too late to change that.',
      wrong: {
        '*': 'In this branch S5 is killed at once. Then S2 has to come before there are three again, and {leader} leads with {followers}. Count to three, and take the largest id of those who are there.',
      },
    },
  },
};

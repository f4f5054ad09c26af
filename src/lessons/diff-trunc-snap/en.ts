import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'DIFF, TRUNC or SNAP?',
  question: 'A server comes to its leader with an old log. Who decides how it is brought up to date, and from what?',
  steps: {
    behind: {
      title: 'Behind',
      says: 'S3 leads, S2 follows; both logs hold 1·1 to 1·6. Now S1 has come: it ends at {its}. Of its log it will tell the leader that one number, nothing more.',
      ask: 'What does the leader send?',
      answer:
        '{mode}. The leader keeps its latest transactions in memory, here {min} to {max}. S1’s last zxid, {peer}, is among them. So it is known what is missing: what comes after. A DIFF is just these, each as a PROPOSAL and a COMMIT, as if S1 had been there.',
      wrong: {
        '*': 'It would be {mode} for a server without a log: in this branch S1’s disk is wiped first. There is no place any more where the leader’s history could join on. A TRUNC would be for somebody who has too much; S1 has too little.',
      },
    },
    ahead: {
      title: 'Too much',
      says: 'The same leader. This time S1 has 1·7 and 1·8, which it once logged and which never reached anybody else. It has come late: with it in the election, it would have led, and everybody would have got the two.',
      ask: 'What does the leader send?',
      answer:
        '{mode}. S1 ends at {peer}, beyond the last that the leader has, {max}. So S1 is told to cut its log there. It cannot know by itself that its two transactions were never committed. Whether they were is a question for the leader’s history, and a quorum had elected that.',
      wrong: {
        '*': 'In this branch S1’s last two transactions are gone before it comes, so that it ends exactly where the leader does: {mode}, with nothing in it. Whoever has more than the leader must give it up first.',
      },
    },
    astray: {
      title: 'Something else',
      says: 'Here S2 and S3 went on in epoch 2: their logs are 1·1, 1·2, 2·1 to 2·4. S1 has 1·3, which the others never had. Compared as a number, 1·3 lies between the leader’s first and last.',
      ask: 'What does the leader send?',
      answer:
        '{mode}. {peer} lies between {min} and {max}, but it is not in the leader’s history: after 1·2 comes 2·1. It might be cut off, but where its own history goes on in another epoch, a leader does not decide for a TRUNC. So S1 gets the whole database, and its log counts for nothing.',
      wrong: {
        '*': 'In this branch S1 has lost 1·3. It ends with 1·2, which is in the leader’s history, and so it is {mode}. With 1·3 it cannot be, because 1·3 is not in that history.',
      },
    },
    far: {
      title: 'Far behind',
      says: 'A leader with sixty transactions that keeps only the last few in memory. S1 has three. Not all that it lacks is in the leader’s memory any more.',
      ask: 'What does the leader send?',
      answer:
        '{mode} all the same: memory begins at {min}, but what lies between {peer} and that is in the leader’s own log on disk, and it reads it from there. It sends a snapshot instead where its log files do not go back that far, or where those that it would have to read on top are larger than a third of its snapshot. So it is the leader who decides: by the learner’s last zxid {peer}, by its own {min} and {max}, and by its files.',
      wrong: {
        '*': 'In this branch S1 comes with an empty disk, and then it is {mode}. With three transactions it has a place where the leader’s log can go on, though far back.',
      },
    },
  },
};

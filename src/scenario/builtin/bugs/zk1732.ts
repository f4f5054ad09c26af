import { sidOf } from '../../../zookeeper/ids.ts';
import { cut, heal, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 and S3 agree on S3 in round 1, but nothing of S1 gets through any more. S3 tires of waiting and is elected again in round 2, by S2; then
 * S1's words get through, and it joins with the vote that it has. S2 comes back, finds two members of one ensemble that name
 * different rounds, and never two votes that are the same.
 */
export const zk1732: Bug = {
  jira: 'ZOOKEEPER-1732',
  scenario: bugScenario({
    id: 'zk-1732',
    title: 'Out of step, and out in the cold',
    profile: '3.4.4',
    // Until 3.5 five attempts of syncLimit each: longer than a leader waits for its followers.
    timing: { connectToLearnerMasterLimitTicks: 25 },
    script: [
      start(0, 1, 3),
      cut(150, 1, 3),
      cut(150, 1, 2),
      start(5600, 2),
      heal(7500, 1, 3),
      heal(7500, 1, 2),
      kill(9000, 2),
      start(9500, 2),
    ],
  }),
  mendedIn: ['3.4.6', '3.5.0'],
  mended: { voteEqualityLoose: true },
  untilMillis: 25_000,
  shows: { kind: 'looks', server: sidOf(2) },
};

import { sidOf } from '../../../zookeeper/ids.ts';
import { act, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * The ensemble has elected S3 in its second round. S3 starts anew, twice, before the others hear that it was gone: they answer
 * its first round with the vote of their second. It takes their word for it that it leads, and nobody comes.
 */
export const zk1514: Bug = {
  jira: 'ZOOKEEPER-1514',
  scenario: bugScenario({
    id: 'zk-1514',
    title: 'A leader of yesterday’s round',
    profile: '3.4.3',
    timing: { initLimitTicks: 4 },
    script: [
      start(0, 1, 2, 3),
      // The second round.
      kill(1000, 3),
      start(1020, 3),
      [1, 2].flatMap((sid) => act(2990, { do: 'latency', from: sidOf(3), to: sidOf(sid), millis: 2000 })),
      kill(3000, 3),
      [1, 2].flatMap((sid) => act(3010, { do: 'latency', from: sidOf(3), to: sidOf(sid), millis: 10 })),
      start(3020, 3),
      // The others send again what they have sent last: by now that is the answer of a follower.
      kill(3100, 3),
      start(3120, 3),
    ],
  }),
  mendedIn: ['3.4.4'],
  mended: { leadsInOwnRoundOnly: true },
  untilMillis: 8000,
  shows: { kind: 'stepsDown', server: sidOf(3), reason: 'epochTimeout' },
};

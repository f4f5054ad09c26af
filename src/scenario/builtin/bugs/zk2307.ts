import { type Epoch, sidOf } from '../../../zookeeper/ids.ts';
import { act, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

const ONE = { acceptedEpoch: 1 as Epoch, currentEpoch: 1 as Epoch };

/**
 * The file of S1's acceptedEpoch cannot be written, once. In memory the epoch is 2 all the same: the second time it is old news,
 * and currentEpoch 2 is written over an acceptedEpoch of 1. S1 does not start with that.
 */
export const zk2307: Bug = {
  jira: 'ZOOKEEPER-2307',
  scenario: bugScenario({
    id: 'zk-2307',
    title: 'Memory got ahead',
    profile: '3.6.1',
    disks: { 1: ONE, 2: ONE, 3: ONE },
    script: [
      start(0, 2, 3),
      act(1500, { do: 'failDisk', server: sidOf(1), because: 'error', write: 'acceptedEpoch', times: 1 }),
      start(1600, 1),
      kill(4000, 1),
      start(4100, 1),
    ],
  }),
  mendedIn: ['3.5.8', '3.6.3', '3.7.0'],
  mended: { epochFileFirst: true },
  untilMillis: 5000,
  shows: { kind: 'exits', server: sidOf(1), code: 1 },
};

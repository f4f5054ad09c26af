import { sidOf } from '../../../zookeeper/ids.ts';
import { connect, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has taken the snapshot of epoch 2 and dies before its currentEpoch says 2. Its data is newer than its epoch, and it refuses
 * to start; later, the number was in currentEpoch.tmp, written and not renamed.
 */
export const zk4269: Bug = {
  jira: 'ZOOKEEPER-4269',
  scenario: bugScenario({
    id: 'zk-4269',
    title: 'A rename short',
    profile: '3.7.0',
    timing: { commitLogCount: 0, snapshotSizeFactor: -1 },
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1, 3),
      start(1400, 3),
      connect(3000, 'bob', 3),
      slowDisk(3500, 1, 60),
      start(4000, 1),
      kill(4300, 1),
      start(5000, 1),
    ],
  }),
  mendedIn: ['3.5.10', '3.6.3', '3.7.1'],
  mended: { epochAtomicWrite: 'temporaryFile' },
  untilMillis: 6000,
  shows: { kind: 'exits', server: sidOf(1), code: 1 },
};

import { sidOf } from '../../../zookeeper/ids.ts';
import { connect, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has taken the snapshot of epoch 2 and dies before its currentEpoch says 2. Its data is newer than its epoch, and it refuses
 * to start; later, a marker file tells the next start that this may be.
 */
export const zk1653: Bug = {
  jira: 'ZOOKEEPER-1653',
  scenario: bugScenario({
    id: 'zk-1653',
    title: 'Newer than its epoch',
    profile: '3.4.6',
    // As in the releases before, which had no marker to go by.
    toggles: { epochAtomicWrite: 'none' },
    timing: { commitLogCount: 0, snapshotSizeFactor: -1 },
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1, 3),
      start(1400, 3),
      connect(3000, 'bob', 3),
      slowDisk(3500, 1, 60),
      start(4000, 1),
      kill(4370, 1),
      start(5000, 1),
    ],
  }),
  mendedIn: ['3.4.6'],
  mended: { epochAtomicWrite: 'updatingEpoch' },
  untilMillis: 6000,
  shows: { kind: 'exits', server: sidOf(1), code: 1 },
};

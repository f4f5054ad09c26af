import type { Epoch } from '../../../zookeeper/ids.ts';
import { start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 and S3 have the same transactions, S1 of a later epoch. S1's vote beats S3's by its epoch, S3's beats S1's by its sid: each
 * goes over to the other, for ever. It was reported of five servers; two are enough.
 */
export const zk1419: Bug = {
  jira: 'ZOOKEEPER-1419',
  scenario: bugScenario({
    id: 'zk-1419',
    title: 'After you',
    profile: '3.4.3',
    disks: {
      1: { acceptedEpoch: 2 as Epoch, currentEpoch: 2 as Epoch },
      3: { acceptedEpoch: 1 as Epoch, currentEpoch: 1 as Epoch },
    },
    script: [start(0, 1), start(2000, 3)],
  }),
  mendedIn: ['3.4.4'],
  mended: { votesTotallyOrdered: true },
  untilMillis: 6000,
  shows: { kind: 'leaderless' },
};

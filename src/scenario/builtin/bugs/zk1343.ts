import type { Epoch } from '../../../zookeeper/ids.ts';
import { start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has promised epoch 2 to a leader that is gone. S2 has epoch 2 in mind too, and S1's word does not move it on: S1 has given
 * that promise away and cannot give it again. S2 waits for another until initLimit is over.
 */
export const zk1343: Bug = {
  jira: 'ZOOKEEPER-1343',
  scenario: bugScenario({
    id: 'zk-1343',
    title: 'The same epoch, promised before',
    profile: '3.4.0',
    disks: {
      1: { acceptedEpoch: 2 as Epoch, currentEpoch: 1 as Epoch },
      2: { acceptedEpoch: 1 as Epoch, currentEpoch: 1 as Epoch },
    },
    script: [start(0, 1, 2)],
  }),
  mendedIn: ['3.4.3'],
  mended: { epochAboveAccepted: true },
  untilMillis: 4000,
  shows: { kind: 'leaderless' },
};

import { connect, create, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S2 and S3 have committed /x. S1 is being synchronized by S3: its currentEpoch is written first, and it dies before the log
 * is. The high epoch with the short log beats S2, which has to cut /x from its own log.
 */
export const zk4643: Bug = {
  jira: 'ZOOKEEPER-4643',
  scenario: bugScenario({
    id: 'zk-4643',
    title: 'An epoch without its log',
    profile: '3.8.0',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1),
      create(1310, 'ann', '/x'),
      kill(1400, 2, 3),
      slowDisk(1400, 1, 60),
      start(1500, 1, 3),
      kill(2090, 1, 3),
      start(2200, 1, 2),
    ],
  }),
  mendedIn: ['3.8.5', '3.9.2'],
  mended: { newleaderOrder: 'D' },
  untilMillis: 5000,
  shows: { kind: 'violates', property: 'CommittedLogDurability' },
};

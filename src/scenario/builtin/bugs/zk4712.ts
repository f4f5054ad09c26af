import { connect, create, cut, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1's log thread is still flushing /w when /x, which nobody else will ever have, comes, and then the end of its leader. S1
 * reads its log before that thread has come to /x, votes without it and follows S2; but then /x is on its disk, and comes
 * back with its next start.
 */
export const zk4712: Bug = {
  jira: 'ZOOKEEPER-4712',
  scenario: bugScenario({
    id: 'zk-4712',
    title: 'The log thread was not done',
    profile: '3.9.2',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      slowDisk(1200, 1, 300),
      create(1300, 'ann', '/w'),
      cut(1325, 3, 2),
      create(1330, 'ann', '/x'),
      kill(1365, 3),
      slowDisk(2000, 1, 2),
      connect(6000, 'bob', 2),
      create(6200, 'bob', '/y'),
      kill(6500, 1),
      start(6600, 1),
      create(8000, 'bob', '/z'),
    ],
  }),
  mendedIn: ['3.9.3'],
  reconstructed: true,
  mended: { flushSyncThreadBeforeFastForward: true },
  untilMillis: 10_000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

import { connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1's main thread is slow, its disk is fast: the log thread acknowledges what S1 was given before NEWLEADER is
 * acknowledged. The leader takes that for a wrong answer, goes on without counting S1, and gives up after initLimit.
 */
export const zk4685: Bug = {
  jira: 'ZOOKEEPER-4685',
  scenario: bugScenario({
    id: 'zk-4685',
    title: 'Overtaken by itself',
    profile: '3.8.0',
    timing: { initLimitTicks: 4, newLeaderAckDelayMillis: 50 },
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1),
      create(1300, 'ann', '/x'),
      kill(1400, 2, 3),
      start(1500, 1, 3),
    ],
  }),
  mendedIn: ['3.8.5', '3.9.2'],
  mended: { newleaderOrder: 'D' },
  untilMillis: 3500,
  shows: { kind: 'leaderless' },
};

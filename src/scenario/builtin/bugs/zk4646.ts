import { connect, create, cut, heal, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 alone has /x on disk. It is elected again, and S2 acknowledges NEWLEADER while its log thread is still writing /x: that
 * makes /x committed. Both die before it is written; S2, whose epoch is the highest, leads without it.
 */
export const zk4646: Bug = {
  jira: 'ZOOKEEPER-4646',
  scenario: bugScenario({
    id: 'zk-4646',
    title: 'An ACK ahead of the disk',
    profile: '3.8.0',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1),
      cut(1300, 3, 2),
      create(1310, 'ann', '/x'),
      kill(1400, 2, 3),
      heal(1400, 3, 2),
      slowDisk(1400, 2, 60),
      start(1500, 2, 3),
      kill(2100, 2, 3),
      start(2200, 1, 2),
    ],
  }),
  mendedIn: ['3.8.5', '3.9.2'],
  mended: { newleaderOrder: 'D' },
  untilMillis: 5000,
  shows: { kind: 'violates', property: 'DurableAck' },
};

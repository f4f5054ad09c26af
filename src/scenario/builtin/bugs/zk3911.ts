import { connect, create, cut, heal, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 alone has /x on disk. It is elected again, and S2 acknowledges NEWLEADER with /x in memory only: that makes /x
 * committed. S2 dies before it is logged and S3 for good; S2, whose epoch is the highest, leads without it.
 */
export const zk3911: Bug = {
  jira: 'ZOOKEEPER-3911',
  scenario: bugScenario({
    id: 'zk-3911',
    title: 'A promise kept in memory',
    profile: '3.6.1',
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
      kill(2136, 2, 3),
      start(2200, 1, 2),
    ],
  }),
  mendedIn: ['3.5.9', '3.6.3', '3.7.0'],
  mended: { newleaderOrder: 'E' },
  untilMillis: 5000,
  shows: { kind: 'violates', property: 'LeaderLogCompleteness' },
};

import { sidOf } from '../../../zookeeper/ids.ts';
import { connect, create, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * /x is proposed and not committed when S1 is synchronized. Its COMMIT comes between NEWLEADER and UPTODATE, when S1 has
 * already handed /x to its log thread and finds nothing it could be for.
 */
export const zk4394: Bug = {
  jira: 'ZOOKEEPER-4394',
  scenario: bugScenario({
    id: 'zk-4394',
    title: 'A COMMIT for nothing',
    profile: '3.8.0',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1),
      slowDisk(1300, 2, 128),
      slowDisk(1300, 3, 100),
      create(1300, 'ann', '/x'),
      start(1310, 1),
    ],
  }),
  mendedIn: ['3.9.3'],
  mended: { newleaderOrder: 'E' },
  untilMillis: 3000,
  shows: { kind: 'losesLeader', server: sidOf(1), reason: 'commitWithoutProposal' },
};

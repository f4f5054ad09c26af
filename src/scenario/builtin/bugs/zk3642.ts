import { connect, create, cut, heal, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has received a snapshot and not yet NEWLEADER when its link breaks. It keeps the tree, votes with it, and the next
 * leader finds nothing missing: no snapshot is ever written, and a restart loses what was in it.
 */
export const zk3642: Bug = {
  jira: 'ZOOKEEPER-3642',
  scenario: bugScenario({
    id: 'zk-3642',
    title: 'A tree without roots',
    profile: '3.6.1',
    timing: { initLimitTicks: 4, commitLogCount: 0, snapshotSizeFactor: -1 },
    network: { jitterMillis: 60 },
    script: [
      start(0, 1, 2, 3),
      connect(1500, 'ann', 3),
      kill(2000, 1),
      create(2100, 'ann', '/a'),
      create(2400, 'ann', '/b'),
      start(3000, 1),
      cut(3720, 3, 1),
      kill(5000, 3),
      heal(8000, 3, 1),
      connect(9000, 'bob', 2),
      create(9500, 'bob', '/c'),
      kill(10_000, 1),
      start(10_100, 1),
      create(12_000, 'bob', '/d'),
    ],
  }),
  mendedIn: ['3.5.10', '3.6.3', '3.7.0'],
  mended: { snapFsync: true },
  untilMillis: 14_000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

import { connect, create, cut, heal, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 has logged /lost alone and dies of it. The others elect a new leader and go on; when S3 is back it is sent what it
 * misses, on top of what nobody else has.
 */
export const zk1154: Bug = {
  jira: 'ZOOKEEPER-1154',
  scenario: bugScenario({
    id: 'zk-1154',
    title: 'Nobody cut it back',
    profile: '3.4.6',
    // As before 3.3.4, which no profile reaches back to.
    toggles: { truncBeforeDiff: false },
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      create(1200, 'ann', '/kept'),
      cut(1400, 3, 1),
      cut(1400, 3, 2),
      create(1410, 'ann', '/lost'),
      kill(1500, 3),
      heal(1500, 3, 1),
      heal(1500, 3, 2),
      connect(3000, 'bob', 2),
      create(3200, 'bob', '/b'),
      start(4000, 3),
      create(6000, 'bob', '/c'),
    ],
  }),
  mendedIn: ['3.3.4'],
  reconstructed: true,
  mended: { truncBeforeDiff: true },
  untilMillis: 8000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

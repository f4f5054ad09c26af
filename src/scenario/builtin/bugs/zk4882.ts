import { sidOf } from '../../../zookeeper/ids.ts';
import { act, connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1's disk refuses /x, once; the others commit it, and S1 applies that. It leaves its leader, whose log thread is dead, and
 * comes back with what it has in memory: it misses nothing. Its log does, and a restart tells.
 */
export const zk4882: Bug = {
  jira: 'ZOOKEEPER-4882',
  scenario: bugScenario({
    id: 'zk-4882',
    title: 'A hole in the log',
    profile: '3.9',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      act(1500, { do: 'failDisk', server: sidOf(1), because: 'error', write: 'txns', times: 1 }),
      create(1600, 'ann', '/x'),
      create(3000, 'ann', '/y'),
      kill(4000, 1),
      start(4100, 1),
      create(6000, 'ann', '/z'),
    ],
  }),
  // As the open pull request has it.
  mendedIn: [],
  mended: { discardDbAheadOfLog: true },
  untilMillis: 8000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

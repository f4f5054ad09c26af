import { connect, create, cut, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has logged /x, and S2 has committed it by that; the COMMIT never reaches S1. When S1 looks for a leader again it votes
 * with what it has applied. S3, which knows nothing of /x, has the larger sid and leads.
 */
export const zk2845: Bug = {
  jira: 'ZOOKEEPER-2845',
  scenario: bugScenario({
    id: 'zk-2845',
    title: 'Forgotten at the ballot',
    profile: '3.5.3',
    script: [
      start(0, 1, 2),
      start(1000, 3),
      connect(2000, 'ann', 2),
      kill(2300, 3),
      create(2400, 'ann', '/x'),
      // After the proposal, before the COMMIT.
      cut(2425, 2, 1),
      kill(2500, 2),
      start(3000, 3),
    ],
  }),
  mendedIn: ['3.4.12', '3.5.4', '3.6.0'],
  mended: { fastForwardOnShutdown: true },
  untilMillis: 20_000,
  shows: { kind: 'violates', property: 'LeaderLogCompleteness' },
};

import { connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S5 comes back and is given /x and /y before NEWLEADER: it applies them and does not remember them. When it leads, S1, which
 * is older than both, is brought up to date from that memory and never gets them.
 */
export const zk4925: Bug = {
  jira: 'ZOOKEEPER-4925',
  scenario: bugScenario({
    id: 'zk-4925',
    title: 'A hole in the memory',
    profile: '3.9.3',
    servers: 5,
    script: [
      start(0, 1, 2, 3, 4),
      start(1000, 5),
      connect(2000, 'ann', 4),
      kill(2300, 1, 5),
      create(2400, 'ann', '/x'),
      create(2450, 'ann', '/y'),
      start(2600, 5),
      create(4000, 'ann', '/w'),
      kill(4300, 4),
      start(6000, 1),
    ],
  }),
  mendedIn: ['3.9.4'],
  mended: { syncTxnsEnterCommittedLog: true },
  untilMillis: 9000,
  shows: { kind: 'violates', property: 'TotalOrder' },
};

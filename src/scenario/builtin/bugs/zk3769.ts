import { sidOf } from '../../../zookeeper/ids.ts';
import { kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * Bytes from outside that are no notification end the thread of S2 that hears votes. Nobody notices, until a leader is needed.
 */
export const zk3769: Bug = {
  jira: 'ZOOKEEPER-3769',
  scenario: bugScenario({
    id: 'zk-3769',
    title: 'Deaf since yesterday',
    profile: '3.6.0',
    script: [
      start(0, 1, 2, 3),
      [
        {
          at: 1500,
          action: {
            do: 'stranger',
            client: 'scan',
            server: sidOf(2),
            as: sidOf(99),
            says: { kind: 'malformed', flaw: 'configLength' },
          },
        },
      ],
      kill(2000, 3),
    ],
  }),
  mendedIn: ['3.5.8', '3.6.1'],
  mended: { malformedSkip: true },
  untilMillis: 20_000,
  shows: { kind: 'leaderless' },
};

import { cut, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3's machine is gone: nothing comes back from it, not even a refusal. S1 and S2 could elect S2 without it, but each waits
 * for its dial to S3 to give up before it says anything more.
 */
export const zk2164: Bug = {
  jira: 'ZOOKEEPER-2164',
  scenario: bugScenario({
    id: 'zk-2164',
    title: 'Waiting for the dead',
    profile: '3.6.0',
    script: [cut(0, 1, 3), cut(0, 2, 3), start(0, 1, 2)],
  }),
  mendedIn: ['3.5.8', '3.6.1'],
  reconstructed: true,
  mended: { asyncElectionConnect: true },
  untilMillis: 4000,
  shows: { kind: 'leaderless' },
};

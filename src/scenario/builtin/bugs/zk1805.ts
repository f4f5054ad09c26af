import { sidOf } from '../../../zookeeper/ids.ts';
import { kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

const before = bugScenario({
  id: 'zk-1805',
  title: 'Two ways to say the same',
  profile: '3.4.4',
  script: [start(0, 1, 2, 3), kill(2000, 1), start(2500, 1)],
});

/**
 * Amid an upgrade S3 runs a 3.5 already, whose settled votes name no round; S2 names one. S1 comes back and finds no two votes
 * that are the same in every field: it cannot join a leader that both tell it of.
 */
export const zk1805: Bug = {
  jira: 'ZOOKEEPER-1805',
  scenario: {
    ...before,
    servers: before.servers.map((server) =>
      server.sid === sidOf(3) ? { ...server, toggles: { outOfElectionPlaceholder: true } } : server,
    ),
  },
  // ZOOKEEPER-1732, -1805, -1818: leader and epoch are enough.
  mendedIn: ['3.4.6', '3.5.5'],
  reconstructed: true,
  mended: { voteEqualityLoose: true },
  untilMillis: 20_000,
  shows: { kind: 'looks', server: sidOf(1) },
};

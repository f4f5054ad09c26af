import { sidOf } from '../../../zookeeper/ids.ts';
import { act, connect, create, heal, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 has been told that a DIFF up to /b is coming, and nothing of it arrives. It takes itself to be there already; the next
 * leader has nothing to send to it, and it stays without /b.
 */
export const zk2355: Bug = {
  jira: 'ZOOKEEPER-2355',
  scenario: bugScenario({
    id: 'zk-2355',
    title: 'Counted before it came',
    profile: '3.5.3',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      create(1200, 'ann', '/a'),
      kill(1400, 1),
      create(1500, 'ann', '/b'),
      act(2000, {
        do: 'hold',
        until: { event: 'receives', server: sidOf(1), packet: 'DIFF' },
        action: { do: 'cut', from: sidOf(3), to: sidOf(1) },
      }),
      start(2000, 1),
      kill(3000, 3),
      heal(3000, 3, 1),
      connect(6000, 'bob', 2),
      create(6200, 'bob', '/c'),
    ],
  }),
  mendedIn: ['3.4.11', '3.5.4'],
  mended: { diffKeepsZxid: true },
  untilMillis: 12_000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

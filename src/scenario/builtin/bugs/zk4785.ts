import { sidOf } from '../../../zookeeper/ids.ts';
import { act, connect, create, cut, heal, kill, slowDisk, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 alone has /x on disk. It leads again, and S2's ACK of NEWLEADER makes /x committed. S2 dies right before its log thread has
 * written it, and with it S3: S2 and S1 lead on without /x, which clients may have seen.
 */
export const zk4785: Bug = {
  jira: 'ZOOKEEPER-4785',
  scenario: bugScenario({
    id: 'zk-4785',
    title: 'Gone between ACK and disk',
    profile: '3.9.0',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      kill(1200, 1),
      cut(1300, 3, 2),
      create(1310, 'ann', '/x'),
      kill(1400, 2, 3),
      heal(1400, 3, 2),
      slowDisk(1400, 2, 60),
      act(1450, { do: 'killAtFlush', server: sidOf(2), side: 'before', write: 'txns' }),
      act(1450, {
        do: 'hold',
        until: { event: 'becomes', server: sidOf(3), zabState: 'BROADCAST' },
        action: { do: 'kill', server: sidOf(3) },
      }),
      start(1500, 2, 3),
      start(2500, 1, 2),
    ],
  }),
  mendedIn: ['3.8.5', '3.9.2'],
  mended: { newleaderOrder: 'D' },
  untilMillis: 6000,
  shows: { kind: 'violates', property: 'LeaderLogCompleteness' },
};

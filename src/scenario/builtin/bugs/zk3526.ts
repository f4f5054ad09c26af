import { sidOf } from '../../../zookeeper/ids.ts';
import { act, connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 has lost its followers and serves reads. The session it makes by itself gets the zxid 0x1 and closes its committedLog,
 * behind transactions of epoch 1. It leads again, and orders S1, which it finds beyond that 0x1, to cut its log back to it.
 */
export const zk3526: Bug = {
  jira: 'ZOOKEEPER-3526',
  scenario: {
    ...bugScenario({
      id: 'zk-3526',
      title: 'A number that counts for nothing',
      profile: '3.6',
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        create(1200, 'ann', '/a'),
        create(1400, 'ann', '/b'),
        kill(1600, 1),
        create(1800, 'ann', '/c'),
        kill(2000, 2),
        act(8500, {
          do: 'connect',
          client: 'bob',
          server: sidOf(3),
          timeoutMillis: 10_000,
          canBeReadOnly: true,
        }),
        start(9500, 2),
        start(12_000, 1),
      ],
    }),
    service: { readOnlyModeEnabled: true },
  },
  // Its own mend is not released; since 3.7.0 such a session must be a local one.
  mendedIn: ['3.7.0'],
  mended: { readOnlySessionsLocal: true },
  untilMillis: 16_000,
  shows: { kind: 'violates', property: 'CommittedLogDurability' },
};

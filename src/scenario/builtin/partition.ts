/**
 * Five servers with one history fall apart, the leader on the small side: it must give up, the three elect
 * S3, and the heal brings the others back. The write makes all logs equal; without it whoever was synced last
 * with a snapshot would be ahead.
 */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

export const partition: Scenario = {
  version: 1,
  id: 'partition',
  title: 'Three against two',
  seed: 1,
  profile: '3.9',
  toggles: {},
  servers: [{ sid: s1 }, { sid: s2 }, { sid: s3 }, { sid: s4 }, { sid: s5 }],
  timing: { ...DEFAULT_TIMING, tickMillis: 500 },
  network: { latencyMillis: 10, jitterMillis: 3, links: [] },
  diskMillis: 2,
  script: [
    { at: 0, action: { do: 'start', server: s1 } },
    { at: 2, action: { do: 'start', server: s2 } },
    { at: 4, action: { do: 'start', server: s3 } },
    { at: 6, action: { do: 'start', server: s4 } },
    { at: 8, action: { do: 'start', server: s5 } },
    { at: 1000, action: { do: 'connect', client: 'ann', server: s1, timeoutMillis: 10_000 } },
    {
      at: 1200,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'create', path: '/a', data: 'one', dataLength: 3, ephemeral: false, sequential: false },
      },
    },
    {
      at: 2000,
      action: {
        do: 'partition',
        groups: [
          [s1, s2, s3],
          [s4, s5],
        ],
      },
    },
    { at: 9000, action: { do: 'healAll' } },
  ],
};

/** A leader dies after a write: the two that are left have it, and one of them leads the next epoch. */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const leaderKilled: Scenario = {
  version: 1,
  id: 'leader-killed',
  title: 'The leader is killed',
  seed: 1,
  profile: '3.9',
  toggles: {},
  servers: [{ sid: s1 }, { sid: s2 }, { sid: s3 }],
  timing: DEFAULT_TIMING,
  network: { latencyMillis: 10, jitterMillis: 3, links: [] },
  diskMillis: 2,
  script: [
    { at: 0, action: { do: 'start', server: s1 } },
    { at: 2, action: { do: 'start', server: s2 } },
    { at: 5, action: { do: 'start', server: s3 } },
    { at: 1000, action: { do: 'connect', client: 'ann', server: s1, timeoutMillis: 10_000 } },
    {
      at: 1200,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'create', path: '/a', data: 'one', dataLength: 3, ephemeral: false, sequential: false },
      },
    },
    { at: 2000, action: { do: 'kill', server: s3 } },
    { at: 6000, action: { do: 'start', server: s3 } },
  ],
};

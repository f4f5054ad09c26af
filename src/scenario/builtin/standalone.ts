/** One server that is no ensemble: it elects nobody, its zxids have no epoch, and a write is committed once it is on its own disk. */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

const s1 = sidOf(1);

export const standalone: Scenario = {
  version: 1,
  id: 'standalone',
  title: 'One server alone',
  seed: 1,
  profile: '3.9',
  toggles: {},
  servers: [{ sid: s1 }],
  timing: DEFAULT_TIMING,
  network: { latencyMillis: 10, jitterMillis: 3, links: [] },
  diskMillis: 2,
  service: { standaloneEnabled: true },
  script: [
    { at: 0, action: { do: 'start', server: s1 } },
    { at: 1000, action: { do: 'connect', client: 'ann', server: s1, timeoutMillis: 10_000 } },
    {
      at: 1200,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'create', path: '/a', data: 'one', dataLength: 3, ephemeral: false, sequential: false },
      },
    },
    // Nobody stands in for it: what it has on its disk is back when it is.
    { at: 2000, action: { do: 'kill', server: s1 } },
    { at: 6000, action: { do: 'start', server: s1 } },
  ],
};

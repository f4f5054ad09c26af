/** A follower is away while two things are written; on its return the leader sends it what it missed. */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const followerReturns: Scenario = {
  version: 1,
  id: 'follower-returns',
  title: 'A follower comes back',
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
    { at: 1000, action: { do: 'connect', client: 'ann', server: s2, timeoutMillis: 10_000 } },
    {
      at: 1200,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'create', path: '/a', data: 'one', dataLength: 3, ephemeral: false, sequential: false },
      },
    },
    { at: 1500, action: { do: 'kill', server: s1 } },
    {
      at: 2000,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'setData', path: '/a', data: 'two', dataLength: 3, version: -1 },
      },
    },
    {
      at: 2500,
      action: {
        do: 'call',
        client: 'ann',
        operation: { op: 'create', path: '/b', data: 'three', dataLength: 5, ephemeral: false, sequential: false },
      },
    },
    { at: 4000, action: { do: 'start', server: s1 } },
  ],
};

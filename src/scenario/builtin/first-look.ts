/**
 * The first ten seconds: three empty servers, up within a few milliseconds. Each has voted for itself before
 * it hears of another, so people see votes being beaten, and nothing but its sid makes S3 win.
 */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

export const firstLook: Scenario = {
  version: 1,
  id: 'first-look',
  title: 'Three servers, no leader',
  seed: 1,
  profile: '3.9',
  toggles: {},
  servers: [{ sid: sidOf(1) }, { sid: sidOf(2) }, { sid: sidOf(3) }],
  timing: DEFAULT_TIMING,
  network: { latencyMillis: 12, jitterMillis: 4, links: [] },
  diskMillis: 2,
  script: [
    { at: 0, action: { do: 'start', server: sidOf(1) } },
    { at: 2, action: { do: 'start', server: sidOf(2) } },
    { at: 5, action: { do: 'start', server: sidOf(3) } },
  ],
};

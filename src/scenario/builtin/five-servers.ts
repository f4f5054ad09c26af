/** Five empty servers started one by one: why the third leads, and the fifth follows. */
import { DEFAULT_TIMING } from '../../zookeeper/config/ensemble.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Scenario } from '../scenario.ts';

const sids = [1, 2, 3, 4, 5].map(sidOf);

export const fiveServers: Scenario = {
  version: 1,
  id: 'five-servers',
  title: 'Five servers, one by one',
  seed: 1,
  profile: '3.9',
  toggles: {},
  servers: sids.map((sid) => ({ sid })),
  timing: DEFAULT_TIMING,
  network: { latencyMillis: 10, jitterMillis: 3, links: [] },
  diskMillis: 2,
  script: sids.map((server, i) => ({ at: i * 1000, action: { do: 'start', server } })),
};

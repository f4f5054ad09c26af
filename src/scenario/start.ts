/** The moment a scenario begins with: its servers down, their disks as it says, its script ahead. */
import { editNode } from '../kernel/world.ts';
import type { Moment, Watcher } from '../sim/moment.ts';
import { performer } from '../sim/perform.ts';
import { behaviourOf, releaseOf } from '../zookeeper/config/profiles.ts';
import { zooKeeperOf } from '../zookeeper/peer/process.ts';
import { blankStart } from './blank-start.ts';
import { diskOf } from './given-disk.ts';
import type { Scenario } from './scenario.ts';

/** `watcher` watches the run from its first event on; null where nobody reads what it finds. */
export function startOf(scenario: Scenario, watcher: Watcher | null): Moment {
  const process = zooKeeperOf(releaseOf(scenario.profile));
  const moment = blankStart(scenario, { process, performer, watcher, behaviourOf });
  for (const { sid, disk } of scenario.servers) {
    const node = moment.world.nodes.find(({ config }) => config.kind === 'server' && config.sid === sid);
    if (disk === undefined || node?.config.kind !== 'server') continue;
    editNode(moment.world, node.id).durable = diskOf(disk, node.config);
  }
  return moment;
}

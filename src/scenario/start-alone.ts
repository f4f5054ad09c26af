/** The moment a scenario begins with, played by servers alone: nobody connects, and no disk holds a transaction. */
import type { Moment } from '../sim/moment.ts';
import { MissingClientPart } from '../zookeeper/peer/client-part.ts';
import { serversAlone } from '../zookeeper/peer/servers-alone.ts';
import { blankStart } from './blank-start.ts';
import type { Scenario } from './scenario.ts';

/** Unwatched. Another scenario throws `MissingClientPart`: at once, or when somebody connects. */
export function startAlone(scenario: Scenario): Moment {
  if (scenario.servers.some(({ disk }) => disk !== undefined)) throw new MissingClientPart();
  return blankStart(serversAlone, scenario, null);
}

/**
 * The moment a scenario begins with, played by servers alone: nobody connects, no disk holds a transaction, and nobody
 * does anything but start them.
 */
import type { Moment } from '../sim/moment.ts';
import { startsAlone } from '../sim/perform-starts.ts';
import { MissingClientPart } from '../zookeeper/peer/client-part.ts';
import { serversAlone } from '../zookeeper/peer/servers-alone.ts';
import { blankStart } from './blank-start.ts';
import type { Scenario } from './scenario.ts';

/** Unwatched. Another scenario throws: at once, or when somebody connects or does something else. */
export function startAlone(scenario: Scenario): Moment {
  if (scenario.servers.some(({ disk }) => disk !== undefined)) throw new MissingClientPart();
  return blankStart(scenario, { process: serversAlone, performer: startsAlone, watcher: null });
}

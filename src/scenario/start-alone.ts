/**
 * The moment a scenario begins with, played by servers of the newest release alone: nobody connects, no disk holds a
 * transaction, and nobody does anything but start them.
 */
import type { Moment } from '../sim/moment.ts';
import { startsAlone } from '../sim/perform-starts.ts';
import { type Behaviour, NEWEST } from '../zookeeper/config/behaviour.ts';
import { MissingClientPart } from '../zookeeper/peer/client-part.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import { serversAlone } from '../zookeeper/peer/servers-alone.ts';
import { blankStart } from './blank-start.ts';
import type { Scenario } from './scenario.ts';

const behaviourOf = (_: Profile, toggles: Partial<Behaviour>): Behaviour => ({ ...NEWEST, ...toggles });

/** Unwatched. Another scenario throws: at once, or when somebody connects or does something else. */
export function startAlone(scenario: Scenario): Moment {
  if (scenario.profile !== '3.9' || scenario.servers.some(({ disk }) => disk !== undefined)) {
    throw new MissingClientPart();
  }
  return blankStart(scenario, { process: serversAlone, performer: startsAlone, watcher: null, behaviourOf });
}

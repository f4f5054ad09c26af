/** What a recorder sees when a phase ends: servers, disks, and the elections since the phase before. */
import type { Moment } from '../sim/moment.ts';
import { sidOf, zxidText } from '../zookeeper/ids.ts';
import type { Durable } from '../zookeeper/peer/durable.ts';
import type { Calls } from './calls.ts';
import { logOnDisk, treeOnDisk } from './disk-facts.ts';
import type { Elections } from './elections.ts';
import type { Facts, RecordedElection, RecordedSync, Recording } from './recording.ts';
import type { Rolls } from './rolls.ts';
import { durableOf, modeOf, peerOf, serverFacts, statusOf } from './server-facts.ts';

export interface PlayedPhase {
  readonly name: string;
  /** One for each step played, in order. */
  readonly steps: readonly Facts[];
  readonly leader: number | null | readonly number[];
  /** By sid, as are the next three. */
  readonly servers: Readonly<Record<string, Facts>>;
  readonly trees: Readonly<Record<string, Facts>>;
  readonly logs: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Names of files that are there for another reason than a random log roll, by sid. */
  readonly settledFiles: Readonly<Record<string, SettledFiles>>;
  readonly elections: readonly RecordedElection[];
  /** Those among them that found a leader who served already. */
  readonly joined: ReadonlySet<RecordedElection>;
  readonly syncs: readonly RecordedSync[];
}

export interface SettledFiles {
  readonly logFiles: readonly string[];
  readonly snapshots: readonly string[];
}

/** Who has followed the run from its beginning. */
export interface Followers {
  readonly calls: Calls;
  readonly elections: Elections;
  readonly rolls: Rolls;
}

/** The end of a phase, at `moment`. */
export function observe(
  { config }: Recording,
  moment: Moment,
  { calls, elections, rolls }: Followers,
): Omit<PlayedPhase, 'name' | 'steps' | 'syncs'> {
  const sids = [...config.participants, ...config.observers].map(sidOf);
  const bySid = <T>(factOf: (sid: number) => T): Record<string, T> =>
    Object.fromEntries(sids.map((sid) => [String(sid), factOf(sid)]));
  const isUp = (sid: number): boolean => statusOf(moment, sid) === 'up';
  const leaders = sids.filter((sid) => {
    const peer = peerOf(moment, sid);
    return isUp(sid) && peer !== null && modeOf(peer) === 'leader';
  });
  return {
    leader: leaders.length > 1 ? leaders : (leaders[0] ?? null),
    servers: bySid((sid) => serverFacts(moment, sid, elections.voteOf(sid), elections.wasStarted(sid))),
    trees: bySid((sid) => {
      const durable = durableOf(moment, sid);
      return durable === null ? {} : treeOnDisk(durable);
    }),
    logs: bySid((sid) => {
      const durable = durableOf(moment, sid);
      return durable === null ? [] : logOnDisk(durable, (id) => calls.nameOf(id));
    }),
    settledFiles: bySid((sid) => settledFiles(durableOf(moment, sid), sid, rolls)),
    elections: elections.takeLeft(),
    joined: elections.joined,
  };
}

function settledFiles(durable: Durable | null, sid: number, rolls: Rolls): SettledFiles {
  const logFiles = (durable?.logFiles ?? []).map(({ name }) => zxidText(name));
  const snapshots = (durable?.snapshots ?? []).map(({ zxid }) => zxidText(zxid));
  return {
    logFiles: logFiles.filter((name) => !rolls.isRolledLog(sid, name)),
    snapshots: snapshots.filter((name) => !rolls.isRolledSnapshot(sid, name)),
  };
}

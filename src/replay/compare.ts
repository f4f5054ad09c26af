/**
 * Compares a recording with its replay, as far as the recording is deterministic: what varied between the recorder's
 * own runs is left out, as are the few orders that threads decide.
 */
import { votesWithFreePeerEpoch } from './compare-elections.ts';
import { comparePhase } from './compare-phase.ts';
import { compareConnections } from './compare-packets.ts';
import type { Difference } from './difference.ts';
import { compareRace, isRace } from './race.ts';
import type { Played } from './play.ts';
import type { Facts, LogLine, Outcome, Recording } from './recording.ts';

export function compare(recording: Recording, played: Played): readonly Difference[] {
  const isStable = stableIn(recording);
  const raceFrom = isRace(recording) ? firstElectionIn(recording) : null;
  const found = [...comparePhases(recording, played, raceFrom ?? Infinity)];
  if (raceFrom !== null) found.push(...compareRace(recording, played, raceFrom));
  // The packets of a replay that broke off are a part of them; the step it broke off at says why.
  else if (played.failure === null) found.push(...compareConnections(recording.learnerConnections, played.connections));
  return found.filter(({ path }) => isStable(path));
}

function firstElectionIn({ phases }: Recording): number {
  const index = phases.findIndex(({ elections }) => elections.length > 0);
  return index < 0 ? phases.length : index;
}

/** Every phase before the one numbered `until`. */
function comparePhases(recording: Recording, played: Played, until: number): readonly Difference[] {
  const found: Difference[] = [];
  let freePeerEpochs: ReadonlyMap<number, boolean> = new Map();
  const snapCount = played.scenario.timing.snapCount;
  let disk: Disk = { trees: {}, logs: {} };
  recording.phases.slice(0, until).forEach((phase, i) => {
    disk = diskAfter(disk, phase.outcome);
    const playedPhase = played.phases[i];
    if (playedPhase === undefined) return;
    freePeerEpochs = new Map([
      ...freePeerEpochs,
      ...votesWithFreePeerEpoch(phase.elections, playedPhase.elections, playedPhase.joined),
    ]);
    const context = { path: `/${phase.name}`, ...disk, freePeerEpochs, snapCount };
    found.push(...comparePhase(context, phase, playedPhase));
  });
  return found;
}

interface Disk {
  readonly trees: Readonly<Record<string, Facts>>;
  readonly logs: Readonly<Record<string, readonly LogLine[]>>;
}

/** Trees and logs by server; recordings group servers with equal ones and say 'unchanged'. */
export function diskAfter(before: Disk, { znodesOnDisk, logsOnDisk }: Outcome): Disk {
  return {
    trees: znodesOnDisk === 'unchanged' ? before.trees : byServer(znodesOnDisk, ({ znodes }) => znodes),
    logs: logsOnDisk === 'unchanged' ? before.logs : byServer(logsOnDisk, ({ txns }) => txns),
  };
}

function byServer<G extends { readonly servers: readonly number[] }, T>(
  groups: readonly G[],
  valueOf: (group: G) => T,
): Record<string, T> {
  return Object.fromEntries(groups.flatMap((group) => group.servers.map((sid) => [String(sid), valueOf(group)])));
}

/** Whether a path did not vary between the recorder's runs. A list that varied in part is left out whole. */
function stableIn({ stability }: Recording): (path: string) => boolean {
  const varied = stability.differs.map(({ at }) => at);
  return (path) => !varied.some((at) => path === at || path.startsWith(`${at}/`) || at.startsWith(`${path}/`));
}

/** What each known defect of ZooKeeper may break, and no more: a finding that none of a run's defects explains is one of this engine. */
import type { Hazard, HazardName } from './hazards.ts';

/** Of whose trees, logs and answers differ: what a history with a hole, or one that came back, shows. */
const HISTORIES: readonly string[] = [
  'PrefixConsistency',
  'Integrity',
  'Agreement',
  'TotalOrder',
  'LocalPrimaryOrder',
  'PrimaryIntegrity',
  'ProcessConsistency',
  'CommittedLogMonotonicity',
  'LeaderLogCompleteness',
  'CommittedLogDurability',
  'CommittedStaysCommitted',
  'ReplicaConvergence',
  'EphemeralsEnd',
  'proposalInconsistent',
  'commitInconsistent',
  'LinearizableWrites',
  'ReadYourWrites',
  'SyncThenRead',
  'WatchSafety',
];

const LIVENESS: readonly string[] = ['ElectionTerminates', 'Join', 'Rejoin', 'WriteCommits'];

interface Explanation {
  readonly properties: readonly string[];
  /** It breaks them in the very event, at its own server, and leaves no trace. */
  readonly atOnce: boolean;
  /** It may keep a run from coming to rest with everybody in service and in step. */
  readonly keeps: boolean;
}

const harmsHistories: Explanation = { properties: [...HISTORIES, ...LIVENESS], atOnce: false, keeps: true };
const holdsUp: Explanation = { properties: LIVENESS, atOnce: false, keeps: true };

const EXPLANATIONS: Readonly<Record<HazardName, Explanation>> = {
  'ZOOKEEPER-1549': harmsHistories,
  'TRUNC target absent': harmsHistories,
  'ZOOKEEPER-2846': harmsHistories,
  // A server that refuses to start harms nobody but itself.
  'ZOOKEEPER-2354': { properties: ['EpochLogOrder', 'NoStartupLockout'], atOnce: true, keeps: true },
  'ZOOKEEPER-5094': harmsHistories,
  'ZOOKEEPER-261': harmsHistories,
  'observer promoted in sync': {
    ...harmsHistories,
    properties: [...harmsHistories.properties, 'DurableAck', 'EpochSupportsHistory'],
  },
  'reconfig not counted in sync': { properties: ['proposalInconsistent'], atOnce: true, keeps: false },
  'uncommitted reconfig in force': holdsUp,
  'unfinished reconfig': holdsUp,
  'proposal stranded by reconfig': holdsUp,
  'ZOOKEEPER-5088': harmsHistories,
  'observer ahead of its master': { properties: ['proposalInconsistent'], atOnce: false, keeps: false },
};

interface Happened {
  /** Counted from 0. */
  readonly event: number;
}

/** Whether one of these defects, when it happened, explains that. */
export function isExplained(
  violation: Happened & { readonly property: string; readonly servers: readonly Hazard['server'][] },
  hazards: readonly (Hazard & Happened)[],
): boolean {
  return hazards.some(({ name, server, event }) => {
    const { properties, atOnce } = EXPLANATIONS[name];
    if (event > violation.event || !properties.includes(violation.property)) return false;
    return !atOnce || (event === violation.event && violation.servers.includes(server));
  });
}

/** Whether one of them explains that a run does not come to rest. */
export function mayKeepFromRest(hazards: readonly Hazard[]): boolean {
  return hazards.some(({ name }) => EXPLANATIONS[name].keeps);
}

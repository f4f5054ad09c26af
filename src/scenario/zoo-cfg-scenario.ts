/** What a configuration of real servers comes to in a scenario: who is in the ensemble, and its clocks and limits. */
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { DEFAULT_SERVICE, type Service } from '../zookeeper/config/service.ts';
import { DEFAULT_TIMING, type Timing } from '../zookeeper/config/ensemble.ts';
import type { ZooCfg } from '../zookeeper/config/zoo-cfg.ts';
import type { SettingName, SettingValue } from '../zookeeper/config/zoo-cfg-keys.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Scenario, ScenarioServer } from './scenario.ts';

/** The part of a scenario that a configuration decides; the rest (network, script, seed) is yours. */
export interface ConfiguredEnsemble {
  readonly servers: readonly ScenarioServer[];
  readonly groups?: readonly (readonly ScenarioServer['sid'][])[];
  readonly reconfigEnabled?: true;
  readonly timing: Partial<Timing>;
  readonly toggles: Partial<Behaviour>;
  readonly service?: Partial<Service>;
  /** Settings whose effect the simulation does not have, in the order of the table of keys. */
  readonly notSimulated: readonly SettingName[];
}

/** Ticks of an absent tickTime are 3000 ms long, as in the server's code; sample files say 2000. */
const TICK_MILLIS = 3000;
const COMMIT_LOG_COUNT_MIN = 500;

const TIMING: Partial<Record<SettingName, keyof Timing>> = {
  tickTime: 'tickMillis',
  initLimit: 'initLimitTicks',
  syncLimit: 'syncLimitTicks',
  connectToLearnerMasterLimit: 'connectToLearnerMasterLimitTicks',
  cnxTimeout: 'cnxTimeoutMillis',
  leaderConnectDelayDuringRetryMs: 'leaderConnectDelayMillis',
  'observer.election.DelayMs': 'observerElectionDelayMillis',
  minSessionTimeout: 'minSessionTimeoutMillis',
  maxSessionTimeout: 'maxSessionTimeoutMillis',
  snapCount: 'snapCount',
  commitLogCount: 'commitLogCount',
  snapshotSizeFactor: 'snapshotSizeFactor',
  preAllocSize: 'preAllocSizeKb',
};

/** What ZooKeeper calls a setting and a toggle here. */
type ConfiguredToggle =
  | 'notificationMinMillis'
  | 'notificationMaxMillis'
  | 'maxTimeToWaitForEpochMillis'
  | 'dbAutocreate';

const TOGGLES: Partial<Record<SettingName, ConfiguredToggle>> = {
  'fastleader.minNotificationInterval': 'notificationMinMillis',
  'fastleader.maxNotificationInterval': 'notificationMaxMillis',
  'leader.maxTimeToWaitForEpoch': 'maxTimeToWaitForEpochMillis',
  'db.autocreate': 'dbAutocreate',
};

const SERVICE: Partial<Record<SettingName, keyof Service>> = {
  enforceQuota: 'enforceQuota',
  extendedTypesEnabled: 'extendedTypesEnabled',
  skipACL: 'skipACL',
  'DigestAuthenticationProvider.superDigest': 'superDigest',
  localSessionsEnabled: 'localSessionsEnabled',
  localSessionsUpgradingEnabled: 'localSessionsUpgradingEnabled',
  syncEnabled: 'syncEnabled',
  'readonlymode.enabled': 'readOnlyModeEnabled',
  observerMasterPort: 'observerMasterPort',
  'observer.reconnectDelayMs': 'observerReconnectDelayMillis',
  standaloneEnabled: 'standaloneEnabled',
  leaderServes: 'leaderServes',
  globalOutstandingLimit: 'globalOutstandingLimit',
  request_throttle_max_requests: 'requestThrottleMaxRequests',
  maxClientCnxns: 'maxClientCnxns',
  maxBatchSize: 'maxBatchSize',
  flushDelay: 'flushDelayMillis',
  forceSync: 'forceSync',
  maxConcurrentSnapSyncs: 'maxConcurrentSnapSyncs',
  maxConcurrentDiffSyncs: 'maxConcurrentDiffSyncs',
  snapSizeLimitInKb: 'snapSizeLimitInKb',
  'autopurge.snapRetainCount': 'snapRetainCount',
  'autopurge.purgeInterval': 'purgeIntervalHours',
};

/** Where a server keeps its files and whom it listens to: nothing a simulated ensemble could do differently. */
const WITHOUT_EFFECT: readonly SettingName[] = [
  'dataDir',
  'dataLogDir',
  'clientPort',
  'clientPortAddress',
  'secureClientPort',
  'secureClientPortAddress',
  'dynamicConfigFile',
  'quorumListenOnAllIPs',
  'electionAlg',
  'peerType',
];

/** What of a scenario a configuration can say. */
export type Configurable = Pick<Scenario, 'servers' | 'groups' | 'reconfigEnabled' | 'timing' | 'toggles' | 'service'>;

/**
 * The configuration that makes such an ensemble: what differs from the defaults, with addresses of its own, since
 * simulated servers have none. Limits and toggles of single servers are left out.
 */
export function zooCfgOfEnsemble(ensemble: Configurable): ZooCfg {
  const { servers, groups, reconfigEnabled, timing, toggles, service } = ensemble;
  const settings: Partial<Record<SettingName, SettingValue>> = {
    tickTime: timing.tickMillis,
    initLimit: timing.initLimitTicks,
    syncLimit: timing.syncLimitTicks,
    dataDir: '/var/lib/zookeeper',
    clientPort: 2181,
  };
  const take = <Key extends string>(
    table: Partial<Record<SettingName, Key>>,
    values: Readonly<Partial<Record<Key, unknown>>>,
    defaults: Readonly<Partial<Record<Key, unknown>>>,
  ): void => {
    // The tables have no other keys than settings.
    for (const [name, key] of Object.entries(table) as [SettingName, Key][]) {
      const value = values[key];
      // The tables of keys and of fields say the same types.
      if (value !== undefined && value !== defaults[key]) settings[name] = value as SettingValue;
    }
  };
  take(TIMING, timing, DEFAULT_TIMING);
  take(TOGGLES, toggles, {});
  take(SERVICE, service ?? {}, DEFAULT_SERVICE);
  if (reconfigEnabled === true) settings.reconfigEnabled = true;
  // One voter is no ensemble to ZooKeeper unless it is told so; to a scenario it is.
  if (isVoterAlone(servers) && service?.standaloneEnabled !== true) settings.standaloneEnabled = false;
  const sorted = servers.toSorted((a, b) => a.sid - b.sid);
  return {
    servers: sorted.map(({ sid, observer }) => ({
      sid,
      addresses: [{ host: `zk${sid}`, quorumPort: 2888, electionPort: 3888 }],
      learnerType: observer === true ? 'OBSERVER' : 'PARTICIPANT',
      client: null,
    })),
    groups: (groups ?? []).map((sids, i) => ({ id: i + 1, sids })),
    weights: sorted.flatMap(({ sid, weight }) =>
      groups === undefined || weight === undefined ? [] : [{ sid, weight }],
    ),
    version: null,
    settings,
    properties: {},
  };
}

function isVoterAlone(servers: readonly { readonly observer?: boolean }[]): boolean {
  return servers.filter(({ observer }) => observer !== true).length < 2;
}

/** A server that no line names gets sid 1. */
export function ensembleOfZooCfg({ servers, groups, weights, settings }: ZooCfg): ConfiguredEnsemble {
  const timing: Partial<Record<keyof Timing, number>> = { tickMillis: TICK_MILLIS };
  const toggles: Partial<Record<ConfiguredToggle, SettingValue>> = {};
  const service: Partial<Record<keyof Service, SettingValue>> = {};
  const notSimulated: SettingName[] = [];
  // `settings` has no other keys than those of the table.
  for (const [name, value] of Object.entries(settings) as [SettingName, (typeof settings)[SettingName]][]) {
    const [limit, toggle, offer] = [TIMING[name], TOGGLES[name], SERVICE[name]];
    if (typeof value === 'number' && limit !== undefined) timing[limit] = value;
    else if (value !== undefined && toggle !== undefined) toggles[toggle] = value;
    else if (value !== undefined && offer !== undefined) service[offer] = value;
    else if (name !== 'reconfigEnabled' && !WITHOUT_EFFECT.includes(name)) notSimulated.push(name);
  }
  // DatadirCleanupManager keeps three snapshots at least.
  if (typeof service.snapRetainCount === 'number') service.snapRetainCount = Math.max(3, service.snapRetainCount);
  if (timing.commitLogCount !== undefined)
    timing.commitLogCount = Math.max(COMMIT_LOG_COUNT_MIN, timing.commitLogCount);
  const weightOf = new Map(weights.map(({ sid, weight }) => [sid, weight]));
  const members = servers.map(({ sid, learnerType }): ScenarioServer => {
    const weight = weightOf.get(sid);
    return { sid, ...(learnerType === 'OBSERVER' && { observer: true }), ...(weight !== undefined && { weight }) };
  });
  if (isVoterAlone(members)) service.standaloneEnabled ??= true;
  return {
    servers: members.length === 0 ? [{ sid: sidOf(1) }] : members,
    ...(groups.length > 0 && { groups: groups.map(({ sids }) => sids) }),
    ...(settings.reconfigEnabled === true && { reconfigEnabled: true }),
    timing,
    // The table of keys and those above say the same types.
    toggles: toggles as Partial<Behaviour>,
    ...(Object.keys(service).length > 0 && { service: service as Partial<Service> }),
    notSimulated,
  };
}

/** The scenario a recording was made of, before anything is done: its servers, limits and network. */
import type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
import { DEFAULT_TIMING, type Timing } from '../zookeeper/config/ensemble.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Facts, RecordedConfig, Recording } from './recording.ts';

/** Servers of a recording sat on one bridge of one machine. */
const BRIDGE = { latencyMillis: 1, jitterMillis: 1, links: [] };

/**
 * A flush, and what a server does around it. In the recordings an epoch file takes 3 to 10 ms, and a leader opens its
 * port 10 to 30 ms after it was elected, so that followers which decided at about the same time are refused at first
 * and come back together.
 */
const DISK_MILLIS = 10;

export function initialScenario(recording: Pick<Recording, 'config' | 'scenario' | 'title'>, seed: number): Scenario {
  const { config, scenario, title } = recording;
  return {
    version: 1,
    id: scenario
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-')
      .slice(0, 40),
    title,
    seed,
    profile: '3.8.0',
    toggles: {},
    servers: [
      ...config.participants.map((sid) => serverOf(config, sid)),
      ...config.observers.map((sid) => ({ ...serverOf(config, sid), observer: true })),
    ],
    timing: {
      ...DEFAULT_TIMING,
      tickMillis: config.tickTime,
      initLimitTicks: config.initLimit,
      syncLimitTicks: config.syncLimit,
      ...timingOf(config.zooCfg),
      ...timingOf(config.systemProperties),
    },
    network: BRIDGE,
    diskMillis: DISK_MILLIS,
    script: [],
  };
}

function serverOf(config: RecordedConfig, sid: number): ScenarioServer {
  const own = timingOf(config.perServer?.[sid]);
  return { sid: sidOf(sid), ...(Object.keys(own).length > 0 ? { timing: own } : {}) };
}

/** Keys of zoo.cfg and system properties (the former may stand for the latter) that the protocol minds. */
const TIMING_KEYS: Readonly<Record<string, keyof Timing>> = {
  tickTime: 'tickMillis',
  initLimit: 'initLimitTicks',
  syncLimit: 'syncLimitTicks',
  connectToLearnerMasterLimit: 'connectToLearnerMasterLimitTicks',
  cnxTimeout: 'cnxTimeoutMillis',
  leaderConnectDelayDuringRetryMs: 'leaderConnectDelayMillis',
  minSessionTimeout: 'minSessionTimeoutMillis',
  maxSessionTimeout: 'maxSessionTimeoutMillis',
  snapCount: 'snapCount',
  commitLogCount: 'commitLogCount',
  snapshotSizeFactor: 'snapshotSizeFactor',
  preAllocSize: 'preAllocSizeKb',
};

function timingOf(settings: Facts | undefined): Partial<Timing> {
  const timing: Partial<Record<keyof Timing, number>> = {};
  for (const [name, value] of Object.entries(settings ?? {})) {
    const key = TIMING_KEYS[name.replace(/^zookeeper\./, '')];
    if (key !== undefined && Number.isFinite(Number(value))) timing[key] = Number(value);
  }
  return timing;
}

/** What version 1 of a scenario means by a field that is not there. Fixed for ever: links of every release rely on it. */
import { digestOf } from '../base/digest.ts';
import type { Scenario } from './scenario.ts';

export const DEFAULTS = {
  version: 1,
  id: 'custom',
  title: '',
  seed: 1,
  profile: '3.9',
  toggles: {},
  timing: {
    tickMillis: 2000,
    initLimitTicks: 10,
    syncLimitTicks: 5,
    connectToLearnerMasterLimitTicks: 0,
    finalizeWaitMillis: 200,
    cnxTimeoutMillis: 5000,
    leaderConnectDelayMillis: 100,
    newLeaderAckDelayMillis: 0,
    snapStepMillis: 0,
    observerElectionDelayMillis: 200,
    minSessionTimeoutMillis: -1,
    maxSessionTimeoutMillis: -1,
    snapCount: 100_000,
    commitLogCount: 500,
    snapshotSizeFactor: 0.33,
    preAllocSizeKb: 65_536,
  },
  network: { latencyMillis: 10, jitterMillis: 0, links: [] },
  diskMillis: 2,
  script: [],
} as const satisfies Omit<Scenario, 'servers'>;

/** `json` with its gaps filled, as far as it looks like a scenario at all. */
export function withDefaults(json: unknown): unknown {
  return isRecord(json) ? fill(json, DEFAULTS) : json;
}

/** The least JSON that `withDefaults` makes `scenario` of. */
export function compactScenario(scenario: Scenario): Record<string, unknown> {
  return drop({ ...scenario }, DEFAULTS);
}

type Defaults = Readonly<Record<string, unknown>>;

function fill(json: Record<string, unknown>, defaults: Defaults): Record<string, unknown> {
  const filled = { ...defaults, ...json };
  for (const [key, value] of Object.entries(json)) {
    const inner = defaults[key];
    if (isRecord(inner) && isRecord(value)) filled[key] = fill(value, inner);
  }
  return filled;
}

function drop(record: Record<string, unknown>, defaults: Defaults): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    const inner = defaults[key];
    if (inner !== undefined && digestOf(inner) === digestOf(value)) continue;
    kept[key] = isRecord(inner) && isRecord(value) ? drop(value, inner) : value;
  }
  return kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The scenario a recording was made of, before anything is done: its servers, limits and network. */
import type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
import { type ConfiguredEnsemble, ensembleOfZooCfg } from '../scenario/zoo-cfg-scenario.ts';
import { DEFAULT_TIMING } from '../zookeeper/config/ensemble.ts';
import { parseZooCfg } from '../zookeeper/config/zoo-cfg.ts';
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
  const { servers, groups, reconfigEnabled, timing, toggles, service } = ensembleOf(config);
  return {
    version: 1,
    id: scenario
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-')
      .slice(0, 40),
    title,
    seed,
    profile: '3.8.0',
    toggles,
    ...(service !== undefined && { service }),
    servers: servers.map((server) => ({ ...server, ...ownOf(config, server.sid) })),
    ...(groups !== undefined && { groups }),
    ...(reconfigEnabled !== undefined && { reconfigEnabled }),
    timing: { ...DEFAULT_TIMING, ...timing },
    network: BRIDGE,
    diskMillis: DISK_MILLIS,
    script: [],
  };
}

/** Limits and toggles that one server is configured with instead. */
function ownOf(config: RecordedConfig, sid: number): Pick<ScenarioServer, 'timing' | 'toggles'> {
  const settings = config.perServer?.[sid];
  if (settings === undefined) return {};
  const [common, own] = [ensembleOf(config), ensembleOf({ ...config, zooCfg: { ...config.zooCfg, ...settings } })];
  const [timing, toggles] = [changed(common.timing, own.timing), changed(common.toggles, own.toggles)];
  return {
    ...(Object.keys(timing).length > 0 && { timing }),
    ...(Object.keys(toggles).length > 0 && { toggles }),
  };
}

function changed<T extends Facts>(from: Partial<T>, to: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => from[key] !== value)) as Partial<T>;
}

/** Reads what was recorded of zoo.cfg as the page reads a file: groups, weights, limits, what clients are offered. */
function ensembleOf(recorded: RecordedConfig): ConfiguredEnsemble {
  const { config, problems } = parseZooCfg({ cfg: zooCfgOf(recorded), dynamic: null });
  if (config !== null) return ensembleOfZooCfg(config);
  const wrong = problems.filter(({ severity }) => severity === 'error').map(({ key, kind }) => `${key}: ${kind}`);
  throw new Error(`the recorded configuration is none: ${wrong.join(', ')}`);
}

/** The file the recorder must have written. A system property goes in as a line, which is what a server makes of it. */
function zooCfgOf({ participants, observers, zooCfg, systemProperties, ...limits }: RecordedConfig): string {
  const { tickTime, initLimit, syncLimit } = limits;
  const settings = {
    tickTime,
    initLimit,
    syncLimit,
    dataDir: 'data',
    clientPort: 2181,
    ...systemProperties,
    ...zooCfg,
  };
  return [
    ...Object.entries(settings).map(([key, value]) => `${key.replace(/^zookeeper\./, '')}=${String(value)}`),
    ...participants.map((sid) => memberLine(sid, 'participant')),
    ...observers.map((sid) => memberLine(sid, 'observer')),
  ].join('\n');
}

/** Everybody at one address: simulated servers have none. */
function memberLine(sid: number, type: 'participant' | 'observer'): string {
  return `server.${sid}=10.77.0.1:2888:3888:${type}`;
}

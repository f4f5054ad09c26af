/** What the benchmarks run: an ensemble that elects, then takes a write every so often. */
import type { Scenario } from '../scenario/scenario.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { DEFAULT_TIMING } from '../zookeeper/config/ensemble.ts';
import { sidOf } from '../zookeeper/ids.ts';

/** By then even a hundred servers have a leader, and take the writes. */
export const BUSY_MILLIS = 1600;

/** Between two writes, and of every message on its way at least: many are under way at once where it is long. */
interface Traffic {
  readonly everyMillis: number;
  readonly latencyMillis: number;
}

const BRISK: Traffic = { everyMillis: 10, latencyMillis: 2 };

export function writingEnsemble(
  serverCount: number,
  writeCount: number,
  { everyMillis, latencyMillis }: Traffic = BRISK,
): Scenario {
  const sids = Array.from({ length: serverCount }, (_, i) => sidOf(i + 1));
  const script: ScriptStep[] = sids.map((server, i) => ({ at: i * 3, action: { do: 'start', server } }));
  script.push({ at: 1000, action: { do: 'connect', client: 'c1', server: sidOf(1), timeoutMillis: 30_000 } });
  const common = { path: '/bench', dataLength: 4 };
  script.push({
    at: 1050,
    action: {
      do: 'call',
      client: 'c1',
      operation: { op: 'create', ...common, data: '', ephemeral: false, sequential: false },
    },
  });
  for (let i = 0; i < writeCount; i++) {
    const operation = { op: 'setData' as const, ...common, data: String(i), version: -1 };
    script.push({ at: 1100 + i * everyMillis, action: { do: 'call', client: 'c1', operation } });
  }
  return {
    version: 1,
    id: `bench-${serverCount}`,
    title: 'Benchmark',
    seed: 7,
    profile: '3.9',
    toggles: {},
    servers: sids.map((sid) => ({ sid })),
    timing: { ...DEFAULT_TIMING, tickMillis: 500, initLimitTicks: 20, syncLimitTicks: 4 },
    network: { latencyMillis, jitterMillis: 3, links: [] },
    diskMillis: 2,
    script,
  };
}

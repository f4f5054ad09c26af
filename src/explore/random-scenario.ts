/** Scenarios drawn from a seed: an ensemble, writes, and faults that all end, so that service must come back. */
import { uniform } from '../base/keyed-random.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../sim/action.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Profile } from '../zookeeper/config/behaviour.ts';
import { DEFAULT_TIMING } from '../zookeeper/config/ensemble.ts';
import { type Sid, sidOf } from '../zookeeper/ids.ts';

export interface RandomOptions {
  readonly seed: number;
  readonly serverCount: number;
  readonly profile: Profile;
  /** How many faults and writes, and over how many milliseconds. */
  readonly steps: number;
  readonly spanMillis: number;
}

export const SWEEP_OPTIONS: Omit<RandomOptions, 'seed'> = {
  serverCount: 3,
  profile: '3.9',
  steps: 60,
  spanMillis: 30_000,
};

/** When the last fault of such a scenario has ended: from then on everything is up and connected. */
export function faultsEndAt(options: Omit<RandomOptions, 'seed'>): number {
  return options.spanMillis;
}

export function randomScenario(options: RandomOptions): Scenario {
  const { seed, serverCount, profile, steps, spanMillis } = options;
  const draw = drawer(seed);
  const sids = Array.from({ length: serverCount }, (_, i) => sidOf(i + 1));
  const script: ScriptStep[] = sids.map((server) => ({ at: draw.below(300), action: { do: 'start', server } }));
  for (let i = 0; i < steps; i++)
    script.push({ at: 300 + draw.below(spanMillis - 300), action: randomAction(draw, sids, i) });
  script.push({ at: spanMillis, action: { do: 'healAll' } });
  for (const server of sids) {
    script.push(
      { at: spanMillis, action: { do: 'thaw', server } },
      { at: spanMillis, action: { do: 'slowDisk', server, millis: 2 } },
      { at: spanMillis + 10, action: { do: 'start', server } },
    );
  }
  return {
    version: 1,
    id: `random-${seed}`,
    title: `Random ${seed}`,
    seed,
    profile,
    toggles: {},
    servers: sids.map((sid) => ({ sid })),
    timing: { ...DEFAULT_TIMING, tickMillis: 200, initLimitTicks: 10, syncLimitTicks: 5 },
    network: { latencyMillis: 1 + draw.below(5), jitterMillis: draw.below(20), links: [] },
    diskMillis: 2,
    script: script.toSorted((a, b) => a.at - b.at),
  };
}

interface Drawer {
  /** The next whole number below `n`. */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): readonly T[];
}

/** A stream is fine here: a scenario is drawn once, and then it is data. */
function drawer(seed: number): Drawer {
  let n = 0;
  const below = (limit: number): number => Math.floor(uniform(seed, 0x5ce0, 0, n++) * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  // Not a sort with a random comparison: how often that is asked differs between engines.
  const shuffle = <T>(items: readonly T[]): readonly T[] => {
    const left = items.slice();
    return items.map(() => left.splice(below(left.length), 1)[0] as T);
  };
  return { below, pick, shuffle };
}

function randomAction(draw: Drawer, sids: readonly Sid[], i: number): Action {
  const server = draw.pick(sids);
  switch (draw.below(20)) {
    case 0:
    case 1:
      return { do: 'kill', server };
    case 2:
      return { do: 'stop', server };
    case 3:
    case 4:
    case 5:
    case 6:
      return { do: 'start', server };
    case 7:
      return { do: 'freeze', server };
    case 8:
    case 9:
      return { do: 'thaw', server };
    case 10: {
      const shuffled = draw.shuffle(sids);
      const size = 1 + draw.below(sids.length - 1);
      return { do: 'partition', groups: [shuffled.slice(0, size), shuffled.slice(size)] };
    }
    case 11:
      return { do: 'cut', from: server, to: draw.pick(sids) };
    case 12:
    case 13:
      return { do: 'healAll' };
    case 14:
      return { do: 'slowDisk', server, millis: draw.pick([1, 2, 20, 150]) };
    case 15:
    case 16:
      return { do: 'connect', client: `c${server}`, server, timeoutMillis: 30_000 };
    default:
      return { do: 'call', client: `c${server}`, operation: randomWrite(draw, i) };
  }
}

function randomWrite(draw: Drawer, i: number): (Action & { readonly do: 'call' })['operation'] {
  const path = `/n${draw.below(6)}`;
  const data = String(i);
  const { length } = data;
  switch (draw.below(5)) {
    case 0:
      return { op: 'delete', path, version: -1 };
    case 1:
      return { op: 'setData', path, data, dataLength: length, version: -1 };
    case 2:
      return { op: 'getData', path, watch: draw.below(2) === 0 };
    default:
      return { op: 'create', path, data, dataLength: length, ephemeral: false, sequential: draw.below(3) === 0 };
  }
}

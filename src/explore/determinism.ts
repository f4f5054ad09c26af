/** What must be the same in every engine and after any walk through time: the digests of random runs. */
import { uniform } from '../base/keyed-random.ts';
import { Branches } from '../history/branches.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { SWEEP_OPTIONS, randomScenario } from './random-scenario.ts';

export interface Fingerprint {
  readonly seed: number;
  readonly eventCount: number;
  /** After the last event. */
  readonly digest: string;
  /** At an event in the middle, before walking away from it… */
  readonly before: string;
  /** …and after so many events back and the same number forward again. */
  readonly after: string;
  readonly walked: number;
}

const EVENTS_MAX = 6000;
const WALK_MAX = 5000;
/** A key no run uses. */
const WALK = 0x3a1c;
const VOTERS = [3, 4, 5, 7];

export function fingerprintOf(seed: number): Fingerprint {
  const voterCount = VOTERS[seed % VOTERS.length] ?? 3;
  const scenario = randomScenario({ ...SWEEP_OPTIONS, seed, voterCount, observerCount: seed % 3 === 0 ? 1 : 0 });
  const timeline = new Branches(zooKeeperMachine, startOf(scenario, null)).get(0);
  // Seeds differ in length, so that walks differ too.
  timeline.extend(500 + Math.floor(uniform(seed, WALK, 0, 1) * (EVENTS_MAX - 500)));
  const { length } = timeline;
  const middle = Math.floor((0.5 + uniform(seed, WALK, 0, 2) / 2) * length);
  const walked = Math.floor(uniform(seed, WALK, 0, 3) * Math.min(WALK_MAX, middle));
  const before = timeline.digestAt(middle);
  timeline.digestAt(middle - walked);
  const after = timeline.digestAt(middle);
  return { seed, eventCount: length, digest: timeline.digestAt(length), before, after, walked };
}

/** One line a seed: what is compared between engines. */
export function fingerprintLines(from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const { seed, eventCount, digest, before, after, walked } = fingerprintOf(from + i);
    return `${seed} ${eventCount} ${digest} ${before} ${after} ${walked}`;
  });
}

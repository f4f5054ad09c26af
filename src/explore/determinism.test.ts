import { describe, expect, it } from 'vitest';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { fingerprintOf } from './determinism.ts';
import { SWEEP_OPTIONS, randomScenario } from './random-scenario.ts';

describe('the same inputs give the same bytes', () => {
  it('after n events back and n forward, n up to 5,000', () => {
    const fingerprints = Array.from({ length: 100 }, (_, i) => fingerprintOf(i));
    expect(fingerprints.filter(({ before, after }) => before !== after)).toEqual([]);
    expect(Math.max(...fingerprints.map(({ walked }) => walked))).toBeGreaterThan(3000);
  });

  it('stepping back one at a time shows every digest of the way there, in reverse', () => {
    const start = startOf(randomScenario({ ...SWEEP_OPTIONS, seed: 5 }), null);
    const live = zooKeeperMachine.resume(start);
    const forward: string[] = [];
    for (let i = 0; i < 400; i++) {
      zooKeeperMachine.step(live, i % 2 === 0);
      forward.push(zooKeeperMachine.digest(live));
    }
    expect(new Set(forward).size).toBe(forward.length);
    const again = zooKeeperMachine.resume(start);
    for (const digest of forward) {
      zooKeeperMachine.step(again, false);
      expect(zooKeeperMachine.digest(again)).toBe(digest);
    }
  });

  it('a moment survives structuredClone and JSON, but for who goes on with it', () => {
    const live = zooKeeperMachine.resume(startOf(randomScenario({ ...SWEEP_OPTIONS, seed: 9 }), null));
    for (let i = 0; i < 300; i++) zooKeeperMachine.step(live, false);
    const digest = zooKeeperMachine.digest(live);
    const { process, performer, watcher, ...plain } = live;
    const cloned = { ...structuredClone(plain), process, performer, watcher };
    const parsed = { ...(JSON.parse(JSON.stringify(plain)) as typeof plain), process, performer, watcher };
    expect([cloned, parsed].map((one) => zooKeeperMachine.digest(one))).toEqual([digest, digest]);
  });
});

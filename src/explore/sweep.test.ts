import { describe, expect, it } from 'vitest';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { SWEEP_OPTIONS, faultsEndAt, randomScenario } from './random-scenario.ts';
import { type SweepResult, sweepOne } from './sweep.ts';

/** What a run shows that it should not, with the seed that replays it. */
function findings(results: readonly SweepResult[]): readonly string[] {
  return results.flatMap(({ seed, violations, stuck }) => [
    ...violations.map(({ property, detail, event }) => `seed ${seed}, event ${event}: ${property}, ${detail}`),
    ...(stuck === null ? [] : [`seed ${seed}: ${stuck}`]),
  ]);
}

function sweep(
  from: number,
  count: number,
  serverCount: number,
  profile: '3.9' | '3.8.0' = '3.9',
): readonly SweepResult[] {
  return Array.from({ length: count }, (_, i) => sweepOne({ ...SWEEP_OPTIONS, seed: from + i, serverCount, profile }));
}

describe('random faults under every invariant', () => {
  it.each([
    { serverCount: 3, count: 150 },
    { serverCount: 4, count: 30 },
    { serverCount: 5, count: 60 },
    { serverCount: 7, count: 20 },
  ])('$serverCount servers, $count seeds: nothing breaks and service comes back', ({ serverCount, count }) => {
    expect(findings(sweep(1, count, serverCount))).toEqual([]);
  });

  it('the runs do something: leaders die, transactions commit', () => {
    const seen = { leaders: 0, commits: 0 };
    for (const seed of [1, 2, 3, 4, 5]) {
      const live = zooKeeperMachine.resume(startOf(randomScenario({ ...SWEEP_OPTIONS, seed }), null));
      while (live.world.now < faultsEndAt(SWEEP_OPTIONS)) {
        for (const note of zooKeeperMachine.step(live, true)?.notes ?? []) {
          if (note.kind === 'servingStarted' && note.as === 'LEADING') seen.leaders += 1;
          if (note.kind === 'committed') seen.commits += 1;
        }
      }
    }
    // More than one leader a run, and more than its clients' sessions.
    expect(seen.leaders).toBeGreaterThan(5);
    expect(seen.commits).toBeGreaterThan(5);
  });

  it('ZOOKEEPER-4646: the order of 3.8.0 counts a NEWLEADER ack before the disk has what it stands for', () => {
    const broken = new Set(
      sweep(1, 60, 3, '3.8.0').flatMap((result) => result.violations.map(({ property }) => property)),
    );
    expect(broken).toContain('DurableAck');
  });
});

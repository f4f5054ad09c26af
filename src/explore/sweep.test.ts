import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { EXTRA_KINDS, FAULT_KINDS, SWEEP_OPTIONS, randomScenario } from './random-scenario.ts';
import type { Situation } from './situations.ts';
import { type SweepOptions, type SweepResult, findingsOf, sweep } from './sweep.ts';

const OPTIONS: SweepOptions = { ...SWEEP_OPTIONS, counting: false, shard: { index: 0, count: 1 } };

function runs(count: number, options: Partial<SweepOptions>): readonly SweepResult[] {
  return Array.from(sweep(1, count + 1, { ...OPTIONS, ...options }));
}

const HOLE: Partial<Behaviour> = { syncTxnsEnterCommittedLog: false, rejectDiscontinuousSync: false };

/** What broke before any open defect could have a part in it. */
function properties(results: readonly SweepResult[]): ReadonlySet<string> {
  return new Set(
    results.flatMap(({ violations, hazards }) =>
      violations.filter(({ event }) => event < (hazards[0]?.event ?? Infinity)).map(({ property }) => property),
    ),
  );
}

describe('random faults under every invariant', () => {
  it.each([
    { voterCount: 3, observerCount: 0, count: 60 },
    { voterCount: 2, observerCount: 0, count: 20 },
    { voterCount: 4, observerCount: 1, count: 25 },
    { voterCount: 5, observerCount: 0, count: 25 },
    { voterCount: 6, observerCount: 0, count: 15 },
    { voterCount: 7, observerCount: 2, count: 8 },
  ])('$voterCount voters, $observerCount observers, $count seeds: nothing breaks, service comes back', (options) => {
    expect(runs(options.count, options).flatMap(findingsOf)).toEqual([]);
  });

  it('the runs meet what they are for', () => {
    const results = runs(90, { observerCount: 1, counting: true });
    expect(results.flatMap(findingsOf)).toEqual([]);
    const met = new Map<Situation, number>();
    for (const { situations } of results) {
      for (const [situation, count] of situations ?? []) met.set(situation, (met.get(situation) ?? 0) + count);
    }
    const expected: readonly (readonly [Situation, number])[] = [
      ['committed', 3000],
      ['INFORM', 1000],
      ['received DIFF', 100],
      ['received SNAP', 20],
      ['received TRUNC', 3],
      ['synced equal', 50],
      ['synced inCommittedLog', 50],
      ['synced fromTxnLog', 3],
      ['synced pastMaxCommittedLog', 3],
      ['synced crossEpoch', 3],
      ['synced txnLogTooLarge', 1],
      ['fast-forward', 20],
      ['stepped down notEnoughSynced', 20],
      ['snapshot by snapCount', 50],
      ['session expired', 50],
      ['session lost', 20],
      ['session revalidated', 20],
      ['session refused', 20],
      ['watch fired', 50],
      ['sync answered', 50],
      ['read-only begun', 20],
      ['died at a write', 40],
      ['configuration changed', 100],
      ['leader not designated', 5],
      ['container or TTL node reaped', 20],
      ['refused by ACL', 20],
      ['multi passed', 20],
      ['multi failed', 50],
    ];
    expect(
      expected
        .filter(([situation, least]) => (met.get(situation) ?? 0) < least)
        .map(([situation]) => [situation, met.get(situation)]),
    ).toEqual([]);
  });

  // What each toggle mends is found without it, and attributed: with all others as in the latest release.
  it.each<readonly [jira: string, toggles: Partial<Behaviour>, count: number, property: string]>([
    ['ZOOKEEPER-4646, a NEWLEADER ack before the disk', { newleaderOrder: 'C' }, 15, 'DurableAck'],
    ['ZOOKEEPER-3911, the same after DIFF', { newleaderOrder: 'B' }, 10, 'DurableAck'],
    ['ZOOKEEPER-2845, votes that do not know the log', { fastForwardOnShutdown: false }, 50, 'LeaderLogCompleteness'],
    ['ZOOKEEPER-4712, the log thread goes on', { flushSyncThreadBeforeFastForward: false }, 110, 'ReplicaConvergence'],
    ['ZOOKEEPER-4925, a hole in the committedLog', HOLE, 100, 'TotalOrder'],
  ])('%s', (_, toggles, count, property) => {
    expect(properties(runs(count, { toggles }))).toContain(property);
  });
});

it('shards share the seeds', () => {
  const shards = [0, 1, 2].map((index) => Array.from(sweep(5, 12, { ...OPTIONS, shard: { index, count: 3 } })));
  expect(shards.map((results) => results.map(({ seed }) => seed))).toEqual([
    [5, 8, 11],
    [6, 9],
    [7, 10],
  ]);
});

describe('kinds beside the faults', () => {
  it.each(EXTRA_KINDS)('%s adds steps, and leaves the rest of a seed as it is', (kind) => {
    let added = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const [plain, more] = [[], [kind]].map((kinds) =>
        randomScenario({ ...SWEEP_OPTIONS, seed, faults: [...FAULT_KINDS, ...kinds] }),
      );
      expect({ ...more, script: [] }).toEqual({ ...plain, script: [] });
      const left = (more?.script ?? []).map((step) => JSON.stringify(step));
      // Every step of the plain one is there, in its order.
      const found = (plain?.script ?? []).map((step) => left.indexOf(JSON.stringify(step)));
      expect(found).not.toContain(-1);
      added += left.length - found.length;
    }
    expect(added).toBeGreaterThan(12);
  });

  it('nothing breaks of what operators do, nor of what strikes at messages or moves them, and service comes back', () => {
    const options = { faults: [...FAULT_KINDS, ...EXTRA_KINDS], toggles: { adminShedsConnections: true } };
    expect(runs(20, options).flatMap(findingsOf)).toEqual([]);
  });
});

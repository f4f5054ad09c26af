/** A run is recorded without most notes: that must not show in what is kept of it. */
import { expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { Branches } from '../history/branches.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { SWEEP_OPTIONS, randomScenario } from './random-scenario.ts';

it.each([
  ['unwatched', null],
  ['watched', auditor],
])('the row of an event is the same with all its notes and with a few (%s)', (_, watcher) => {
  let flags = 0;
  const differing: string[] = [];
  for (let seed = 0; seed < 12; seed++) {
    const scenario = randomScenario({ ...SWEEP_OPTIONS, seed, voterCount: 3 + (seed % 3), observerCount: seed % 2 });
    const timeline = new Branches(zooKeeperMachine, startOf(scenario, watcher)).get(0);
    timeline.extend(3000);
    for (let index = 0; index < timeline.length; index++) {
      const row = timeline.rowAt(index);
      const whole = zooKeeperMachine.row(timeline.entryAt(index));
      if (JSON.stringify(row) !== JSON.stringify(whole)) differing.push(`seed ${seed}, event ${index}`);
      flags |= row.flags;
    }
  }
  expect(differing).toEqual([]);
  // Phases, votes, commits, actions, leaders, epochs, losses, terminals and syncs: whatever notes are made into.
  expect(flags & 0b11_1011_1111).toBe(0b11_1011_1111);
});

import { expect, it } from 'vitest';
import { Branches } from '../history/branches.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import { startOf } from '../scenario/start.ts';
import { FLAG_LOST } from './flags.ts';
import { zooKeeperMachine } from './machine.ts';
import type { Moment } from './moment.ts';

/** Numbers of all packets under way, those included that nobody will read. */
function underWay({ world }: Moment): ReadonlySet<number> {
  const found = new Set<number>();
  for (const connection of world.connections) {
    for (const channel of connection === null ? [] : [connection.forth, connection.back]) {
      for (const item of channel.items) if (item.kind === 'packet') found.add(item.seq);
    }
  }
  return found;
}

it.each(BUILTIN_SCENARIOS.map(({ id }) => id))(
  '%s: what is no longer under way was received, or is told as lost',
  (id) => {
    const scenario = BUILTIN_SCENARIOS.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(id);
    const run = new Branches(zooKeeperMachine, startOf(scenario, null)).get(0);
    run.extend(1500);
    let before = underWay(run.momentAt(0));
    for (let index = 0; index < run.length; index++) {
      const after = underWay(run.momentAt(index + 1));
      const { kind, lost } = run.entryAt(index);
      const gone = [...before].filter((seq) => !after.has(seq));
      expect(gone.length, `event ${index}`).toBe(lost.length + (kind === 'received' ? 1 : 0));
      before = after;
    }
  },
);

it('a killed server leaves messages that nobody reads, and the event has the flag', () => {
  const scenario = BUILTIN_SCENARIOS.find(({ id }) => id === 'leader-killed');
  if (scenario === undefined) throw new Error('leader-killed');
  const run = new Branches(zooKeeperMachine, startOf(scenario, null)).get(0);
  run.extend(600);
  const index = run.nextMark(0, FLAG_LOST);
  expect(index).not.toBeNull();
  expect(run.entryAt(index ?? 0).lost.length).toBeGreaterThan(0);
});

import { expect, it } from 'vitest';
import { Branches } from '../history/branches.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import { startOf } from '../scenario/start.ts';
import type { Moment } from './moment.ts';
import { zooKeeperMachine } from './machine.ts';
import { type PendingFacts, pendingOf } from './select-pending.ts';

const EVENTS = 700;
/** Every so many events, so that phases of all kinds are met. */
const STRIDE = 9;

function momentsOf(id: string): readonly Moment[] {
  const scenario = BUILTIN_SCENARIOS.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(id);
  const run = new Branches(zooKeeperMachine, startOf(scenario, null)).get(0);
  run.extend(EVENTS);
  return Array.from({ length: Math.floor(run.length / STRIDE) }, (_, i) => run.momentAt(i * STRIDE));
}

/** What happens next once everything was done that makes it so. */
function nextAfter(moment: Moment, { actions }: PendingFacts): unknown {
  const live = zooKeeperMachine.resume(moment);
  for (const action of actions ?? []) {
    expect(zooKeeperMachine.refusal(live, action)).toBeNull();
    zooKeeperMachine.act(live, action, 0, true);
  }
  const entry = zooKeeperMachine.step(live, true);
  if (entry === null) throw new Error('nothing happens');
  const { at, kind, node, other, packet, timer, write } = entry;
  return { at, kind, node, other, packet, timer, write };
}

it.each(['leader-killed', 'partition', 'five-servers'])('%s: whatever is chosen is what happens next', (id) => {
  const met = new Set<string>();
  for (const moment of momentsOf(id)) {
    for (const one of pendingOf(moment)) {
      if (one.actions === null) {
        met.add(`no ${one.because?.reason}`);
        continue;
      }
      const { kind, node, other, packet, timer, write } = one;
      met.add(one.actions.length > 0 ? kind : 'by itself');
      const isMessage = one.actions.some((action) => action.do === 'hurryMessage');
      const at = isMessage ? moment.world.now : one.at;
      expect(nextAfter(moment, one)).toEqual({ at, kind, node, other, packet, timer, write });
    }
  }
  expect([...met]).toEqual(expect.arrayContaining(['by itself', 'received', 'fired', 'no clock', 'no script']));
});

it('what comes first by itself is the first of the list', () => {
  for (const moment of momentsOf('leader-killed')) {
    const [first] = pendingOf(moment);
    if (first === undefined || first.because?.reason === 'script') continue;
    expect(first.actions).toEqual([]);
    const { kind, node } = first;
    expect(nextAfter(moment, first)).toMatchObject({ at: first.at, kind, node });
  }
});

import { expect, it } from 'vitest';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { startOf } from '../scenario/start.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { zooKeeperMachine } from './machine.ts';
import type { Moment } from './moment.ts';

/** A live run that has settled: only pings, half a tick apart, are ahead. */
function settled(): Moment {
  const live = zooKeeperMachine.resume(startOf(firstLook, null));
  while (live.world.now < 5000) zooKeeperMachine.step(live, false);
  return live;
}

it('an action may come some time after the last event', () => {
  const live = settled();
  const { now } = live.world;
  const entry = zooKeeperMachine.act(live, { do: 'freeze', server: sidOf(1) }, 3, true);
  expect(entry.at).toBe(now + 3);
});

it('but never after what comes next', () => {
  const live = settled();
  const next = zooKeeperMachine.step(zooKeeperMachine.resume(live), false);
  const entry = zooKeeperMachine.act(live, { do: 'freeze', server: sidOf(1) }, 1_000_000, true);
  expect(entry.at).toBe(next?.at);
});

it('a scripted action that makes no sense is an event that changes nothing', () => {
  const script = [{ at: 10, action: { do: 'thaw' as const, server: sidOf(1) } }];
  const live = zooKeeperMachine.resume(startOf({ ...firstLook, script }, null));
  const entry = zooKeeperMachine.step(live, true);
  expect(entry).toMatchObject({ kind: 'action', at: 10, notes: [] });
  expect(live.world.nodes.every(({ status }) => status === 'down')).toBe(true);
  expect(zooKeeperMachine.step(live, true)).toBeNull();
});

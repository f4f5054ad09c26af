import { expect, it } from 'vitest';
import { Branches } from '../history/branches.ts';
import { align } from '../history/alignment.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { eventKey } from './event-key.ts';
import { zooKeeperMachine } from './machine.ts';

function run() {
  const branches = new Branches(zooKeeperMachine, startOf(leaderKilled, null));
  const root = branches.get(0);
  root.extend(400);
  return { branches, root };
}

it('matches all that a later clock alone has changed', () => {
  const { branches, root } = run();
  // A latency that stays what it is changes nothing but the number of the events.
  const acted = branches.act(0, 60, [{ do: 'latency', from: sidOf(1), to: sidOf(2), millis: 10 }]);
  if (!acted.ok) throw new Error(acted.error.reason);
  acted.value.extend(300);
  const { onlySecond } = align(root, acted.value, eventKey);
  expect(onlySecond[0]).toBe(60);
});

it('has no key for pings and for timers without work', () => {
  const { root } = run();
  const entries = Array.from({ length: root.length }, (_, index) => root.entryAt(index));
  const pings = entries.filter(({ packet }) => packet?.type === 'PING');
  const idle = entries.filter(({ timer, notes }) => timer !== null && notes.length === 0);
  expect(pings.length).toBeGreaterThan(0);
  expect(idle.length).toBeGreaterThan(0);
  expect([...pings, ...idle].map(eventKey).filter((key) => key !== null)).toEqual([]);
});

it('tells votes apart by every field', () => {
  const { root } = run();
  const votes = Array.from({ length: root.length }, (_, index) => root.entryAt(index)).filter(
    ({ packet, kind }) => kind === 'received' && packet?.type === 'NOTIFICATION',
  );
  const texts = new Set(votes.map(({ node, other, packet }) => JSON.stringify([node, other, packet])));
  expect(new Set(votes.map(eventKey)).size).toBe(texts.size);
});

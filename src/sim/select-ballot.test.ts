import { expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { fiveServers } from '../scenario/builtin/five-servers.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from './machine.ts';
import { select } from './select.ts';

/** `S1 agreed for 3 in epoch 0` of every server, and what it believes, after `millis`. */
function counted(millis: number): Readonly<Record<number, readonly string[]>> {
  const live = zooKeeperMachine.resume(startOf(fiveServers, auditor));
  while (live.world.now < millis) zooKeeperMachine.step(live, false);
  return Object.fromEntries(
    select(live).servers.map(({ sid, electedBy }) => [
      sid,
      electedBy.map(({ from, vote, state }) => `${from} ${state} for ${vote.leader} e${vote.peerEpoch}`),
    ]),
  );
}

it('a looking server has settled on nothing', () => {
  expect(counted(1500)).toEqual({ 1: [], 2: [], 3: [], 4: [], 5: [] });
});

it('a settled server keeps the votes that decided, also after its epoch was raised', () => {
  const votes = counted(6000);
  const agreed = [1, 2, 3].map((from) => `${from} LOOKING for 3 e0`);
  expect(votes[3]).toEqual(agreed);
  // Who came later joined by what the settled ones told it: their votes carry the epoch they follow in.
  const settled = [1, 2, 4].map((from) => `${from} FOLLOWING for 3 e1`);
  expect(votes[5]).toEqual([...settled, '3 LEADING for 3 e1'].toSorted());
});

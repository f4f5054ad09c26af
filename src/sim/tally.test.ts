import { describe, expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { fiveServers } from '../scenario/builtin/five-servers.ts';
import { startOf } from '../scenario/start.ts';
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import { isQuorum } from '../zookeeper/election/quorum-verifier.ts';
import { type Sid, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import { zooKeeperMachine } from './machine.ts';
import { select } from './select.ts';
import { tallyOf } from './tally.ts';

const five = [1, 2, 3, 4, 5].map(sidOf);

function verifier(groups: readonly (readonly [readonly number[], readonly number[]])[] | null): QuorumVerifier {
  return {
    version: zxidFrom(0, 0),
    servers: [],
    voters: five,
    groups: groups?.map(([sids, weights]) => ({ sids: sids.map(sidOf), weights })) ?? null,
  };
}

const flat = verifier(null);
const grouped = verifier([
  [
    [1, 2],
    [1, 1],
  ],
  [
    [3, 4],
    [3, 1],
  ],
  [[5], [1]],
]);

/** Every set of them. */
function subsets(sids: readonly Sid[]): readonly (readonly Sid[])[] {
  return sids.reduce<readonly (readonly Sid[])[]>((all, sid) => [...all, ...all.map((set) => [...set, sid])], [[]]);
}

describe('what is told of a quorum is what decides it', () => {
  it.each([
    ['heads', flat],
    ['groups and weights', grouped],
  ])('%s', (_, config) => {
    for (const sids of subsets(five)) {
      const tally = tallyOf(config, sids);
      expect([sids, tally.quorum, tally.has >= tally.needed]).toEqual([
        sids,
        isQuorum(config, sids),
        isQuorum(config, sids),
      ]);
      expect([...tally.answered, ...tally.missing].toSorted((a, b) => a - b)).toEqual(five);
    }
  });
});

function groupsWith(sid: number) {
  return tallyOf(grouped, [sidOf(sid)]).groups?.map(({ weight, needed, won }) => [weight, needed, won]);
}

it('weights: the heavier of a group wins it alone, the lighter does not', () => {
  expect(groupsWith(3)).toEqual([
    [0, 2, false],
    [3, 3, true],
    [0, 1, false],
  ]);
  expect(groupsWith(4)?.[1]).toEqual([1, 3, false]);
});

it('every wait of a leader, and every ballot, is counted in the configurations that are asked', () => {
  const live = zooKeeperMachine.resume(startOf(fiveServers, auditor));
  const seen = new Set<string>();
  while (live.world.now < 6000) {
    zooKeeperMachine.step(live, false);
    for (const { waits, ballot } of select(live).servers) {
      for (const wait of waits) {
        seen.add(wait.for);
        expect(wait.tallies.every(({ quorum }) => quorum)).toBe(wait.quorum);
        expect(wait.tallies[0]?.answered).toEqual(wait.acks);
      }
      expect(ballot?.tallies[0]?.answered).toEqual(ballot?.agreeing);
    }
  }
  expect([...seen].toSorted()).toEqual(['epochAck', 'epochProposal', 'newLeaderAck']);
});

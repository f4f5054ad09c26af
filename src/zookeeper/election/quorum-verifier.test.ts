import { expect, it } from 'vitest';
import { behaviourOf } from '../config/behaviour.ts';
import { DEFAULT_TIMING, type ServerConfig, serverConfig, serverSpec } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import { isQuorum, isVoter, quorumSize, withSid } from './quorum-verifier.ts';

/** Voters 1 to n, and one observer, 9. */
function ensemble(voters: number): ServerConfig {
  const sids = [9, ...Array.from({ length: voters }, (_, i) => voters - i)] as Sid[];
  return serverConfig({
    sid: 1 as Sid,
    servers: sids.map((sid) => ({ sid, node: sid, learnerType: sid === 9 ? 'OBSERVER' : 'PARTICIPANT' })),
    timing: DEFAULT_TIMING,
    behaviour: behaviourOf('3.9', {}),
  });
}

it.each([
  // voters  acks          quorum
  [1, [1], true],
  [1, [], false],
  [2, [1], false], // two voters: both are needed
  [2, [1, 2], true],
  [3, [1], false],
  [3, [1, 3], true],
  [4, [1, 2], false], // half is no majority
  [4, [1, 2, 3], true],
  [5, [1, 2], false],
  [5, [1, 2, 5], true],
  [3, [1, 9], false], // trap 26.13: an observer never counts
  [3, [1, 9, 7, 8], false], // nor does a stranger
  [3, [9, 1, 2], true],
])('9 of %d voters, %j is a quorum: %s', (voters, acks, expected) => {
  expect(isQuorum(ensemble(voters), acks as Sid[])).toBe(expected);
});

it('knows its voters, in sid order, and its members', () => {
  const config = ensemble(3);
  expect([config.voters, quorumSize(config), quorumSize(ensemble(4))]).toEqual([[1, 2, 3], 2, 3]);
  expect([isVoter(config, 3 as Sid), isVoter(config, 9 as Sid), isVoter(config, 4 as Sid)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([serverSpec(config, 9 as Sid)?.learnerType, serverSpec(config, 4 as Sid)]).toEqual(['OBSERVER', null]);
});

it.each([
  [[], 2, [2]],
  [[1, 3], 2, [1, 2, 3]],
  [[1, 3], 4, [1, 3, 4]],
  [[1, 3], 0, [0, 1, 3]],
  [[1, 3], 3, [1, 3]],
  [[1, 3], 1, [1, 3]],
])('%j with %d is %j', (sids, sid, expected) => {
  expect(withSid(sids as Sid[], sid as Sid)).toEqual(expected);
});

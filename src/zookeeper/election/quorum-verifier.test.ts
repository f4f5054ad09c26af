import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../config/profiles.ts';
import { DEFAULT_TIMING, type QuorumVerifier, quorumVerifier, serverConfig, serverSpec } from '../config/ensemble.ts';
import { type Sid, ZXID_ZERO, type Zxid } from '../ids.ts';
import {
  hasAllQuorums,
  isQuorum,
  isVoter,
  isVoterInAny,
  quorumSize,
  verifiersOf,
  votersOfAny,
  weightOf,
  withSid,
} from './quorum-verifier.ts';
import { hasSameMembers } from './same-members.ts';

/**
 * `1 2 3 o9`: voters 1 to 3 and an observer. `1 2*0 | 3*4`: two groups, 2 weighs nothing and 3 weighs four.
 * Groups stand for themselves: a line without `|` has none.
 */
function verifier(text: string, version: Zxid = ZXID_ZERO): QuorumVerifier {
  const groups = text.split('|').map((group) =>
    group
      .trim()
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => {
        const [, observer, sid, weight = '1'] = /^(o?)(\d+)(?:\*(\d+))?$/.exec(word) ?? [];
        return { sid: Number(sid) as Sid, observes: observer === 'o', weight: Number(weight) };
      }),
  );
  return quorumVerifier({
    version,
    servers: groups.flat().map(({ sid, observes }) => ({
      sid,
      node: sid,
      learnerType: observes ? 'OBSERVER' : 'PARTICIPANT',
    })),
    groups: text.includes('|')
      ? groups.map((members) => ({
          sids: members.filter(({ observes }) => !observes).map(({ sid }) => sid),
          weights: members.filter(({ observes }) => !observes).map(({ weight }) => weight),
        }))
      : null,
  });
}

const sids = (text: string): readonly Sid[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => Number(word) as Sid);

describe('9 QuorumMaj', () => {
  it.each([
    // servers            acks      quorum
    ['1 o9', '1', true],
    ['1 o9', '', false],
    ['1 2 o9', '1', false], // two voters: both are needed
    ['1 2 o9', '1 2', true],
    ['1 2 3 o9', '1', false],
    ['1 2 3 o9', '1 3', true],
    ['1 2 3 4 o9', '1 2', false], // half is no majority
    ['1 2 3 4 o9', '1 2 3', true],
    ['1 2 3 4 5 o9', '1 2', false],
    ['1 2 3 4 5 o9', '1 2 5', true],
    ['1 2 3 o9', '1 9', false], // trap 26.13: an observer never counts
    ['1 2 3 o9', '1 9 7 8', false], // nor does a stranger
    ['1 2 3 o9', '9 1 2', true],
  ])('of %s, %s is a quorum: %s', (servers, acks, expected) => {
    expect(isQuorum(verifier(servers), sids(acks))).toBe(expected);
  });
});

// oxfmt-ignore
describe('9 QuorumHierarchical', () => {
  it.each([
    // groups                          acks            quorum
    ['1 2 3 | 4 5 6 | 7 8 9',          '1 2 4 5',       true],  // two of three groups, two of three in each
    ['1 2 3 | 4 5 6 | 7 8 9',          '1 2 3',         false], // one group, however complete
    ['1 2 3 | 4 5 6 | 7 8 9',          '1 2 4 7',       false], // four of nine, but one majority only
    ['1 2 3 | 4 5 6 | 7 8 9',          '1 2 3 4 7',     false], // a majority of servers is none of groups
    ['1 2 3 | 4 5 6 | 7 8 9',          '',              false], // an empty set is never a quorum
    ['1 2 | 3 4',                      '1 2 3',         false], // one of two groups is half of them
    ['1 2 | 3 4',                      '1 2 3 4',       true],
    ['1*3 2 3 |',                      '1',             true],  // three of five in weight
    ['1*3 2 3 |',                      '2 3',           false],
    ['1*2 2 3 |',                      '1',             false], // half of the weight is no majority
    ['1 2 3*0 |',                      '1 3',           false], // weight 0 adds nothing
    ['1 2 3*0 |',                      '1 2',           true],
    ['1 2 3 | 4*0 5*0 6*0',            '1 2',           true],  // a group of no weight is not counted among the groups
    ['1 2 3 | 4*0 5*0 6*0',            '4 5 6',         false],
    ['1*0 2*0 |',                      '1 2',           false], // nobody has any weight
    ['1 2 3 o9 |',                     '1 9',           false],
  ])('of %s, %s is a quorum: %s', (servers, acks, expected) => {
    expect(isQuorum(verifier(servers), sids(acks))).toBe(expected);
  });

  it.each([
    ['1 2 3 | 4 5 6 | 7 8 9',  4],
    ['1*3 2 3 |',              1],
    ['1 2 | 3 4',              4],
    ['1 | 2 3 4 | 5 6 7 8 9',  3], // the smallest groups: one and two of three
    ['5 6 7 8 9 | 1 | 2 3 4',  3], // in whatever order they stand
    ['1 2*3 3 |',              1], // and the heaviest of each
  ])('of %s the smallest quorum has %d', (servers, size) => {
    expect(quorumSize(verifier(servers))).toBe(size);
  });

  it('weighs who is in a group, and 1 for everybody without groups', () => {
    const weighed = verifier('1*3 2*0 | 3 o9');
    expect([1, 2, 3, 9].map((sid) => weightOf(weighed, sid as Sid))).toEqual([3, 0, 1, 0]);
    expect(weightOf(verifier('1 2'), 2 as Sid)).toBe(1);
  });
});

describe('9 two configurations: while a newer one is on its way, both must agree', () => {
  const before = verifier('1 2 3', 0x1_0000_0004 as Zxid);
  const after = verifier('1 4 5', 0x1_0000_0009 as Zxid);
  const both = verifiersOf({ quorumVerifier: before, lastSeenQuorumVerifier: after });

  // oxfmt-ignore
  it.each([
    // acks      quorum
    ['1 2',      false], // of the old one alone
    ['1 4',      false], // of the new one alone
    ['1 2 4',    true],
    ['2 3 4 5',  true],
    ['2 3 4',    false],
  ])('%s: %s', (acks, expected) => {
    expect(hasAllQuorums(both, sids(acks))).toBe(expected);
  });

  it('a configuration that is seen again is not newer', () => {
    expect(verifiersOf({ quorumVerifier: after, lastSeenQuorumVerifier: after })).toEqual([after]);
    expect(verifiersOf({ quorumVerifier: after, lastSeenQuorumVerifier: before })).toEqual([after]);
  });

  it('who votes in either may take part', () => {
    expect(votersOfAny(both)).toEqual([1, 2, 3, 4, 5]);
    expect([2, 5, 6].map((sid) => isVoterInAny(both, sid as Sid))).toEqual([true, true, false]);
  });
});

// oxfmt-ignore
it.each([
  // one          other         the same servers in the same roles
  ['1 2 3',       '3 2 1',      true],
  ['1 2 3',       '1 2',        false],
  ['1 2',         '1 2 3',      false],
  ['1 2 3',       '1 2 4',      false],
  ['1 2 3 o9',    '1 2 3 9',    false],
  ['1 2 3 o9',    '1 2 3 o9',   true],
])('9 the members of %s and %s are the same, whatever the versions: %s', (one, other, same) => {
  expect(hasSameMembers(verifier(one), verifier(other, 0x1_0000_0004 as Zxid))).toBe(same);
});

it('knows its voters, in sid order, and its members', () => {
  const { servers } = verifier('o9 3 2 1');
  const config = serverConfig({ sid: 1 as Sid, servers, timing: DEFAULT_TIMING, behaviour: behaviourOf('3.9', {}) });
  expect([config.voters, quorumSize(config), quorumSize(verifier('1 2 3 4'))]).toEqual([[1, 2, 3], 2, 3]);
  expect([3, 9, 4].map((sid) => isVoter(config, sid as Sid))).toEqual([true, false, false]);
  expect([serverSpec(config, 9 as Sid)?.learnerType, serverSpec(config, 4 as Sid)]).toEqual(['OBSERVER', null]);
});

it.each([
  [[], 2, [2]],
  [[1, 3], 2, [1, 2, 3]],
  [[1, 3], 4, [1, 3, 4]],
  [[1, 3], 0, [0, 1, 3]],
  [[1, 3], 3, [1, 3]],
  [[1, 3], 1, [1, 3]],
])('%j with %d is %j', (before, sid, expected) => {
  const list = Object.freeze(before.slice()) as readonly Sid[];
  expect(withSid(list, sid as Sid)).toEqual(expected);
  expect(list).toEqual(before);
});

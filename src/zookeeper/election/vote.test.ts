import { describe, expect, it } from 'vitest';
import type { ServerState } from '../packets.ts';
import { voteFrom } from '../peer/stand-in.ts';
import { quorumVerifier } from '../config/ensemble.ts';
import { SMALLEST, type Sid, ZXID_ZERO } from '../ids.ts';
import { type Ballot, agreeingWith, beats, compareVotes, isSameVote, totalOrder } from './vote.ts';

const majority = quorumVerifier({ version: ZXID_ZERO, servers: [], groups: null });

const ORDERED = { votesTotallyOrdered: true };

describe('8.5 totalOrderPredicate', () => {
  it.each([
    // candidate        against             outcome  decided by
    ['3:2.7 e2 r1', '2:2.7 e2 r1', 'beats', 'leader'], // equal epoch and zxid: larger sid
    ['2:2.7 e2 r1', '3:2.7 e2 r1', 'loses', 'leader'],
    ['1:2.8 e2 r1', '3:2.7 e2 r1', 'beats', 'zxid'], // larger zxid before larger sid
    ['3:2.7 e2 r1', '1:2.8 e2 r1', 'loses', 'zxid'],
    ['1:1.1 e3 r1', '3:2.9 e2 r1', 'beats', 'peerEpoch'], // larger epoch before larger zxid
    ['3:2.9 e2 r1', '1:1.1 e3 r1', 'loses', 'peerEpoch'],
    ['3:2.7 e2 r1', '3:2.7 e2 r1', 'equal', null],
    ['3:2.7 e2 r1', '3:2.7 e2 r9', 'equal', null], // rounds are not looked at
    ['1:2.7 e2 r9', '2:2.7 e2 r1', 'loses', 'leader'],
    ['1:- e0 r1', '1:0.0 e0 r1', 'loses', 'zxid'], // signed: -1 is below zero
  ] as const)('%s against %s: %s by %s', (candidate, against, outcome, by) => {
    const [one, other] = [voteFrom(candidate), voteFrom(against)];
    expect(compareVotes(one, other)).toEqual({ outcome, by });
    expect(beats(majority, one, other, ORDERED)).toBe(outcome === 'beats');
  });

  it('a non-voter votes below everybody', () => {
    const least = { ...voteFrom('0:0.0 e0 r1'), leader: SMALLEST as Sid };
    expect(beats(majority, voteFrom('0:0.0 e0 r1'), least, ORDERED)).toBe(true);
  });

  it.each([
    // candidate       against          outcome   decided by
    ['1:2.8 e2 r1', '3:2.7 e2 r1', 'beats', 'zxid'],
    ['3:9.9 e9 r1', '1:2.7 e2 r1', 'loses', 'weight'], // S3 weighs nothing: its own vote does not win
    ['3:2.7 e2 r1', '3:2.7 e2 r1', 'equal', null],
    ['3:1.1 e1 r1', '1:2.7 e2 r1', 'loses', 'peerEpoch'],
    ['1:2.7 e2 r1', '3:2.8 e2 r1', 'loses', 'zxid'], // only the candidate is weighed
  ] as const)('9 a server of weight 0 is not elected: %s against %s %s by %s', (candidate, against, outcome, by) => {
    const weighed = quorumVerifier({ ...majority, groups: [{ sids: [1, 2, 3] as Sid[], weights: [1, 1, 0] }] });
    expect(totalOrder(weighed, voteFrom(candidate), voteFrom(against), ORDERED)).toEqual({ outcome, by });
  });
});

function ballot(vote: string, state: ServerState, version: number): Ballot {
  return { vote: voteFrom(vote), state, version };
}

/** `3:2.7 e2 r1 LEADING 2`: vote, state of its sender, format version. */
function parse(text: string): Ballot {
  const words = text.split(' ');
  // The table holds nothing but states.
  return ballot(words.slice(0, 3).join(' '), words[3] as ServerState, Number(words[4]));
}

const LOOSE = { voteEqualityLoose: true };

describe('8.6, trap 26.10 Vote equality', () => {
  it.each([
    // settled votes               loose  strict
    ['3:2.7 e2 r1 FOLLOWING 2', true, true],
    ['3:1.1 e2 r1 FOLLOWING 2', true, false],
    ['3:2.7 e2 r9 FOLLOWING 2', true, false],
    ['3:2.7 e3 r1 FOLLOWING 2', false, false],
  ])('toggle voteEqualityLoose: 3:2.7 e2 r1 LEADING and %s', (other, loose, strict) => {
    for (const voteEqualityLoose of [true, false]) {
      const same = isSameVote(parse('3:2.7 e2 r1 LEADING 2'), parse(other), { voteEqualityLoose });
      expect(same).toBe(voteEqualityLoose ? loose : strict);
    }
  });

  it.each([
    // one                        other                        same
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e2 r1 LOOKING 2', true],
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e2 r1 LOOKING 0', true], // looking: the version does not matter
    ['3:2.7 e2 r1 LOOKING 2', '2:2.7 e2 r1 LOOKING 2', false],
    ['3:2.7 e2 r1 LOOKING 2', '3:2.6 e2 r1 LOOKING 2', false],
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e1 r1 LOOKING 2', false],
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e2 r2 LOOKING 2', false],
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e2 r1 LEADING 2', true], // one of the two is enough to be strict
    ['3:2.7 e2 r1 LOOKING 2', '3:2.7 e2 r2 LEADING 2', false],
    ['3:2.7 e2 r1 LEADING 2', '3:2.7 e2 r2 LOOKING 2', false],
    ['3:2.7 e2 r1 LEADING 2', '3:1.1 e2 r9 FOLLOWING 2', true], // settled: leader and peerEpoch
    ['3:2.7 e2 r1 LEADING 2', '3:2.7 e3 r1 FOLLOWING 2', false],
    ['3:2.7 e2 r1 LEADING 2', '2:2.7 e2 r1 FOLLOWING 2', false],
    ['3:2.7 e2 r1 LEADING 0', '3:2.7 e2 r1 FOLLOWING 0', true], // both without a version: as both with one
    ['3:2.7 e2 r1 LEADING 0', '3:2.7 e3 r1 FOLLOWING 0', false],
    ['3:2.7 e2 r1 LEADING 2', '3:1.1 e9 r9 FOLLOWING 0', true], // exactly one versioned: the leader alone
    ['3:2.7 e2 r1 LEADING 0', '3:1.1 e9 r9 FOLLOWING 2', true],
    ['3:2.7 e2 r1 LEADING 2', '2:2.7 e2 r1 FOLLOWING 0', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameVote(parse(one), parse(other), LOOSE)).toBe(same);
  });
});

it('who agrees is told in sid order', () => {
  const mine = ballot('3:2.7 e2 r1', 'LOOKING', 2);
  const ballots = { 10: mine, 2: mine, 3: ballot('2:2.7 e2 r1', 'LOOKING', 2), 1: mine };
  expect(agreeingWith(ballots, mine, LOOSE)).toEqual([1, 2, 10]);
  expect(agreeingWith({}, mine, LOOSE)).toEqual([]);
});

it.each([
  // candidate        against            ordered   in the old order
  ['1:1.1 e2 r1', '3:1.1 e1 r1', 'beats by peerEpoch', 'beats by peerEpoch'],
  ['3:1.1 e1 r1', '1:1.1 e2 r1', 'loses by peerEpoch', 'beats by leader'], // each beats the other
  ['3:1.1 e2 r1', '1:1.1 e1 r1', 'beats by peerEpoch', 'beats by peerEpoch'],
  ['3:1.1 e1 r1', '3:1.1 e2 r1', 'loses by peerEpoch', 'loses by peerEpoch'], // the same server is not larger
  ['3:1.1 e1 r1', '1:1.2 e2 r1', 'loses by peerEpoch', 'loses by peerEpoch'],
  ['1:1.1 e1 r1', '3:1.1 e1 r1', 'loses by leader', 'loses by leader'],
])('toggle votesTotallyOrdered: %s against %s %s; before 3.4.4 it %s (1419)', (candidate, against, ordered, before) => {
  const compared = (votesTotallyOrdered: boolean): string => {
    const { outcome, by } = totalOrder(majority, voteFrom(candidate), voteFrom(against), { votesTotallyOrdered });
    return `${outcome} by ${by}`;
  };
  expect([compared(true), compared(false)]).toEqual([ordered, before]);
});

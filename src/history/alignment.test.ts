import { expect, it } from 'vitest';
import { align, matchingCursor } from './alignment.ts';
import { Branches } from './branches.ts';
import type { Machine } from './machine.ts';
import { sharedLength } from './shared-length.ts';

/** A run that tells a list of words; an action puts words of its own in front of the rest. */
interface Telling {
  readonly words: readonly string[];
  readonly now: number;
}

const telling: Machine<Telling, string, string> = {
  resume: (moment) => ({ ...moment }),
  advance: (live) => {
    const word = telling.step(live, true);
    return word === null ? null : telling.row(word);
  },
  step: (live) => {
    const [word, ...words] = live.words;
    if (word === undefined) return null;
    Object.assign(live, { words, now: live.now + word.length });
    return word;
  },
  act: (live, action) => {
    const [word = '', ...more] = action.split(' ');
    // "-3": forgets the next three words.
    const gone = Math.max(0, -Number(word) || 0);
    Object.assign(live, { words: [...more, ...live.words.slice(gone)], now: live.now + 1 });
    return word;
  },
  refusal: () => null,
  row: (word) => ({ at: 0, kind: 0, node: 0, other: 0, packet: -1, zxid: -1, by: 0, since: 0, flags: word.length }),
  digest: ({ words }) => words.join(' '),
  sameAction: (a, b) => a === b,
};

const keyOf = (word: string): string | null => (word === 'tick' ? null : word);

function tellingBranches(text: string) {
  const branches = new Branches(telling, { words: text.split(' '), now: 0 });
  const root = branches.get(0);
  root.extend(100);
  const fork = (cursor: number, action: string, from = 0) => {
    const acted = branches.act(from, cursor, [action]);
    if (!acted.ok) throw new Error(acted.error.reason);
    acted.value.extend(100);
    return acted.value;
  };
  return { root, fork };
}

it('matches what is the same, however late, and tells what only one has', () => {
  const { root, fork } = tellingBranches('a b c d e');
  const { shared, pairs, onlyFirst, onlySecond } = align(root, fork(2, 'x y z'), keyOf);
  expect(shared).toBe(2);
  expect(pairs).toEqual([
    [2, 5],
    [3, 6],
    [4, 7],
  ]);
  expect(onlyFirst).toEqual([]);
  expect(onlySecond).toEqual([2, 3, 4]);
});

it('matches the nth of a kind with the nth', () => {
  const { root, fork } = tellingBranches('a b a b a');
  const { pairs, onlyFirst, onlySecond } = align(root, fork(1, '-2 a'), keyOf);
  // The root goes on "b a b a"; the fork with its deed, then "a b a".
  expect(pairs).toEqual([
    [1, 3],
    [2, 2],
    [4, 4],
  ]);
  expect(onlyFirst).toEqual([3]);
  expect(onlySecond).toEqual([1]);
});

it('leaves out what is worth no match', () => {
  const { root, fork } = tellingBranches('a tick b tick');
  const { pairs, onlyFirst, onlySecond } = align(root, fork(1, '-1'), keyOf);
  expect(pairs).toEqual([[2, 2]]);
  expect(onlyFirst).toEqual([]);
  expect(onlySecond).toEqual([1]);
});

it('finds what two branches of a branch share', () => {
  const { root, fork } = tellingBranches('a b c d e f g');
  const one = fork(2, 'x');
  const other = fork(4, 'y', one.id);
  const beside = fork(3, 'z', one.id);
  expect(sharedLength(root, root)).toBe(7);
  expect(sharedLength(other, root)).toBe(2);
  expect(sharedLength(one, other)).toBe(4);
  expect(sharedLength(other, beside)).toBe(3);
});

it('finds the cursor that goes with another, by the last event that has a match', () => {
  const { root, fork } = tellingBranches('a b c d e');
  const alignment = align(root, fork(2, '-1 x'), keyOf);
  // Root: a b | c d e. Fork: a b | (deed) x d e.
  expect([0, 2, 3, 4, 5].map((cursor) => matchingCursor(alignment, cursor))).toEqual([0, 2, 2, 5, 6]);
});

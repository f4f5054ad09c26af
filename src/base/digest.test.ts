import { expect, it } from 'vitest';
import { digestOf } from './digest.ts';

/** Golden: links carry digests, so what a value gives today it must give for ever, in every engine. */
it.each([
  [null, '0584f12c051ac2f7'],
  [undefined, 'b4268f4045672633'],
  [0, '7786a025248a403d'],
  [-1, '2ca6ae73d8ae1837'],
  [2 ** 53 - 1, '204d1a2d9ce60e94'],
  [-(2 ** 53 - 1), '5e87a738b030bbcf'],
  [0.5, '8201c51005e4fdc5'],
  [true, 'dbec035dee0c5c97'],
  ['', '6b2102a402e4644b'],
  ['żółw 🐢', '33faaaf6036f9680'],
  [[], '4edec759b12e5f2f'],
  [{}, '133ac58a6e942c42'],
  [{ epoch: 2, zxid: 8589934596, log: ['a', { b: null }] }, '6659b9f4499ed57a'],
])('%j gives the same digits for ever', (value, digits) => {
  expect(digestOf(value)).toBe(digits);
});

it.each([
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [
    { a: 1, generation: 7 },
    { a: 1, generation: 8 },
  ],
  [{ a: 1, generation: 7 }, { a: 1 }],
  [0, -0],
])('%j and %j are the same', (one, other) => {
  expect(digestOf(one)).toBe(digestOf(other));
});

const different: readonly unknown[] = [
  [null, undefined, false, true, 0, 1, -1, '', '0', 'null', [], {}, [[]], [null], [undefined]],
  [{ a: 1 }, { a: 2 }, { b: 1 }, { a: undefined }, { a: null }, [1, 2], [2, 1], [[1], 2], [1, [2]]],
  [4294967296, 8589934592, 1.5, NaN, Infinity, 'ab', 'ba', ['a', 'b'], ['ab'], { a: {} }, { a: [] }],
].flat();

it('tells different values apart', () => {
  expect(new Set(different.map(digestOf)).size).toBe(different.length);
});

it.each([[() => 1], [Symbol('s')], [1n]])('refuses what is not plain data', (value) => {
  expect(() => digestOf({ value })).toThrow('not plain data');
});

import { expect, it } from 'vitest';
import { assert, assertUnreachable, ensure } from './assert.ts';
import { err, ok } from './result.ts';

it('names the belief that was wrong', () => {
  expect(() => assert(true, 'x')).not.toThrow();
  expect(() => assert(false, 'water is dry')).toThrow('water is dry');
  // A cast is the only way to get here.
  expect(() => assertUnreachable({ kind: 'new' } as never)).toThrow('{"kind":"new"}');
});

it.each([[0], [''], [false]])('%j is there', (value) => {
  expect(ensure(value, 'it')).toBe(value);
});

it.each([[null], [undefined]])('%j is not', (value) => {
  expect(() => ensure(value, 'the leader')).toThrow('the leader is missing');
});

it('a result is a value or its problems', () => {
  expect([ok(1), err('x')]).toEqual([
    { ok: true, value: 1 },
    { ok: false, error: 'x' },
  ]);
});

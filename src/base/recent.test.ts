import { expect, it } from 'vitest';
import { sharing } from './recent.ts';

it('gives who comes later the value of the first, and computes anew what differs or is long ago', () => {
  let computed = 0;
  const pair = sharing((a: object, b: number) => {
    computed += 1;
    return { a, b };
  });
  const [one, other] = [{}, {}];
  const first = pair(one, 0);
  expect(pair(one, 0)).toBe(first);
  expect(pair(other, 0)).not.toBe(first);
  expect(pair(one, 1)).toEqual({ a: one, b: 1 });
  expect(computed).toBe(3);
  for (let b = 2; b < 40; b++) pair(one, b);
  expect(pair(one, 0)).toEqual(first);
  expect(computed).toBe(42);
});

import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

it.each([[{}], [[]], [null], ['a "quoted"\nline'], [{ a: [], b: {}, c: [1, [true, null], { 'd e': -1.5 }] }]])(
  '%j is written as ever',
  (value) => {
    expect(jsonText(value)).toBe(JSON.stringify(value, null, 2));
  },
);

it('a 64-bit number keeps all its digits, without quotes', () => {
  expect(jsonText({ session_id: BigInt('0x100003b14d00001'), of: [2n ** 63n - 1n] })).toBe(
    '{\n  "session_id": 72057847790174209,\n  "of": [\n    9223372036854775807\n  ]\n}',
  );
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOfFault, lineOfPath } from './json-place.ts';

const TEXT = `{
  "id": "x",
  "servers": [
    { "sid": 1 },
    {
      "sid": 2,
      "role": "a \\"strange\\" one: [,]"
    }
  ],
  "network": { "latencyMillis": 2 }
}`;

it.each([
  ['$', 1],
  ['$.id', 2],
  ['$.servers', 3],
  ['$.servers[0]', 4],
  ['$.servers[0].sid', 4],
  ['$.servers[1]', 5],
  ['$.servers[1].sid', 6],
  ['$.servers[1].role', 7],
  ['$.network.latencyMillis', 10],
  // What is missing is where it would belong.
  ['$.network.jitterMillis', 10],
  ['$.servers[1].weight', 5],
  ['$.script', 1],
])('%s is on line %i', (path, line) => {
  expect(lineOfPath(TEXT, path)).toBe(line);
});

it('finds every value of any JSON on the line where it was printed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ a: fc.string(), b: fc.array(fc.string(), { minLength: 1 }) }), { minLength: 1 }),
      (value) => {
        const text = JSON.stringify(value, null, 1);
        // Each field and each item has a line of its own.
        const lines = text.split('\n');
        for (const [i, { b }] of value.entries()) {
          for (const [k, item] of b.entries()) {
            expect(lines[lineOfPath(text, `$[${i}].b[${k}]`) - 1]?.trim().replace(/,$/, '')).toBe(JSON.stringify(item));
          }
        }
      },
    ),
  );
});

it.each([
  ['{\n  "id": "x",\n  "servers": [,]\n}', 3],
  ['{"a": 1,\n"b": 2,\n}', 3],
  ['{"a": 1\n"b": 2}', 2],
  ['[1,\n2', 2],
  ['hello', 1],
  ['', 1],
  ['{}\n\n}', 3],
  ['["a\\x"]', 1],
])('%j ceases to be JSON on line %i', (text, line) => {
  expect(() => JSON.parse(text) as unknown).toThrow('JSON');
  expect(lineOfFault(text)).toBe(line);
});

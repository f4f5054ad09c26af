import { expect, it } from 'vitest';
import { linkRandom, lossRandom, nodeRandom } from './random.ts';

it('no number of a node or of a loss is that of a link', () => {
  const keys = Array.from({ length: 12 }, (_, i) => i);
  const pairs = keys.flatMap((a) => keys.map((b) => [a, b] as const));
  const links = pairs.flatMap(([a, b]) => keys.map((n) => linkRandom(7, a, b, n)));
  const nodes = pairs.flatMap(([a, b]) => keys.map((n) => nodeRandom(7, a, b, n)));
  const losses = pairs.flatMap(([a, b]) => keys.map((n) => lossRandom(7, a, b, n)));
  expect(new Set([...links, ...nodes, ...losses]).size).toBe(links.length + nodes.length + losses.length);
});

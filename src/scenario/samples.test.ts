// Links that were out in the world once: each must be understood for ever. A sample is the link and, below it, what it
// stands for; a built-in scenario goes by its id, because it may be touched up while its links stay good.
import { expect, it } from 'vitest';
import { builtinScenario } from './builtin.ts';
import { decodeShare } from './link.ts';

const samples = import.meta.glob<string>('./samples/*.txt', { query: '?raw', import: 'default', eager: true });

it.each(Object.entries(samples))('%s', async (_, sample) => {
  const [link = '', ...json] = sample.split('\n');
  const decoded = await decodeShare(link);
  const found = decoded.ok ? { ...decoded.value, scenario: named(decoded.value.scenario) } : decoded.error;
  expect(found).toEqual(JSON.parse(json.join('\n')));
});

function named(scenario: { readonly id: string }): unknown {
  return builtinScenario(scenario.id) === null ? scenario : scenario.id;
}

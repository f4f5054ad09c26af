// Links that were out in the world once: each must be understood for ever. A sample is the link and, below it, what it
// stands for; a built-in scenario goes by its id, because it may be touched up while its links stay good.
import { expect, it } from 'vitest';
import { builtinScenario } from './builtin.ts';
import { decodeScenario } from './decode.ts';
import { compactScenario } from './defaults.ts';
import { decodeShare } from './link.ts';
import { SCENARIO_VERSION } from './migrate.ts';

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

// Files that people saved once: what a file of version 1 says, it says for ever, whatever later versions migrate it to.
const saved = import.meta.glob<unknown>('./samples/*.json', { import: 'default', eager: true });

it.each(Object.entries(saved))('%s', (_, json) => {
  const decoded = decodeScenario(json);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  // Nothing got lost on the way: it says the same when it is saved again.
  const { $schema: __, version: ___, ...said } = json as Record<string, unknown>;
  expect(compactScenario(decoded.value)).toEqual(said);
});

it('every version of a scenario there ever was has a link and a file among the samples', () => {
  for (let version = 1; version <= SCENARIO_VERSION; version++) {
    for (const names of [samples, saved]) {
      expect(Object.keys(names).filter((name) => name.startsWith(`./samples/v${version}-`))).not.toEqual([]);
    }
  }
});

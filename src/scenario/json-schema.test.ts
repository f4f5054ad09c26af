import { expect, it } from 'vitest';
import * as v from 'valibot';
import { BUILTIN_SCENARIOS } from './builtin.ts';
import { decodeScenario } from './decode.ts';
import { compactScenario, withDefaults } from './defaults.ts';
import { scenarioJsonSchema, scenarioJsonSchemaText } from './json-schema.ts';
import { scenarioSchema } from './schema.ts';

type Schema = Readonly<Record<string, unknown>>;
const root = scenarioJsonSchema();

/** JSON Schema, as far as ours uses it. Throws at a keyword it does not know. */
function accepts(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(
    ([keyword, demand]) => CHECKS[keyword]?.(demand as never, value, schema) ?? unknownKeyword(keyword),
  );
}

function unknownKeyword(keyword: string): never {
  throw new Error(`unknown keyword ${keyword}`);
}

const anything = (): boolean => true;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const CHECKS: Readonly<Record<string, (demand: never, value: unknown, schema: Schema) => boolean>> = {
  $schema: anything,
  $id: anything,
  $defs: anything,
  title: anything,
  description: anything,
  default: anything,
  $ref: (name: string, value) => {
    const [, , definition = ''] = name.split('/');
    return accepts((root['$defs'] as Record<string, Schema>)[definition] ?? {}, value);
  },
  type: (type: string, value) =>
    type === 'array'
      ? Array.isArray(value)
      : type === 'object'
        ? isRecord(value)
        : type === 'integer'
          ? Number.isInteger(value)
          : typeof value === type,
  const: (constant: unknown, value) => value === constant,
  enum: (values: readonly unknown[], value) => values.includes(value),
  anyOf: (schemas: readonly Schema[], value) => schemas.some((one) => accepts(one, value)),
  items: (item: Schema, value) => !Array.isArray(value) || value.every((one) => accepts(item, one)),
  prefixItems: (items: readonly Schema[], value) =>
    !Array.isArray(value) || items.every((item, i) => i >= value.length || accepts(item, value[i])),
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  maxLength: (most: number, value) => typeof value !== 'string' || value.length <= most,
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern).test(value),
  properties: (properties: Record<string, Schema>, value) =>
    !isRecord(value) ||
    Object.entries(value).every(([name, one]) => properties[name] === undefined || accepts(properties[name], one)),
  required: (names: readonly string[], value) => !isRecord(value) || names.every((name) => name in value),
  additionalProperties: (_: boolean, value, schema) =>
    !isRecord(value) || Object.keys(value).every((name) => name in (schema['properties'] as object)),
};

it('the published schema is the one of this version: npm run schema writes it', async () => {
  await expect(scenarioJsonSchemaText()).toMatchFileSnapshot('../../public/scenario.v1.schema.json');
});

it('a file may name its schema', () => {
  const scenario = { $schema: 'scenario.v1.schema.json', servers: [{ sid: 1 }] };
  expect(accepts(root, scenario)).toBe(true);
  expect(decodeScenario(scenario).ok).toBe(true);
});

it.each(BUILTIN_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s keeps to it, whole and short',
  (_, scenario) => {
    expect([accepts(root, scenario), accepts(root, compactScenario(scenario))]).toEqual([true, true]);
  },
);

/**
 * Every single change to a value that makes it another kind of thing, goes missing, or is too much. Only an empty list
 * in place of an object is left out: the validator takes it for an object without fields, the schema does not.
 */
function* spoilt(value: unknown): Generator {
  for (const other of [null, -2, 0.5, 1e12, 'x', 'x'.repeat(1001), true, {}]) yield other;
  if (!isRecord(value)) yield [];
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      yield value.toSpliced(i, 1);
      for (const other of spoilt(item)) yield value.with(i, other);
    }
  } else if (isRecord(value)) {
    yield { ...value, extra: 1 };
    for (const [name, item] of Object.entries(value)) {
      const { [name]: _, ...without } = value;
      yield without;
      for (const other of spoilt(item)) yield { ...value, [name]: other };
    }
  }
}

it('accepts what the validator accepts, and nothing else', () => {
  const operation = {
    op: 'multi',
    operations: [{ op: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, sequential: true }],
  };
  const scenario = {
    version: 1,
    id: 'all-of-it',
    profile: '3.8.0',
    toggles: { neg1Rule: false, newleaderOrder: 'C' },
    servers: [
      { sid: 1, weight: 2, timing: { syncLimitTicks: 3 } },
      { sid: 2, observer: true },
    ],
    groups: [[1]],
    timing: { tickMillis: 500, snapshotSizeFactor: -1 },
    network: { latencyMillis: 3, links: [{ between: [1, 2], latencyMillis: 9 }] },
    script: [
      { at: 0, action: { do: 'start', server: 1 } },
      { at: 1, action: { do: 'partition', groups: [[1], [2]] } },
      { at: 2, action: { do: 'call', client: 'ann', operation } },
    ],
  };
  const judged = [scenario, ...spoilt(scenario)].map((json) => ({
    json,
    schema: accepts(root, json),
    validator: v.is(scenarioSchema, withDefaults(json)),
  }));
  expect(judged.length).toBeGreaterThan(500);
  expect(judged.filter(({ schema, validator }) => schema !== validator)).toEqual([]);
  expect(judged.filter(({ schema }) => schema).length).toBeGreaterThan(20);
});

/**
 * The JSON Schema of a scenario file, read off the one validator (`schema.ts`) and the defaults: editors complete and
 * check files by it. What relates one field to another (sids that exist, steps in order) only `decodeScenario` knows.
 */
import { ensure } from '../base/assert.ts';
import { DEFAULTS } from './defaults.ts';
import { actionSchema, operationSchema, scenarioSchema } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;
/** What the walk reads of a schema; which fields there are follows from `type`. */
interface Node {
  readonly kind: 'schema';
  readonly type: string;
  readonly pipe?: readonly (Node | Action)[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly Node[] | readonly (string | number)[];
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly literal?: string | number | boolean;
  readonly wrapped?: Node;
  readonly getter?: (input: unknown) => Node;
}
interface Action {
  readonly kind: 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly requirement?: unknown;
}

/** Schemas that others refer to by name: an operation holds operations. */
const NAMED: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [operationSchema, 'operation'],
  [actionSchema, 'action'],
]);

/** Of the present version; `$id` is relative to where it is published. */
export function scenarioJsonSchema(): Json {
  const { properties, required, ...rest } = contentOf(nodeOf(scenarioSchema), DEFAULTS);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'scenario.v1.schema.json',
    title: 'Zabscope scenario, version 1',
    description: 'Everything a run follows from. A field that is left out has its default.',
    ...rest,
    required,
    properties: { $schema: { type: 'string' }, ...(properties as Json) },
    $defs: Object.fromEntries([...NAMED].map(([schema, name]) => [name, contentOf(nodeOf(schema), {})])),
  };
}

/** Valibot's public types hide the structure its schemas have at run time. */
function nodeOf(schema: unknown): Node {
  return schema as Node;
}

function jsonOf(node: Node, defaults?: unknown): Json {
  const name = NAMED.get(node);
  return name === undefined ? contentOf(node, defaults) : { $ref: `#/$defs/${name}` };
}

function contentOf(node: Node, defaults: unknown): Json {
  // The schema of a pipe stands first in it, or another takes over behind it; what it demands beyond follows.
  const [, ...rest] = node.pipe ?? [];
  const schema = rest.findLast((item) => item.kind === 'schema') ?? node;
  const demands = rest.flatMap((item) => (item.kind === 'validation' ? [demandOf(item, schema.type === 'array')] : []));
  return Object.assign({}, bareOf(schema, defaults), ...demands) as Json;
}

function bareOf(node: Node, defaults: unknown): Json {
  switch (node.type) {
    case 'string':
    case 'boolean':
    case 'number':
      return { type: node.type };
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options };
    case 'variant':
    case 'union':
      return { anyOf: (node.options as readonly Node[]).map((option) => jsonOf(option)) };
    case 'array':
      return { type: 'array', items: jsonOf(ensure(node.item, 'items of an array')) };
    case 'tuple': {
      const items = ensure(node.items, 'items of a tuple');
      return {
        type: 'array',
        prefixItems: items.map((item) => jsonOf(item)),
        minItems: items.length,
        maxItems: items.length,
      };
    }
    case 'strict_object':
      return objectOf(node, isRecord(defaults) ? defaults : {});
    case 'exact_optional':
      return jsonOf(ensure(node.wrapped, 'what is optional'));
    case 'lazy':
      return jsonOf(ensure(node.getter, 'what is meant lazily')(undefined));
    default:
      throw new Error(`a schema of type ${node.type} has no counterpart here yet`);
  }
}

/** A field with a default may be left out, and says what it is then; a record of defaults says so field by field. */
function objectOf(node: Node, defaults: Json): Json {
  const entries = Object.entries(ensure(node.entries, 'fields of an object'));
  const properties = entries.map(([name, field]) => {
    const value = defaults[name];
    const isWhole = value !== undefined && !(isRecord(value) && Object.keys(value).length > 0);
    return [name, { ...jsonOf(field, value), ...(isWhole && { default: value }) }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as Json,
    required: entries
      .filter(([name, field]) => field.type !== 'exact_optional' && !Object.hasOwn(defaults, name))
      .map(([name]) => name),
    additionalProperties: false,
  };
}

function demandOf({ type, requirement }: Action, ofArray: boolean): Json {
  switch (type) {
    case 'integer':
    case 'safe_integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { [ofArray ? 'minItems' : 'minLength']: requirement };
    case 'max_length':
      return { [ofArray ? 'maxItems' : 'maxLength']: requirement };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'raw_check':
      // That no list is taken for an object: its type says so.
      return {};
    default:
      throw new Error(`a demand of type ${type} has no counterpart here yet`);
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As it is published. */
export function scenarioJsonSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}

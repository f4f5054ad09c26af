/** Answers beside those of a real 3.8.0 (`testdata/`): the same lines and keys in the same order, whatever the figures. */
import { describe, expect, it } from 'vitest';
import { ensure } from '../../base/assert.ts';
import { decodeScenario } from '../../scenario/decode.ts';
import { Run } from '../../scenario/run.ts';
import { nodeOfServer } from '../../sim/nodes.ts';
import type { Operation } from '../client/operations.ts';
import type { Sid } from '../ids.ts';
import { adminCommand } from './admin-commands.ts';
import { fourLetterWord } from './four-letter-words.ts';
import { jsonText } from './json-text.ts';
import type { OperatedServer } from './server-state.ts';

const files = import.meta.glob<string>('./testdata/*.txt', { query: '?raw', import: 'default', eager: true });

/** What is asked, and what was answered: a word's text, a command's JSON. */
type Answers = readonly (readonly [asked: string, answer: string])[];

function recorded(role: string): Answers {
  const text = ensure(files[`./testdata/${role}-3.8.0.txt`], role);
  return text
    .split(/^(?=--- |== )/m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      // The last line ends too.
      return [part.slice(0, end), part.slice(end + 1, -1)];
    });
}

// ---- the same situation here ----

const CREATE = (path: string, ephemeral: boolean): Operation => ({
  op: 'create',
  path,
  data: 'xyz',
  dataLength: 3,
  ephemeral,
  sequential: false,
});
const GET = (path: string): Operation => ({ op: 'getData', path, watch: true });
const SET: Operation = { op: 'setData', path: '/g', data: 'v', dataLength: 1, version: -1 };

const CALLS: readonly (readonly [client: string, operation: Operation])[] = [
  ['a', CREATE('/e', true)],
  ['a', GET('/e')],
  ['a', { op: 'getChildren', path: '/', watch: true }],
  ['b', CREATE('/f', true)],
  ['b', CREATE('/g', false)],
  ['b', { op: 'exists', path: '/nope', watch: true }],
  ['c', GET('/e')],
  // A digest is kept of every 128th transaction.
  ...Array.from({ length: 130 }, () => ['b', SET] as const),
];

const ENSEMBLE = {
  servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
  script: [
    ...[1, 2, 3, 4].map((server) => ({ at: 0, action: { do: 'start', server } })),
    { at: 3000, action: { do: 'connect', client: 'a', server: 1, timeoutMillis: 6000 } },
    { at: 3000, action: { do: 'connect', client: 'b', server: 3, timeoutMillis: 8000 } },
    { at: 3000, action: { do: 'connect', client: 'c', server: 4, timeoutMillis: 10_000 } },
    ...CALLS.map(([client, operation], i) => ({ at: 4000 + 50 * i, action: { do: 'call', client, operation } })),
  ],
};
const ALONE = {
  servers: [{ sid: 1 }],
  service: { standaloneEnabled: true },
  script: [{ at: 0, action: { do: 'start', server: 1 } }],
};

function serverIn(scenario: unknown, sid: Sid): OperatedServer {
  const decoded = decodeScenario(scenario);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const run = new Run(decoded.value, { untilMillis: 12_000, noting: false, audited: false });
  for (const _ of run.entries());
  const { world } = run.moment;
  const node = world.nodes[ensure(nodeOfServer(world, sid), 'a node')];
  const [state, config, durable] = [node?.state, node?.config, node?.durable];
  if (state?.kind !== 'server' || config?.kind !== 'server' || durable == null) throw new Error('no server');
  return { peer: state, config, durable, now: world.now, startedAt: 0, version: '3.8.0', clientPort: 2181 };
}

function answered(asked: string, server: OperatedServer): string {
  if (asked.startsWith('--- ')) return ensure(fourLetterWord(asked.slice(4), server, ['*']), asked);
  return jsonText(adminCommand(asked.slice(3), server));
}

// ---- shapes ----

/** What is not kept here, and not told (see the headers of the two files). */
const NOT_TOLD = /^(?:zk_)?(?:(?:last|min|max)_client_response_size|client_response(?:_stats)?|timestamp)$/;
const NOT_TOLD_OF_OBSERVERS = /^(?:established|queued_packets(?:_size)?|packets_(?:received|sent)|requests|last_zxid)$/;

/** Of any figure, id, address, date and path. */
function textShape(text: string): string {
  return (
    text
      // What a connection is selected for is no figure.
      .replace(/\[([01])\]/, (_, ops) => (ops === '0' ? '[none]' : '[read]'))
      .replace(/[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}/, 'DATE')
      .replaceAll(/\d+\.\d+\.\d+\.\d+(?::\d+)*/g, 'ADDRESS')
      // Servers that were configured with their client ports name them.
      .replace(/;ADDRESS$/, '')
      .replaceAll(/0x[0-9a-f]+/g, 'HEX')
      .replace(/^[0-9a-f]+:/, 'HEX:')
      // A client there had pinged since.
      .replace(/(?<=^|lop=)[A-Z]{4}(?=,|$)/, 'DONE')
      .replaceAll(/-?\d+(?:\.\d+)*/g, 'N')
      .replace(/\/data(?:log)?\/version/, 'DIRECTORY')
      .replace(/^(\t?)\/\w+$/, '$1PATH')
  );
}

/** Lines, each shape once, in order. Sets that nobody is in are left out. */
function linesShape(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .filter((line) => !NOT_TOLD.test(line.split('\t')[0] ?? '') && !line.startsWith('0 expire at'));
  return [...new Set(lines.map(textShape))];
}

/** Keys with the shapes of their values, in order; what has numbers or paths for keys is a map. */
function jsonShape(value: unknown, key: string, isObserver: boolean): unknown {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) return 'N';
  // Who is not configured with one has none that others know; and what somebody wrote into a file.
  if (key === 'client_address' || key === 'initial_configuration') return typeof value;
  if (typeof value === 'string') return textShape(value);
  if (Array.isArray(value)) return unique(value.map((item: unknown) => jsonShape(item, key, isObserver)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !NOT_TOLD.test(name) && !(isObserver && NOT_TOLD_OF_OBSERVERS.test(name)))
    .filter(([, item]) => key !== 'expiry_time_to_session_ids' || (item as readonly unknown[]).length > 0)
    .map(([name, item]) => [textShape(name), jsonShape(item, name, isObserver || name === 'observers')] as const);
  // A bean, whose getters the writer finds in any order.
  return unique(key === 'server_stats' ? entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) : entries);
}

function unique(items: readonly unknown[]): readonly unknown[] {
  return [...new Set(items.map((item) => JSON.stringify(item)))].map((text): unknown => JSON.parse(text));
}

function shapeOf(asked: string, answer: string): unknown {
  return asked.startsWith('--- ') ? linesShape(answer) : jsonShape(JSON.parse(answer), '', false);
}

describe.each([
  ['leader', ENSEMBLE, 3],
  ['follower', ENSEMBLE, 1],
  ['observer', ENSEMBLE, 4],
  ['standalone', ALONE, 1],
] as const)('22 a %s answers as the real one', (role, scenario, sid) => {
  const server = serverIn(scenario, sid as Sid);

  it.each(recorded(role))('%s', (asked, answer) => {
    expect(shapeOf(asked, answered(asked, server))).toEqual(shapeOf(asked, answer));
  });
});

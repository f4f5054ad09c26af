import { describe, expect, it } from 'vitest';
import { ensure } from '../base/assert.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { Run } from '../scenario/run.ts';
import { INITIAL_TREE } from '../zookeeper/database/data-tree.ts';
import { applyBody } from '../zookeeper/database/process-txn.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type SessionId, zxidFrom, sidOf } from '../zookeeper/ids.ts';
import { type DataFacts, type ZnodeFacts, changedPaths, dataFactsOf } from './select-data.ts';

type Step = readonly [at: number, action: Readonly<Record<string, unknown>>];

function typed(at: number, line: string, client = 'c'): Step {
  return [at, { do: 'type', client, line }];
}

/** What server `sid` of three holds at `until`; client `c` is at S1. */
function dataAt(sid: number, until: number, steps: readonly Step[]): DataFacts | null {
  const script: readonly Step[] = [
    ...[1, 2, 3].map((server): Step => [0, { do: 'start', server }]),
    [2000, { do: 'connect', client: 'c', server: 1, hosts: [1], timeoutMillis: 4000 }],
    ...steps,
  ];
  const decoded = decodeScenario({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    timing: { tickMillis: 500 },
    script: script.map(([at, action]) => ({ at, action })),
  });
  const run = new Run(ensure(decoded.ok ? decoded.value : null, 'a scenario'), {
    untilMillis: until,
    noting: false,
    audited: false,
  });
  Array.from(run.entries());
  return dataFactsOf(run.moment, sidOf(sid));
}

/** `/a persistent`, with whoever has it differently behind it. */
function rowOf({ path, kind, missingAt, onlyAt, otherAt }: ZnodeFacts): string {
  const parts = [
    [' missing at', missingAt],
    [' only at', onlyAt],
    [' other at', otherAt],
  ] as const;
  return `${path} ${kind}${parts.map(([what, sids]) => (sids.length === 0 ? '' : `${what} ${sids.join(' ')}`)).join('')}`;
}

const written = [
  typed(2500, 'create /a x'),
  typed(2600, 'create -e /a/e'),
  typed(2700, 'create -c /c'),
  typed(3000, 'get -w /a'),
  typed(3000, 'ls -w /a'),
  typed(3000, 'addWatch /a'),
];

describe('17 the tree', () => {
  it('parents come before children, each with its kind and Stat', () => {
    const { znodes } = ensure(dataAt(2, 4000, written), 'S2');
    expect(znodes.map(rowOf)).toEqual([
      '/ persistent',
      '/a persistent',
      '/a/e ephemeral',
      '/c container',
      '/zookeeper persistent',
      '/zookeeper/config persistent',
      '/zookeeper/quota persistent',
    ]);
    expect(znodes[1]).toMatchObject({
      name: 'a',
      depth: 1,
      data: 'x',
      childCount: 1,
      stat: { version: 0, cversion: 1 },
    });
  });

  it('where a server is behind, the others are named: what is new, changed, and gone', () => {
    const steps: readonly Step[] = [
      ...written,
      // S2 hears nothing more of S3, who leads.
      [3500, { do: 'cut', from: 3, to: 2 }],
      typed(3550, 'set /a y'),
      typed(3600, 'create /b'),
      typed(3650, 'delete /c'),
    ];
    const differing = (sid: number): readonly string[] =>
      ensure(dataAt(sid, 3900, steps), 'a server')
        .znodes.map(rowOf)
        .filter((row) => / at /.test(row));
    expect(differing(1)).toEqual(['/a persistent other at 2', '/b persistent missing at 2', '/c container only at 2']);
    expect(differing(2)).toEqual([
      '/a persistent other at 1 3',
      '/b persistent only at 1 3',
      '/c container missing at 1 3',
    ]);
  });

  it('a server that is down has none', () => {
    expect(dataAt(2, 4000, [...written, [3500, { do: 'kill', server: 2 }]])).toBeNull();
  });
});

/** Trees that two replays made share nothing. */
function treeOfItsOwn(bodies: readonly TxnBody[]) {
  return bodies.reduce(
    (tree, body, i) => applyBody(tree, { zxid: zxidFrom(1, i + 1), sessionId: '0x1' as SessionId, time: i }, body),
    INITIAL_TREE,
  );
}

const create = (path: string, parentCVersion: number): TxnBody => ({
  type: 'create',
  path,
  data: 'x',
  dataLength: 1,
  ephemeral: false,
  parentCVersion,
});

it('what changed between two moments is told by value, whatever they share', () => {
  const before = [create('/a', 1), create('/b', 2)];
  const set: TxnBody = { type: 'setData', path: '/b', data: 'y', dataLength: 1, version: 1 };
  expect([...changedPaths(treeOfItsOwn(before), treeOfItsOwn(before))]).toEqual([]);
  expect([...changedPaths(treeOfItsOwn(before), treeOfItsOwn([...before, set]))]).toEqual(['/b']);
  const created = treeOfItsOwn([...before, create('/a/c', 1)]);
  expect([...changedPaths(treeOfItsOwn(before), created)].toSorted()).toEqual(['/a', '/a/c']);
});

describe('18, 19 sessions and watches', () => {
  it('everybody knows a session; the leader knows when it expires', () => {
    const [follower, leader] = [1, 3].map((sid) => ensure(dataAt(sid, 4000, written), 'a server').sessions);
    expect(follower).toMatchObject([
      { client: 'c', timeoutMillis: 4000, at: 1, expiresAt: null, ephemerals: ['/a/e'] },
    ]);
    expect(leader?.[0]?.expiresAt).toBe(7500);
  });

  it('a session outlives its connection', () => {
    const gone: Step = [3500, { do: 'killClient', client: 'c' }];
    expect(dataAt(3, 4000, [...written, gone])?.sessions).toMatchObject([{ client: null, at: null }]);
    expect(dataAt(3, 12_000, [...written, gone])?.sessions).toEqual([]);
  });

  it('watches live where they were set', () => {
    expect(dataAt(2, 4000, written)?.watches).toEqual([]);
    expect(dataAt(1, 4000, written)?.watches).toMatchObject([
      { path: '/a', table: 'data', mode: 'STANDARD', client: 'c' },
      { path: '/a', table: 'data', mode: 'PERSISTENT_RECURSIVE', client: 'c' },
      { path: '/a', table: 'child', mode: 'STANDARD', client: 'c' },
    ]);
  });
});

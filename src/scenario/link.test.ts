import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action, ActionKind } from '../sim/action.ts';
import type { Operation } from '../zookeeper/client/operations.ts';
import { type Epoch, type Round, type SessionId, type Zxid, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import { BUILTIN_SCENARIOS } from './builtin.ts';
import { firstLook } from './builtin/first-look.ts';
import { partition } from './builtin/partition.ts';
import { compress } from './compression.ts';
import { decodeShare, encodeShare } from './link.ts';
import type { Selection } from './selection.ts';
import type { Share } from './share.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];
const plain: Share = { scenario: firstLook, interventions: [], cursor: 0, selection: null, digest: null };

const written = { path: '/a', data: 'x', dataLength: 1 };
const create: Action = {
  do: 'call',
  client: 'c1',
  operation: { op: 'create', ...written, ephemeral: true, sequential: false },
};

/** One of each, so that a field forgotten in the table of fields shows. */
const EVERY_ACTION: { readonly [Kind in ActionKind]: Extract<Action, { do: Kind }> } = {
  start: { do: 'start', server: s1 },
  kill: { do: 'kill', server: s2 },
  killClient: { do: 'killClient', client: 'c1' },
  stranger: {
    do: 'stranger',
    client: 'x',
    server: s1,
    as: s5,
    says: {
      kind: 'vote',
      state: 'LEADING',
      leader: s4,
      zxid: 7 as Zxid,
      peerEpoch: 2 as Epoch,
      electionEpoch: -1 as Round,
    },
  },
  skipZxids: { do: 'skipZxids', server: s1, counter: 4294967293 },
  resetStats: { do: 'resetStats', server: s1, by: 'stat_reset' },
  setTraceMask: { do: 'setTraceMask', server: s1, mask: 0 },
  takeSnapshot: { do: 'takeSnapshot', server: s1 },
  restoreSnapshot: { do: 'restoreSnapshot', server: s1, of: s2 },
  shedConnections: { do: 'shedConnections', server: s1, percent: 50 },
  stop: { do: 'stop', server: s3 },
  freeze: { do: 'freeze', server: s1 },
  thaw: { do: 'thaw', server: s1 },
  wipe: { do: 'wipe', server: s1 },
  failDisk: { do: 'failDisk', server: s1, because: 'full', times: 2 },
  hold: {
    do: 'hold',
    until: { event: 'receives', server: s1, packet: 'PROPOSAL', from: s2, zxid: '0x100000002' },
    nth: 2,
    action: { do: 'hold', until: { event: 'counts', server: s2, acks: 2 }, action: { do: 'kill', server: s1 } },
  },
  mendDisk: { do: 'mendDisk', server: s1 },
  killAtFlush: { do: 'killAtFlush', server: s1, side: 'before', write: 'currentEpoch', nth: 2 },
  loseTail: { do: 'loseTail', server: s1, count: 3 },
  setClock: { do: 'setClock', server: s1, offsetMillis: -60_000 },
  loss: { do: 'loss', from: s1, to: s2, percent: 12.5 },
  slowDisk: { do: 'slowDisk', server: s1, millis: 250 },
  dropMessage: { do: 'dropMessage', from: s1, to: 'ann é', packet: 'REPLY', number: 0 },
  delayMessage: { do: 'delayMessage', from: s2, to: s1, packet: 'dial', number: 7, millis: 40 },
  hurryMessage: { do: 'hurryMessage', from: s2, to: s1, packet: 'ACK', number: 7, millis: 5 },
  cut: { do: 'cut', from: s1, to: s2 },
  heal: { do: 'heal', from: s2, to: s1 },
  partition: {
    do: 'partition',
    groups: [
      [s1, s2, s3],
      [s4, s5],
    ],
  },
  healAll: { do: 'healAll' },
  latency: { do: 'latency', from: s1, to: s2, millis: 40 },
  connect: {
    do: 'connect',
    client: 'ann é',
    server: s1,
    timeoutMillis: 9000,
    canBeReadOnly: true,
    hosts: [s1, s2],
    claim: { sessionId: '0x10000' as SessionId, password: '0f'.repeat(16) },
  },
  type: { do: 'type', client: 'ann é', line: 'create /a "two words"' },
  call: {
    do: 'call',
    client: 'ann é',
    operation: {
      op: 'multi',
      operations: [
        { op: 'create', ...written, ephemeral: false, sequential: true },
        { op: 'setData', ...written, version: -1 },
        { op: 'delete', path: '/a', version: 3 },
        { op: 'getData', path: '/', watch: true },
        { op: 'exists', path: '/', watch: false },
        { op: 'getChildren', path: '/', watch: false },
        { op: 'sync', path: '/' },
        { op: 'createSession', timeoutMillis: 5 },
        { op: 'closeSession' },
      ],
    },
  },
};

const acl = [{ perms: 5, scheme: 'digest', id: 'joe:h' }];

/** All that a client may be told to ask for, with and without what may be absent. */
const OPERATIONS: readonly Operation[] = [
  { op: 'create', ...written, ephemeral: false, sequential: true, acl },
  { op: 'create2', ...written, ephemeral: true, sequential: false },
  { op: 'create2', ...written, ephemeral: true, sequential: false, acl },
  { op: 'createContainer', ...written },
  { op: 'createContainer', ...written, acl },
  { op: 'createTTL', ...written, sequential: true, ttlMillis: 5000 },
  { op: 'createTTL', ...written, sequential: true, ttlMillis: 5000, acl },
  { op: 'setACL', path: '/a', acl, version: -1 },
  { op: 'getACL', path: '/a' },
  { op: 'check', path: '/a', version: 2 },
  { op: 'multiRead', operations: [{ op: 'getData', path: '/a', watch: false }] },
  { op: 'getEphemerals', path: '/' },
  { op: 'getAllChildrenNumber', path: '/' },
  { op: 'whoAmI' },
  { op: 'auth', scheme: 'digest', auth: 'joe:pw' },
  { op: 'addWatch', path: '/a', mode: 'PERSISTENT_RECURSIVE' },
  { op: 'removeWatches', path: '/a', type: 'ANY', local: true },
  { op: 'checkWatches', path: '/a', type: 'DATA' },
];

/** What somebody might do in half an hour: kills, restarts, cuts, heals and writes, unevenly spaced. */
function thirtyInterventions(): Share['interventions'] {
  const round: readonly Action[] = [
    { do: 'kill', server: s3 },
    create,
    { do: 'start', server: s3 },
    {
      do: 'partition',
      groups: [
        [s1, s2, s5],
        [s3, s4],
      ],
    },
    { do: 'call', client: 'c2', operation: { op: 'setData', path: '/a', data: 'two', dataLength: 3, version: -1 } },
    { do: 'healAll' },
    { do: 'freeze', server: s2 },
    { do: 'cut', from: s1, to: s5 },
    { do: 'thaw', server: s2 },
    { do: 'heal', from: s1, to: s5 },
  ];
  return Array.from({ length: 30 }, (_, i) => ({
    after: 100 + i * 137 + ((i * i) % 61),
    wait: i % 4 === 0 ? i * 31 : 0,
    action: round[i % 10] as Action,
  }));
}

it.each(BUILTIN_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  'a link to %s stays readable',
  async (id, scenario) => {
    expect(await encodeShare({ ...plain, scenario })).toBe(`#scenario=${id}`);
    const share: Share = {
      scenario,
      interventions: [],
      cursor: 123_456,
      selection: { kind: 'server', sid: s3 },
      digest: '1a2b3c4d',
    };
    const link = await encodeShare(share);
    expect(link).toBe(`#scenario=${id}&at=123456&sel=s3&d=1a2b3c4d`);
    expect(link.length).toBeLessThanOrEqual(60);
    expect(await decodeShare(link)).toEqual({ ok: true, value: share });
  },
);

it('thirty interventions fit into 600 characters', async () => {
  const interventions = thirtyInterventions();
  const share: Share = {
    scenario: partition,
    interventions,
    cursor: 4321,
    selection: { kind: 'event', index: 4320 },
    digest: '1a2b3c4d',
  };
  const link = await encodeShare(share);
  expect(link.length).toBeLessThanOrEqual(600);
  expect(await decodeShare(link)).toEqual({ ok: true, value: share });
});

it('every kind of operation travels, and a connection content with reads alone', async () => {
  const connect: Action = { do: 'connect', client: 'c1', server: s1, timeoutMillis: 9000, canBeReadOnly: true };
  const calls = OPERATIONS.map((operation): Action => ({ do: 'call', client: 'c1', operation }));
  const interventions = [connect, ...calls].map((action, i) => ({ after: i, wait: 0, action }));
  const share: Share = { ...plain, interventions };
  expect(await decodeShare(await encodeShare(share))).toEqual({ ok: true, value: share });
});

it('every kind of action travels', async () => {
  const interventions = Object.values(EVERY_ACTION).map((action, i) => ({ after: i * 3, wait: i % 2, action }));
  const share: Share = { ...plain, interventions };
  expect(await decodeShare(await encodeShare(share))).toEqual({ ok: true, value: share });
});

it('a scenario that is not built in travels with the link', async () => {
  const scenario = {
    ...partition,
    id: 'mine',
    seed: 7,
    toggles: { neg1Rule: false },
    script: partition.script.slice(0, 3),
  };
  const share: Share = { ...plain, scenario, cursor: 12 };
  expect(await decodeShare(await encodeShare(share))).toEqual({ ok: true, value: share });
  // The name alone does not make it the built-in one.
  const impostor: Share = { ...plain, scenario: { ...firstLook, seed: 2 } };
  expect(await decodeShare(await encodeShare(impostor))).toEqual({ ok: true, value: impostor });
});

it.each<Selection>([
  { kind: 'server', sid: s3 },
  { kind: 'client', name: 'a&b=c #é' },
  { kind: 'link', from: s3, to: s4 },
  { kind: 'message', seq: 812 },
  { kind: 'event', index: 40 },
  { kind: 'txn', zxid: zxidFrom(2, 4) },
])('a selected $kind travels', async (selection) => {
  const readable: Share = { ...plain, selection };
  const packed: Share = { ...readable, interventions: [{ after: 3, wait: 0, action: { do: 'healAll' } }] };
  expect(await decodeShare(await encodeShare(readable))).toEqual({ ok: true, value: readable });
  expect(await decodeShare(await encodeShare(packed))).toEqual({ ok: true, value: packed });
});

// oxfmt-ignore
it.each([
  // fragment                                  what is told
  ['#whatever',                                { reason: 'foreign' }],
  ['#',                                        { reason: 'foreign' }],
  ['#access_token=abc',                        { reason: 'foreign' }],
  ['#r=1',                                     { reason: 'foreign' }],
  ['#r=2.abc',                                 { reason: 'newerVersion', version: '2' }],
  ['#r=0.abc',                                 { reason: 'foreign' }],
  ['#r=01.abc',                                { reason: 'foreign' }],
  ['#r=1.',                                    { reason: 'damaged', part: 'payload' }],
  ['#r=1.AAAA',                                { reason: 'damaged', part: 'payload' }],
  ['#r=1.not/base64',                          { reason: 'damaged', part: 'payload' }],
  ['#scenario=nope',                           { reason: 'unknownScenario', id: 'nope' }],
  ['#scenario=',                               { reason: 'unknownScenario', id: '' }],
  ['#scenario=first-look&at=-3',               { reason: 'damaged', part: 'at' }],
  ['#scenario=first-look&at=9999999',          { reason: 'damaged', part: 'at' }],
  ['#scenario=first-look&at=',                 { reason: 'damaged', part: 'at' }],
  ['#scenario=first-look&sel=q9',              { reason: 'damaged', part: 'sel' }],
  ['#scenario=first-look&sel=%E0%A4%A',        { reason: 'damaged', part: 'sel' }],
  ['#scenario=first-look&d=12',                { reason: 'damaged', part: 'd' }],
  ['#scenario=first-look&seed=4',              { reason: 'damaged', part: 'seed' }],
  ['#scenario=first-look&at=1&at=2',           { reason: 'damaged', part: 'at=2' }],
  ['#scenario=first-look&at',                  { reason: 'damaged', part: 'at' }],
])('%s is refused', async (fragment, error) => {
  expect(await decodeShare(fragment)).toEqual({ ok: false, error });
});

it('a letter changed or lost anywhere in a packed link never shows another run', async () => {
  const share: Share = {
    ...plain,
    scenario: partition,
    interventions: thirtyInterventions().slice(0, 6),
    cursor: 900,
    digest: '1a2b3c4d',
  };
  const link = await encodeShare(share);
  const start = '#r=1.'.length;
  const position = fc.integer({ min: start, max: link.length - 1 });
  const letter = fc.constantFrom('', 'A', 'B', 'Q', 'Z', 'a', 'g', 'z', '0', '7', '-', '_');
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(position, letter, async (at, other) => {
      const decoded = await decodeShare(link.slice(0, at) + other + link.slice(at + 1));
      // The last letter has bits that mean nothing: changing those changes nothing.
      expect(decoded.ok ? decoded.value : share).toEqual(share);
    }),
    { numRuns: 300, seed: 1 },
  );
});

it('a few letters cannot unfold to gigabytes', async () => {
  const bomb = await compress('a'.repeat(5_000_000));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await decodeShare(`#r=1.${bomb}`)).toEqual({ ok: false, error: { reason: 'damaged', part: 'payload' } });
});

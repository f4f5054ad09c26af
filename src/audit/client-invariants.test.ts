import { describe, expect, it } from 'vitest';
import { freshGeneration } from '../base/slice.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { Run } from '../scenario/run.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { NO_CLIENT_WATCHES } from '../zookeeper/client/client-watches.ts';
import type { ClientState } from '../zookeeper/client/client.ts';
import type { Answer, OperationName, WatchLists } from '../zookeeper/client/operations.ts';
import { type Zxid, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import { type Violation, observe } from './audit.ts';
import { newAudit } from './ghost.ts';
import { INVARIANTS } from './registry.ts';

/** Ann is connected to S1, which follows S3; both have 1.1. */
function connected(): ReturnType<typeof zooKeeperMachine.resume>['world'] {
  const live = zooKeeperMachine.resume(startOf(leaderKilled, null));
  while (live.world.now < 1500) zooKeeperMachine.step(live, false);
  return live.world;
}

const world = connected();
const ann = world.nodes.findIndex(({ config }) => config.kind === 'client');
const z = (counter: number): Zxid => zxidFrom(1, counter);

interface Step {
  readonly note: Note;
  /** The client's watches after it. */
  readonly watches?: Partial<WatchLists>;
}

const called = (cxid: number, operation: OperationName, path: string | null = '/a'): Step => {
  return { note: { kind: 'clientCalled', server: sidOf(1), cxid, operation, path } };
};
const answered = (
  cxid: number,
  operation: OperationName,
  counter: number,
  more: Partial<Answer> = {},
  watches: Partial<WatchLists> = {},
): Step => ({
  note: { kind: 'clientAnswered', cxid, operation, answer: { error: 'OK', zxid: z(counter), ...more } },
  watches,
});
const fired = (path: string): Step => ({ note: { kind: 'watchFired', event: 'NodeDataChanged', path } });
const stat = (counter: number): Partial<Answer> => {
  return { stat: { mzxid: z(counter), pzxid: z(counter) } as unknown as NonNullable<Answer['stat']> };
};
const WAITING = { dataWatches: ['/a'] };

/** What the audit finds when Ann says this, step by step. */
function violationsOf(steps: readonly Step[]): readonly Violation[] {
  // A leader that has committed 1.5, as S1's.
  let audit = { ...newAudit(freshGeneration()), committedBy: { 1: z(5) } };
  return steps.flatMap(({ note, watches }) => {
    const nodes = world.nodes.map((node) => {
      if (node.id !== ann || node.state?.kind !== 'client') return node;
      const state: ClientState = { ...node.state, watches: { ...NO_CLIENT_WATCHES, ...watches } };
      return { ...node, state };
    });
    const watched = observe(
      audit,
      { ...world, nodes },
      { node: ann, notes: [note], arrival: null, disturbs: false },
      freshGeneration(),
    );
    audit = { ...watched.audit, committedBy: audit.committedBy };
    return watched.violations;
  });
}

// oxfmt-ignore
const BROKEN: readonly (readonly [property: string, steps: readonly Step[], fact: Violation['fact']])[] = [
  ['NoTimeTravel',
    [called(1, 'getData'), answered(1, 'getData', 4), called(2, 'getData'), answered(2, 'getData', 3)],
    { kind: 'wentBack', client: 'ann', cxid: 2, zxid: z(3), seen: z(4) }],
  ['ClientFifo',
    [called(1, 'create'), called(2, 'delete'), answered(2, 'delete', 2)],
    { kind: 'answerOutOfTurn', client: 'ann', cxid: 2, expected: 1 }],
  ['LinearizableWrites',
    [called(1, 'setData'), answered(1, 'setData', 4), called(2, 'setData'), answered(2, 'setData', 3)],
    { kind: 'writeTooEarly', client: 'ann', cxid: 2, zxid: z(3), after: z(4) }],
  ['ReadYourWrites',
    [called(1, 'setData'), answered(1, 'setData', 4), called(2, 'getData'), answered(2, 'getData', 4, stat(3))],
    { kind: 'ownWriteMissed', client: 'ann', cxid: 2, zxid: z(3), written: z(4) }],
  ['ReadYourWrites',
    [called(1, 'setData'), answered(1, 'setData', 4), called(2, 'exists', '/b'), answered(2, 'exists', 3, { error: 'NONODE' })],
    { kind: 'ownWriteMissed', client: 'ann', cxid: 2, zxid: z(3), written: z(4) }],
  ['SyncThenRead',
    [called(1, 'sync', '/'), answered(1, 'sync', 4)],
    { kind: 'staleSync', client: 'ann', cxid: 1, zxid: z(4), committed: z(5) }],
  ['WatchSafety',
    [called(1, 'getData'), answered(1, 'getData', 4, stat(3), WAITING), fired('/a'), fired('/a')],
    { kind: 'firedUnset', client: 'ann', event: 'NodeDataChanged', path: '/a' }],
  ['WatchSafety',
    [called(1, 'getData'), answered(1, 'getData', 4, stat(3), WAITING), called(2, 'getData'), answered(2, 'getData', 6, stat(6), WAITING)],
    { kind: 'watchOvertaken', client: 'ann', path: '/a', was: z(3), zxid: z(6) }],
];

describe('every property of clients can break, and names the client and the values', () => {
  it.each(BROKEN)('%s', (property, steps, fact) => {
    expect(violationsOf(steps)).toContainEqual({ property, servers: [sidOf(1)], fact });
  });

  it('none is left out here', () => {
    const shown = new Set(BROKEN.map(([property]) => property));
    expect(INVARIANTS.filter((one) => one.of === 'client' && !shown.has(one.id))).toEqual([]);
  });
});

describe('what looks like a violation and is none', () => {
  const READ = { ...called(2, 'getData'), ...answered(2, 'getData', 3) };

  it.each([
    ['no server answered', [called(2, 'getData'), answered(2, 'getData', 3, { error: 'CONNECTIONLOSS' })]],
    [
      'a new session has seen nothing',
      [{ note: { kind: 'sessionLost', sessionId: '0x1' as never } }, called(2, 'getData'), READ],
    ],
  ] satisfies readonly (readonly [string, readonly Step[]])[])('%s', (_, steps) => {
    expect(violationsOf([called(1, 'setData'), answered(1, 'setData', 4), ...steps])).toEqual([]);
  });

  it('WatchSafety: an event that came in between', () => {
    const read = [called(1, 'getData'), answered(1, 'getData', 4, stat(3), WAITING)];
    expect(violationsOf([...read, fired('/a'), called(2, 'getData'), answered(2, 'getData', 6, stat(6))])).toEqual([]);
  });

  it.each([
    // watchChecksAcl   what ann is told
    [true, 0],
    [false, 1],
  ])(
    'WatchSafety: changes that the client may not read, with watchChecksAcl %s told %d times',
    (watchChecksAcl, told) => {
      const lines: readonly (readonly [at: number, client: string, line: string])[] = [
        [2000, 'bob', 'addauth digest bob:secret'],
        [2200, 'bob', 'create /a x'],
        [2500, 'ann', 'get -w /a'],
        [3000, 'bob', 'setAcl /a auth::cdrwa'],
        [3500, 'bob', 'set /a y'],
        [4000, 'bob', 'setAcl /a world:anyone:r'],
        [4500, 'ann', 'get /a'],
      ];
      const decoded = decodeScenario({
        servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
        toggles: { watchChecksAcl },
        script: [
          ...[1, 2, 3].map((server) => ({ at: 0, action: { do: 'start', server } })),
          ...['ann', 'bob'].map((client) => ({
            at: 1500,
            action: { do: 'connect', client, server: 1, timeoutMillis: 30_000 },
          })),
          ...lines.map(([at, client, line]) => ({ at, action: { do: 'type', client, line } })),
        ],
      });
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
      const entries = [...new Run(decoded.value, { untilMillis: 6000, noting: true, audited: true }).entries()];
      const notes = entries.flatMap((entry) => entry.notes);
      const of = (kind: Note['kind']): number => notes.filter((note) => note.kind === kind).length;
      expect([of('watchFired'), of('watchWithheld')]).toEqual([told, 1 - told]);
      const reads = notes.flatMap((note) =>
        note.kind === 'clientAnswered' && note.operation === 'getData' ? [note.answer.data] : [],
      );
      expect(reads).toEqual(['x', 'y']);
      expect(entries.flatMap(({ violations }) => violations)).toEqual([]);
    },
  );

  it('SyncThenRead: what is committed later', () => {
    expect(violationsOf([called(1, 'sync', '/'), answered(1, 'sync', 5)])).toEqual([]);
  });
});

describe('MessageFifo', () => {
  it('a packet that leaves an older one behind', () => {
    const connection = world.connections.find((one) => one?.port === 'quorum');
    if (connection == null) throw new Error('a follower is connected');
    const item = { kind: 'packet', at: 9, seq: 1, by: 7, sentAt: 3, number: 0, packet: { type: 'UPTODATE' } } as const;
    const { from, to } = connection.forth;
    const behind = { ...connection, forth: { ...connection.forth, items: [item] } };
    const connections = world.connections.map((one) => (one === connection ? behind : one));
    const after = (sentAt: number, by: number): readonly Violation[] => {
      const arrival = { on: connection.id, from, sentAt, by, packet: { type: 'UPTODATE' } } as const;
      const watched = { node: to, notes: [], arrival, disturbs: false };
      return observe(newAudit(freshGeneration()), { ...world, connections }, watched, freshGeneration()).violations;
    };
    expect(after(4, 8)).toEqual([
      { property: 'MessageFifo', servers: [from + 1, to + 1], fact: { kind: 'overtook', sentAt: 4, overtaken: 3 } },
    ]);
    expect([after(3, 6), after(3, 7), after(2, 9)]).toEqual([[], [], []]);
  });
});

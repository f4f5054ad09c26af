import { passwordOf } from '../processors/session-password.ts';
import { describe, expect, it } from 'vitest';
import { INITIAL_TREE } from '../database/data-tree.ts';
import { NO_SESSIONS } from '../database/sessions.ts';
import type { Txn } from '../database/txn.ts';
import type { Epoch, SessionId, Sid } from '../ids.ts';
import type { Packet } from '../packets.ts';
import { BLANK_DISK, type Durable, persist } from './durable.ts';
import { StandIn, diskAt, zxidOf, zxidShort } from './stand-in.ts';

function txn(zxid: string): Txn {
  const body = { type: 'createSession', timeoutMillis: 4000 } as const;
  return { zxid: zxidOf(zxid), sessionId: `0x${zxid}` as SessionId, cxid: 0, time: 0, body };
}

function disk(accepted: number | null, current: number | null, ...log: readonly string[]): Durable {
  const snapshot = { zxid: zxidOf('0.0'), tree: INITIAL_TREE, sessions: NO_SESSIONS };
  const epochs = { acceptedEpoch: accepted as Epoch | null, currentEpoch: current as Epoch | null };
  const write = { kind: 'txns', txns: log.map(txn), roll: true, purpose: 'log', role: 0 } as const;
  return persist({ ...BLANK_DISK, ...epochs, snapshots: [snapshot] }, write);
}

describe('5.3 loadDataBase', () => {
  it.each([
    // accepted current  log           votes with    epochs then
    [null, null, [], '0.0', '0/0'],
    [2, 1, ['1.1'], '1.1', '2/1'],
    [2, 2, ['1.1'], '1.1', '2/2'],
    [null, null, ['3.1'], '3.1', '3/3'], // files missing: the log's epoch
    [5, null, ['3.1'], '3.1', '5/3'],
  ])('accepted %s, current %s, log %j: starts at %s, epochs %s', (accepted, current, log, last, epochs) => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable: disk(accepted, current, ...log) });
    server.allFlushed();
    expect(zxidShort(server.peer.election.proposal.zxid)).toBe(last);
    expect(`${server.peer.acceptedEpoch}/${server.peer.currentEpoch}`).toBe(epochs);
    expect(`${server.durable.acceptedEpoch}/${server.durable.currentEpoch}`).toBe(epochs);
  });

  it.each([
    [2, 1, ['2.1'], 'epochBehindLog'],
    [1, 2, ['1.1'], 'acceptedBehindCurrent'],
    [null, 2, ['1.1'], 'acceptedBehindCurrent'],
  ])('accepted %s, current %s, log %j: refuses to start, %s', (accepted, current, log, reason) => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable: disk(accepted, current, ...log) });
    expect(server.said.at(-1)).toBe('exit 1');
    expect(server.noted('refusedToStart')).toMatchObject([{ reason }]);
  });

  it.each([
    // left on disk                            toggle             currentEpoch then, null: refuses
    [{ updatingEpoch: true }, 'updatingEpoch', 2],
    [{ updatingEpoch: true }, 'none', null],
    [{ updatingEpoch: true }, 'temporaryFile', null],
    [{}, 'updatingEpoch', null],
    [{ currentEpochTmp: 2 as Epoch }, 'temporaryFile', 2],
    [{ currentEpochTmp: 2 as Epoch }, 'none', null],
    [{ currentEpochTmp: 1 as Epoch }, 'temporaryFile', null], // still older than the log
    [{}, 'temporaryFile', null],
  ] as const)('toggle epochAtomicWrite: %j, %s', (left, epochAtomicWrite, expected) => {
    const durable = { ...disk(2, 1, '2.1'), ...left };
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable, toggles: { epochAtomicWrite } });
    const refused = server.said.includes('exit 1');
    server.allFlushed();
    expect(refused ? null : server.peer.currentEpoch).toBe(expected);
    if (expected === null) return;
    expect(server.durable).toMatchObject({ currentEpoch: expected, currentEpochTmp: null, updatingEpoch: false });
    // It votes with the epoch it has taken.
    expect(server.peer.election.proposal.peerEpoch).toBe(expected);
  });

  it.each([
    // toggle, initialized      zxid   snapshot.0
    [true, true, '0.0', true],
    [true, false, '0.0', true],
    [false, true, '0.0', true],
    [false, false, '-', false],
  ])('toggle dbAutocreate %s, initialize %s: an empty disk gives %s', (dbAutocreate, initialize, zxid, isWritten) => {
    const durable = { ...BLANK_DISK, initialize };
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable, toggles: { dbAutocreate } });
    expect(zxidShort(server.peer.election.proposal.zxid)).toBe(zxid);
    expect(server.said.includes('write snapshot 0.0')).toBe(isWritten);
    server.allFlushed();
    // It is good for one start.
    expect(server.durable.initialize).toBe(false);
  });

  it.each<[string, Partial<Durable>]>([
    ['a snapshot', { ...diskAt('1.1', 1), initialize: false }],
    ['a log', { ...disk(1, 1, '1.1'), snapshots: [], initialize: false }],
  ])('toggle dbAutocreate false: a disk with no more than %s is not empty', (_, durable) => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable, toggles: { dbAutocreate: false } });
    expect(zxidShort(server.peer.election.proposal.zxid)).toBe('1.1');
  });

  it('6: with neither snapshot nor log it writes snapshot.0', () => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3] });
    expect(server.said).toContain('write snapshot 0.0');
    expect(new StandIn({ sid: 1, voters: [1, 2, 3], durable: diskAt('1.1', 1) }).said).not.toContain(
      'write snapshot 0.0',
    );
  });

  it('trap 26.25: what its log holds is presumed committed', () => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable: disk(1, 1, '1.1', '1.2') });
    expect(server.peer.database.sessions).toEqual({ '0x1.1': 4000, '0x1.2': 4000 });
    expect(server.peer.database.committedLog.txns.length).toBe(2);
  });
});

const CONNECT: Packet & { readonly type: 'CONNECT' } = {
  canBeReadOnly: false,
  type: 'CONNECT',
  sessionId: null,
  password: null,
  timeoutMillis: 6000,
  lastZxidSeen: zxidOf('0.0'),
};

/** A single server that leads and serves; 7 and 8 are clients. */
function serving(timing: { readonly snapCount?: number } = {}): StandIn {
  const server = new StandIn({ sid: 1, voters: [1], timing });
  server.fire('election', 200);
  server.allFlushed();
  return server;
}

describe('5.2, 19 clients', () => {
  it('are dropped while no server runs', () => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3] });
    expect(server.dialled(7, 'client', CONNECT)).toEqual(['close 7']);
    expect(server.noted('requestRejected')).toEqual([]);
  });

  it('learners are hung up on by whoever does not lead', () => {
    expect(new StandIn({ sid: 1, voters: [1, 2, 3] }).dialled(2, 'quorum')).toEqual(['close 2']);
  });

  it.each([
    // asked   given: 2 to 20 ticks
    [6000, 6000],
    [1, 4000],
    [999_999, 40_000],
  ])('ask for %d ms and get %d', (asked, given) => {
    const server = serving();
    server.dialled(7, 'client', { ...CONNECT, timeoutMillis: asked });
    server.allFlushed();
    expect(Object.values(server.peer.database.sessions)).toEqual([given]);
  });

  it('a call before a session is none', () => {
    const server = serving();
    const call: Packet = { type: 'CALL', cxid: 1, operation: { op: 'sync', path: '/' } };
    expect(server.dialled(7, 'client', call)).toEqual([]);
  });

  it('a session that comes back leaves its old connection; one that is no more is refused', () => {
    const server = serving();
    server.dialled(7, 'client', CONNECT);
    expect(server.allFlushed()).toContain('→7 CONNECTED');
    const sessionId = Object.keys(server.peer.database.sessions)[0] as SessionId;
    expect(server.dialled(7, 'client', { ...CONNECT, sessionId, password: passwordOf(sessionId) })).toEqual([
      'close 7',
      '→7 CONNECTED',
    ]);
    const expired: Packet = {
      ...CONNECT,
      sessionId: '0xdead' as SessionId,
      password: passwordOf('0xdead' as SessionId),
    };
    expect(server.dialled(8, 'client', expired)).toEqual(['→8 CONNECTED expired', 'close 8']);
  });

  it('who has seen more than this server is sent away', () => {
    expect(serving().dialled(7, 'client', { ...CONNECT, lastZxidSeen: zxidOf('9.1') })).toEqual(['close 7']);
  });

  it('trap 26.33: an expired session is closed by a transaction, and its connection with it', () => {
    const server = serving();
    server.dialled(7, 'client', CONNECT);
    server.allFlushed();
    // Asked at 200 ms: 6200 rounded up to whole ticks.
    expect(server.fire('sessionExpiry', 7799)).toEqual(['arm sessionExpiry 1']);
    expect(server.fire('sessionExpiry', 1)).toEqual(['write log 1.2']);
    expect(server.noted('sessionExpired')).toHaveLength(1);
    expect(server.allFlushed()).toEqual(['close 7']);
    expect(server.peer.clients.connections).toEqual([]);
  });

  it('a PING of a client is answered, and keeps its session', () => {
    const server = serving();
    server.dialled(7, 'client', CONNECT);
    server.allFlushed();
    server.now += 5000;
    expect(server.receive(7, { type: 'CLIENTPING' }, 'client')).toContain('→7 CLIENTPING');
    expect(server.fire('sessionExpiry', 2800)).toEqual(['arm sessionExpiry 4000']);
  });

  it('a connection that ends is forgotten, its session is not', () => {
    const server = serving();
    server.dialled(7, 'client', CONNECT);
    server.allFlushed();
    expect(server.input({ kind: 'closed', on: server.on(7, 'client') })).toEqual([]);
    expect([server.peer.clients.connections.length, Object.keys(server.peer.database.sessions).length]).toEqual([0, 1]);
  });
});

it('trap 26.37, 20.2: the log is rolled and a snapshot taken at a random count in [snapCount/2, snapCount)', () => {
  const server = serving({ snapCount: 10 });
  // Half of 5 with the random 0.5 of the stand-in: after more than 5 + 2.
  expect(server.peer.log.rollAt).toBe(7);
  for (let i = 1; i <= 17; i++) {
    server.dialled(7, 'client', CONNECT);
    server.allFlushed();
  }
  expect(server.durable.logFiles.map((file) => zxidShort(file.name))).toEqual(['1.1', '1.9', '1.17']);
  // Taken when the batch is on disk, and named by what was applied by then.
  expect(server.durable.snapshots.map(({ zxid }) => zxidShort(zxid))).toEqual(['0.0', '1.7', '1.15']);
});

it('20.2 only one snapshot is written at a time', () => {
  const server = serving({ snapCount: 2 });
  const connect = (client: number): unknown => server.dialled(client, 'client', CONNECT);
  // A file is closed behind more than one transaction. The first is written alone, the next two together.
  for (const client of [7, 8, 9]) connect(client);
  server.flushed();
  for (const client of [10, 11]) connect(client);
  expect(server.flushed()).toEqual(expect.arrayContaining(['write begin snapshot 1.1', 'write log 1.4 1.5']));
  expect(server.flushed()).toEqual(['write snapshot 1.1']);
  server.flushed();
  expect(server.noted('snapshotSkipped')).toHaveLength(1);
  server.allFlushed();
  expect([server.peer.log.snapshotting, server.durable.snapshots.map(({ zxid }) => zxidShort(zxid))]).toEqual([
    null,
    ['0.0', '1.1'],
  ]);
});

it('20.2 a log file is closed at a random size too', () => {
  const server = new StandIn({ sid: 1, voters: [1], service: { snapSizeLimitInKb: 1 } });
  server.fire('election', 200);
  server.allFlushed();
  // Half of 512 with the random 0.5 of the stand-in, and more; a session takes 60 bytes.
  expect(server.peer.log.rollAtBytes).toBe(768);
  for (let i = 1; i <= 14; i++) {
    server.dialled(7, 'client', CONNECT);
    server.allFlushed();
  }
  expect(server.durable.logFiles.map((file) => zxidShort(file.name))).toEqual(['1.1', '1.14']);
});

it('20.6 old files are looked for at the start and every so many hours', () => {
  const server = new StandIn({ sid: 1, voters: [1], service: { purgeIntervalHours: 2, snapRetainCount: 3 } });
  expect(server.said).toContain('write purge 3');
  expect(server.said).toContain('arm purge 7200000');
  server.allFlushed();
  expect(server.fire('purge', 7_200_000)).toEqual(['write purge 3', 'arm purge 7200000']);
});

it('packets that no one here expects are passed over', () => {
  const server = serving();
  server.dialled(7, 'client', CONNECT);
  expect(
    server.receive(
      7,
      { type: 'CONNECTED', readOnly: false, sessionId: null, password: null, timeoutMillis: 0 },
      'client',
    ),
  ).toEqual([]);
  expect(server.receive(7, { type: 'UPTODATE' }, 'client')).toEqual([]);
  expect(server.fire('clientPing')).toEqual([]);
  expect(server.fire('leaderConnect')).toEqual([]);
  expect(server.fire('election')).toEqual([]);
  expect(server.peer.sid).toBe(1 as Sid);
});

it.each([
  [true, '4/3'],
  [false, '1/1'], // of the last zxid
])('toggle epochFiles %s: it starts with epochs %s (335, 1081, 1082)', (epochFiles, epochs) => {
  const server = new StandIn({ sid: 1, voters: [1, 2, 3], durable: disk(4, 3, '1.1'), toggles: { epochFiles } });
  expect(`${server.peer.acceptedEpoch}/${server.peer.currentEpoch}`).toBe(epochs);
});

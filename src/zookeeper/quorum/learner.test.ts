import { describe, expect, it } from 'vitest';
import { digestOf } from '../../base/digest.ts';
import type { Operation } from '../client/operations.ts';
import { committedTxns } from '../database/committed-log.ts';
import { INITIAL_TREE, nodeAt } from '../database/data-tree.ts';
import { NO_SESSIONS } from '../database/sessions.ts';
import type { Txn, TxnBody } from '../database/txn.ts';
import type { Behaviour } from '../config/behaviour.ts';
import type { Timing } from '../config/ensemble.ts';
import type { Epoch, SessionId } from '../ids.ts';
import type { QuorumPacket } from '../packets.ts';
import { BLANK_DISK, type Durable, persist } from '../peer/durable.ts';
import type { Service } from '../config/service.ts';
import { passwordOf } from '../processors/session-password.ts';
import { StandIn, diskAt, zxidOf, zxidShort } from '../peer/stand-in.ts';

function txn(zxid: string): Txn {
  const body = { type: 'createSession', timeoutMillis: 4000 } as const;
  return { zxid: zxidOf(zxid), sessionId: `0x${zxid}` as SessionId, cxid: 0, time: 0, body };
}

/** A disk in epoch 1 with a log. */
function logged(...zxids: readonly string[]): Durable {
  const disk = { ...BLANK_DISK, ...diskAt('0.0', 1) };
  return persist(disk, { kind: 'txns', txns: zxids.map(txn), roll: true, purpose: 'log', role: 0 });
}

/** `PROPOSAL 1.4`, `COMMIT 1.4`, `DIFF 1.5`, `LEADERINFO 2`, `SNAP 1.7`, `UPTODATE` … */
function packet(text: string): QuorumPacket {
  const [type = '', value = ''] = text.split(' ');
  switch (type) {
    case 'LEADERINFO':
      return { type, newEpoch: Number(value) as Epoch };
    case 'PROPOSAL':
    case 'INFORM':
      return { type, zxid: zxidOf(value), txn: txn(value) };
    case 'SNAP': {
      const snapshot = { zxid: zxidOf(value), tree: INITIAL_TREE, sessions: NO_SESSIONS };
      return { type, zxid: zxidOf(value), snapshot };
    }
    case 'PING':
      return { type, zxid: zxidOf(value), touched: [] };
    case 'UPTODATE':
      return { type };
    default:
      // The tables below name no other packets.
      return { type: type as 'COMMIT' | 'DIFF' | 'TRUNC' | 'NEWLEADER' | 'ACK', zxid: zxidOf(value) };
  }
}

interface Follower {
  readonly durable?: Partial<Durable>;
  readonly toggles?: Partial<Behaviour>;
  readonly timing?: Partial<Timing>;
  readonly service?: Partial<Service>;
  readonly observes?: boolean;
  /** Whether anybody reads its notes. */
  readonly noting?: boolean;
  readonly reconfigEnabled?: boolean;
}

/** Server 1, which has found 3 leading and dials it. */
function dialling({
  durable = logged('1.1', '1.2'),
  toggles = {},
  timing = {},
  service = {},
  observes = false,
  noting = true,
  reconfigEnabled = false,
}: Follower = {}): StandIn {
  const voters = observes ? [2, 3, 4] : [1, 2, 3];
  const observers = observes ? [1] : [];
  const server = new StandIn({ sid: 1, voters, observers, durable, toggles, timing, service, noting, reconfigEnabled });
  server.allFlushed();
  for (const other of [2, 3]) server.connect(other);
  server.vote(2, '3:1.2 e1 r1', 'FOLLOWING');
  server.vote(3, '3:1.2 e1 r1', 'LEADING');
  return server;
}

/** The same, connected with it. */
function follower(options: Follower = {}): StandIn {
  const server = dialling(options);
  server.answered(3, 'quorum', 'opened');
  return server;
}

/** Hands it packets, letting all writes finish after each; what it said, flushes left out. */
function play(server: StandIn, ...texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const said = [...server.receive(3, packet(text), 'quorum')];
    said.push(...server.allFlushed());
    return said.filter((line) => !line.startsWith('arm'));
  });
}

function applied(server: StandIn): string {
  return zxidShort(server.peer.database.lastProcessedZxid);
}

function log(server: StandIn): string {
  return server.durable.logFiles
    .flatMap((file) => [...file.txns.chunks.flat(), ...file.txns.tail])
    .map(({ zxid }) => zxidShort(zxid))
    .join(' ');
}

describe('10.1-4 LEADERINFO', () => {
  it.each([
    ['LEADERINFO 2', ['write acceptedEpoch 2', '→3 ACKEPOCH 1.2 e1']],
    ['LEADERINFO 1', ['→3 ACKEPOCH 1.2 e-1']],
  ])('%s is answered', (text, expected) => {
    expect(play(follower(), text)).toEqual(expected);
  });

  it('trap 26.12: not before it is on disk', () => {
    const server = follower();
    expect(server.receive(3, packet('LEADERINFO 2'), 'quorum')).toEqual(['write acceptedEpoch 2']);
    expect(server.peer.acceptedEpoch).toBe(1);
    expect(server.flushed()).toEqual(['→3 ACKEPOCH 1.2 e1']);
    expect(server.durable.acceptedEpoch).toBe(2);
  });

  it.each([
    ['LEADERINFO 0', 'oldEpoch'],
    ['DIFF 1.2', 'connectionClosed'], // neither LEADERINFO nor anything this server speaks
  ])('10.1-5 %s: back to LOOKING', (text, reason) => {
    const server = follower();
    server.receive(3, packet(text), 'quorum');
    expect(server.noted('leaderLost')).toMatchObject([{ reason }]);
    expect(server.peer).toMatchObject({ state: 'LOOKING', learner: null });
  });
});

describe('12 before NEWLEADER', () => {
  it.each(['COMMIT 1.2', 'NEWLEADER 2.0', 'UPTODATE', 'PROPOSAL 1.3'])('%s first: exit 13', (text) => {
    const server = follower();
    play(server, 'LEADERINFO 2');
    expect(play(server, text)).toEqual(['exit 13']);
  });

  it('trap 26.18: DIFF transactions wait for NEWLEADER, those of SNAP and TRUNC are applied at once', () => {
    const pairs = ['PROPOSAL 1.5', 'COMMIT 1.5'];
    const diff = follower();
    play(diff, 'LEADERINFO 2', 'DIFF 1.5', ...pairs);
    expect([applied(diff), log(diff)]).toEqual(['1.2', '1.1 1.2']);
    const snap = follower();
    play(snap, 'LEADERINFO 2', 'SNAP 1.4', ...pairs);
    expect([applied(snap), log(snap), snap.durable.snapshots.length]).toEqual(['1.5', '1.1 1.2', 1]);
    expect(play(snap, 'NEWLEADER 2.0').slice(0, 2)).toEqual(['write snapshot 1.5', 'write currentEpoch 2']);
    const trunc = follower();
    play(trunc, 'LEADERINFO 2', 'TRUNC 1.1', ...pairs);
    expect([applied(trunc), log(trunc)]).toEqual(['1.5', '1.1']);
  });

  it('a PING is read and not answered', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0');
    expect(play(server, 'PING 2.0')).toEqual([]);
    play(server, 'UPTODATE');
    expect(play(server, 'PING 2.0')).toEqual(['→3 PING 2.0']);
  });

  it('a COMMIT that is not for the oldest is passed over', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'SNAP 1.4', 'PROPOSAL 1.5', 'PROPOSAL 1.6', 'COMMIT 1.6');
    expect([applied(server), server.peer.learner?.packetsNotLogged.length]).toEqual(['1.4', 2]);
  });

  it.each([
    // log on disk            cut back to   what happens
    [logged('1.1', '1.2'), '1.1', 'write truncate 1.1'],
    [{ ...BLANK_DISK, ...diskAt('1.2', 1) }, '1.1', 'exit 13'], // no log file
    [logged('1.1', '1.2'), '1.3', 'exit 13'], // nothing at or after it
  ])('20.5 TRUNC', (durable, to, expected) => {
    const server = follower({ durable });
    play(server, 'LEADERINFO 2');
    expect(play(server, `TRUNC ${to}`)).toEqual([expected]);
  });
});

describe('toggle rejectDiscontinuousSync: gaps in the proposals of a sync (4925)', () => {
  it.each([
    // after 1.5       rejected (3.9.4)   warned before
    ['1.6', 'SYNCHRONIZATION', 0],
    ['1.8', 'ELECTION', 1],
    ['1.5', 'ELECTION', 1],
    ['2.1', 'SYNCHRONIZATION', 1], // a higher epoch: a warning either way
    ['2.7', 'SYNCHRONIZATION', 1],
  ])('1.5, then %s', (next, zabState, warnings) => {
    for (const rejectDiscontinuousSync of [true, false]) {
      const server = follower({ toggles: { rejectDiscontinuousSync } });
      play(server, 'LEADERINFO 2', 'DIFF 1.9', 'PROPOSAL 1.5');
      server.receive(3, packet(`PROPOSAL ${next}`), 'quorum');
      expect(server.peer.zabState).toBe(rejectDiscontinuousSync ? zabState : 'SYNCHRONIZATION');
      expect(server.noted('proposalGap')).toHaveLength(warnings);
    }
  });
});

it.each([
  [true, '1.3'],
  [false, ''],
])('toggle syncTxnsEnterCommittedLog %s (4925)', (syncTxnsEnterCommittedLog, expected) => {
  const server = follower({ durable: diskAt('1.2', 1), toggles: { syncTxnsEnterCommittedLog } });
  play(server, 'LEADERINFO 2', 'DIFF 1.3', 'PROPOSAL 1.3', 'COMMIT 1.3', 'NEWLEADER 2.0');
  const kept = Array.from(committedTxns(server.peer.database.committedLog), ({ zxid }) => zxidShort(zxid));
  expect([kept.join(' '), applied(server), log(server)]).toEqual([expected, '1.3', '1.3']);
});

describe('toggle newleaderOrder, trap 26.19: 12 NEWLEADER', () => {
  const BEFORE = ['LEADERINFO 2', 'DIFF 1.4', 'PROPOSAL 1.3', 'COMMIT 1.3', 'PROPOSAL 1.4'];

  it('order E: what is committed, then the epoch, then ACK; the rest after UPTODATE', () => {
    const server = follower();
    play(server, ...BEFORE);
    expect(play(server, 'NEWLEADER 2.0')).toEqual([
      'write log 1.3',
      'write currentEpoch 2',
      'read 3 10000',
      '→3 ACK 2.0',
    ]);
    expect([applied(server), server.peer.learner?.packetsNotLogged.length]).toEqual(['1.3', 1]);
    expect(play(server, 'UPTODATE')).toEqual(['→3 ACK 2.0', 'write log 1.4', '→3 ACK 1.4']);
    expect(server.peer).toMatchObject({ zabState: 'BROADCAST', currentVote: { peerEpoch: 2 } });
  });

  it('order C: the epoch, then everything to the log thread, then ACK', () => {
    const server = follower({ toggles: { newleaderOrder: 'C' } });
    play(server, ...BEFORE);
    expect(play(server, 'NEWLEADER 2.0')).toEqual([
      'write currentEpoch 2',
      'read 3 10000',
      'write log 1.3',
      '→3 ACK 2.0',
      'write log 1.4',
      '→3 ACK 1.3',
      '→3 ACK 1.4',
    ]);
    expect(applied(server)).toBe('1.2');
    expect(play(server, 'UPTODATE')).toEqual(['→3 ACK 2.0']);
    expect(applied(server)).toBe('1.3');
    play(server, 'COMMIT 1.4');
    expect(applied(server)).toBe('1.4');
  });

  it('order D: everything on disk, then the epoch, then ACK; each acknowledged after UPTODATE', () => {
    const server = follower({ toggles: { newleaderOrder: 'D' } });
    play(server, ...BEFORE);
    expect(play(server, 'NEWLEADER 2.0')).toEqual([
      'write log 1.3 1.4',
      'write currentEpoch 2',
      'read 3 10000',
      '→3 ACK 2.0',
    ]);
    expect(applied(server)).toBe('1.2');
    expect(play(server, 'UPTODATE')).toEqual(['→3 ACK 2.0', '→3 ACK 1.3', '→3 ACK 1.4']);
    expect(applied(server)).toBe('1.3');
    play(server, 'COMMIT 1.4');
    expect([applied(server), log(server)]).toEqual(['1.4', '1.1 1.2 1.3 1.4']);
  });

  it.each([
    // 3911: what the ACK promises is in memory alone.
    ['B', ['write currentEpoch 2', '→3 ACK 2.0']],
    ['A', ['write create updatingEpoch', 'write currentEpoch 2', 'write delete updatingEpoch', '→3 ACK 2.0']],
  ] as const)('order %s: the epoch, then ACK; everything is logged after UPTODATE', (newleaderOrder, expected) => {
    const server = follower({ toggles: { newleaderOrder } });
    play(server, ...BEFORE);
    expect(play(server, 'NEWLEADER 2.0')).toEqual(expected);
    expect([applied(server), log(server)]).toEqual(['1.2', '1.1 1.2']);
    expect(play(server, 'UPTODATE')).toEqual([
      '→3 ACK 2.0',
      'read 3 10000',
      'write log 1.3',
      'write log 1.4',
      '→3 ACK 1.3',
      '→3 ACK 1.4',
    ]);
    expect([applied(server), log(server)]).toEqual(['1.3', '1.1 1.2 1.3 1.4']);
  });

  it('order A: the marker lies around the snapshot and the epoch', () => {
    const server = follower({ toggles: { newleaderOrder: 'A' } });
    play(server, 'LEADERINFO 2', 'SNAP 1.9');
    server.receive(3, packet('NEWLEADER 2.0'), 'quorum');
    const seen = [];
    for (let i = 0; i < 4; i++) {
      server.flushed();
      const { updatingEpoch, snapshots, currentEpoch } = server.durable;
      seen.push([updatingEpoch, zxidShort(snapshots.at(-1)?.zxid ?? zxidOf('-')), currentEpoch]);
    }
    expect(seen).toEqual([
      [true, '0.0', 1],
      [true, '1.9', 1],
      [true, '1.9', 2],
      [false, '1.9', 2],
    ]);
  });

  it.each(['C', 'D'] as const)(
    'order %s: a COMMIT for what NEWLEADER took from the list ends it (4394)',
    (newleaderOrder) => {
      const server = follower({ toggles: { newleaderOrder } });
      play(server, ...BEFORE, 'NEWLEADER 2.0');
      server.receive(3, packet('COMMIT 1.4'), 'quorum');
      expect(server.noted('leaderLost')).toMatchObject([{ reason: 'commitWithoutProposal' }]);
    },
  );

  it.each(['A', 'B', 'E'] as const)('order %s: a COMMIT between NEWLEADER and UPTODATE is kept', (newleaderOrder) => {
    const server = follower({ toggles: { newleaderOrder } });
    play(server, ...BEFORE, 'NEWLEADER 2.0', 'COMMIT 1.4', 'UPTODATE');
    expect([applied(server), log(server)]).toEqual(['1.4', '1.1 1.2 1.3 1.4']);
  });

  it('with nothing listed all of them write the epoch alone', () => {
    for (const newleaderOrder of ['B', 'C', 'D', 'E'] as const) {
      const server = follower({ toggles: { newleaderOrder } });
      play(server, 'LEADERINFO 2', 'DIFF 1.2');
      const written = play(server, 'NEWLEADER 2.0').filter((line) => line.startsWith('write'));
      expect(written).toEqual(['write currentEpoch 2']);
    }
  });

  it('order C, a slow main thread: the log thread acknowledges before it does (4685)', () => {
    const server = follower({ toggles: { newleaderOrder: 'C' }, timing: { newLeaderAckDelayMillis: 50 } });
    play(server, ...BEFORE);
    expect(play(server, 'NEWLEADER 2.0').filter((line) => line.startsWith('→'))).toEqual(['→3 ACK 1.3', '→3 ACK 1.4']);
    // What arrives meanwhile waits for the thread.
    expect(server.receive(3, packet('UPTODATE'), 'quorum')).toEqual([]);
    expect(server.fire('newLeaderAck', 50)).toEqual(['→3 ACK 2.0', '→3 ACK 2.0']);
  });

  it('UPTODATE before NEWLEADER is none', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'DIFF 1.2');
    expect(play(server, 'UPTODATE')).toEqual([]);
  });
});

it.each([
  [true, ['1.4', 'write snapshot 1.4', 'write currentEpoch 2', 'read 3 10000', '→3 ACK 2.0']],
  [false, ['1.2', 'write log 1.3 1.4', 'write currentEpoch 2', 'read 3 10000', '→3 ACK 2.0']],
] as const)('toggle diffSnapshotOnNewleader %s (before 2678)', (diffSnapshotOnNewleader, expected) => {
  const server = follower({ toggles: { diffSnapshotOnNewleader } });
  play(server, 'LEADERINFO 2', 'DIFF 1.4', 'PROPOSAL 1.3', 'COMMIT 1.3', 'PROPOSAL 1.4', 'COMMIT 1.4');
  // What was sent is applied at once, or waits.
  expect([applied(server), ...play(server, 'NEWLEADER 2.0')]).toEqual(expected);
});

describe('12, 15 an observer', () => {
  it('logs what it is told after UPTODATE, and acknowledges nothing but NEWLEADER', () => {
    const server = follower({ observes: true });
    const said = play(server, 'LEADERINFO 2', 'DIFF 1.4', 'INFORM 1.3', 'PROPOSAL 1.4', 'NEWLEADER 2.0', 'UPTODATE');
    expect(said.filter((line) => line.startsWith('→'))).toEqual(['→3 ACKEPOCH 1.2 e1', '→3 ACK 2.0', '→3 ACK 2.0']);
    // 1.4 was outstanding at an old leader, and nobody committed it.
    expect([applied(server), log(server), server.peer.state]).toEqual(['1.3', '1.1 1.2 1.3', 'OBSERVING']);
    expect(play(server, 'INFORM 2.1')).toEqual(['write log 2.1']);
    expect(applied(server)).toBe('2.1');
  });

  it('syncEnabled=false: it applies what it is told and logs nothing; what a SNAP brought is all that is on disk', () => {
    const server = follower({ observes: true, service: { syncEnabled: false } });
    play(server, 'LEADERINFO 2', 'SNAP 1.4', 'INFORM 1.5', 'NEWLEADER 2.0', 'UPTODATE', 'INFORM 2.1', 'INFORM 2.2');
    const before = log(follower({ observes: true }));
    expect([applied(server), log(server)]).toEqual(['2.2', before]);
    expect(server.durable.snapshots.map(({ zxid }) => zxidShort(zxid)).at(-1)).toBe('1.5');
  });
});

/** In the broadcast of epoch 2. */
function serving(): StandIn {
  const server = follower();
  play(server, 'LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0', 'UPTODATE');
  return server;
}

describe('13.4 following', () => {
  it('a proposal is acknowledged once it is on disk, and may be committed before', () => {
    const server = serving();
    expect(server.receive(3, packet('PROPOSAL 2.1'), 'quorum')).toEqual(['write log 2.1']);
    server.receive(3, packet('COMMIT 2.1'), 'quorum');
    expect([applied(server), log(server)]).toEqual(['2.1', '1.1 1.2']);
    expect(server.flushed()).toEqual(['→3 ACK 2.1']);
  });

  it('the first one after a sync always looks like a gap', () => {
    const server = serving();
    server.receive(3, packet('PROPOSAL 2.1'), 'quorum');
    expect(server.noted('proposalGap')).toMatchObject([{ expected: 1 }]);
    server.receive(3, packet('PROPOSAL 2.2'), 'quorum');
    expect(server.noted('proposalGap')).toEqual([]);
  });

  it('an answer about a session whose client has left is for nobody', () => {
    const server = serving();
    const answer: QuorumPacket = {
      type: 'REVALIDATE',
      sessionId: '0xgone' as SessionId,
      timeoutMillis: 4000,
      valid: true,
    };
    expect(server.receive(3, answer, 'quorum')).toEqual([]);
  });

  it('a COMMIT nothing waits for is ignored; one of another transaction ends the process: exit 12', () => {
    const server = serving();
    expect(play(server, 'COMMIT 2.9')).toEqual([]);
    expect(play(server, 'PROPOSAL 2.1', 'COMMIT 2.2').at(-1)).toBe('exit 12');
  });

  it('packets that mean nothing now are passed over', () => {
    expect(play(serving(), 'DIFF 2.0', 'UPTODATE', 'ACK 2.0')).toEqual([]);
  });
});

const SESSION = '0x5' as SessionId;

/** A transaction of the client's session, or the end of it. */
function change(zxid: string, body: TxnBody): QuorumPacket {
  const changed = { zxid: zxidOf(zxid), sessionId: SESSION, cxid: 0, time: 0, body };
  return { type: 'PROPOSAL', zxid: changed.zxid, txn: changed };
}

function commit(zxid: string): QuorumPacket {
  return { type: 'COMMIT', zxid: zxidOf(zxid) };
}

/** The same, with client 7, whose session has /e, an ephemeral, at 2.2; that is also all there is. */
function servingClient(): StandIn {
  const server = serving();
  const create = {
    type: 'create',
    path: '/e',
    data: 'old',
    dataLength: 3,
    ephemeral: true,
    parentCVersion: 1,
  } as const;
  const packets = [change('2.1', { type: 'createSession', timeoutMillis: 4000 }), change('2.2', create)];
  for (const sent of packets) server.receive(3, sent, 'quorum');
  for (const zxid of ['2.1', '2.2']) server.receive(3, commit(zxid), 'quorum');
  server.allFlushed();
  const asks = {
    type: 'CONNECT',
    canBeReadOnly: false,
    sessionId: SESSION,
    password: passwordOf(SESSION),
    timeoutMillis: 4000,
  } as const;
  expect(server.dialled(7, 'client', { ...asks, lastZxidSeen: zxidOf('2.2') })).toEqual(['→3 REVALIDATE']);
  const valid: QuorumPacket = { type: 'REVALIDATE', sessionId: SESSION, timeoutMillis: 4000, valid: true };
  expect(server.receive(3, valid, 'quorum')).toEqual(['→7 CONNECTED']);
  return server;
}

/** What 7 reads of /e. */
function read(server: StandIn): string {
  const operation: Operation = { op: 'getData', path: '/e', watch: false };
  server.receive(7, { type: 'CALL', cxid: 1, operation }, 'client');
  const answers = server.sent.flatMap((sent) => (sent.type === 'REPLY' ? [sent.answer] : []));
  return answers.map(({ error, data }) => data ?? error).join();
}

describe('13.4 what a follower’s clients see', () => {
  const SET: TxnBody = { type: 'setData', path: '/e', data: 'new', dataLength: 3, version: 1 };

  it.each<[string, readonly QuorumPacket[], string]>([
    // what has come from the leader            what is read
    ['nothing, however long ago', [], 'old'],
    ['the proposal', [change('2.3', SET)], 'old'],
    ['its COMMIT', [change('2.3', SET), commit('2.3')], 'new'],
  ])('trap 26.34: a read lags behind the leader: %s', (_, packets, expected) => {
    const server = servingClient();
    server.now += 9000;
    for (const sent of packets) server.receive(3, sent, 'quorum');
    expect(read(server)).toBe(expected);
  });

  it.each([
    // the client has seen   it is
    ['2.1', ['→3 REVALIDATE']],
    ['2.2', ['→3 REVALIDATE']],
    ['2.3', ['close 8']],
  ])('trap 26.34: a read never goes back: at 2.2, who has seen %s elsewhere', (seen, said) => {
    const server = servingClient();
    const asks = {
      type: 'CONNECT',
      canBeReadOnly: false,
      sessionId: '0xabc' as SessionId,
      password: passwordOf('0xabc' as SessionId),
      timeoutMillis: 4000,
    } as const;
    expect(server.dialled(8, 'client', { ...asks, lastZxidSeen: zxidOf(seen) })).toEqual(said);
  });

  it('trap 26.33: a session ends here when its end is committed, never by this server’s own clock', () => {
    const server = servingClient();
    server.now += 1_000_000;
    expect(read(server)).toBe('old');
    expect(server.receive(3, packet('PING 2.2'), 'quorum')).toEqual(['→3 PING 2.2']);
    const said = [
      ...server.receive(3, change('2.3', { type: 'closeSession', paths: ['/e'] }), 'quorum'),
      ...server.receive(3, commit('2.3'), 'quorum'),
    ];
    expect(said.filter((line) => line.startsWith('arm'))).toEqual([]);
    expect(said).toContain('close 7');
    expect(nodeAt(server.peer.database.tree, '/e')).toBeNull();
  });
});

function end(server: StandIn, kind: 'closed' | 'timedOut'): readonly string[] {
  return server.input({ kind, on: server.on(3, 'quorum') });
}

describe('10.1, 12 losing the leader', () => {
  it.each([
    ['closed', 'connectionClosed'],
    ['timedOut', 'readTimeout'],
  ] as const)('%s', (kind, reason) => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'DIFF 1.2');
    expect(end(server, kind)[0]).toBe('close 3');
    expect(server.noted('leaderLost')).toMatchObject([{ reason }]);
    expect(server.peer.state).toBe('LOOKING');
  });

  it('the silence is counted from the last packet read, not from the first call', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0', 'UPTODATE');
    server.now += 700;
    play(server, 'PING 2.0');
    server.now += 10_000;
    end(server, 'timedOut');
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'readTimeout', silentMillis: 10_000 }]);
  });

  it('a blocked learner finishes its write, and what had arrived, before it learns of it', () => {
    const server = follower();
    play(server, 'LEADERINFO 2');
    server.receive(3, packet('TRUNC 1.1'), 'quorum');
    server.receive(3, packet('NEWLEADER 2.0'), 'quorum');
    expect(end(server, 'closed')).toEqual([]);
    expect(server.peer.learner?.lost).toBe('connectionClosed');
    expect(server.flushed()).toEqual(['write snapshot 1.1']);
    expect(server.flushed()).toEqual(['write currentEpoch 2']);
    const said = server.flushed();
    expect(said.slice(0, 2)).toEqual(['read 3 10000', '→3 ACK 2.0']);
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'connectionClosed' }]);
    expect([server.peer.state, server.peer.currentEpoch, applied(server)]).toEqual(['LOOKING', 2, '1.1']);
  });

  it('its silence does not count while it does not read', () => {
    const server = follower();
    server.receive(3, packet('LEADERINFO 2'), 'quorum');
    expect(end(server, 'timedOut')).toEqual(['read 3 20000']);
    expect(server.flushed()).toEqual(['→3 ACKEPOCH 1.2 e1']);
    end(server, 'timedOut');
    expect(server.peer.state).toBe('LOOKING');
  });

  it('14 a tree interrupted in SNAP is thrown away; in DIFF it is kept', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'SNAP 1.9');
    end(server, 'closed');
    expect(server.noted('databaseDiscarded')).toHaveLength(1);
    expect(applied(server)).toBe('1.2');
    const kept = follower();
    play(kept, 'LEADERINFO 2', 'SNAP 1.9', 'NEWLEADER 2.0');
    end(kept, 'closed');
    expect([kept.noted('databaseDiscarded').length, applied(kept)]).toEqual([0, '1.9']);
  });

  it.each([
    [true, 1, '1.2'],
    [false, 0, '1.9'], // in memory, and nowhere else
  ])('toggle snapFsync %s: a tree interrupted in SNAP (3642)', (snapFsync, discarded, expected) => {
    const server = follower({ toggles: { snapFsync } });
    play(server, 'LEADERINFO 2', 'SNAP 1.9');
    end(server, 'closed');
    expect([server.noted('databaseDiscarded').length, applied(server)]).toEqual([discarded, expected]);
    expect(log(server)).toBe('1.1 1.2');
  });

  it.each([
    [true, 1, '1.1'],
    [false, 0, '1.5'], // ahead of the log, which ends at 1.1
  ])('toggle discardDbOnInterruptedTrunc %s (5094)', (discardDbOnInterruptedTrunc, discarded, expected) => {
    const server = follower({ toggles: { discardDbOnInterruptedTrunc } });
    play(server, 'LEADERINFO 2', 'TRUNC 1.1', 'PROPOSAL 1.5', 'COMMIT 1.5');
    end(server, 'closed');
    expect([server.noted('databaseDiscarded').length, applied(server)]).toEqual([discarded, expected]);
    expect(log(server)).toBe('1.1');
  });

  it('14 a role waits for its log thread, and nothing of it is acknowledged later', () => {
    const server = follower();
    play(server, 'LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0', 'UPTODATE');
    server.receive(3, packet('PROPOSAL 2.1'), 'quorum');
    server.receive(3, packet('PROPOSAL 2.2'), 'quorum');
    end(server, 'closed');
    expect(server.peer).toMatchObject({ leaving: true, state: 'FOLLOWING', learner: null });
    expect(server.flushed()).toEqual(['write log 2.2']);
    server.flushed();
    expect([server.peer.state, applied(server)]).toEqual(['LOOKING', '2.2']);
  });
});

describe('10.1 finding the leader', () => {
  it.each([
    [false, 'FOLLOWERINFO e1'],
    [true, 'OBSERVERINFO 1'],
  ])('10.1-3 an observer %s: it says the epoch it has accepted, and waits initLimit ticks', (observes, info) => {
    const server = follower({ observes });
    expect(server.said).toEqual(['disarm leaderConnect', 'read 3 20000', `→3 ${info}`]);
  });

  it('10.1-2 five attempts, a pause between them, then it looks again, in the next round', () => {
    const server = dialling();
    const { logicalClock } = server.peer.election;
    for (let attempt = 1; attempt <= 4; attempt++) {
      expect(server.answered(3, 'quorum', 'refused')).toEqual(['arm leaderConnect 100']);
      expect(server.noted('leaderDialFailed')).toMatchObject([{ attempt, because: 'refused' }]);
      expect(server.fire('leaderConnect', 100)).toEqual([`arm leaderConnect ${20_000 - attempt * 100}`]);
    }
    server.answered(3, 'quorum', 'refused');
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'unreachable', connectedMillis: null, synced: false }]);
    expect([server.peer.state, server.peer.election.logicalClock]).toEqual(['LOOKING', logicalClock + 1]);
  });

  it('10.1-2 an attempt that nobody answers is given up after initLimit ticks, the last', () => {
    const server = dialling();
    expect(server.said).toContain('arm leaderConnect 20000');
    expect(server.fire('leaderConnect', 20_000)).toContain('close 3');
    expect(server.noted('leaderDialFailed')).toMatchObject([{ attempt: 1, because: 'timeout', remainingMillis: 0 }]);
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'unreachable' }]);
    expect(server.peer.state).toBe('LOOKING');
  });

  it.each([
    ['initLimit', { initLimitTicks: 2 }],
    ['connectToLearnerMasterLimit, where it is set', { initLimitTicks: 10, connectToLearnerMasterLimitTicks: 2 }],
  ])('gives up when less than the pause is left of %s', (_, limits) => {
    const server = new StandIn({ sid: 1, voters: [1, 2, 3], timing: { tickMillis: 100, ...limits } });
    server.connect(2);
    server.connect(3);
    server.vote(2, '3:0.0 e0 r1', 'FOLLOWING');
    server.vote(3, '3:0.0 e0 r1', 'LEADING');
    server.now += 50;
    expect(server.answered(3, 'quorum', 'refused')).toEqual(['arm leaderConnect 100']);
    server.fire('leaderConnect', 100);
    expect(server.answered(3, 'quorum', 'refused')[0]).not.toContain('leaderConnect 100');
    expect(server.noted('leaderLost')).toMatchObject([{ reason: 'unreachable' }]);
  });
});

it.each([
  [true, '1.2'],
  [false, '1.5'], // nothing of it has come
])('toggle diffKeepsZxid %s: told of a DIFF up to 1.5 it is at %s (2355)', (diffKeepsZxid, expected) => {
  const server = follower({ toggles: { diffKeepsZxid } });
  play(server, 'LEADERINFO 2', 'DIFF 1.5');
  expect(applied(server)).toBe(expected);
});

it.each([
  // what came before NEWLEADER                                    logged before its ACK
  [['DIFF 1.4', 'PROPOSAL 1.3', 'PROPOSAL 1.4', 'COMMIT 1.3'], '1.1 1.2 1.3'],
  [['DIFF 1.4', 'PROPOSAL 1.3', 'PROPOSAL 1.4', 'COMMIT 1.4'], '1.1 1.2'], // in order, or not yet
  [['DIFF 1.3', 'COMMIT 1.3'], '1.1 1.2'],
])('12 order E: after %j its log has %s', (texts, expected) => {
  const server = follower();
  expect(play(server, 'LEADERINFO 2', ...texts, 'NEWLEADER 2.0')).toContain('→3 ACK 2.0');
  expect(log(server)).toBe(expected);
});

it.each([
  [true, { configVersion: 0 }],
  [false, {}],
])('10.1-3 FOLLOWERINFO tells the version of the configuration where reconfig is enabled: %s', (enabled, version) => {
  const server = dialling({ reconfigEnabled: enabled });
  server.answered(3, 'quorum', 'opened');
  expect(server.sent).toEqual([{ type: 'FOLLOWERINFO', sid: 1, acceptedEpoch: 1, ...version }]);
  expect(server.noted('leaderConnected')).toEqual([{ kind: 'leaderConnected', leader: 3 }]);
});

it('12 what a SNAP is followed by is applied, and told of, at its COMMIT', () => {
  const server = follower();
  play(server, 'LEADERINFO 2', 'SNAP 1.7', 'PROPOSAL 1.8', 'COMMIT 1.8');
  const { sessionId, body } = txn('1.8');
  expect(server.noted('applied')).toEqual([{ kind: 'applied', zxid: zxidOf('1.8'), sessionId, body }]);
});

it('12 a PING in a sync is read and not answered', () => {
  const server = follower();
  play(server, 'LEADERINFO 2', 'DIFF 1.2');
  expect(play(server, 'PING 1.2')).toEqual([]);
  expect(server.notes).toEqual([]);
});

it('12 a gap in the proposals of a sync is told as the reason (4925)', () => {
  const server = follower();
  play(server, 'LEADERINFO 2', 'DIFF 1.9', 'PROPOSAL 1.3', 'PROPOSAL 1.8');
  expect(server.peer.state).toBe('LOOKING');
  expect(server.noted('leaderLost')).toMatchObject([{ reason: 'discontinuousProposal' }]);
  expect(server.said).toEqual(expect.arrayContaining(['close 3', 'disarm leaderConnect']));
});

it('13.5 REVALIDATE establishes the client whose session it names', () => {
  const server = follower();
  play(server, 'LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0', 'UPTODATE');
  const sessions = ['0xa', '0xb'] as SessionId[];
  sessions.forEach((sessionId, i) => {
    const password = passwordOf(sessionId);
    const connect = { type: 'CONNECT', canBeReadOnly: false, sessionId, password, timeoutMillis: 4000 } as const;
    server.dialled(7 + i, 'client', { ...connect, lastZxidSeen: zxidOf('0.0') });
  });
  const answer = { type: 'REVALIDATE', sessionId: sessions[1] as SessionId, timeoutMillis: 4000, valid: true } as const;
  expect(server.receive(3, answer, 'quorum')).toContain('→8 CONNECTED');
  expect(server.peer.clients.connections.map(({ established }) => established)).toEqual([false, true]);
});

it('12 after a TRUNC the next transaction begins a new log file', () => {
  const server = follower();
  play(server, 'LEADERINFO 2', 'TRUNC 1.1', 'NEWLEADER 2.0', 'UPTODATE', 'PROPOSAL 2.1', 'PROPOSAL 2.2');
  expect(server.durable.logFiles.map(({ name }) => zxidShort(name))).toEqual(['1.1', '2.1']);
});

describe('what a learner does is the same whether anybody reads its notes', () => {
  const SERVES = ['LEADERINFO 2', 'DIFF 1.2', 'NEWLEADER 2.0', 'UPTODATE'];

  it.each<[string, string, Follower, readonly string[]]>([
    // rule                                   note               what comes
    ['10.1-5 an older epoch', 'epochRefused', {}, ['LEADERINFO 0']],
    ['12 a TRUNC that finds no place', 'truncateFailed', {}, ['LEADERINFO 2', 'TRUNC 1.7']],
    ['12 a COMMIT of nothing it was sent', 'commitUnseen', {}, ['LEADERINFO 2', 'SNAP 1.7', 'COMMIT 1.8']],
    ['12 a PROPOSAL too many', 'proposalGap', {}, ['LEADERINFO 2', 'DIFF 1.5', 'PROPOSAL 1.3', 'PROPOSAL 1.5']],
    ['13.3 a COMMIT of nothing it was sent', 'commitUnseen', {}, [...SERVES, 'COMMIT 2.1']],
    ['13.3 a COMMIT of another proposal', 'commitMismatch', {}, [...SERVES, 'PROPOSAL 2.1', 'COMMIT 2.2']],
    ['13 a packet out of place', 'packetUnexpected', {}, [...SERVES, 'DIFF 2.1']],
    [
      '12 an observer, and a proposal that was not committed',
      'commitUnseen',
      { observes: true, service: { syncEnabled: false } },
      ['LEADERINFO 2', 'DIFF 1.4', 'PROPOSAL 1.3', 'PROPOSAL 1.4', 'COMMIT 1.4', 'NEWLEADER 2.0', 'UPTODATE'],
    ],
  ])('%s: %s', (_, kind, options, texts) => {
    const [heard, unheard] = [follower(options), follower({ ...options, noting: false })];
    expect(play(unheard, ...texts)).toEqual(play(heard, ...texts));
    expect(heard.notes.map((note): string => note.kind)).toContain(kind);
    expect(unheard.notes).toEqual([]);
    expect(digestOf([unheard.peer, unheard.durable])).toBe(digestOf([heard.peer, heard.durable]));
  });
});

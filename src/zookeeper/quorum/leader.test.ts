import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import type { Timing } from '../config/ensemble.ts';
import type { Operation } from '../client/operations.ts';
import type { Service } from '../config/service.ts';
import { nodeAt } from '../database/data-tree.ts';
import { COUNTER_MAX, type Epoch, type SessionId, type Sid, ZXID_NONE } from '../ids.ts';
import type { Packet, QuorumPacket } from '../packets.ts';
import { BLANK_DISK, type Durable, persist } from '../peer/durable.ts';
import { StandIn, diskAt, zxidOf, zxidShort } from '../peer/stand-in.ts';

interface Leading {
  readonly sid?: number;
  readonly voters?: readonly number[];
  readonly observers?: readonly number[];
  readonly durable?: Partial<Durable>;
  readonly toggles?: Partial<Behaviour>;
  readonly timing?: Partial<Timing>;
  readonly reconfigEnabled?: boolean;
  readonly service?: Partial<Service>;
}

/** Server 3 of 1, 2, 3, elected, with 1.2 of epoch 1 on disk and its first snapshot written. */
function elected({ sid = 3, voters = [1, 2, 3], durable = diskAt('1.2', 1), ...rest }: Leading = {}): StandIn {
  const server = new StandIn({ sid, voters, durable, ...rest });
  server.allFlushed();
  for (const other of voters) if (other !== sid) server.connect(other);
  for (const other of voters) if (other !== sid) server.vote(other, `${sid}:1.2 e1 r1`);
  server.fire('election', 200);
  expect(server.peer.state).toBe('LEADING');
  server.allFlushed();
  return server;
}

/** `sid` connects and registers; then says what else it is given. */
function joins(server: StandIn, sid: number, acceptedEpoch: number, ...packets: readonly QuorumPacket[]): string[] {
  const observes = sid > 5;
  const type = observes ? 'OBSERVERINFO' : 'FOLLOWERINFO';
  const info: Packet = { type, sid: sid as Sid, acceptedEpoch: acceptedEpoch as Epoch };
  const said = [...server.dialled(sid, 'quorum', info), ...server.allFlushed()];
  for (const packet of packets) said.push(...from(server, sid, packet));
  return said;
}

function from(server: StandIn, sid: number, packet: QuorumPacket): string[] {
  return [...server.receive(sid, packet, 'quorum'), ...server.allFlushed()];
}

function ackEpoch(lastZxid: string, currentEpoch: number): QuorumPacket {
  return { type: 'ACKEPOCH', lastZxid: zxidOf(lastZxid), currentEpoch: currentEpoch as Epoch };
}

function ack(zxid: string): QuorumPacket {
  return { type: 'ACK', zxid: zxidOf(zxid) };
}

/** The same, serving epoch 2 with followers 1 and 2 synchronized. */
function serving(leading: Leading = {}): StandIn {
  const server = elected(leading);
  for (const sid of [1, 2]) joins(server, sid, 1, ackEpoch('1.2', 1), ack('2.0'));
  expect(server.peer.leader?.phase).toBe('serving');
  return server;
}

/** A disk of epoch 1 with a log, in which the session began. */
function logged(...zxids: readonly string[]): Durable {
  const body = { type: 'createSession', timeoutMillis: 4000 } as const;
  const txns = zxids.map((zxid) => ({ zxid: zxidOf(zxid), sessionId: SESSION, cxid: 0, time: 0, body }));
  const disk = { ...BLANK_DISK, ...diskAt('0.0', 1) };
  return persist(disk, { kind: 'txns', txns, roll: true, purpose: 'log', role: 0 });
}

const SESSION = '0xs' as SessionId;

function request(sid: number, operation: Operation, server: StandIn): readonly string[] {
  const type = 'REQUEST';
  return server.receive(sid, { type, request: { sessionId: SESSION, cxid: 1, operation, authInfo: [] } }, 'quorum');
}

const SESSION_START: Operation = { op: 'createSession', timeoutMillis: 4000 };

describe('10.2-3 getEpochToPropose', () => {
  it.each([
    // accepted by the leader, 1          epoch
    [1, 1, 2],
    [1, 7, 8], // above everybody heard
    [4, 2, 5],
  ])('the leader accepted %d, the other %d: epoch %d', (mine, other, epoch) => {
    const server = elected({ durable: { ...diskAt('1.2', 1), acceptedEpoch: mine as Epoch } });
    expect(joins(server, 1, other)).toContain(`→1 LEADERINFO e${epoch}`);
    expect(server.durable.acceptedEpoch).toBe(epoch);
  });

  it.each([
    // toggle, accepted by the other, epoch
    [true, 2, 3],
    [false, 2, 2], // the one it had in mind: the other cannot promise that again
    [false, 3, 4],
  ])('toggle epochAboveAccepted %s: the other accepted %d, epoch %d (1343)', (epochAboveAccepted, other, epoch) => {
    const server = elected({ toggles: { epochAboveAccepted } });
    expect(joins(server, 1, other)).toContain(`→1 LEADERINFO e${epoch}`);
  });

  it('nobody is told before it is on disk; who registers meanwhile waits too', () => {
    const server = elected();
    const info = { type: 'FOLLOWERINFO', acceptedEpoch: 1 as Epoch } as const;
    expect(server.dialled(1, 'quorum', { ...info, sid: 1 as Sid })).toContain('write acceptedEpoch 2');
    expect(server.dialled(2, 'quorum', { ...info, sid: 2 as Sid })).toEqual(['read 2 20000', 'read 2 off']);
    const said = server.flushed().filter((line) => line.startsWith('→'));
    expect(said).toEqual(['→1 LEADERINFO e2', '→2 LEADERINFO e2']);
  });

  it.each([
    // the setting  after    then
    [-1, 9000, 'LEADING'],
    [0, 1, 'LOOKING'],
    [3000, 2000, 'LEADING'],
    [3000, 3000, 'LEADING'],
    [3000, 3001, 'LOOKING'],
  ])(
    '10.2-3, 8.3-5 toggle maxTimeToWaitForEpochMillis %d: a voter looks again after %d ms (3109)',
    (most, after, state) => {
      const server = elected({ toggles: { maxTimeToWaitForEpochMillis: most } });
      server.now += after;
      server.vote(1, '1:1.2 e1 r2');
      expect(server.peer.state).toBe(state);
      expect(server.noted('steppedDown')).toMatchObject(state === 'LEADING' ? [] : [{ reason: 'voterChangedMind' }]);
    },
  );

  it('a looking voter does not disturb a leader whose epoch is fixed', () => {
    const server = serving({ toggles: { maxTimeToWaitForEpochMillis: 0 } });
    server.now += 5000;
    server.vote(1, '1:1.2 e1 r2');
    expect(server.peer.state).toBe('LEADING');
  });

  it('trap 26.13: an observer is heard, and does not make the quorum', () => {
    const server = elected({ observers: [8] });
    joins(server, 8, 6);
    expect(server.peer.leader).toMatchObject({ epoch: 7, phase: 'awaitingEpoch', connectingFollowers: [3] });
    joins(server, 1, 1);
    expect(server.peer.leader).toMatchObject({ epoch: 7, phase: 'awaitingEpochAck', connectingFollowers: [1, 3] });
  });

  it('a learner that comes later gets the epoch, even if it has accepted a higher one', () => {
    const server = serving();
    expect(joins(server, 1, 9)).toContain('→1 LEADERINFO e2');
  });

  it('who connected and left still counts', () => {
    const server = elected({ voters: [1, 2, 3, 4, 5] });
    joins(server, 1, 1);
    server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    joins(server, 2, 1);
    expect(server.peer.leader?.connectingFollowers).toEqual([1, 2, 3]);
    expect(server.peer.leader?.phase).toBe('awaitingEpochAck');
  });
});

describe('10.2-5, 10.3, trap 26.11 waitForEpochAck', () => {
  it.each([
    // lastZxid  epoch   counted   kept
    ['1.2', 1, true, true],
    ['1.1', 1, true, true],
    ['1.3', 1, false, false], // ahead: this link ends
    ['1.1', 2, false, false],
    ['9.9', 0, true, true], // the epoch comes first
    ['9.9', -1, false, true], // neither counted nor compared
    ['-', 0, false, true], // 3.6: without a database
  ])('ACKEPOCH %s of epoch %d: counted %s', (lastZxid, currentEpoch, counted, kept) => {
    const server = elected({ voters: [1, 2, 3, 4, 5] });
    for (const sid of [1, 2]) joins(server, sid, 1);
    const said = from(server, 1, ackEpoch(lastZxid, currentEpoch));
    expect(server.peer.leader?.electingFollowers).toEqual(counted ? [1, 3] : [3]);
    expect(said).toEqual(kept ? ['read 1 off'] : ['read 1 off', 'close 1']);
  });

  it.each([
    [true, [3]],
    [false, [1, 3]],
  ])('toggle ackepochMinusOneExcluded %s', (ackepochMinusOneExcluded, expected) => {
    const server = elected({ voters: [1, 2, 3, 4, 5], toggles: { ackepochMinusOneExcluded } });
    for (const sid of [1, 2]) joins(server, sid, 1);
    from(server, 1, ackEpoch('-', 0));
    expect(server.peer.leader?.electingFollowers).toEqual(expected);
  });

  it('trap 26.13: an observer is compared, and does not count', () => {
    const server = elected({ voters: [1, 2, 3, 4, 5], observers: [8, 9] });
    for (const sid of [1, 2, 8, 9]) joins(server, sid, 1);
    expect(from(server, 8, ackEpoch('1.2', 1))).toEqual(['read 8 off']);
    expect(from(server, 9, ackEpoch('1.3', 1))).toEqual(['read 9 off', 'close 9']);
    expect(server.peer.leader?.electingFollowers).toEqual([3]);
  });

  it('once the quorum stands nobody is compared: who is ahead is cut back', () => {
    const server = elected();
    joins(server, 1, 1, ackEpoch('1.2', 1));
    expect(joins(server, 2, 1, ackEpoch('1.7', 1))).toContain('→2 TRUNC 1.2');
  });

  it('10.2-6, 10.2-7, trap 26.14: its own currentEpoch is written while others synchronize, and before its own ack counts', () => {
    const server = elected();
    joins(server, 1, 1);
    expect(server.receive(1, ackEpoch('1.2', 1), 'quorum')).toEqual([
      'read 1 off',
      'write currentEpoch 2',
      '→1 DIFF 1.2',
      '→1 NEWLEADER 2.0',
      'read 1 20000',
    ]);
    server.receive(1, ack('2.0'), 'quorum');
    expect(server.peer.leader).toMatchObject({ phase: 'writingCurrentEpoch', newLeaderAcks: [1] });
    server.flushed();
    expect(server.peer.leader?.phase).toBe('serving');
    expect(server.said).toEqual(expect.arrayContaining(['→1 UPTODATE', 'disarm quorumWait']));
  });
});

describe('10.2-4 the configuration that all were started with', () => {
  it.each([
    // reconfig enabled   seen with version   carried by NEWLEADER   in force when it serves
    [true, ['write config next 2.0'], '2.0', '2.0'],
    [false, [], null, '0.0'],
  ])(
    'gets its version from the first leader, where reconfig is enabled: %s',
    (reconfigEnabled, seen, carried, active) => {
      const server = elected({ reconfigEnabled });
      const said = joins(server, 1, 1);
      expect(said.filter((line) => line.startsWith('write config'))).toEqual(seen);
      server.receive(1, ackEpoch('1.2', 1), 'quorum');
      const sent = server.sent.flatMap((packet) => (packet.type === 'NEWLEADER' ? [packet.config] : []));
      expect(sent.map((config) => (config === undefined ? null : zxidShort(config.version)))).toEqual([carried]);
      server.allFlushed();
      expect(zxidShort(server.peer.quorumVerifier.version)).toBe('0.0');
      from(server, 1, ack('2.0'));
      expect(server.peer.leader?.phase).toBe('serving');
      expect(zxidShort(server.peer.quorumVerifier.version)).toBe(active);
    },
  );
});

it.each([
  ['2.0', false], // as the leader
  ['2.1', true], // newer: the leader knows less than its learner
  ['1.9', false],
])('10.3 a learner whose configuration is of version %s is sent away: %s', (version, away) => {
  const server = serving({ reconfigEnabled: true });
  const info = {
    type: 'FOLLOWERINFO',
    sid: 1 as Sid,
    acceptedEpoch: 2 as Epoch,
    configVersion: zxidOf(version),
  } as const;
  expect(server.dialled(1, 'quorum', info).includes('close 1')).toBe(away);
  expect(server.noted('learnerLost')).toEqual(away ? [{ kind: 'learnerLost', sid: 1, reason: 'newerConfig' }] : []);
});

describe('21 a leader that reconfigures itself away names the next', () => {
  it.each([
    // acks in their order                     designated
    [['1 2.2', '2 2.2'], 1], // both have all: the smaller
    [['1 2.2', '1 2.3', '2 2.2'], 1],
    [['2 2.2', '2 2.3', '1 2.2'], 2], // it has the proposal behind the reconfig too
  ])('%j: %d', (acks, designated) => {
    const server = serving({ reconfigEnabled: true, service: { skipACL: true } });
    request(1, SESSION_START, server);
    server.allFlushed();
    from(server, 1, ack('2.1'));
    request(1, { op: 'reconfig', joining: [], leaving: [3 as Sid], fromConfig: ZXID_NONE }, server);
    request(1, SESSION_START, server);
    const sent: Packet[] = [];
    for (const text of acks) {
      const [sid, zxid] = text.split(' ');
      server.receive(Number(sid), ack(zxid ?? ''), 'quorum');
      sent.push(...server.sent.filter(({ type }) => type === 'COMMITANDACTIVATE'));
    }
    expect(sent.map((packet) => 'designated' in packet && packet.designated)).toEqual([designated, designated]);
    expect(server.noted('leaderNotDesignated')).toEqual([{ kind: 'leaderNotDesignated', designated }]);
    // It commits no more, whoever acknowledges.
    for (const sid of [1, 2]) server.receive(sid, ack('2.3'), 'quorum');
    expect(server.noted('ackIgnored')).toMatchObject([{ because: 'notDesignated' }]);
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.2');
  });
});

it.each<[readonly number[], readonly number[], number]>([
  // 2.3   2.4   designated
  [[], [], 1],
  [[2, 4], [], 2],
  [[2, 4], [4], 4], // of those that are left after one proposal, who has the next
  [[4], [], 4],
])(
  '21 of three that have the reconfig, %j have the proposal behind it and %j the last: %d',
  (some, last, designated) => {
    const server = elected({ sid: 5, voters: [1, 2, 3, 4, 5], reconfigEnabled: true, service: { skipACL: true } });
    const followers = [1, 2, 4];
    for (const sid of followers) joins(server, sid, 1);
    for (const sid of followers) from(server, sid, ackEpoch('1.2', 1));
    for (const sid of followers) from(server, sid, ack('2.0'));
    request(1, SESSION_START, server);
    for (const sid of followers) from(server, sid, ack('2.1'));
    request(1, { op: 'reconfig', joining: [], leaving: [5 as Sid], fromConfig: ZXID_NONE }, server);
    for (let i = 0; i < 2; i++) request(1, SESSION_START, server);
    const sent: Packet[] = [];
    // The first of them completes the quorum.
    for (const sid of followers.toReversed()) {
      const acks = ['2.2', ...(some.includes(sid) ? ['2.3'] : []), ...(last.includes(sid) ? ['2.4'] : [])];
      for (const zxid of acks) {
        server.receive(sid, ack(zxid), 'quorum');
        sent.push(...server.sent.filter(({ type }) => type === 'COMMITANDACTIVATE'));
      }
    }
    expect(sent).toMatchObject(Array.from({ length: 3 }, () => ({ designated })));
  },
);

it('21 a reconfig counts on whoever is sent proposals already, not on who has only registered', () => {
  const server = serving({ reconfigEnabled: true, service: { skipACL: true } });
  request(1, SESSION_START, server);
  from(server, 1, ack('2.1'));
  server.input({ kind: 'closed', on: server.on(2, 'quorum') });
  joins(server, 2, 2);
  const reconfig = (): unknown => {
    request(1, { op: 'reconfig', joining: [], leaving: [1 as Sid], fromConfig: ZXID_NONE }, server);
    return server.peer.leader?.outstandingProposals.at(-1)?.txn.body;
  };
  expect(reconfig()).toMatchObject({ type: 'error', error: 'NEWCONFIGNOQUORUM' });
  from(server, 2, ackEpoch('2.1', 2));
  expect(reconfig()).toMatchObject({ type: 'reconfig', config: { voters: [2, 3] } });
});

describe('11.4 after NEWLEADER', () => {
  it('an ACK of another epoch is not counted, and its learner goes on', () => {
    const server = elected();
    joins(server, 1, 1, ackEpoch('1.2', 1), ack('1.2'));
    expect(server.peer.leader).toMatchObject({ phase: 'awaitingNewLeaderAck', newLeaderAcks: [3] });
    joins(server, 2, 1, ackEpoch('1.2', 1), ack('2.0'));
    expect(server.said.filter((line) => line.includes('UPTODATE'))).toEqual(['→1 UPTODATE', '→2 UPTODATE']);
  });

  it('what a learner says while it waits is read afterwards (4685)', () => {
    const server = elected();
    joins(server, 1, 1, ackEpoch('1.2', 1), ack('1.3'), ack('2.0'));
    expect(server.peer.leader?.handlers[0]).toMatchObject({ phase: 'awaitingQuorum', inbox: [ack('2.0')] });
    joins(server, 2, 1, ackEpoch('1.2', 1), ack('2.0'));
    expect(server.noted('ackIgnored')).toMatchObject([{ sid: 1, because: 'newLeader' }]);
  });

  it.each<[string, readonly QuorumPacket[]]>([
    ['anything but FOLLOWERINFO first', [{ type: 'UPTODATE' }]],
    ['anything but ACKEPOCH then', [{ type: 'FOLLOWERINFO', sid: 1 as Sid, acceptedEpoch: 1 as Epoch }, ack('2.0')]],
    [
      'anything but ACK then',
      [
        { type: 'FOLLOWERINFO', sid: 1 as Sid, acceptedEpoch: 1 as Epoch },
        ackEpoch('1.2', 1),
        { type: 'PING', zxid: zxidOf('2.0'), touched: [] },
      ],
    ],
  ])('%s ends the link', (_, packets) => {
    const server = elected();
    server.dialled(1, 'quorum');
    for (const packet of packets) from(server, 1, packet);
    expect(server.peer.leader?.handlers).toEqual([]);
  });
});

describe('11.1 what the log on disk is good for', () => {
  /** Serving epoch 2, with 2.1 to 2.4 committed and all but the last two forgotten from memory. */
  function busy(leading: Leading): StandIn {
    const server = serving({
      ...leading,
      timing: { commitLogCount: 1, ...leading.timing },
    });
    for (let i = 1; i <= 4; i++) {
      request(1, SESSION_START, server);
      server.allFlushed();
      from(server, 1, ack(`2.${i}`));
    }
    return server;
  }

  it.each<[string, Leading, string]>([
    ['one file, however long: DIFF', {}, '→1 DIFF 2.4'],
    ['toggle syncTxnLog, off: SNAP', { toggles: { syncTxnLog: false } }, '→1 SNAP 2.4'],
    ['a negative snapshotSizeFactor: SNAP', { timing: { snapshotSizeFactor: -1 } }, '→1 SNAP 2.4'],
  ])('%s', (_, leading, expected) => {
    expect(joins(busy(leading), 1, 2, ackEpoch('2.1', 2))).toContain(expected);
  });

  it.each<[keyof Behaviour, boolean, string, string]>([
    // toggle                       learner  told
    ['newEpochZxidRule', true, '3.0', '→1 SNAP 2.4'],
    ['newEpochZxidRule', false, '3.0', '→1 TRUNC 2.4'],
    ['crossEpochTruncCheck', true, '1.9', '→1 SNAP 2.4'],
    ['crossEpochTruncCheck', false, '1.9', '→1 TRUNC 1.2'],
  ])('11.1-4, 11.2 toggle %s %s: a learner at %s is told %s', (name, value, at, expected) => {
    const server = busy({ toggles: { [name]: value }, timing: { commitLogCount: 500 }, durable: logged('1.1', '1.2') });
    expect(joins(server, 1, 2, ackEpoch(at, 2))).toContain(expected);
  });

  it.each([
    // of the newest snapshot   a later file of 1 KiB
    [0, 'SNAP'],
    [0.33, 'SNAP'],
    [1_000_000, 'DIFF'],
  ])('28.9 snapshotSizeFactor %d: whether a later file is within the budget: %s', (snapshotSizeFactor, mode) => {
    const server = serving({ timing: { commitLogCount: 1, snapCount: 2, preAllocSizeKb: 1, snapshotSizeFactor } });
    for (let i = 1; i <= 8; i++) {
      request(1, SESSION_START, server);
      server.allFlushed();
      from(server, 1, ack(`2.${i}`));
    }
    expect(server.durable.logFiles.length).toBeGreaterThan(1);
    expect(joins(server, 1, 2, ackEpoch('2.1', 2))).toContain(`→1 ${mode} 2.8`);
    expect(server.peer.leader?.handlers.length).toBe(3);
  });
});

/** Serving epoch 2, two transactions before the counter is used up. */
function nearlyExhausted(toggles: Partial<Behaviour>): StandIn {
  const server = serving({ toggles });
  const leader = server.peer.leader;
  if (leader === null) throw new Error('leads');
  server.peer = { ...server.peer, leader: { ...leader, lastProposed: zxidOf(`2.${COUNTER_MAX - 2}`) } };
  return server;
}

/** Serving, with 2.1 committed; server 2 comes back with nothing in common, and its snapshot takes two steps. */
function snapping(toggles: Partial<Behaviour> = {}): StandIn {
  const server = serving({ timing: { snapStepMillis: 100 }, toggles });
  request(1, SESSION_START, server);
  from(server, 1, ack('2.1'));
  server.input({ kind: 'closed', on: server.on(2, 'quorum') });
  joins(server, 2, 2, ackEpoch('1.2', 1));
  return server;
}
function step(server: StandIn): readonly string[] {
  return server.fire(`snapshot:${server.on(2, 'quorum')}`, 100);
}

describe('11.3 startForwarding', () => {
  it('trap 26.15: what is outstanding follows the op packet, before NEWLEADER; what is new follows from then on', () => {
    const server = serving();
    request(1, SESSION_START, server);
    const said = joins(server, 2, 2, ackEpoch('1.2', 1));
    const order = said.filter((line) => line.startsWith('→2'));
    expect(order).toEqual(['→2 LEADERINFO e2', '→2 SNAP 2.0', '→2 PROPOSAL 2.1', '→2 NEWLEADER 2.0']);
    expect(request(1, SESSION_START, server)).toContain('→2 PROPOSAL 2.2');
  });

  it('an observer is sent nothing that is outstanding, and hears of it when it commits', () => {
    const server = serving({ observers: [8] });
    request(1, SESSION_START, server);
    const said = joins(server, 8, 2, ackEpoch('1.2', 1), ack('2.0'));
    const told = said.filter((line) => line.startsWith('→8'));
    expect(told).toEqual(['→8 LEADERINFO e2', '→8 SNAP 2.0', '→8 NEWLEADER 2.0', '→8 UPTODATE']);
    expect(from(server, 1, ack('2.1'))).toContain('→8 INFORM 2.1');
  });

  it.each([
    [true, ['SNAP 2.2', 'PROPOSAL 2.2', 'COMMIT 2.2', 'PROPOSAL 2.3', 'NEWLEADER 2.0']],
    [false, ['SNAP 2.2', 'PROPOSAL 2.2', 'NEWLEADER 2.0', 'COMMIT 2.2', 'PROPOSAL 2.3']],
  ])('11.4 toggle newLeaderBehindSnapshot %s: a slow snapshot goes first, then %j (3104)', (behind, expected) => {
    const server = snapping({ newLeaderBehindSnapshot: behind });
    expect(request(1, SESSION_START, server)).not.toContain('→2 PROPOSAL 2.2');
    expect(step(server)).toEqual([`arm snapshot:${server.on(2, 'quorum')} 100`]);
    expect(from(server, 1, ack('2.2'))).not.toContain('→2 COMMIT 2.2');
    request(1, SESSION_START, server);
    expect(server.fire('halfTick')).not.toContain('→2 PING 2.3');
    const sent = step(server).filter((line) => line.startsWith('→2 '));
    expect(sent).toEqual(expected.map((line) => `→2 ${line}`));
    expect(from(server, 1, ack('2.3'))).toContain('→2 COMMIT 2.3');
  });

  it('11.3 what is outstanding when a slow snapshot begins waits for it too', () => {
    const server = serving({ timing: { snapStepMillis: 100 } });
    request(1, SESSION_START, server);
    expect(joins(server, 2, 2, ackEpoch('1.2', 1))).toContain(`arm snapshot:${server.on(2, 'quorum')} 100`);
    step(server);
    expect(step(server).filter((line) => line.startsWith('→2 '))).toEqual([
      '→2 SNAP 2.0',
      '→2 PROPOSAL 2.1',
      '→2 NEWLEADER 2.0',
    ]);
    expect(from(server, 2, ack('2.0'))).toContain('→2 UPTODATE');
  });

  it('11.4 with the learner, or the lead, goes what waited for its snapshot', () => {
    const server = snapping();
    const timer = `snapshot:${server.on(2, 'quorum')}` as const;
    expect(server.input({ kind: 'closed', on: server.on(2, 'quorum') })).toContain(`disarm ${timer}`);
    expect(server.fire(timer)).toEqual([]);
    joins(server, 2, 2, ackEpoch('1.2', 1));
    const second = `disarm snapshot:${server.on(2, 'quorum')}`;
    const said: string[] = [];
    for (let pass = 0; pass < 40 && !said.includes(second); pass++) said.push(...server.fire('halfTick', 1000));
    expect([said.includes(second), server.peer.leader]).toEqual([true, null]);
  });

  it('14 a link that is still being synchronized is not sampled: its proposals wait for the disk anyway', () => {
    const server = serving();
    joins(server, 2, 2, ackEpoch('1.2', 1));
    request(1, SESSION_START, server);
    const sampled = server.peer.leader?.handlers.map((handler) => [handler.phase, handler.sampled !== null]);
    expect(sampled).toContainEqual(['awaitingNewLeaderAck', false]);
    expect(sampled).toContainEqual(['broadcasting', true]);
  });

  it('who only connected is sent nothing of what is proposed and committed', () => {
    const server = serving();
    server.dialled(5, 'quorum');
    const said = [...request(1, SESSION_START, server), ...from(server, 1, ack('2.1')), ...from(server, 2, ack('2.1'))];
    expect(said.filter((line) => line.startsWith('→5'))).toEqual([]);
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.1');
  });
});

function limited(service: Partial<Service>): StandIn {
  return serving({ observers: [6, 7], service });
}

/** Whether a learner that ends there is let go instead of being synchronized. */
function refused(server: StandIn, sid: number, last: string): boolean {
  return !joins(server, sid, 2, ackEpoch(last, 1)).includes(`→${sid} NEWLEADER 2.0`);
}

describe('11.4 an observer is refused while as many learners as may be are synchronized alike', () => {
  it.each<[Partial<Service>, string, boolean]>([
    // the limit                      the second's last: 2.0 is DIFF   refused
    [{ maxConcurrentDiffSyncs: 1 }, '2.0', true],
    [{ maxConcurrentDiffSyncs: 2 }, '2.0', false],
    [{ maxConcurrentDiffSyncs: 1 }, '0.1', false],
    [{ maxConcurrentSnapSyncs: 1 }, '0.1', false],
  ])('%j beside a DIFF, at %s: refused %s', (service, last, expected) => {
    const server = limited(service);
    expect(refused(server, 6, '2.0')).toBe(false);
    expect(refused(server, 7, last)).toBe(expected);
    expect(server.peer.leader?.handlers.some(({ sid }) => sid === 7)).toBe(!expected);
  });

  it('a SNAP counts apart, a follower is never refused, and who is done makes room', () => {
    const server = limited({ maxConcurrentSnapSyncs: 1 });
    expect(refused(server, 6, '0.1')).toBe(false);
    expect(refused(server, 7, '0.1')).toBe(true);
    server.input({ kind: 'closed', on: server.on(2, 'quorum') });
    expect(refused(server, 2, '0.1')).toBe(false);
    from(server, 6, ack('2.0'));
    from(server, 2, ack('2.0'));
    expect(refused(server, 7, '0.1')).toBe(false);
  });
});

describe('16 maxBatchSize', () => {
  it.each([
    [1000, [1, 3]],
    [2, [1, 2, 1]],
    [0, [1, 3]],
  ])('%d: of four transactions, one already with the disk, flushes take %j', (maxBatchSize, expected) => {
    const server = serving({ service: { maxBatchSize } });
    for (let i = 0; i < 4; i++) request(1, SESSION_START, server);
    const sizes: number[] = [];
    while (server.peer.log.flushing.length > 0) {
      sizes.push(server.peer.log.flushing.length);
      server.flushed();
    }
    expect(sizes).toEqual(expected);
  });
});

describe('10.2-8, 13.1 the start', () => {
  it('from (E,0), which its database shows too; its vote gets the new epoch and keeps the rest', () => {
    const server = serving();
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.0');
    expect(zxidShort(server.peer.database.lastProcessedZxid)).toBe('2.0');
    const { zxid, peerEpoch, electionEpoch } = server.peer.currentVote;
    expect([zxidShort(zxid), peerEpoch, electionEpoch]).toEqual(['1.2', 2, 1]);
    expect(server.peer).toMatchObject({ state: 'LEADING', zabState: 'BROADCAST', clients: { serving: true } });
  });

  it('10.2-1, 10.2-2, trap 26.38: it begins with a snapshot, and listens to learners after it', () => {
    const server = new StandIn({ sid: 3, voters: [1, 2, 3], durable: diskAt('1.2', 1) });
    for (const other of [1, 2]) server.connect(other);
    server.vote(1, '3:1.2 e1 r1');
    expect(server.fire('election', 200)).toContain('write snapshot 1.2');
    expect(server.said).not.toContain('listen quorum');
    expect(server.allFlushed()).toContain('listen quorum');
  });

  it('trap 26.20: the second ACK of a learner, after UPTODATE, is ignored', () => {
    const server = serving();
    server.receive(1, ack('2.0'), 'quorum');
    expect(server.noted('ackIgnored')).toMatchObject([{ because: 'newLeader' }]);
  });
});

describe('13.2 proposing', () => {
  it('trap 26.24: a write that fails is proposed and takes a zxid like any other', () => {
    const server = serving();
    request(1, SESSION_START, server);
    expect(request(1, { op: 'delete', path: '/none', version: -1 }, server)).toContain('→1 PROPOSAL 2.2');
    expect(server.noted('proposed')).toMatchObject([{ body: { type: 'error', error: 'NONODE' } }]);
    expect(request(1, SESSION_START, server)).toContain('→1 PROPOSAL 2.3');
  });

  it('the first transaction of an epoch is (E,1)', () => {
    const server = serving();
    expect(request(1, SESSION_START, server)).toEqual([
      '→1 PROPOSAL 2.1',
      '→2 PROPOSAL 2.1',
      'write log 2.1',
      'arm sessionExpiry 5800',
    ]);
  });

  it('toggle rolloverGuard: counter 0xffffffff is never proposed; the leader steps down (1277)', () => {
    const server = nearlyExhausted({ rolloverGuard: true });
    expect(request(1, SESSION_START, server)).toContain(`→1 PROPOSAL 2.${COUNTER_MAX - 1}`);
    server.allFlushed();
    const said = request(1, SESSION_START, server);
    expect(said.filter((line) => line.startsWith('→1 PROPOSAL'))).toEqual([]);
    expect(server.noted('steppedDown')).toMatchObject([{ reason: 'rollover' }]);
    expect(server.peer.state).toBe('LOOKING');
  });

  it('toggle rolloverGuard off: the counter runs over into the next epoch, whose (E,0) nobody can acknowledge', () => {
    const server = nearlyExhausted({ rolloverGuard: false });
    const said = [1, 2, 3].flatMap(() => request(1, SESSION_START, server));
    expect(said.filter((line) => line.startsWith('→1 PROPOSAL'))).toEqual([
      `→1 PROPOSAL 2.${COUNTER_MAX - 1}`,
      `→1 PROPOSAL 2.${COUNTER_MAX}`,
      '→1 PROPOSAL 3.0',
    ]);
    for (const zxid of [`2.${COUNTER_MAX - 1}`, `2.${COUNTER_MAX}`, '3.0']) from(server, 1, ack(zxid));
    expect(server.peer.leader?.outstandingProposals.map(({ txn }) => zxidShort(txn.zxid))).toEqual(['3.0']);
  });
});

/** Serving epoch 2 of five, with followers 1 and 2. */
function servingFive(toggles: Partial<Behaviour> = {}): StandIn {
  const server = elected({ voters: [1, 2, 3, 4, 5], toggles });
  for (const sid of [1, 2]) joins(server, sid, 1);
  for (const sid of [1, 2]) from(server, sid, ackEpoch('1.2', 1));
  for (const sid of [1, 2]) from(server, sid, ack('2.0'));
  expect(server.peer.leader?.phase).toBe('serving');
  return server;
}

/** With 2.1 and 2.2 proposed, and on their way to its own disk. */
function proposed(toggles: Partial<Behaviour> = {}): StandIn {
  const server = servingFive(toggles);
  request(1, SESSION_START, server);
  request(1, SESSION_START, server);
  return server;
}

describe('13.3 acks', () => {
  it.each([
    ['2.0', 'newLeader'],
    ['1.2', 'alreadyCommitted'],
    ['2.9', 'unknown'],
  ])('an ack of %s is ignored: %s', (zxid, because) => {
    const server = proposed();
    server.receive(1, ack(zxid), 'quorum');
    expect(server.noted('ackIgnored')).toMatchObject([{ because }]);
  });

  it('with nothing outstanding as well', () => {
    const server = servingFive();
    server.receive(1, ack('2.1'), 'quorum');
    expect(server.noted('ackIgnored')).toMatchObject([{ because: 'alreadyCommitted' }]);
  });

  it('trap 26.26: two followers of three are a quorum while its own disk is slow, and its own ack comes too late', () => {
    const server = serving();
    request(1, SESSION_START, server);
    for (const sid of [1, 2]) server.receive(sid, ack('2.1'), 'quorum');
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.1');
    server.flushed();
    expect(server.noted('ackIgnored')).toMatchObject([{ sid: 3, because: 'alreadyCommitted' }]);
  });

  it('in order only, by a quorum, each voter once; its own ack comes with its flush', () => {
    const server = proposed();
    const committed = (): string => zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'));
    const steps: readonly (readonly [() => unknown, string])[] = [
      [() => server.receive(1, ack('2.1'), 'quorum'), '2.0'],
      [() => server.receive(1, ack('2.1'), 'quorum'), '2.0'], // twice from one is once
      [() => server.receive(1, ack('2.2'), 'quorum'), '2.0'],
      [() => server.receive(2, ack('2.1'), 'quorum'), '2.0'], // two of five
      [() => server.flushed(), '2.1'], // with its own: three
      [() => server.receive(2, ack('2.2'), 'quorum'), '2.1'],
      [() => server.flushed(), '2.2'],
    ];
    for (const [happens, expected] of steps) {
      happens();
      expect(committed()).toBe(expected);
    }
  });

  it.each([
    [true, '2.0', '2.1 2.2'],
    [false, '2.2', '2.1'], // and 2.1 is too late: acks for it are of what is committed already
  ])('toggle strictCommitOrder %s: a quorum for a later one, none for the earlier', (strictCommitOrder, last, left) => {
    const server = proposed({ strictCommitOrder });
    for (const sid of [1, 2]) server.receive(sid, ack('2.2'), 'quorum');
    server.allFlushed();
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe(last);
    const outstanding = server.peer.leader?.outstandingProposals ?? [];
    expect(outstanding.map(({ txn }) => zxidShort(txn.zxid)).join(' ')).toBe(left);
  });
});

it('13.3 strictCommitOrder asks for the zxid right before alone: behind skipped ones nothing waits', () => {
  const server = serving();
  request(1, SESSION_START, server);
  server.input({ kind: 'command', command: { kind: 'skipZxids', counter: 5 } });
  request(1, SESSION_START, server);
  for (const sid of [1, 2]) server.receive(sid, ack('2.6'), 'quorum');
  expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.6');
});

describe('13.5 sync and REVALIDATE', () => {
  const SYNC: Operation = { op: 'sync', path: '/' };

  it('nothing outstanding: answered at once', () => {
    expect(request(1, SYNC, serving())).toEqual(['→1 SYNC']);
  });

  it('otherwise after everything proposed before it has been committed, behind its COMMIT', () => {
    const server = serving();
    request(1, SESSION_START, server);
    expect(request(1, SYNC, server)).toEqual([]);
    request(2, SESSION_START, server);
    server.allFlushed();
    const said = server.receive(1, ack('2.1'), 'quorum');
    expect(said).toEqual(['→1 COMMIT 2.1', '→2 COMMIT 2.1', '→1 SYNC']);
    // Once.
    expect(server.receive(1, ack('2.2'), 'quorum')).toEqual(['→1 COMMIT 2.2', '→2 COMMIT 2.2']);
  });

  it('a learner that leaves takes its own syncs along', () => {
    const server = serving();
    request(1, SESSION_START, server);
    for (const sid of [1, 2]) request(sid, SYNC, server);
    server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    expect(server.peer.leader?.pendingSyncs.map(({ on }) => on)).toEqual([server.on(2, 'quorum')]);
  });

  it('a session is known from its proposal on', () => {
    const server = serving();
    const ask = (): readonly string[] =>
      server.receive(2, { type: 'REVALIDATE', sessionId: SESSION, timeoutMillis: 4000, valid: null }, 'quorum');
    expect(ask().at(-1)).toBe('→2 REVALIDATE false');
    expect(server.peer.leader?.owners).toEqual({});
    request(1, SESSION_START, server);
    expect(ask()).toContain('→2 REVALIDATE true');
    expect(server.peer.leader?.owners).toEqual({ [SESSION]: 2 });
  });
});

function create(path: string): Operation {
  return { op: 'create', path, data: '', dataLength: 0, ephemeral: false, sequential: false };
}

/** What becomes of a request of `session` through `sid`. */
function proposedFor(server: StandIn, sid: number, operation: Operation, sessionId = SESSION): unknown {
  server.receive(sid, { type: 'REQUEST', request: { sessionId, cxid: 1, operation, authInfo: [] } }, 'quorum');
  const body = server.peer.leader?.outstandingProposals.at(-1)?.txn.body;
  return body?.type === 'error' ? body.error : body?.type;
}

describe('18 who may ask for a session', () => {
  it('one that came with the database belongs to whoever asks for it first', () => {
    const server = serving({ durable: logged('1.1', '1.2') });
    expect(proposedFor(server, 1, create('/a'))).toBe('create');
    expect(server.peer.leader?.owners).toEqual({ [SESSION]: 1 });
    expect(proposedFor(server, 2, create('/b'))).toBe('SESSIONMOVED');
    expect(proposedFor(server, 1, create('/c'))).toBe('create');
  });

  it.each<[boolean, string, string]>([
    // local sessions   made by       a later request
    [false, '0x1000000000000b', 'SESSIONEXPIRED'], // nobody knows it
    [true, '0x1000000000000b', 'create'], // another server's own
    [true, '0x3000000000000b', 'SESSIONEXPIRED'], // its own would be known
  ])('localSessionsEnabled %s: a session unknown here, %s: %s', (localSessionsEnabled, id, expected) => {
    const server = serving({ service: { localSessionsEnabled } });
    for (const path of ['/a', '/b']) {
      expect(proposedFor(server, 1, create(path), id as SessionId)).toBe(expected);
    }
  });

  it('one that is being closed is refused, though its end is not applied; others are not', () => {
    const server = serving({ service: { localSessionsEnabled: true } });
    const [mine, other] = ['0x1000000000000a', '0x1000000000000b'] as SessionId[];
    expect(proposedFor(server, 1, SESSION_START, mine)).toBe('createSession');
    expect(proposedFor(server, 1, { op: 'closeSession' }, mine)).toBe('closeSession');
    expect(proposedFor(server, 1, create('/a'), mine)).toBe('SESSIONEXPIRED');
    expect(proposedFor(server, 1, create('/b'), other)).toBe('create');
  });
});

describe('14 the loop', () => {
  it('trap 26.21, 26.22: pings each pass, ticks each second, and looks at deadlines only then', () => {
    const server = serving();
    const lines: string[] = [];
    for (let pass = 1; pass <= 13; pass++) {
      const said = server.fire('halfTick', 1000);
      const ticked = server
        .noted('ticked')
        .map((note) => (note.kind === 'ticked' ? ` tick ${note.tick}: ${note.synced.join()}` : ''));
      lines.push(`${said.filter((line) => line.includes('PING')).length}${ticked.join()}`);
    }
    // Their NEWLEADER acks came in tick 0, when their deadline was initLimit + syncLimit: 15.
    expect(lines.slice(0, 4)).toEqual(['2', '2 tick 1: 1,2,3', '2', '2 tick 2: 1,2,3']);
    expect(lines.at(-2)).toBe('2 tick 6: 1,2,3');
    for (const sid of [1, 2]) server.receive(sid, { type: 'PING', zxid: zxidOf('2.0'), touched: [] }, 'quorum');
    // From now on any packet is good for syncLimit ticks.
    expect(server.peer.leader?.handlers.map(({ deadlineTick }) => deadlineTick)).toEqual([11, 11]);
    for (let pass = 14; pass <= 23; pass++) server.fire('halfTick', 1000);
    expect(server.peer.state).toBe('LEADING');
    server.fire('halfTick', 1000);
    expect(server.noted('steppedDown')).toMatchObject([{ reason: 'notEnoughSynced', synced: [3] }]);
    const timers = ['halfTick', 'quorumWait', 'sessionExpiry', 'containerCheck'].map((name) => `disarm ${name}`);
    expect(server.said).toEqual(expect.arrayContaining(['unlisten quorum', ...timers, 'close 1', 'close 2']));
  });

  it.each([
    ['exits', 'LEADING', ['exit 11']],
    ['ignored', 'LEADING', []],
    ['endsRole', 'LOOKING', []],
  ] as const)('14 toggle criticalThread %s: half a tick after its log thread died it is %s', (toggle, state, said) => {
    const server = serving({ toggles: { criticalThread: toggle } });
    request(1, SESSION_START, server);
    expect(server.refused('error')).toEqual(said);
    expect(server.peer.state).toBe('LEADING');
    server.fire('halfTick', 1000);
    expect(server.peer.state).toBe(state);
    expect(server.noted('steppedDown')).toMatchObject(state === 'LOOKING' ? [{ reason: 'logThreadDied' }] : []);
  });

  it('a learner is pinged from NEWLEADER on', () => {
    const server = serving();
    server.input({ kind: 'closed', on: server.on(2, 'quorum') });
    joins(server, 2, 2);
    expect(server.fire('halfTick', 1000)).not.toContain('→2 PING 2.0');
    expect(from(server, 2, ackEpoch('1.2', 1))).toContain('→2 NEWLEADER 2.0');
    expect(server.fire('halfTick', 1000)).toContain('→2 PING 2.0');
  });

  it('a learner that only connected is not pinged', () => {
    const server = serving();
    server.dialled(1, 'quorum');
    server.fire('halfTick', 1000);
    const ping = { type: 'PING', zxid: zxidOf('2.0'), touched: [] };
    expect(server.sent.filter(({ type }) => type === 'PING')).toEqual([ping, ping]);
  });

  it('trap 26.23: two samples, the oldest un-acked and the newest; acks move on', () => {
    const server = serving();
    const sampled = (): string => {
      const handler = server.peer.leader?.handlers[0];
      return [handler?.sampled, handler?.sampleNext].map((one) => (one == null ? '-' : zxidShort(one.zxid))).join(' ');
    };
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      request(1, SESSION_START, server);
      seen.push(sampled());
    }
    for (const zxid of ['2.2', '2.1', '2.3']) {
      server.receive(1, ack(zxid), 'quorum');
      seen.push(sampled());
    }
    expect(seen).toEqual(['2.1 -', '2.1 2.2', '2.1 2.3', '2.1 2.3', '2.3 -', '- -']);
    request(1, SESSION_START, server);
    request(1, SESSION_START, server);
    server.receive(1, ack('2.5'), 'quorum');
    expect(sampled()).toBe('2.4 -');
  });

  it.each([
    // how old the un-acked proposal is    pings answered   the link
    [9999, 'kept'],
    [10_000, 'closed'], // syncLimit, five ticks
  ])('trap 26.23: a proposal un-acked for %d ms, though every PING was answered: the link is %s', (age, link) => {
    const server = serving();
    request(1, SESSION_START, server);
    from(server, 2, ack('2.1'));
    for (let waited = 0; waited < 9000; waited += 1000) {
      server.fire('halfTick', 1000);
      for (const sid of [1, 2]) server.receive(sid, { type: 'PING', zxid: zxidOf('2.1'), touched: [] }, 'quorum');
    }
    server.fire('halfTick', age - 9000);
    expect(server.noted('learnerLost')).toEqual(
      link === 'closed' ? [{ kind: 'learnerLost', sid: 1, reason: 'transactionTimeout' }] : [],
    );
    expect(server.said.includes('close 1')).toBe(link === 'closed');
    expect(server.said).toContain('→2 PING 2.1');
  });

  it.each([
    // the follower of its client          its ephemeral is gone
    ['speaks of the session', false],
    ['is silent about it', true],
    ['is cut off', true],
  ])('trap 26.33: a session whose server %s: its ephemeral is deleted by the leader alone: %s', (how, gone) => {
    const server = serving();
    request(1, { op: 'createSession', timeoutMillis: 4000 }, server);
    request(1, { op: 'create', path: '/e', data: '', dataLength: 0, ephemeral: true, sequential: false }, server);
    for (const zxid of ['2.1', '2.2']) from(server, 2, ack(zxid));
    server.allFlushed();
    const isThere = (): boolean => nodeAt(server.peer.database.tree, '/e') !== null;
    if (how === 'is cut off') server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    server.now += 3000;
    const touched = how === 'speaks of the session' ? [SESSION] : [];
    if (how !== 'is cut off') server.receive(1, { type: 'PING', zxid: zxidOf('2.2'), touched }, 'quorum');
    // However its server fares, the session has its whole timeout.
    expect(isThere()).toBe(true);
    const said = server.fire('sessionExpiry', 2800);
    expect(said.includes('→2 PROPOSAL 2.3')).toBe(gone);
    // And it ends by a transaction, which a quorum must have.
    expect(isThere()).toBe(true);
    server.allFlushed();
    if (gone) server.receive(2, ack('2.3'), 'quorum');
    expect(isThere()).toBe(!gone);
  });

  it('sessions that end together are closed earliest first, then by id, not by when they were heard of', () => {
    const server = serving();
    const begin = (sessionId: string, timeoutMillis: number): void => {
      const operation: Operation = { op: 'createSession', timeoutMillis };
      from(server, 1, {
        type: 'REQUEST',
        request: { sessionId: sessionId as SessionId, cxid: 0, operation, authInfo: [] },
      });
    };
    begin('0xlate', 6000);
    begin('0xb', 4000);
    begin('0xa', 4000);
    begin('0xc', 4000);
    server.fire('sessionExpiry', 9000);
    const expired = server.noted('sessionExpired').map((note) => 'sessionId' in note && note.sessionId);
    expect(expired).toEqual(['0xa', '0xb', '0xc', '0xlate']);
  });

  it.each([
    ['awaitingEpoch', 'epochTimeout'],
    ['awaitingEpochAck', 'epochAckTimeout'],
    ['awaitingNewLeaderAck', 'newLeaderAckTimeout'],
  ])('10.2 %s for initLimit: %s', (phase, reason) => {
    const server = elected();
    if (phase !== 'awaitingEpoch') joins(server, 1, 1);
    if (phase === 'awaitingNewLeaderAck') from(server, 1, ackEpoch('1.2', 1));
    expect(server.peer.leader?.phase).toBe(phase);
    server.fire('quorumWait', 20_000);
    expect(server.noted('steppedDown')).toMatchObject([{ reason }]);
    expect(server.peer.state).toBe('LOOKING');
  });

  it('a wait that ends while its outcome is written is no timeout', () => {
    const server = elected();
    server.dialled(1, 'quorum', { type: 'FOLLOWERINFO', sid: 1 as Sid, acceptedEpoch: 1 as Epoch });
    expect(server.peer.leader?.phase).toBe('writingAcceptedEpoch');
    server.fire('quorumWait', 20_000);
    expect(server.peer.state).toBe('LEADING');
  });
});

it('a single server leads itself', () => {
  const server = new StandIn({ sid: 1, voters: [1] });
  server.fire('election', 200);
  server.allFlushed();
  expect(server.peer).toMatchObject({ state: 'LEADING', zabState: 'BROADCAST', currentEpoch: 1 });
});

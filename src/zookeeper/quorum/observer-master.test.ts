import { describe, expect, it } from 'vitest';
import type { Epoch, SessionId, Sid } from '../ids.ts';
import { adminCommand } from '../operator/admin-commands.ts';
import { fourLetterWord } from '../operator/four-letter-words.ts';
import type { Packet } from '../packets.ts';
import { comesWith, commits, following, proposes, synchronizing } from '../peer/following.ts';
import { StandIn, zxidOf } from '../peer/stand-in.ts';

const LEADER = 3;
const OBSERVER = 4;
const PORT = { observerMasterPort: 2191 };
const SESSION = '0x9' as SessionId;
const BODY = { type: 'closeSession', paths: [] } as const;

/** Observer 4 says something to server 1. */
function says(server: StandIn, packet: Packet): readonly string[] {
  return server.receive(OBSERVER, packet, 'observerMaster');
}

function comes(server: StandIn, acceptedEpoch = 1): readonly string[] {
  const info = { type: 'OBSERVERINFO', sid: OBSERVER as Sid, acceptedEpoch: acceptedEpoch as Epoch } as const;
  return server.dialled(OBSERVER, 'observerMaster', info);
}

function synchronizes(server: StandIn, lastZxid: string): readonly string[] {
  return says(server, { type: 'ACKEPOCH', lastZxid: zxidOf(lastZxid), currentEpoch: -1 as Epoch });
}

/** Server 1 follows 3, and has taken observer 4 in, which is at `lastZxid`. */
function master(lastZxid = '0.0', toggles = {}, noting = true): StandIn {
  const server = following({ service: PORT, toggles, noting });
  comes(server);
  synchronizes(server, lastZxid);
  says(server, { type: 'ACK', zxid: zxidOf('1.0') });
  return server;
}

describe('15 a follower with observerMasterPort takes observers in', () => {
  it.each([
    [true, PORT, true],
    [false, PORT, false],
    [true, {}, false],
  ])('toggle observerMasters %s, with %o: it listens %s', (observerMasters, service, expected) => {
    const server = following({ service, toggles: { observerMasters } });
    expect(server.said.includes('listen observerMaster')).toBe(expected);
    expect(server.said.includes('arm observerMasterPing 1000')).toBe(expected);
    expect(server.noted('observerMasterStarted').length > 0).toBe(expected);
  });

  it('not before UPTODATE', () => {
    expect(synchronizing({ service: PORT }).peer.learner?.observerMaster).toBeNull();
  });

  it('15, 10.3 getEpochToPropose is its own currentEpoch, and no quorum is waited for', () => {
    const server = following({ service: PORT });
    expect(comes(server).slice(-2)).toEqual(['→4 LEADERINFO e1', 'read 4 20000']);
    expect(synchronizes(server, '0.0')).toEqual(['read 4 off', '→4 DIFF 0.0', '→4 NEWLEADER 1.0', 'read 4 20000']);
    expect(says(server, { type: 'ACK', zxid: zxidOf('1.0') })).toEqual(['read 4 off', '→4 UPTODATE', 'read 4 10000']);
    expect(server.peer.learner?.observerMaster?.handlers).toMatchObject([{ sid: 4, phase: 'broadcasting' }]);
  });

  it('15 a follower is not taken in', () => {
    const server = following({ service: PORT });
    const info = { type: 'FOLLOWERINFO', sid: 2 as Sid, acceptedEpoch: 1 as Epoch } as const;
    expect(server.dialled(2, 'observerMaster', info).at(-1)).toBe('close 2');
    expect(server.noted('packetUnexpected')).toMatchObject([{ type: 'FOLLOWERINFO' }]);
  });

  it.each([
    // at      mode
    ['1.2', ['→4 DIFF 1.2']],
    ['1.1', ['→4 DIFF 1.2', '→4 PROPOSAL 1.2', '→4 COMMIT 1.2']],
    ['1.3', ['→4 TRUNC 1.2']],
    ['0.0', ['→4 SNAP 1.2']],
  ])(
    '11.1, 15 from its own database: an observer at %s, what is proposed and not committed left out',
    (at, expected) => {
      const server = following({ service: PORT });
      for (const zxid of ['1.1', '1.2', '1.3']) proposes(server, zxid, SESSION, BODY);
      for (const zxid of ['1.1', '1.2']) commits(server, zxid);
      comes(server);
      const said = synchronizes(server, at).filter((line) => line.startsWith('→4'));
      expect(said.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([...expected, '→4 NEWLEADER 1.0']);
    },
  );
});

describe('15 what its observers are told', () => {
  it('a proposal first when it is committed, as INFORM', () => {
    const server = master();
    expect(proposes(server, '1.1', SESSION, BODY).filter((line) => line.startsWith('→4'))).toEqual([]);
    expect(commits(server, '1.1').filter((line) => line.startsWith('→4'))).toEqual([
      expect.stringMatching(/^→4 INFORM 1\.1/),
    ]);
  });

  it('14 a PING each half tick, with the last that they were told of', () => {
    const server = master();
    expect(server.fire('observerMasterPing')).toEqual(['→4 PING 0.0', 'arm observerMasterPing 1000']);
    expect(server.sent).toEqual([{ type: 'PING', zxid: zxidOf('0.0'), touched: [] }]);
    proposes(server, '1.1', SESSION, BODY);
    commits(server, '1.1');
    expect(server.fire('observerMasterPing')[0]).toBe('→4 PING 1.1');
  });

  it.each([
    // toggle  INFORM  missed
    [false, 0, [{ observers: [4] }]],
    [true, 1, []],
  ])(
    'toggle observerMasterTakesPending %s: what was proposed in its own sync, and commits later (5088)',
    (observerMasterTakesPending, informed, missed) => {
      const server = synchronizing({ service: PORT, toggles: { observerMasterTakesPending } });
      proposes(server, '1.1', SESSION, BODY);
      server.receive(LEADER, { type: 'NEWLEADER', zxid: zxidOf('1.0') }, 'quorum');
      server.allFlushed();
      server.receive(LEADER, { type: 'UPTODATE' }, 'quorum');
      comes(server);
      synchronizes(server, '0.0');
      server.dialled(5, 'observerMaster');
      proposes(server, '1.2', SESSION, BODY);
      const said = commits(server, '1.1');
      expect(said.filter((line) => line.startsWith('→4 INFORM'))).toHaveLength(informed);
      expect(server.noted('informMissed')).toMatchObject(missed);
      expect(commits(server, '1.2')).toContain('→4 INFORM 1.2');
    },
  );

  it('who only connected is told nothing, neither of commits nor by PING', () => {
    const server = following({ service: PORT });
    server.dialled(OBSERVER, 'observerMaster');
    proposes(server, '1.1', SESSION, BODY);
    expect(commits(server, '1.1').filter((line) => line.startsWith('→4'))).toEqual([]);
    expect(server.fire('observerMasterPing')).toEqual(['arm observerMasterPing 1000']);
  });

  it('15, 21 a configuration that is committed, as INFORMANDACTIVATE', () => {
    const server = following({ service: PORT, reconfigEnabled: true });
    comes(server);
    synchronizes(server, '0.0');
    says(server, { type: 'ACK', zxid: zxidOf('1.0') });
    const config = { ...server.peer.quorumVerifier, version: zxidOf('1.1') };
    const node = { path: '/zookeeper/config', data: '', dataLength: 0, version: 1 };
    proposes(server, '1.1', SESSION, { type: 'reconfig', ...node, config });
    const designated = LEADER as Sid;
    server.receive(LEADER, { type: 'COMMITANDACTIVATE', zxid: zxidOf('1.1'), designated }, 'quorum');
    expect(server.sent).toMatchObject([{ type: 'INFORMANDACTIVATE', zxid: zxidOf('1.1'), designated }]);
  });

  it.each<[string, (server: StandIn) => readonly string[]]>([
    ['informMissed', (server) => commits(server, '1.1')],
    ['packetUnexpected', (server) => says(server, { type: 'ACK', zxid: zxidOf('1.1') })],
  ])('%s is noted, and nothing else depends on it', (kind, happens) => {
    const heard = master();
    const unheard = master('0.0', {}, false);
    expect(happens(unheard)).toEqual(happens(heard));
    expect([heard.notes.map((note): string => note.kind).includes(kind), unheard.notes]).toEqual([true, []]);
  });

  it('the end of its role: it listens no more, and lets them go', () => {
    const server = master();
    const said = server.input({ kind: 'closed', on: server.on(LEADER, 'quorum') });
    expect(said).toEqual(expect.arrayContaining(['unlisten observerMaster', 'disarm observerMasterPing', 'close 4']));
  });
});

describe('15 what it passes on', () => {
  const request = {
    sessionId: SESSION,
    cxid: 5,
    operation: { op: 'setData', path: '/a', data: '', dataLength: 0, version: -1 },
    authInfo: [],
  } as const;

  it('REQUEST goes to the leader', () => {
    expect(says(master(), { type: 'REQUEST', request })).toEqual([expect.stringMatching(/^→3 REQUEST/)]);
  });

  it('13.5 sync goes to the leader, and its answer to who asked', () => {
    const server = master();
    const sync = { ...request, operation: { op: 'sync', path: '/' } } as const;
    expect(says(server, { type: 'REQUEST', request: sync })).toEqual([expect.stringMatching(/^→3 REQUEST/)]);
    const answer = { type: 'SYNC', sessionId: SESSION, cxid: 5 } as const;
    expect(server.receive(LEADER, answer, 'quorum')).toEqual([expect.stringMatching(/^→4 SYNC/)]);
    expect(server.receive(LEADER, answer, 'quorum')).toEqual([]);
  });

  it.each([
    [true, [SESSION]],
    [false, []],
  ])('13.5 REVALIDATE, answered %s', (valid, touched) => {
    const server = master();
    const ask = { type: 'REVALIDATE', sessionId: SESSION, timeoutMillis: 4000 } as const;
    expect(says(server, { ...ask, valid: null })).toEqual([expect.stringMatching(/^→3 REVALIDATE/)]);
    expect(server.receive(LEADER, { ...ask, valid }, 'quorum')).toEqual([expect.stringMatching(/^→4 REVALIDATE/)]);
    // As at the leader, who asks for a session has been heard of.
    expect(server.peer.clients.touched).toEqual(touched);
  });

  it('13.5 whose sync is answered the session and its number tell, in whatever order they come', () => {
    const server = master();
    const other = '0x5' as SessionId;
    const asked = [
      [SESSION, 5],
      [SESSION, 6],
      [other, 5],
    ] as const;
    for (const [sessionId, cxid] of asked) {
      const operation = { op: 'sync', path: '/' } as const;
      says(server, { type: 'REQUEST', request: { sessionId, cxid, operation, authInfo: [] } });
    }
    says(server, { type: 'REQUEST', request });
    const pending = (): unknown =>
      server.peer.learner?.observerMaster?.pendingSyncs.map(({ sessionId, cxid }) => [sessionId, cxid]);
    expect(pending()).toEqual(asked);
    expect(server.receive(LEADER, { type: 'SYNC', sessionId: other, cxid: 6 }, 'quorum')).toEqual([]);
    expect(pending()).toEqual(asked);
    server.receive(LEADER, { type: 'SYNC', sessionId: SESSION, cxid: 6 }, 'quorum');
    expect(server.sent).toEqual([{ type: 'SYNC', sessionId: SESSION, cxid: 6 }]);
    expect(pending()).toEqual([asked[0], asked[2]]);
  });

  it('13.5 who asked is gone when the answer comes: nobody is told', () => {
    const server = master();
    const ask = { type: 'REVALIDATE', sessionId: SESSION, timeoutMillis: 4000 } as const;
    says(server, { ...ask, valid: null });
    says(server, { type: 'REQUEST', request: { ...request, operation: { op: 'sync', path: '/' } } });
    server.input({ kind: 'closed', on: server.on(OBSERVER, 'observerMaster') });
    expect(server.receive(LEADER, { ...ask, valid: true }, 'quorum')).toEqual([]);
    expect(server.receive(LEADER, { type: 'SYNC', sessionId: SESSION, cxid: 5 }, 'quorum')).toEqual([]);
  });

  it('13.5 a client of its own asks too: its answer is not an observer’s', () => {
    const server = master();
    says(server, { type: 'REVALIDATE', sessionId: SESSION, timeoutMillis: 4000, valid: null });
    expect(comesWith(server, 7, '0x5' as SessionId).filter((line) => /^→[47]/.test(line))).toEqual(['→7 CONNECTED']);
    server.receive(7, { type: 'CALL', cxid: 1, operation: { op: 'sync', path: '/' } }, 'client');
    const answer = { type: 'SYNC', sessionId: '0x5' as SessionId, cxid: 1 } as const;
    expect(server.receive(LEADER, answer, 'quorum')).toEqual(['→7 REPLY OK 0.0']);
  });

  it('14 a client that was heard of twice is named once', () => {
    const server = master();
    for (let i = 0; i < 2; i++) says(server, { type: 'PING', zxid: zxidOf('0.0'), touched: [SESSION] });
    expect(server.peer.clients.touched).toEqual([SESSION]);
  });

  it('14 which clients were heard of, with its own answer to PING', () => {
    const server = master();
    says(server, { type: 'PING', zxid: zxidOf('0.0'), touched: [SESSION] });
    server.receive(LEADER, { type: 'PING', zxid: zxidOf('1.0'), touched: [] }, 'quorum');
    expect(server.sent).toEqual([{ type: 'PING', zxid: zxidOf('1.0'), touched: [SESSION] }]);
    // Told once.
    server.receive(LEADER, { type: 'PING', zxid: zxidOf('1.0'), touched: [] }, 'quorum');
    expect(server.sent).toEqual([{ type: 'PING', zxid: zxidOf('1.0'), touched: [] }]);
  });

  it.each([
    ['1.0', []],
    ['1.1', ['close 4']],
  ])('an ACK of %s', (zxid, expected) => {
    const server = master();
    expect(says(server, { type: 'ACK', zxid: zxidOf(zxid) })).toEqual(expected);
    const lost = { kind: 'learnerLost', sid: OBSERVER, reason: 'unexpectedPacket' };
    expect(server.noted('learnerLost')).toEqual(expected.length > 0 ? [lost] : []);
  });

  it('22 observers and mntr tell of them', () => {
    const server = master();
    const { peer, config, durable, now } = server;
    const operated = { peer, config, durable, now, startedAt: 0, version: '3.9.4', clientPort: 2181 };
    expect(adminCommand('observers', operated)).toMatchObject({ synced_observers: 1, observers: [{ sid: 4 }] });
    expect(fourLetterWord('mntr', operated, ['*'])).toContain('zk_synced_observers\t1');
  });
});

/** Voters 2, 3 and 4, of which 3 leads. */
function observing(service = {}): StandIn {
  const server = new StandIn({ sid: 1, voters: [2, 3, 4], observers: [1], service: { ...PORT, ...service } });
  server.allFlushed();
  for (const other of [2, LEADER]) server.connect(other);
  return server;
}

function elects(server: StandIn): readonly string[] {
  server.vote(2, '3:0.0 e0 r1', 'FOLLOWING');
  server.vote(LEADER, '3:0.0 e0 r1', 'LEADING');
  return server.said;
}

/** Its master does not listen, at all five attempts. */
function isRefused(server: StandIn, sid: number): void {
  for (let attempt = 1; attempt < 5; attempt++) {
    server.answered(sid, 'observerMaster', 'refused');
    server.fire('leaderConnect', 100);
  }
  server.answered(sid, 'observerMaster', 'refused');
  server.fire('observerDelay', 100);
}

describe('15 an observer with observerMasterPort', () => {
  it('turns to one voter after the other, the leader among them, and waits before it begins anew', () => {
    const server = observing({ observerReconnectDelayMillis: 400 });
    elects(server);
    for (const sid of [2, 3, 4]) {
      expect(server.peer.learner).toMatchObject({ leader: sid, attempt: 1 });
      isRefused(server, sid);
      elects(server);
    }
    expect(server.peer.learner).toMatchObject({ leader: 2, attempt: 0 });
    expect(server.said).toContain('arm leaderConnect 200');
    // What it waited is not taken from the time it has to connect.
    expect(server.fire('leaderConnect', 200)).toContain('arm leaderConnect 20000');
  });

  it('mntr names its master', () => {
    const server = observing();
    elects(server);
    server.answered(2, 'observerMaster', 'opened');
    server.receive(2, { type: 'LEADERINFO', newEpoch: 1 as Epoch }, 'observerMaster');
    server.allFlushed();
    server.receive(2, { type: 'DIFF', zxid: zxidOf('0.0') }, 'observerMaster');
    server.receive(2, { type: 'NEWLEADER', zxid: zxidOf('1.0') }, 'observerMaster');
    server.allFlushed();
    server.receive(2, { type: 'UPTODATE' }, 'observerMaster');
    expect(server.peer.learner).toMatchObject({ phase: 'serving', observerMaster: null });
    const { peer, config, durable, now } = server;
    const operated = { peer, config, durable, now, startedAt: 0, version: '3.9.4', clientPort: 2181 };
    expect(fourLetterWord('mntr', operated, ['*'])).toContain('zk_observer_master_id\t2');
  });
});

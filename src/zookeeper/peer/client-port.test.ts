import { describe, expect, it } from 'vitest';
import { ensure } from '../../base/assert.ts';
import type { Answer, Operation } from '../client/operations.ts';
import type { Behaviour } from '../config/behaviour.ts';
import { type Acl, digestOfUser } from '../database/acl.ts';
import { type Epoch, type SessionId, type Sid, ZXID_ZERO, sessionIdOf } from '../ids.ts';
import { committedBounds } from '../database/committed-log.ts';
import { nodeAt } from '../database/data-tree.ts';
import type { Packet } from '../packets.ts';
import { loggedTxns } from './durable.ts';
import { following } from './following.ts';
import { CONNECT, Served } from './served.ts';
import { passwordOf } from '../processors/session-password.ts';
import { StandIn, zxidOf } from './stand-in.ts';

function create(path: string, acl?: readonly Acl[], data = 'x'): Operation {
  return {
    op: 'create',
    path,
    data,
    dataLength: data.length,
    ephemeral: false,
    sequential: false,
    ...(acl && { acl }),
  };
}

function ephemeral(path: string): Operation {
  return { op: 'create', path, data: '', dataLength: 0, ephemeral: true, sequential: false };
}

function anyone(perms: number): readonly Acl[] {
  return [{ scheme: 'world', id: 'anyone', perms }];
}

describe('17.3 what a read asks for', () => {
  it.each<[Operation, number, Answer['error']]>([
    // read of /a                                        its perms   error
    [{ op: 'getData', path: '/a', watch: false }, 1, 'OK'],
    [{ op: 'getData', path: '/a', watch: false }, 30, 'NOAUTH'],
    [{ op: 'getChildren', path: '/a', watch: false }, 30, 'NOAUTH'],
    [{ op: 'getAllChildrenNumber', path: '/a' }, 30, 'NOAUTH'],
    [{ op: 'getACL', path: '/a' }, 1, 'OK'],
    [{ op: 'getACL', path: '/a' }, 16, 'OK'],
    [{ op: 'getACL', path: '/a' }, 14, 'NOAUTH'],
    [{ op: 'getData', path: '/b', watch: false }, 30, 'NONODE'],
    [{ op: 'exists', path: '/b', watch: false }, 30, 'NONODE'],
  ])('%j where anyone may %d: %s', (operation, perms, error) => {
    const served = new Served().connect(7);
    served.ask(7, create('/a', anyone(perms)));
    expect(served.ask(7, operation).error).toBe(error);
  });

  it.each([
    [true, 'NOAUTH'],
    [false, 'OK'],
  ])('toggle existsChecksAcl %s: exists without READ is %s', (existsChecksAcl, error) => {
    const served = new Served({ toggles: { existsChecksAcl } }).connect(7);
    served.ask(7, create('/a', anyone(30)));
    expect(served.ask(7, { op: 'exists', path: '/a', watch: false }).error).toBe(error);
  });

  it('getACL without ADMIN masks secrets', () => {
    const served = new Served().connect(7);
    const list = [...anyone(1), { scheme: 'digest', id: 'joe:hash', perms: 31 }];
    served.ask(7, create('/a', list));
    expect(served.ask(7, { op: 'getACL', path: '/a' }).acl?.map(({ id }) => id)).toEqual(['anyone', 'joe:x']);
  });

  it('the children below, at any depth; the root without itself', () => {
    const served = new Served().connect(7);
    for (const path of ['/a', '/a/b', '/a/b/c', '/ab']) served.ask(7, create(path));
    const count = (path: string): unknown => served.ask(7, { op: 'getAllChildrenNumber', path }).count;
    expect([count('/a'), count('/ab'), count('/')]).toEqual([2, 0, 7]);
  });

  it('getEphemerals tells of the session’s own, by the beginning of their paths', () => {
    const served = new Served().connect(7).connect(8);
    for (const path of ['/e1', '/e2', '/f']) served.ask(7, ephemeral(path));
    served.ask(8, ephemeral('/e3'));
    expect(served.ask(7, { op: 'getEphemerals', path: '/e' }).paths).toEqual(['/e1', '/e2']);
    expect(served.ask(8, { op: 'getEphemerals', path: '/' }).paths).toEqual(['/e3']);
  });
});

describe('17.5 addauth', () => {
  it('adds what was proved to what the connection may call itself; whoAmI keeps the secret', () => {
    const served = new Served().connect(7);
    for (let i = 0; i < 2; i++) served.ask(7, { op: 'auth', scheme: 'digest', auth: 'joe:secret' });
    expect(served.ask(7, { op: 'whoAmI' }).identities).toEqual([
      { scheme: 'ip', id: '10.0.0.8' },
      { scheme: 'digest', id: 'joe' },
    ]);
    served.ask(7, create('/a', [{ scheme: 'auth', id: '', perms: 31 }]));
    served.connect(8);
    expect(served.ask(8, { op: 'getData', path: '/a', watch: false }).error).toBe('NOAUTH');
    expect(served.ask(7, { op: 'getData', path: '/a', watch: false }).error).toBe('OK');
  });

  it('a scheme that nobody can check ends the connection', () => {
    const served = new Served().connect(7);
    expect(served.ask(7, { op: 'auth', scheme: 'kerberos', auth: 'joe' }).error).toBe('AUTHFAILED');
    expect(served.server.said).toContain('close 7');
  });

  it('the super user of superDigest passes every check', () => {
    const served = new Served({ service: { superDigest: digestOfUser('root:pw') } }).connect(7);
    served.ask(7, create('/a', anyone(1)));
    expect(served.ask(7, { op: 'delete', path: '/', version: -1 }).error).toBe('BADARGUMENTS');
    expect(served.ask(7, { op: 'setACL', path: '/a', acl: anyone(31), version: -1 }).error).toBe('NOAUTH');
    served.ask(7, { op: 'auth', scheme: 'digest', auth: 'root:pw' });
    expect(served.ask(7, { op: 'setACL', path: '/a', acl: anyone(31), version: -1 })).toMatchObject({
      error: 'OK',
      stat: { aversion: 1 },
    });
  });
});

describe('17.4 what a multi answers', () => {
  it('part by part when all went well', () => {
    const served = new Served().connect(7);
    const { error, results } = served.ask(7, {
      op: 'multi',
      operations: [
        create('/a'),
        { ...create('/b'), op: 'create2' } as Operation,
        { op: 'check', path: '/a', version: 0 },
      ],
    });
    expect([error, results?.map((part) => [part.error, part.path, part.stat?.version])]).toEqual([
      'OK',
      [
        ['OK', '/a', undefined],
        ['OK', '/b', 0],
        ['OK', undefined, undefined],
      ],
    ]);
  });

  it('OK for what came before the failure and was undone, RUNTIMEINCONSISTENCY for what came behind it', () => {
    const served = new Served().connect(7);
    const { error, results } = served.ask(7, { op: 'multi', operations: [create('/a'), create('/x/y'), create('/b')] });
    expect([error, results?.map((part) => part.error)]).toEqual(['NONODE', ['OK', 'NONODE', 'RUNTIMEINCONSISTENCY']]);
    expect(served.ask(7, { op: 'exists', path: '/a', watch: false }).error).toBe('NONODE');
  });

  it('multiRead answers each part for itself', () => {
    const served = new Served().connect(7);
    served.ask(7, create('/a'));
    const { error, results } = served.ask(7, {
      op: 'multiRead',
      operations: [
        { op: 'getData', path: '/a', watch: false },
        { op: 'getChildren', path: '/none', watch: false },
      ],
    });
    expect([error, results?.map((part) => [part.error, 'data' in part ? part.data : null])]).toEqual([
      'OK',
      [
        ['OK', 'x'],
        ['NONODE', null],
      ],
    ]);
  });
});

/** What 7 is told, and answered, when it changes the node it watches. */
function changing(toggles: Partial<Behaviour>, acl?: readonly Acl[]): readonly Packet[] {
  const served = new Served({ toggles }).connect(7);
  served.ask(7, create('/a', acl));
  served.ask(7, { op: 'addWatch', path: '/a', mode: 'PERSISTENT' });
  served.ask(7, { op: 'setData', path: '/a', data: 'y', dataLength: 1, version: -1 });
  return served.server.sent;
}

describe('18 watches at a server', () => {
  it('the event goes out before the answer that shows the change', () => {
    expect(changing({}).map(({ type }) => type)).toEqual(['EVENT', 'REPLY']);
  });

  it.each([
    [true, '1.3'],
    [false, '-'],
  ])('toggle watchEventZxid %s: an event carries %s', (watchEventZxid, zxid) => {
    expect(changing({ watchEventZxid })[0]).toMatchObject({ type: 'EVENT', zxid: zxidOf(zxid) });
  });

  it.each([
    [true, ['REPLY']],
    [false, ['EVENT', 'REPLY']],
  ])('toggle watchChecksAcl %s: who may not READ the node is told %j', (watchChecksAcl, types) => {
    expect(changing({ watchChecksAcl }, anyone(30)).map(({ type }) => type)).toEqual(types);
  });

  it('a deleted node is judged by the list it had', () => {
    const served = new Served().connect(7);
    served.ask(7, create('/a', anyone(30)));
    served.ask(7, { op: 'addWatch', path: '/a', mode: 'PERSISTENT_RECURSIVE' });
    served.ask(7, { op: 'delete', path: '/a', version: -1 });
    expect(served.server.sent.map(({ type }) => type)).toEqual(['REPLY']);
  });

  it('a read that fails leaves no watch, exists does; NOWATCHER tells so', () => {
    const served = new Served().connect(7);
    served.ask(7, { op: 'getData', path: '/a', watch: true });
    const check = (): unknown => served.ask(7, { op: 'checkWatches', path: '/a', type: 'ANY' }).error;
    expect(check()).toBe('NOWATCHER');
    served.ask(7, { op: 'exists', path: '/a', watch: true });
    expect(check()).toBe('OK');
    expect(served.ask(7, { op: 'removeWatches', path: '/a', type: 'CHILDREN', local: false }).error).toBe('NOWATCHER');
    expect(served.ask(7, { op: 'removeWatches', path: '/a', type: 'DATA', local: false }).error).toBe('OK');
    expect(check()).toBe('NOWATCHER');
  });
});

describe('18 where watches lie, and how long', () => {
  const READS: Readonly<Record<string, Operation>> = {
    exists: { op: 'exists', path: '/a', watch: true },
    get: { op: 'getData', path: '/a', watch: true },
    ls: { op: 'getChildren', path: '/a', watch: true },
  };

  it.each([
    // read      /a is there   data  child   what making, or changing, /a tells
    ['exists', false, 1, 0, 'NodeCreated'], // not in a table of its own
    ['exists', true, 1, 0, 'NodeDataChanged'],
    ['get', false, 0, 0, null],
    ['get', true, 1, 0, 'NodeDataChanged'],
    ['ls', false, 0, 0, null],
    ['ls', true, 0, 1, null],
  ])('trap 26.31: %s, /a there %s: %d in dataWatches, %d in childWatches', (read, there, data, child, event) => {
    const served = new Served().connect(7);
    if (there) served.ask(7, create('/a'));
    served.ask(7, ensure(READS[read], read));
    const { dataWatches, childWatches } = served.server.peer.clients.watches;
    expect([dataWatches.size, childWatches.size]).toEqual([data, child]);
    served.ask(7, there ? { op: 'setData', path: '/a', data: 'y', dataLength: 1, version: -1 } : create('/a'));
    const told = served.server.sent.flatMap((packet) => (packet.type === 'EVENT' ? [packet.event] : []));
    expect(told).toEqual(event === null ? [] : [event]);
  });

  it.each(['exists', 'get', 'ls'])(
    'trap 26.32: a one-shot watch of %s outlives unrelated changes, then fires once',
    (read) => {
      const served = new Served().connect(7).connect(8);
      served.ask(8, create('/a'));
      served.ask(7, ensure(READS[read], read));
      const change = (): readonly Packet[] => {
        if (read === 'ls') served.ask(8, { ...create('/a/n-'), sequential: true } as Operation);
        else served.ask(8, { op: 'setData', path: '/a', data: 'y', dataLength: 1, version: -1 });
        return served.server.sent.filter(({ type }) => type === 'EVENT');
      };
      for (let i = 0; i < 50; i++) {
        served.ask(8, create(`/other${i}`));
        served.ask(8, { op: 'setData', path: `/other${i}`, data: 'y', dataLength: 1, version: -1 });
        expect(served.server.sent.filter(({ type }) => type === 'EVENT')).toEqual([]);
      }
      expect([change().length, change().length]).toEqual([1, 0]);
    },
  );
});

describe('17.6 soft limits', () => {
  it('are a line in the log of every server that applies the change', () => {
    const served = new Served().connect(7);
    for (const path of ['/q', '/zookeeper/quota/q']) served.ask(7, create(path));
    served.ask(7, create('/zookeeper/quota/q/zookeeper_limits', undefined, 'count=1,bytes=2'));
    served.ask(7, create('/zookeeper/quota/q/zookeeper_stats', undefined, 'count=0,bytes=0'));
    served.ask(7, create('/q/a', undefined, 'four'));
    expect(served.server.noted('quotaExceeded')).toEqual([
      { kind: 'quotaExceeded', path: '/q', of: 'count', current: 2, limit: 1 },
      { kind: 'quotaExceeded', path: '/q', of: 'bytes', current: 5, limit: 2 },
    ]);
  });
});

const ALONE = { canBeReadOnly: true };

function readOnly(readOnlySessionsLocal: boolean): StandIn {
  const served = new Served({ service: { readOnlyModeEnabled: true }, toggles: { readOnlySessionsLocal } }).connect(7);
  served.ask(7, ephemeral('/e'));
  const { server } = served;
  const alone = new StandIn({
    sid: 1,
    voters: [1, 2],
    durable: server.durable,
    service: { readOnlyModeEnabled: true },
    toggles: { readOnlySessionsLocal },
  });
  alone.fire('readOnly', 2000);
  return alone;
}

describe('15 a server that only reads', () => {
  it('toggle readOnlySessionsLocal true: it makes no session that others would have to know', () => {
    const server = readOnly(true);
    expect(server.dialled(8, 'client', { ...CONNECT, ...ALONE })).toEqual(['→8 CONNECTED expired', 'close 8']);
    expect(Object.keys(server.peer.database.sessions)).toHaveLength(1);
  });

  it('toggle readOnlySessionsLocal false: it makes one by itself, and its committedLog ends with 0x1 (3526)', () => {
    const server = readOnly(false);
    const { lastProcessedZxid } = server.peer.database;
    expect(server.dialled(8, 'client', { ...CONNECT, ...ALONE })).toContain('→8 CONNECTED');
    const { committedLog } = server.peer.database;
    expect(committedBounds(committedLog, lastProcessedZxid)).toEqual({ min: zxidOf('1.1'), max: zxidOf('0.1') });
    expect(server.peer.database.lastProcessedZxid).toBe(lastProcessedZxid);
  });

  it('and ends one the same way, with its ephemerals', () => {
    const server = readOnly(false);
    const sessionId = Object.keys(server.peer.database.sessions)[0] as SessionId;
    expect(nodeAt(server.peer.database.tree, '/e')).not.toBe(null);
    server.dialled(7, 'client', { ...CONNECT, ...ALONE, sessionId, password: passwordOf(sessionId) });
    expect(server.receive(7, { type: 'CALL', cxid: 1, operation: { op: 'closeSession' } }, 'client')).toEqual([
      '→7 REPLY OK 0.1',
      'close 7',
    ]);
    expect([server.peer.database.sessions, nodeAt(server.peer.database.tree, '/e')]).toEqual([{}, null]);
  });
});

describe('19 sessions', () => {
  it('a password is what java.util.Random draws from the id, the same at every server', () => {
    // new Random(0x1000000000000001L ^ 0xB3415C00L).nextBytes(new byte[16])
    expect(passwordOf('0x1000000000000001' as SessionId)).toBe('054cc74a37327db215e702e20c73f005');
  });

  it('whoever comes back must know its password: else the session is not theirs, though its connection is closed', () => {
    const served = new Served().connect(7);
    const { server } = served;
    const sessionId = Object.keys(server.peer.database.sessions)[0] as SessionId;
    expect(server.sent.flatMap((sent) => (sent.type === 'CONNECTED' ? [sent.password] : []))).toEqual([
      passwordOf(sessionId),
    ]);
    const refused = server.dialled(8, 'client', { ...CONNECT, sessionId, password: '00'.repeat(16) });
    expect(refused).toEqual(['close 7', '→8 CONNECTED expired', 'close 8']);
    expect(server.noted('requestRejected')).toEqual([{ kind: 'requestRejected', reason: 'wrongPassword', sessionId }]);
    const back = server.dialled(8, 'client', { ...CONNECT, sessionId, password: passwordOf(sessionId) });
    expect(back).toEqual(['→8 CONNECTED']);
  });

  it('a local session that is silent is ended by its server, at the end of a tick', () => {
    const served = new Served({ service: { localSessionsEnabled: true } }).connect(7);
    expect(served.server.peer.database.sessions).toEqual({});
    expect(served.server.fire('localSessionExpiry', 7799)).toEqual(['arm localSessionExpiry 1']);
    expect(served.server.fire('localSessionExpiry', 1)).toEqual(['close 7']);
    expect([served.server.noted('sessionExpired').length, served.server.peer.clients.localSessions]).toEqual([1, {}]);
  });

  it('the end of a local session is no transaction, and waits for what the session asked before', () => {
    const served = new Served({ service: { localSessionsEnabled: true } }).connect(7);
    served.server.receive(7, { type: 'CALL', cxid: 1, operation: create('/a') }, 'client');
    served.server.receive(7, { type: 'CALL', cxid: 2, operation: { op: 'closeSession' } }, 'client');
    expect(served.server.sent).toEqual([]);
    served.server.flushed();
    const answered = served.server.sent.flatMap((packet) => (packet.type === 'REPLY' ? [packet.cxid] : []));
    expect([answered, served.server.peer.clients.localSessions]).toEqual([[1, 2], {}]);
    expect(served.server.peer.clients.connections).toEqual([]);
  });

  it('a local session lives on while its client speaks, and may come back to its server', () => {
    const served = new Served({ service: { localSessionsEnabled: true } }).connect(7);
    served.server.now += 5000;
    served.server.receive(7, { type: 'CLIENTPING' }, 'client');
    expect(served.server.fire('localSessionExpiry', 2800)).toEqual(['arm localSessionExpiry 4000']);
    const sessionId = Object.keys(served.server.peer.clients.localSessions)[0] as SessionId;
    expect(served.server.dialled(7, 'client', { ...CONNECT, sessionId, password: passwordOf(sessionId) })).toContain(
      '→7 CONNECTED',
    );
  });

  it.each([
    // upgrading allowed   answer                       the session is then
    [true, 'OK', 'global'],
    [false, 'EPHEMERALONLOCALSESSION', 'local'],
  ])(
    'a local session asks for an ephemeral, upgrading %s: %s, and is %s',
    (localSessionsUpgradingEnabled, error, kind) => {
      const service = { localSessionsEnabled: true, localSessionsUpgradingEnabled };
      const { server } = new Served({ service }).connect(7);
      server.receive(7, { type: 'CALL', cxid: 1, operation: ephemeral('/e') }, 'client');
      const answers: string[] = [];
      while (answers.length === 0) {
        server.flushed();
        for (const packet of server.sent) if (packet.type === 'REPLY') answers.push(packet.answer.error);
      }
      expect(answers).toEqual([error]);
      const local = Object.keys(server.peer.clients.localSessions).length;
      const global = Object.keys(server.peer.database.sessions).length;
      expect([local, global]).toEqual(kind === 'local' ? [1, 0] : [0, 1]);
    },
  );

  it('one is upgraded once: what it asks for behind its end finds no session', () => {
    const service = { localSessionsEnabled: true, localSessionsUpgradingEnabled: true };
    const { server } = new Served({ service }).connect(7);
    // All at once, before anything of it is committed.
    const operations: readonly Operation[] = [ephemeral('/e'), { op: 'closeSession' }, ephemeral('/f')];
    operations.forEach((operation, i) => server.receive(7, { type: 'CALL', cxid: i + 1, operation }, 'client'));
    server.flushed();
    server.flushed();
    expect(Array.from(loggedTxns(server.durable.logFiles, ZXID_ZERO), ({ body }) => body.type)).toEqual([
      'createSession',
      'create',
      'closeSession',
      'error',
    ]);
    expect(server.peer.database.sessions).toEqual({});
  });

  it('what was the end of a local session stays that, though what is asked for behind it makes the session global', () => {
    const service = { localSessionsEnabled: true, localSessionsUpgradingEnabled: true };
    const { server } = new Served({ service }).connect(7);
    const operations: readonly Operation[] = [create('/a'), { op: 'closeSession' }, ephemeral('/f')];
    operations.forEach((operation, i) => server.receive(7, { type: 'CALL', cxid: i + 1, operation }, 'client'));
    server.flushed();
    expect(server.sent.map((packet) => (packet.type === 'REPLY' ? packet.cxid : packet.type))).toEqual([1, 2]);
    expect([server.said.includes('close 7'), server.peer.clients.connections]).toEqual([true, []]);
    server.flushed();
    // LeaderSessionTracker.removeSession has forgotten a session that FinalRequestProcessor commits only now.
    expect(Object.keys(server.peer.database.sessions)).toHaveLength(1);
    expect(server.peer.leader).toMatchObject({ expiry: {}, owners: {}, pendingSessions: {} });
  });

  it('a session whose end is under way may ask for nothing, wherever it is from; afterwards it may be another’s own', () => {
    const service = { localSessionsEnabled: true, localSessionsUpgradingEnabled: true };
    const { server } = new Served({ service });
    server.dialled(2, 'quorum', { type: 'OBSERVERINFO', sid: 2 as Sid, acceptedEpoch: 1 as Epoch });
    server.receive(2, { type: 'ACKEPOCH', lastZxid: zxidOf('0.0'), currentEpoch: 1 as Epoch }, 'quorum');
    server.receive(2, { type: 'ACK', zxid: zxidOf('1.0') }, 'quorum');
    const sessionId = sessionIdOf(2 as Sid, 5, 1);
    const ask = (operation: Operation): void => {
      server.receive(2, { type: 'REQUEST', request: { sessionId, cxid: 1, operation, authInfo: [] } }, 'quorum');
    };
    ask({ op: 'createSession', timeoutMillis: 6000 });
    ask({ op: 'closeSession' });
    ask(create('/a'));
    server.allFlushed();
    ask(create('/b'));
    server.allFlushed();
    expect(
      Array.from(loggedTxns(server.durable.logFiles, ZXID_ZERO), ({ body }) =>
        body.type === 'error' ? body.error : body.type,
      ),
    ).toEqual(['createSession', 'closeSession', 'SESSIONEXPIRED', 'create']);
  });

  it('what needs no upgrade is done by a local session as it is', () => {
    const served = new Served({ service: { localSessionsEnabled: true } }).connect(7);
    expect(served.ask(7, create('/a')).error).toBe('OK');
    expect(served.ask(7, { op: 'multi', operations: [create('/b'), create('/c')] }).error).toBe('OK');
    const refused = served.ask(7, { op: 'multi', operations: [create('/d'), ephemeral('/e')] });
    expect([refused.error, served.ask(7, { op: 'exists', path: '/d', watch: false }).error]).toEqual([
      'EPHEMERALONLOCALSESSION',
      'NONODE',
    ]);
  });

  it('a local session is closed by its server, at once; one without a connection ends in silence', () => {
    const served = new Served({ service: { localSessionsEnabled: true } }).connect(7).connect(8);
    expect(served.ask(7, { op: 'closeSession' }).error).toBe('OK');
    expect(served.server.said).toContain('close 7');
    served.server.input({ kind: 'closed', on: served.server.on(8, 'client') });
    expect(Object.keys(served.server.peer.clients.localSessions)).toHaveLength(1);
    expect(served.server.fire('localSessionExpiry', 7800)).toEqual([]);
    expect(served.server.peer.clients.localSessions).toEqual({});
  });

  it('on the leader a read of a session that is at another server by now ends the connection', () => {
    const served = new Served().connect(7);
    const { server } = served;
    const [sessionId] = Object.keys(server.peer.database.sessions) as [SessionId];
    server.dialled(2, 'quorum', { type: 'OBSERVERINFO', sid: 2 as Sid, acceptedEpoch: 1 as Epoch });
    server.receive(2, { type: 'ACKEPOCH', lastZxid: zxidOf('0.0'), currentEpoch: 1 as Epoch }, 'quorum');
    server.receive(2, { type: 'ACK', zxid: zxidOf('1.0') }, 'quorum');
    server.receive(2, { type: 'REVALIDATE', sessionId, timeoutMillis: 6000, valid: null }, 'quorum');
    expect(server.receive(7, { type: 'CALL', cxid: 9, operation: { op: 'whoAmI' } }, 'client')).toEqual(['close 7']);
  });
});

describe('4 leaderServes', () => {
  it.each([
    [true, [7]],
    [false, []],
  ])('%s: who connects to the leader is served: %j', (leaderServes, expected) => {
    const { server } = new Served({ service: { leaderServes } }).connect(7);
    expect(server.peer.clients.connections.map(({ authInfo }) => authInfo.length === 1 && 7)).toEqual(expected);
    // It leads all the same.
    expect([server.peer.leader?.phase, server.peer.clients.serving]).toEqual(['serving', true]);
  });

  it('a follower takes clients all the same', () => {
    const server = following({ service: { leaderServes: false } });
    server.dialled(7, 'client', CONNECT);
    expect(server.peer.clients.connections).toHaveLength(1);
  });
});

describe('4 maxClientCnxns', () => {
  it.each([
    [2, 2],
    [3, 3],
    [0, 3],
  ])(
    '%d: of three connections from one address %d are kept, and other addresses have their own',
    (maxClientCnxns, kept) => {
      const { server } = new Served({ service: { maxClientCnxns } });
      for (let i = 0; i < 3; i++) server.dialled(7, 'client');
      expect(server.peer.clients.connections).toHaveLength(kept);
      server.dialled(8, 'client');
      expect(server.peer.clients.connections).toHaveLength(kept + 1);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import type { Service } from '../config/service.ts';
import { requestPipeline } from '../peer/request-pipeline.ts';
import { CONNECT, Served } from '../peer/served.ts';
import { StandIn } from '../peer/stand-in.ts';

const WRITE: Operation = { op: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, sequential: true };
const READ: Operation = { op: 'getChildren', path: '/', watch: false };
const PING = { type: 'CLIENTPING' } as const;

/** A server with clients 7, 8 and 9. */
function serving(service: Partial<Service>): StandIn {
  return new Served({ service }).connect(7).connect(8).connect(9).server;
}

let cxid = 0;

/** A client asks; who is answered at once, in order. */
function asks(server: StandIn, client: number, operation: Operation): readonly string[] {
  cxid += 1;
  return answersIn(server.receive(client, { type: 'CALL', cxid, operation }, 'client'));
}

function answersIn(said: readonly string[]): readonly string[] {
  return said.flatMap((line) => /^(→\d) REPLY (\w+)/.exec(line)?.slice(1).join(' ') ?? []);
}

describe('16 globalOutstandingLimit', () => {
  it.each([
    // limit   writes of 7, one after the other: how many are taken   and whether it is read from then
    [1000, 5, true],
    [4, 5, true],
    [3, 5, false], // four were under way when it asked last
    [2, 4, false],
    [0, 2, false], // one that nothing was ahead of, and one more
  ])('%d: of five writes %d are taken, and then it is read from: %s', (globalOutstandingLimit, taken, isRead) => {
    const server = serving({ globalOutstandingLimit });
    for (let i = 0; i < 5; i++) asks(server, 7, WRITE);
    expect(server.peer.clients.connections[0]?.calls.length).toBe(taken);
    expect(server.peer.clients.unread === undefined).toBe(isRead);
  });

  it('that it reads no more, and that it reads again, is told', () => {
    const server = serving({ globalOutstandingLimit: 1 });
    const sessionId = server.peer.clients.connections[0]?.sessionId;
    asks(server, 7, WRITE);
    asks(server, 7, WRITE);
    expect(server.noted('readingPaused')).toEqual([]);
    asks(server, 7, WRITE);
    expect(server.noted('readingPaused')).toEqual([{ kind: 'readingPaused', sessionId, outstanding: 2, limit: 1 }]);
    server.receive(7, PING, 'client');
    server.flushed();
    server.flushed();
    expect(server.noted('readingResumed')).toEqual([{ kind: 'readingResumed', sessionId, waiting: 1 }]);
  });

  it('who is not read from is not heard, pings included, and is read from again when it is answered and there is room', () => {
    const server = serving({ globalOutstandingLimit: 1 });
    for (let i = 0; i < 3; i++) asks(server, 7, WRITE);
    expect(server.receive(7, PING, 'client')).toEqual([]);
    asks(server, 7, WRITE);
    // Another connection may have one under way as well, whatever the limit.
    expect([asks(server, 9, READ), server.receive(9, PING, 'client')]).toEqual([['→9 OK'], ['→9 CLIENTPING']]);
    // The first is on disk: two are left, which is one too many.
    expect(answersIn(server.flushed())).toEqual(['→7 OK']);
    expect(server.peer.clients.connections[0]?.calls.length).toBe(2);
    // Two more: nothing is under way, and what was kept comes in order.
    const said = server.flushed();
    expect(said.filter((line) => /REPLY|CLIENTPING/.test(line)).map((line) => line.slice(0, 13))).toEqual([
      '→7 REPLY OK 1',
      '→7 REPLY OK 1',
      '→7 CLIENTPING',
    ]);
    expect(server.peer.clients.unread).toBeUndefined();
    expect(answersIn(server.flushed())).toEqual(['→7 OK']);
  });

  it('what waits in the throttler counts: it is read from again only when there is room there too', () => {
    const server = serving({ globalOutstandingLimit: 2, requestThrottleMaxRequests: 1 });
    for (let i = 0; i < 6; i++) asks(server, 7, WRITE);
    const waiting = (): readonly unknown[] => [
      server.peer.clients.throttled?.length ?? 0,
      Object.values(server.peer.clients.unread ?? {}).map((packets) => packets.length),
    ];
    // One is under way, four wait, and with the last of them three did: one is not read.
    expect(waiting()).toEqual([4, [1]]);
    server.flushed();
    expect(waiting()).toEqual([3, [1]]);
    server.flushed();
    expect(waiting()).toEqual([2, [1]]);
    server.flushed();
    expect(waiting()).toEqual([2, []]);
  });

  it('who goes takes along what it was not read', () => {
    const server = serving({ globalOutstandingLimit: 0 });
    for (let i = 0; i < 4; i++) asks(server, 7, WRITE);
    server.input({ kind: 'closed', on: server.on(7, 'client') });
    expect(server.peer.clients.unread).toBeUndefined();
  });

  it('two are not read from: each is read from again by itself', () => {
    const server = serving({ globalOutstandingLimit: 1 });
    for (const client of [7, 7, 7, 8]) asks(server, client, WRITE);
    expect(Object.keys(server.peer.clients.unread ?? {}).length).toBe(2);
    server.flushed();
    server.flushed();
    expect(server.peer.clients.unread).toBeUndefined();
  });

  it.each([
    // voters   who   writes taken of twenty, with a limit of 12
    [1, 'LEADING', 14],
    [3, 'FOLLOWING', 8], // 12 / 2
    [5, 'FOLLOWING', 5], // 12 / 4
    [3, 'OBSERVING', 14], // the leader and its followers share it
  ])('of %d voters, %s: %d', (count, state, taken) => {
    const voters = Array.from({ length: count }, (_, i) => i + 1);
    const isObserver = state === 'OBSERVING';
    const server =
      state === 'LEADING'
        ? serving({ globalOutstandingLimit: 12 })
        : followed(isObserver ? 9 : 1, voters, isObserver ? [9] : []);
    const client = state === 'LEADING' ? 7 : 50;
    for (let i = 0; i < 20; i++) asks(server, client, WRITE);
    expect(server.peer.clients.connections[0]?.calls.length).toBe(taken);
  });
});

/** A learner that serves a client. */
function followed(sid: number, voters: readonly number[], observers: readonly number[]): StandIn {
  const server = new StandIn({ sid, voters, observers, service: { globalOutstandingLimit: 12 } });
  server.allFlushed();
  server.peer = {
    ...server.peer,
    state: observers.length > 0 ? 'OBSERVING' : 'FOLLOWING',
    clients: { ...server.peer.clients, serving: true },
  };
  server.dialled(50, 'client', CONNECT);
  const [connection] = server.peer.clients.connections;
  if (connection === undefined) throw new Error('no connection');
  const named = { ...connection, sessionId: '0x10' as never, established: true };
  server.peer = { ...server.peer, clients: { ...server.peer.clients, connections: [named] } };
  return server;
}

describe('16 request_throttle_max_requests', () => {
  it.each([
    [0, 4], // off
    [3, 3],
    [1, 1],
  ])('%d: of four writes %d are let in', (requestThrottleMaxRequests, inside) => {
    const server = serving({ requestThrottleMaxRequests });
    for (const client of [7, 7, 8, 9]) asks(server, client, WRITE);
    expect(server.peer.clients.connections.reduce((sum, { calls }) => sum + calls.length, 0)).toBe(inside);
    expect(server.peer.clients.throttled?.length ?? 0).toBe(4 - inside);
  });

  it('the others wait in order, whose they may be, reads too; and show in the throttler', () => {
    const server = serving({ requestThrottleMaxRequests: 1 });
    asks(server, 7, WRITE);
    expect(asks(server, 9, READ)).toEqual([]);
    asks(server, 8, WRITE);
    expect(asks(server, 9, READ)).toEqual([]);
    const [throttler] = requestPipeline(server.peer)?.requests ?? [];
    expect(throttler).toMatchObject({ processor: 'RequestThrottler', queues: [{ name: 'submittedRequests' }] });
    expect(throttler?.queues[0]?.requests.map(({ type }) => type)).toEqual(['getChildren', 'create', 'getChildren']);
    expect(answersIn(server.flushed())).toEqual(['→7 OK', '→9 OK']);
    expect(answersIn(server.flushed())).toEqual(['→8 OK', '→9 OK']);
    expect(server.peer.clients.throttled).toBeUndefined();
    expect(requestPipeline(server.peer)?.requests[0]?.queues).toEqual([]);
  });

  it('of who is gone nothing is taken but the end of its session', () => {
    const server = serving({ requestThrottleMaxRequests: 1 });
    asks(server, 7, WRITE);
    asks(server, 8, WRITE);
    asks(server, 8, { op: 'closeSession' });
    server.input({ kind: 'closed', on: server.on(8, 'client') });
    server.flushed();
    expect(server.notes.flatMap((note) => (note.kind === 'proposed' ? [note.operation.op] : []))).toEqual([
      'closeSession',
    ]);
  });

  it('a role that ends forgets what waited', () => {
    const server = serving({ requestThrottleMaxRequests: 1, globalOutstandingLimit: 0 });
    for (let i = 0; i < 3; i++) asks(server, 7, WRITE);
    server.input({ kind: 'command', command: { kind: 'skipZxids', counter: 0xffff_fffe } });
    server.flushed();
    expect(server.noted('steppedDown')).toMatchObject([{ reason: 'rollover' }]);
    expect(server.peer.clients).not.toHaveProperty('throttled');
    expect(server.peer.clients).not.toHaveProperty('unread');
  });
});

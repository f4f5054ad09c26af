import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../config/behaviour.ts';
import { quorumVerifier } from '../config/ensemble.ts';
import type { Epoch, SessionId, Sid } from '../ids.ts';
import { StandIn, diskAt, zxidOf, zxidShort } from '../peer/stand-in.ts';
import type { Turn } from '../peer/turn.ts';
import { containsQuorums } from './quorum-oracle.ts';

type Oracle = Behaviour['oracle'];

/** Server 2 of two, or of `voters`, in its first round; nobody else is there. */
function alone(oracle: Oracle, voters: readonly number[] = [1, 2], observers: readonly number[] = []): StandIn {
  const server = new StandIn({ sid: 2, voters, observers, durable: diskAt('1.2', 1), toggles: { oracle } });
  server.allFlushed();
  return server;
}

/** The same, leading epoch 2 with follower 1 in sync. */
function leadingTwo(oracle: Oracle, observers: readonly number[] = []): StandIn {
  const server = alone(oracle, [1, 2], observers);
  server.connect(1);
  server.vote(1, '2:1.2 e1 r1');
  server.fire('election', 200);
  server.allFlushed();
  server.dialled(1, 'quorum', { type: 'FOLLOWERINFO', sid: 1 as Sid, acceptedEpoch: 1 as Epoch });
  server.allFlushed();
  server.receive(1, { type: 'ACKEPOCH', lastZxid: zxidOf('1.2'), currentEpoch: 1 as Epoch }, 'quorum');
  server.allFlushed();
  server.receive(1, { type: 'ACK', zxid: zxidOf('2.0') }, 'quorum');
  expect(server.peer.leader?.phase).toBe('serving');
  return server;
}

/** Two passes of the leader's loop: one tick. */
function tick(server: StandIn): void {
  server.fire('halfTick', 1000);
  server.fire('halfTick', 1000);
}

function write(server: StandIn): void {
  const request = {
    sessionId: '0xs' as SessionId,
    cxid: 1,
    operation: { op: 'createSession', timeoutMillis: 4000 },
    authInfo: [],
  } as const;
  server.receive(1, { type: 'REQUEST', request }, 'quorum');
}

// oxfmt-ignore
it.each([
  // answers   of 1, 2, 3 and of 1, 4, 5
  [[1, 2],     false],
  [[1, 4],     false],
  [[1, 2, 4],  true],
])('9 %j are a quorum only if they are one of every configuration asked: %s', (sids, expected) => {
  const { peer, config } = alone('absent', [1, 2, 3]);
  const servers = [1, 4, 5].map((sid) => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' as const }));
  const other = quorumVerifier({ version: zxidOf('1.4'), servers, groups: null });
  // No more of a turn is looked at.
  const turn = { peer, config } as unknown as Turn;
  expect(containsQuorums(turn, [peer.quorumVerifier, other], sids as Sid[])).toBe(expected);
});

describe('toggle oracle: 9 QuorumOracleMaj', () => {
  it.each<[Oracle, readonly number[], string]>([
    ['absent', [1, 2], 'LOOKING'],
    ['refuses', [1, 2], 'LOOKING'],
    ['grants', [1, 2], 'LEADING'],
    ['grants', [1, 2, 3], 'LOOKING'], // of more than two it has no say
  ])('%s: one of %j alone', (oracle, voters, state) => {
    const server = alone(oracle, voters);
    server.fire('election', 200);
    expect(server.peer.state).toBe(state);
    if (state !== 'LEADING') return;
    // Every wait for a quorum is over with its own answer.
    server.allFlushed();
    expect([server.peer.leader?.phase, server.peer.currentEpoch]).toEqual(['serving', 2]);
  });

  it.each<[Oracle, string]>([
    ['absent', 'LOOKING'], // one LEADING vote is no majority
    ['refuses', 'FOLLOWING'],
    ['grants', 'FOLLOWING'], // one answer is quorum enough
  ])('8.4 settled-3: %s: a LEADING vote of the other', (oracle, state) => {
    const server = alone(oracle);
    server.connect(1);
    server.vote(1, '1:1.2 e2 r9', 'LEADING');
    expect(server.peer.state).toBe(state);
    expect(server.noted('elected')).toMatchObject(state === 'LOOKING' ? [] : [{ by: 'joined', agreeing: [1] }]);
  });

  it('8.4 settled-3: a FOLLOWING vote of the other leads nobody anywhere', () => {
    const server = alone('refuses');
    server.connect(1);
    server.vote(1, '1:1.2 e2 r9', 'FOLLOWING');
    expect(server.peer.state).toBe('LOOKING');
  });

  it.each<[Oracle, string]>([
    ['absent', 'LOOKING'],
    ['refuses', 'LOOKING'],
    ['grants', 'LEADING'],
  ])('%s: a leader whose only follower has gone, with a proposal outstanding', (oracle, state) => {
    const server = leadingTwo(oracle);
    write(server);
    server.allFlushed();
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.0');
    server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    tick(server);
    expect(server.peer.state).toBe(state);
    if (state !== 'LEADING') return;
    expect(zxidShort(server.peer.leader?.lastCommitted ?? zxidOf('-'))).toBe('2.1');
  });

  it('an observer is no follower: it neither silences the oracle, nor keeps it from being asked', () => {
    const server = leadingTwo('grants', [8]);
    server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    tick(server);
    expect([server.peer.state, server.peer.needOracle]).toEqual(['LEADING', true]);
    server.dialled(8, 'quorum', { type: 'OBSERVERINFO', sid: 8 as Sid, acceptedEpoch: 2 as Epoch });
    server.receive(8, { type: 'ACKEPOCH', lastZxid: zxidOf('2.0'), currentEpoch: 2 as Epoch }, 'quorum');
    server.receive(8, { type: 'ACK', zxid: zxidOf('2.0') }, 'quorum');
    expect([server.peer.leader?.handlers[0]?.phase, server.peer.needOracle]).toEqual(['broadcasting', true]);
    tick(server);
    expect([server.peer.state, server.peer.needOracle]).toEqual(['LEADING', true]);
  });

  it('nor is a voter that has only connected', () => {
    const server = leadingTwo('grants');
    server.input({ kind: 'closed', on: server.on(1, 'quorum') });
    server.dialled(1, 'quorum');
    tick(server);
    expect([server.peer.state, server.peer.needOracle]).toEqual(['LEADING', true]);
  });

  it('while someone follows, one answer of two is no quorum even where it grants', () => {
    const server = leadingTwo('grants');
    write(server);
    server.allFlushed();
    expect(server.peer.leader?.outstandingProposals).toHaveLength(1);
    expect(server.peer.needOracle).toBe(false);
  });
});

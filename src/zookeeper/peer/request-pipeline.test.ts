import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import { type ChainRole, chainsOf } from '../processors/chains.ts';
import { type RequestPipeline, requestPipeline } from './request-pipeline.ts';
import type { SessionId } from '../ids.ts';
import { comesWith, commits, following, proposes } from './following.ts';
import { CONNECT, Served } from './served.ts';
import { StandIn } from './stand-in.ts';

function short(names: readonly string[]): string {
  return names.map((name) => name.replace(/(Request)?Processor$/, '')).join(' ');
}

describe('16 the chains, under ZooKeeper’s names', () => {
  it.each<[ChainRole, string, string]>([
    ['leader', 'Leader Prep Proposal Commit ToBeApplied Final', 'Sync Ack'],
    ['follower', 'Follower Commit Final', 'Sync SendAck'],
    ['observer', 'Observer Commit Final', 'Sync'],
    ['readOnly', 'ReadOnly Prep Final', ''],
    ['standalone', 'Prep Sync Final', ''],
  ])('%s', (role, requests, log) => {
    expect(short(chainsOf(role, false).requests)).toBe(requests);
    expect(chainsOf(role).requests[0]).toBe('RequestThrottler');
    expect(short(chainsOf(role).log)).toBe(log);
  });
});

/** `Sync.toFlush 1.2`: what waits where, empty queues left out. */
function contents(pipeline: RequestPipeline | null): readonly string[] {
  return [...(pipeline?.requests ?? []), ...(pipeline?.log ?? [])].flatMap(({ processor, queues }) =>
    queues.flatMap(({ name, requests }) =>
      requests.map(({ type }) => `${processor.replace(/(Request)?Processor$/, '')}.${name} ${type}`),
    ),
  );
}

const create: Operation = { op: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, sequential: false };

describe('16 what waits in them', () => {
  it('a server that looks for a leader has none', () => {
    expect(requestPipeline(new StandIn({ sid: 1, voters: [1, 2, 3] }).peer)).toBeNull();
  });

  it('on a leader a write waits for its disk and its quorum, and what its session asks next behind it', () => {
    const { server } = new Served().connect(7);
    const call = (cxid: number, operation: Operation): unknown =>
      server.receive(7, { type: 'CALL', cxid, operation }, 'client');
    call(1, create);
    call(2, { op: 'getData', path: '/a', watch: false });
    server.dialled(8, 'client', CONNECT);
    expect(contents(requestPipeline(server.peer))).toEqual([
      'Proposal.outstandingProposals create',
      'Proposal.outstandingProposals createSession',
      'Commit.pendingRequests create',
      'Commit.queuedRequests getData',
      'Sync.queuedRequests createSession',
      'Sync.toFlush create',
    ]);
    expect(requestPipeline(server.peer)?.acks.map(({ sids }) => sids)).toEqual([[], []]);
    server.allFlushed();
    expect(contents(requestPipeline(server.peer))).toEqual([]);
  });

  it('on a follower a proposal waits for its COMMIT, a sync for the leader, a read for the write before it', () => {
    const server = following();
    const session = '0x5' as SessionId;
    proposes(server, '1.1', session, { type: 'createSession', timeoutMillis: 4000 });
    server.allFlushed();
    commits(server, '1.1');
    comesWith(server, 7, session);
    const call = (cxid: number, operation: Operation): unknown =>
      server.receive(7, { type: 'CALL', cxid, operation }, 'client');
    call(1, create);
    call(2, { op: 'sync', path: '/' });
    call(3, { op: 'exists', path: '/a', watch: false });
    const body = { type: 'create', path: '/b', data: '', dataLength: 0, ephemeral: false, parentCVersion: 1 } as const;
    proposes(server, '1.2', '0xother' as SessionId, body);
    const pipeline = requestPipeline(server.peer);
    expect(pipeline).toMatchObject({ role: 'follower', acks: [] });
    expect(contents(pipeline)).toEqual([
      'Follower.pendingTxns create',
      'Follower.pendingSyncs sync',
      'Commit.pendingRequests create',
      'Commit.queuedRequests sync',
      'Commit.queuedRequests exists',
      'Sync.toFlush create',
    ]);
    server.allFlushed();
    commits(server, '1.2');
    expect(contents(requestPipeline(server.peer))).not.toContain('Follower.pendingTxns create');
  });

  it('an observer has chains of its own', () => {
    const pipeline = requestPipeline(following({ observes: true }).peer);
    expect([pipeline?.role, contents(pipeline)]).toEqual(['observer', []]);
  });
});

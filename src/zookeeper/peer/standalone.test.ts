import { describe, expect, it } from 'vitest';
import { Run } from '../../scenario/run.ts';
import { decodeScenario } from '../../scenario/decode.ts';
import { SWEEP_OPTIONS, faultsEndAt, randomScenario } from '../../explore/random-scenario.ts';
import { watchedRun } from '../../explore/watched-run.ts';
import type { Operation } from '../client/operations.ts';
import { fourLetterWord } from '../operator/four-letter-words.ts';
import { adminCommand } from '../operator/admin-commands.ts';
import { type LogLine, logLines } from '../operator/log-lines.ts';
import type { OperatedServer } from '../operator/server-state.ts';
import type { Packet } from '../packets.ts';
import type { QuorumPeer } from './quorum-peer.ts';
import { requestPipeline } from './request-pipeline.ts';
import { CONNECT, Served } from './served.ts';
import type { SessionId } from '../ids.ts';
import { StandIn, diskAt, zxidShort } from './stand-in.ts';

const SET = (path: string, data: string): Operation => ({
  op: 'setData',
  path,
  data,
  dataLength: data.length,
  version: -1,
});
const CREATE = (path: string): Operation => ({
  op: 'create',
  path,
  data: '',
  dataLength: 0,
  ephemeral: false,
  sequential: false,
});
const GET = (path: string): Operation => ({ op: 'getData', path, watch: false });

/** What the server is told in one line after the other, and what it then sends. */
function call(server: StandIn, client: number, cxid: number, operation: Operation): readonly string[] {
  server.receive(client, { type: 'CALL', cxid, operation } satisfies Packet, 'client');
  return server.said;
}

function replies(said: readonly string[]): readonly string[] {
  return said.filter((line) => line.includes('REPLY'));
}

function twoClients(): StandIn {
  const { server } = new Served({ standalone: true }).connect(8).connect(9);
  call(server, 8, 1, CREATE('/a'));
  server.allFlushed();
  return server;
}

function operated(peer: QuorumPeer, { config, durable, now }: StandIn): OperatedServer {
  return { peer, config, durable, now, startedAt: 0, version: '3.9.4', clientPort: 2181 };
}

function operatedServer(standalone: boolean): OperatedServer {
  const { server } = new Served({ standalone }).connect(9);
  return operated(server.peer, server);
}

function lines(word: string, server: OperatedServer): readonly string[] {
  return (fourLetterWord(word, server, ['*']) ?? '').split('\n');
}

describe('5.5 a standalone server', () => {
  it('loads, takes a snapshot, and serves: no election, no epochs, no other port', () => {
    const server = new StandIn({ sid: 7, voters: [7], standalone: true });
    expect(server.said).toEqual(['write snapshot 0.0', 'listen client', 'write snapshot 0.0']);
    expect(server.peer.clients.serving).toBe(false);
    server.allFlushed();
    expect(server.peer).toMatchObject({ clients: { serving: true }, acceptedEpoch: 0, currentEpoch: 0 });
    expect(server.durable).toMatchObject({ acceptedEpoch: null, currentEpoch: null });
    expect(server.noted('standaloneStarted')).toEqual([{ kind: 'standaloneStarted', lastZxid: 0 }]);
  });

  it('with standaloneEnabled=false it is a quorum of one, which elects itself and begins an epoch', () => {
    const server = new StandIn({ sid: 7, voters: [7] });
    server.fire('election', 200);
    server.allFlushed();
    expect(server.peer).toMatchObject({ clients: { serving: true }, acceptedEpoch: 1, currentEpoch: 1 });
    expect(server.durable).toMatchObject({ acceptedEpoch: 1, currentEpoch: 1 });
  });

  it.each([
    // last on its disk   its first transaction
    ['0.0', '0.1'],
    ['3.7', '3.8'], // of an ensemble that it was part of once
    ['0.4294967294', '0.4294967295'], // no counter that a leader would have to give up at
  ])('after %s it counts on: %s', (last, first) => {
    const server = new StandIn({ sid: 1, voters: [1], standalone: true, durable: diskAt(last, 5) });
    server.allFlushed();
    server.dialled(9, 'client', CONNECT);
    expect(server.said).toContain(`write log ${first}`);
    expect(server.flushed()).toEqual(['→9 CONNECTED']);
    expect(zxidShort(server.peer.database.lastProcessedZxid)).toBe(first);
  });

  it('sessions that its disk knows have a whole timeout from now on', () => {
    const disk = diskAt('0.3', 0).snapshots?.[0];
    if (disk === undefined) throw new Error('no snapshot');
    const snapshots = [{ ...disk, sessions: { ['0x5' as SessionId]: 6000 } }];
    const server = new StandIn({ sid: 1, voters: [1], standalone: true, durable: { snapshots } });
    server.now = 1000;
    expect(server.flushed()).toEqual(['arm sessionExpiry 7000']);
    expect(server.fire('sessionExpiry', 7000)).toContain('write log 0.4');
  });

  it('without a database it serves all the same (db.autocreate=false)', () => {
    const server = new StandIn({
      sid: 1,
      voters: [1],
      standalone: true,
      noting: false,
      toggles: { dbAutocreate: false },
      durable: { initialize: false },
    });
    server.allFlushed();
    expect(server.peer.leader).toMatchObject({ phase: 'standalone', epoch: 0, lastProposed: -1 });
  });

  // ZooKeeperServer.processConnectRequest: a new client has seen zxid 0, and this database is at -1. It stays so: nobody can write.
  it('but nobody can use it: every client has seen more than it has, before and after a restart', () => {
    const options = { sid: 1, voters: [1], standalone: true, toggles: { dbAutocreate: false } } as const;
    const server = new StandIn({ ...options, durable: { initialize: false } });
    server.allFlushed();
    expect(server.dialled(9, 'client', CONNECT)).toEqual(['close 9']);
    expect(server.noted('requestRejected')).toEqual([
      { kind: 'requestRejected', reason: 'sawNewer', lastZxidSeen: 0, lastZxid: -1 },
    ]);
    const again = new StandIn({ ...options, durable: server.durable });
    again.allFlushed();
    expect(again.dialled(9, 'client', CONNECT)).toEqual(['close 9']);
  });

  it('and does serve where the file initialize allows it to begin with nothing', () => {
    const server = new StandIn({ sid: 1, voters: [1], standalone: true, toggles: { dbAutocreate: false } });
    server.allFlushed();
    expect(server.dialled(9, 'client', CONNECT)).toContain('write log 0.1');
  });

  it('an epoch behind the log does not keep it from starting', () => {
    const server = new StandIn({ sid: 1, voters: [1], standalone: true, durable: diskAt('3.7', 1) });
    expect(server.said.filter((line) => line.startsWith('exit'))).toEqual([]);
  });

  it('who connects before it has loaded is dropped', () => {
    const server = new StandIn({ sid: 1, voters: [1], standalone: true });
    expect(server.dialled(9, 'client')).toEqual(['close 9']);
  });

  it('its sessions are made by server 1, whatever its myid', () => {
    const ids = [true, false].map((standalone) => {
      const server = new StandIn({ sid: 7, voters: [7], standalone });
      if (!standalone) server.fire('election', 200);
      server.allFlushed();
      server.dialled(9, 'client', CONNECT);
      return server.peer.clients.connections[0]?.sessionId?.slice(0, 4);
    });
    expect(ids).toEqual(['0x10', '0x70']);
  });

  it('has no local sessions and is never read-only', () => {
    const server = new StandIn({
      sid: 1,
      voters: [1],
      standalone: true,
      service: { localSessionsEnabled: true, readOnlyModeEnabled: true, leaderServes: false },
    });
    server.allFlushed();
    server.dialled(9, 'client', CONNECT);
    expect(server.peer.clients.localSessions).toEqual({});
    expect(server.said).toContain('write log 0.1');
  });
});

describe('16 PrepRequestProcessor, SyncRequestProcessor, FinalRequestProcessor', () => {
  it('a write is applied and answered once it is on disk', () => {
    const server = twoClients();
    expect(replies(call(server, 8, 2, SET('/a', 'x')))).toEqual([]);
    expect(replies(server.flushed())).toEqual(['→8 REPLY OK 0.4']);
  });

  it.each([
    // what was asked before, by another client          the read of 9
    ['nothing', 0, ['→9 REPLY OK 0.3']],
    ['a write that the disk is at', 1, ['→8 REPLY OK 0.4', '→9 REPLY OK 0.4']],
    ['one more that waits for it', 2, ['→8 REPLY OK 0.4', '→8 REPLY OK 0.5', '→9 REPLY OK 0.5']],
  ])('a read waits for what the log thread has: %s', (_, writes, answers) => {
    const server = twoClients();
    for (let i = 0; i < writes; i++) call(server, 8, 2 + i, SET('/a', `${i}`));
    const atOnce = replies(call(server, 9, 1, GET('/a')));
    expect(atOnce).toEqual(writes === 0 ? answers : []);
    const later = Array.from({ length: writes }, () => replies(server.flushed()));
    expect([...atOnce, ...later.flat()]).toEqual(answers);
  });

  it('and does not see what is written behind it, of the same batch', () => {
    const server = twoClients();
    call(server, 8, 2, SET('/a', 'first'));
    call(server, 8, 3, SET('/a', 'second'));
    call(server, 9, 1, GET('/a'));
    call(server, 8, 4, SET('/a', 'third'));
    server.flushed();
    server.flushed();
    const answer = server.sent.flatMap((sent) => (sent.type === 'REPLY' && sent.cxid === 1 ? [sent.answer.data] : []));
    expect(answer).toEqual(['second']);
    expect(replies(server.said)).toEqual(['→8 REPLY OK 0.5', '→9 REPLY OK 0.5', '→8 REPLY OK 0.6']);
  });

  it('in a quorum of one other sessions’ reads go ahead (CommitProcessor)', () => {
    const { server } = new Served().connect(8).connect(9);
    call(server, 8, 1, CREATE('/a'));
    expect(replies(call(server, 9, 1, GET('/')))).toEqual(['→9 REPLY OK 1.2']);
  });

  it('what waits shows in the log thread’s queue, and nobody’s acknowledgements are counted', () => {
    const server = twoClients();
    call(server, 8, 2, SET('/a', 'x'));
    call(server, 8, 3, SET('/a', 'y'));
    call(server, 9, 1, GET('/a'));
    const pipeline = requestPipeline(server.peer);
    expect(pipeline).toMatchObject({ role: 'standalone', log: [], acks: [] });
    expect(pipeline?.requests.map(({ processor }) => processor)).toEqual([
      'RequestThrottler',
      'PrepRequestProcessor',
      'SyncRequestProcessor',
      'FinalRequestProcessor',
    ]);
    expect(pipeline?.requests[2]?.queues.map(({ requests }) => requests.map(({ type }) => type))).toEqual([
      ['setData', 'getData'],
      ['setData'],
    ]);
  });

  it('a reconfig is not implemented there, and its node is empty', () => {
    const served = new Served({ standalone: true, reconfigEnabled: true, service: { skipACL: true } }).connect(9);
    expect(served.ask(9, GET('/zookeeper/config'))).toMatchObject({ error: 'OK', data: '' });
    expect(served.ask(9, { op: 'reconfig', joining: [], leaving: [], fromConfig: 0 as never }).error).toBe(
      'UNIMPLEMENTED',
    );
  });

  it('an expired session is closed by a transaction of its own', () => {
    const { server } = new Served({ standalone: true }).connect(9);
    expect(server.fire('sessionExpiry', 9000)).toContain('write log 0.2');
    expect(server.flushed()).toContain('close 9');
  });
});

it.each([
  // criticalThread   what the process ends with when the disk refuses its log
  ['exits', ['exit 11']],
  ['ignored', []],
  ['endsRole', ['exit 0']],
] as const)('its log thread dies, %s: %j', (criticalThread, exit) => {
  const { server } = new Served({ standalone: true, toggles: { criticalThread } }).connect(9);
  call(server, 9, 1, CREATE('/a'));
  expect(server.refused('full').filter((line) => line.startsWith('exit'))).toEqual(exit);
});

describe('22 what operators are told', () => {
  it.each(['srvr', 'stat'])('trap 26.35: %s tells a standalone server from a quorum of one', (word) => {
    const told = [true, false].map((standalone) => lines(word, operatedServer(standalone)));
    expect(told.map((text) => text.find((line) => line.startsWith('Mode')))).toEqual([
      'Mode: standalone',
      'Mode: leader',
    ]);
    expect(told.map((text) => text.some((line) => line.startsWith('Proposal sizes')))).toEqual([false, true]);
  });

  it.each([
    ['mntr', /^zk_(peer_state|quorum_size|learners|synced_observers)\t/],
    ['conf', /^(initLimit|syncLimit|electionPort|peerType|membership: $|server\.1)/],
  ])('%s says nothing of quorums', (word, ofQuorum) => {
    const [alone, quorum] = [true, false].map((standalone) =>
      lines(word, operatedServer(standalone)).filter((line) => ofQuorum.test(line)),
    );
    expect([alone?.length, (quorum?.length ?? 0) > 3]).toEqual([0, true]);
    expect(lines('conf', operatedServer(true))).toContain('serverId=0');
  });

  it('the admin server neither', () => {
    const alone = operatedServer(true);
    expect(adminCommand('leader', alone)).toEqual({ command: 'leader', error: 'server is not initialized' });
    expect(adminCommand('voting_view', alone)).toMatchObject({ current_config: {}, error: null });
    expect(adminCommand('zabstate', alone)).toEqual({ voting: false, zabstate: '', command: 'zabstate', error: null });
    expect(adminCommand('server_stats', alone)).not.toHaveProperty('proposal_stats');
    expect(adminCommand('zabstate', operatedServer(false))).toMatchObject({
      myid: 1,
      is_leader: true,
      zabstate: 'broadcast',
    });
  });

  it('its log begins with what it is', () => {
    const { config } = operatedServer(true);
    const nothingElse = { diskMillis: 0, follows: false, syncing: false, gap: null, elects: false, digest: null };
    const context = { config, release: '3.9', ...nothingElse } as const;
    const note = { kind: 'started', lastZxid: 0, acceptedEpoch: 0, currentEpoch: 0 } as never;
    expect(logLines(note, context).map(({ message }: LogLine) => message)).toEqual([
      'Either no config or no quorum defined in config, running in standalone mode',
      'Starting server',
    ]);
  });
});

it.each([
  [true, 'standalone'],
  [false, 'a quorum of one'],
])(
  'a whole run of one server, standaloneEnabled=%s (%s), breaks nothing, and what was answered survives a kill',
  (on) => {
    const decoded = decodeScenario({
      servers: [{ sid: 1 }],
      service: { standaloneEnabled: on },
      script: [
        { at: 0, action: { do: 'start', server: 1 } },
        { at: 500, action: { do: 'connect', client: 'c', server: 1, timeoutMillis: 6000 } },
        { at: 700, action: { do: 'call', client: 'c', operation: CREATE('/a') } },
        { at: 701, action: { do: 'call', client: 'c', operation: GET('/a') } },
        { at: 900, action: { do: 'kill', server: 1 } },
        { at: 1000, action: { do: 'start', server: 1 } },
        { at: 2000, action: { do: 'connect', client: 'c', server: 1, timeoutMillis: 6000 } },
        { at: 2200, action: { do: 'call', client: 'c', operation: GET('/a') } },
      ],
    });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const run = new Run(decoded.value, { untilMillis: 3000, noting: true, audited: true });
    const entries = [...run.entries()];
    expect(entries.flatMap(({ violations }) => violations)).toEqual([]);
    const answers = entries.flatMap(({ notes }) =>
      notes.flatMap((note) => (note.kind === 'clientAnswered' ? [note] : [])),
    );
    expect(answers.map(({ answer }) => answer.error)).toEqual(['OK', 'OK', 'OK']);
  },
);

describe('under faults', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('nothing breaks, and it comes back, seed %d', (seed) => {
    const options = { ...SWEEP_OPTIONS, seed, voterCount: 1, spanMillis: 15_000 };
    const drawn = randomScenario(options);
    const scenario = { ...drawn, service: { ...drawn.service, standaloneEnabled: true } };
    const { violations, liveness, eventCount } = watchedRun(scenario, {
      faultsEndAt: faultsEndAt(options),
      counting: false,
    });
    expect({ violations, liveness: liveness.kind }).toEqual({ violations: [], liveness: 'recovered' });
    expect(eventCount).toBeGreaterThan(100);
  });
});

import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import type { TxnBody } from '../database/txn.ts';
import type { SessionId } from '../ids.ts';
import type { StatsReset } from '../peer/protocol.ts';
import { comesWith, commits, following, proposes } from '../peer/following.ts';
import { Served } from '../peer/served.ts';
import { StandIn, zxidOf } from '../peer/stand-in.ts';
import { adminCommand, adminCommandNames } from './admin-commands.ts';
import { fourLetterWord } from './four-letter-words.ts';
import { jsonText } from './json-text.ts';
import type { OperatedServer } from './server-state.ts';

function operated(server: StandIn): OperatedServer {
  const { peer, config, durable, now } = server;
  return { peer, config, durable, now, startedAt: 0, version: '3.9.3', clientPort: 2181 };
}

function create(path: string, ephemeral = false): Operation {
  return { op: 'create', path, data: 'xyz', dataLength: 3, ephemeral, sequential: false };
}

/** A leader of one; client 7 has an ephemeral, watches it and `/`, and waits for nothing. */
function leading(): OperatedServer {
  const served = new Served().connect(7);
  served.ask(7, create('/e', true));
  served.ask(7, { op: 'getData', path: '/e', watch: true });
  served.ask(7, { op: 'getChildren', path: '/', watch: true });
  return operated(served.server);
}

const LOOKING = operated(new StandIn({ sid: 1, voters: [1, 2, 3] }));
const SESSION = '0x10000000c80001';
/** The same as the number it is, which the admin server tells. */
const SESSION_NUMBER = 4_503_599_640_477_697n;
/** The connection that a word itself comes on. */
const ASKING = ' /127.0.0.1:60000[0](queued=0,recved=1,sent=0)';

describe('22.1 four-letter words', () => {
  it('the whitelist is srvr alone unless it says otherwise', () => {
    expect(fourLetterWord('ruok', LOOKING)).toBe('ruok is not executed because it is not in the whitelist.');
    expect(fourLetterWord('ruok', LOOKING, ['ruok'])).toBe('imok');
    expect(fourLetterWord('what', LOOKING, ['*'])).toBeNull();
  });

  it.each([
    ['srvr', 'This ZooKeeper instance is not currently serving requests'],
    ['mntr', 'This ZooKeeper instance is not currently serving requests'],
    ['isro', 'null'],
    ['ruok', 'imok'],
  ])('%s of a server that does not serve', (word, expected) => {
    expect(fourLetterWord(word, LOOKING, ['*'])).toBe(expected);
  });

  it('leaderServes=no: the client port of a leader has no server behind it, its AdminServer has', () => {
    const { server } = new Served({ service: { leaderServes: false } });
    expect(fourLetterWord('srvr', operated(server))).toContain('not currently serving requests');
    expect(adminCommand('srvr', operated(server))).toMatchObject({ error: null });
  });

  it.each([
    [
      'srvr',
      [
        'Zookeeper version: 3.9.3, built on 2026-01-01 00:00 UTC',
        'Latency min/avg/max: 0/0.0/0',
        'Received: 4',
        'Sent: 3',
        'Connections: 2',
        'Outstanding: 0',
        'Zxid: 0x100000002',
        'Mode: leader',
        'Node count: 6',
        'Proposal sizes last/min/max: 65/60/65',
      ],
    ],
    ['isro', ['rw']],
    ['gtmk', ['306']],
    ['wchs', ['1 connections watching 2 paths', 'Total watches:2']],
    ['wchc', [SESSION, '\t/e', '']],
    ['wchp', ['/e', `\t${SESSION}`, '']],
    ['dirs', ['datadir_size: 826', 'logdir_size: 67108864']],
    [
      'cons',
      [
        ` /10.0.0.8:40001[1](queued=0,recved=3,sent=3,sid=${SESSION},lop=GETC,est=1767225600200,to=6000,lcxid=0x3,lzxid=0x100000002,lresp=200,llat=0,minlat=0,avglat=0,maxlat=0)`,
        ASKING,
        '',
      ],
    ],
    [
      'dump',
      [
        'SessionTracker dump:',
        'Session Sets (1)/(1):',
        '1 expire at Thu Jan 01 00:00:08 UTC 2026:',
        `\t${SESSION}`,
        'ephemeral nodes dump:',
        'Sessions with Ephemerals (1):',
        `${SESSION}:`,
        '\t/e',
        'Connections dump:',
        'Connections Sets (2)/(2):',
        '1 expire at Thu Jan 01 00:00:10 UTC 2026:',
        `\tip: /10.0.0.8:40001 sessionId: ${SESSION}`,
        '1 expire at Thu Jan 01 00:00:20 UTC 2026:',
        '\tip: /127.0.0.1:60000 sessionId: 0x0',
      ],
    ],
    [
      'envi',
      [
        'Environment:',
        'zookeeper.version=3.9.3, built on 2026-01-01 00:00 UTC',
        'host.name=10.0.0.2',
        'user.name=zookeeper',
        'user.dir=/',
      ],
    ],
  ])('%s', (word, expected) => {
    expect(fourLetterWord(word, leading(), ['*'])?.split('\n')).toEqual(expected);
  });

  it.each([
    // voters     serves  mode
    [[1], 'leader'], // a quorum of one is a quorum: never `standalone`
    [[1, 2, 3], null],
  ])('trap 26.35: a server of %j says Mode: %s', (voters, mode) => {
    const server = new StandIn({ sid: 1, voters });
    server.fire('election', 200);
    server.allFlushed();
    const told = fourLetterWord('srvr', operated(server)) ?? '';
    expect(/^Mode: (.*)$/m.exec(told)?.[1] ?? null).toBe(mode);
    expect(adminCommand('monitor', operated(server))?.['server_state'] ?? null).toBe(mode);
  });

  it('stat lists the clients before what srvr says', () => {
    const lines = fourLetterWord('stat', leading(), ['*'])?.split('\n') ?? [];
    expect(lines.slice(1, 5)).toEqual(['Clients:', ' /10.0.0.8:40001[1](queued=0,recved=3,sent=3)', ASKING, '']);
    expect(lines[5]).toBe('Latency min/avg/max: 0/0.0/0');
  });

  it('mntr: a key, a tab and a value, more of them at a leader', () => {
    const lines = fourLetterWord('mntr', leading(), ['*'])?.split('\n') ?? [];
    expect(lines).toEqual(
      expect.arrayContaining([
        'zk_server_state\tleader',
        'zk_peer_state\tleading - broadcast',
        'zk_znode_count\t6',
        'zk_watch_count\t2',
        'zk_ephemerals_count\t1',
        'zk_global_sessions\t1',
        'zk_quorum_size\t1',
        'zk_learners\t0',
        'zk_pending_syncs\t0',
      ]),
    );
    expect(lines.every((line) => /^zk_\w+\t\S/.test(line))).toBe(true);
  });

  it('conf ends with the membership', () => {
    const lines = fourLetterWord('conf', leading(), ['*'])?.split('\n') ?? [];
    expect(lines[0]).toBe('clientPort=2181');
    expect(lines).toContain('maxSessionTimeout=40000');
    expect(lines.slice(-3)).toEqual([
      'membership: ',
      'server.1=10.0.0.2:2888:3888:participant;0.0.0.0:2181',
      'version=0',
    ]);
  });
});

it('15 a read-only server says so', () => {
  const server = new StandIn({ sid: 1, voters: [1, 2, 3], service: { readOnlyModeEnabled: true } });
  expect(server.said).toContain('arm readOnly 2000');
  server.fire('readOnly', 2000);
  expect(fourLetterWord('isro', operated(server), ['isro'])).toBe('ro');
  expect(fourLetterWord('srvr', operated(server))).toContain('Mode: read-only');
  expect(adminCommand('is_read_only', operated(server))).toMatchObject({ read_only: true });
});

/** A follower, or an observer, of 3, with client 7, whose session has an ephemeral, and 8, who waits for one. */
function learning(observes: boolean): OperatedServer {
  const server = following({ observes });
  const session = '0x1' as SessionId;
  const bodies: readonly TxnBody[] = [
    { type: 'createSession', timeoutMillis: 4000 },
    { type: 'create', path: '/e', data: 'xyz', dataLength: 3, ephemeral: true, parentCVersion: 1 },
  ];
  bodies.forEach((body, i) => {
    const zxid = `1.${i + 1}`;
    if (observes) {
      const txn = { zxid: zxidOf(zxid), sessionId: session, cxid: 0, time: 0, body };
      server.receive(3, { type: 'INFORM', zxid: txn.zxid, txn }, 'quorum');
    } else {
      proposes(server, zxid, session, body);
      commits(server, zxid);
    }
    server.allFlushed();
  });
  comesWith(server, 7, session);
  server.dialled(8, 'client');
  server.receive(7, { type: 'CALL', cxid: 1, operation: create('/a') }, 'client');
  server.now += 500;
  return operated(server);
}

describe('22.1, 22.2 at a learner', () => {
  it.each([
    [false, 'follower', 'voting: true', 0, 'zk_peer_state\tfollowing - broadcast'],
    [true, 'observer', 'voting: false', 1, 'zk_observer_master_id\t3'],
  ])('an observer %s: it is a %s, %s', (observes, mode, voting, peerType, own) => {
    const server = learning(observes);
    const lines = (word: string): readonly string[] => fourLetterWord(word, server, ['*'])?.split('\n') ?? [];
    // No figures of proposals: those are the leader's.
    expect(lines('srvr').slice(5)).toEqual(['Outstanding: 1', 'Zxid: 0x100000002', `Mode: ${mode}`, 'Node count: 6']);
    expect(lines('mntr')).toEqual(
      expect.arrayContaining([`zk_server_state\t${mode}`, own, 'zk_outstanding_requests\t1']),
    );
    expect(lines('mntr').filter((line) => line.startsWith('zk_learners'))).toEqual([]);
    expect(lines('conf')).toContain(`peerType=${peerType}`);
    expect(`voting: ${String(adminCommand('zabstate', server)?.['voting'])}`).toBe(voting);
    expect(adminCommand('leader', server)).toMatchObject({ is_leader: false, leader_id: 3, leader_ip: '10.0.0.4' });
  });

  it('sessions are told with their timeouts, not with when they end', () => {
    const server = learning(false);
    expect(fourLetterWord('dump', server, ['*'])?.split('\n').slice(0, 3)).toEqual([
      'SessionTracker dump:',
      'Global Sessions(1):',
      '0x1\t4000ms',
    ]);
    expect(adminCommand('dump', server)).toMatchObject({ expiry_time_to_session_ids: {} });
    expect(adminCommand('server_stats', server)).not.toHaveProperty('proposal_stats');
    expect(adminCommand('observers', server)).toMatchObject({ synced_observers: 0 });
  });

  it('a connection without a session has little to tell; one that nothing was answered on, no latencies', () => {
    const server = learning(false);
    const [named, nameless] = fourLetterWord('cons', server, ['*'])?.split('\n') ?? [];
    expect(nameless).toMatch(/^ \/10\.0\.0\.9:\d+\[1\]\(queued=0,recved=0,sent=0\)$/);
    expect(named).toMatch(
      /\(queued=1,recved=1,sent=0,sid=0x1,lop=SESS,est=1767225600000,to=4000,.*lresp=500,llat=0,.*avglat=0,/,
    );
    expect(fourLetterWord('dump', server, ['*'])).toContain('sessionId: 0x0');
  });
});

it('22.1 one that is not read from is selected for nothing', () => {
  const { peer, ...rest } = leading();
  const throttled = { ...rest, peer: { ...peer, clients: { ...peer.clients, unread: { 1: [] } } } };
  expect(fourLetterWord('cons', throttled, ['*'])).toContain(' /10.0.0.8:40001[0](queued=0,recved=3,');
  expect(adminCommand('connections', throttled)).toMatchObject({ connections: [{ interest_ops: 0 }] });
});

it('22.1 latencies: least, mean to four places, and most', () => {
  const served = new Served().connect(7);
  const latencies = [0, 5, 10, 30];
  latencies.forEach((millis, i) => {
    served.server.receive(7, { type: 'CALL', cxid: i, operation: create(`/n${i}`) }, 'client');
    served.server.now += millis;
    served.server.allFlushed();
  });
  expect(fourLetterWord('srvr', operated(served.server))).toContain('Latency min/avg/max: 0/11.25/30');
  expect(fourLetterWord('cons', operated(served.server), ['*'])).toContain('llat=30,minlat=0,avglat=11,maxlat=30');
});

it('22.1 a leader that has proposed nothing has no sizes to tell', () => {
  const server = new StandIn({ sid: 1, voters: [1] });
  server.fire('election', 200);
  server.allFlushed();
  expect(fourLetterWord('srvr', operated(server))).toContain('Proposal sizes last/min/max: -1/-1/-1');
});

it('22.1 the session timeouts that were configured', () => {
  const timing = { minSessionTimeoutMillis: 1000, maxSessionTimeoutMillis: 9000 };
  const server = new StandIn({ sid: 1, voters: [1], timing });
  server.fire('election', 200);
  server.allFlushed();
  const conf = fourLetterWord('conf', operated(server), ['*'])?.split('\n');
  expect(conf).toEqual(expect.arrayContaining(['minSessionTimeout=1000', 'maxSessionTimeout=9000']));
});

describe('22.2 the admin server', () => {
  it.each([
    ['ruok', { command: 'ruok', error: null }],
    ['leader', { command: 'leader', error: null, is_leader: false, leader_id: null, leader_ip: '' }],
    ['srvr', { command: 'server_stats', error: 'This ZooKeeper instance is not currently serving requests' }],
  ])('%s of a server that looks for a leader', (name, expected) => {
    expect(adminCommand(name, LOOKING)).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['leader', { is_leader: true, leader_id: 1, leader_ip: '10.0.0.2' }],
    ['watch_summary', { num_connections: 1, num_paths: 2, num_total_watches: 2 }],
    ['watches', { session_id_to_watched_paths: { [String(SESSION_NUMBER)]: ['/e'] } }],
    ['wchp', { command: 'watches_by_path', path_to_session_ids: { '/e': [SESSION_NUMBER] } }],
    ['last_snapshot', { zxid: '0' }],
    [
      'dump',
      {
        session_id_to_ephemeral_paths: { [String(SESSION_NUMBER)]: ['/e'] },
        expiry_time_to_session_ids: { 8000: [SESSION_NUMBER] },
      },
    ],
    [
      'zabstate',
      { myid: 1, voting: true, last_zxid: '0x100000002', zab_epoch: 1, zab_counter: 2, zabstate: 'broadcast' },
    ],
    ['server_stats', { node_count: 6, read_only: false, proposal_stats: { last_buffer_size: 65 } }],
    ['connections', { connections: [{ session_id: SESSION_NUMBER, packets_sent: 3, last_operation: 'GETC' }] }],
    ['configuration', { client_port: 2181, tick_time: 2000, server_id: 1 }],
    ['monitor', { server_state: 'leader', watch_count: 2 }],
    ['is_read_only', { read_only: false }],
    ['observers', { synced_observers: 0, observers: [] }],
  ])('%s', (name, expected) => {
    expect(adminCommand(name, leading())).toMatchObject({ error: null, ...expected });
  });

  it('every command answers with its name and no error where a server serves, in plain JSON', () => {
    const server = leading();
    for (const name of adminCommandNames(server.config.behaviour)) {
      const answer = adminCommand(name, server);
      expect(answer).toMatchObject({ command: name, error: null });
      const plain = JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
      expect(JSON.parse(jsonText(answer))).toEqual(JSON.parse(plain));
    }
    expect(adminCommand('dance', server)).toBeNull();
  });
});

/** What the server and its one connection have counted, and the leader's last proposal, after `by` and one more read. */
function figures(by: StatsReset | null): readonly (string | undefined)[] {
  const served = new Served().connect(7);
  served.ask(7, create('/e'));
  served.ask(7, { op: 'getData', path: '/e', watch: false });
  if (by !== null) served.server.input({ kind: 'command', command: { kind: 'resetStats', by } });
  served.ask(7, { op: 'exists', path: '/e', watch: false });
  const server = operated(served.server);
  const srvr = fourLetterWord('srvr', server, ['*']) ?? '';
  const cons = fourLetterWord('cons', server, ['*']) ?? '';
  return [
    /^Received: (.*)$/m.exec(srvr)?.[1],
    /^Sent: (.*)$/m.exec(srvr)?.[1],
    /last\/min\/max: (.*)$/m.exec(srvr)?.[1],
    /recved=(\d+)/.exec(cons)?.[1],
    /sent=(\d+)/.exec(cons)?.[1],
  ];
}

describe('22.1 srst, crst, and stat_reset of the admin server', () => {
  it.each<[StatsReset | null, readonly string[]]>([
    // by          received sent  proposals   the connection's; the word that asks has been received
    [null, ['4', '3', '65/60/65', '3', '3']],
    ['srst', ['2', '1', '-1/-1/-1', '3', '3']],
    ['stat_reset', ['2', '1', '65/60/65', '3', '3']],
    ['crst', ['4', '3', '65/60/65', '1', '1']],
  ])('%s: %j', (by, expected) => {
    expect(figures(by)).toEqual(expected);
  });

  it('a connection that has done nothing since it was reset says so', () => {
    const served = new Served().connect(7);
    served.ask(7, create('/e'));
    served.server.input({ kind: 'command', command: { kind: 'resetStats', by: 'crst' } });
    const cons = fourLetterWord('cons', operated(served.server), ['*']) ?? '';
    expect(cons).toContain('recved=0,sent=0');
    expect(cons).toContain('lop=NA');
  });

  it('what waits had been received before, and is counted as sent when it is answered', () => {
    const served = new Served().connect(7);
    served.server.receive(7, { type: 'CALL', cxid: 1, operation: create('/e') }, 'client');
    served.server.input({ kind: 'command', command: { kind: 'resetStats', by: 'srst' } });
    expect(fourLetterWord('srvr', operated(served.server), ['*'])).toMatch(/Received: 1\nSent: 0/);
    served.server.flushed();
    expect(fourLetterWord('srvr', operated(served.server), ['*'])).toMatch(/Received: 1\nSent: 1/);
  });

  it.each([
    ['srst', 'Server stats reset.'],
    ['crst', 'Connection stats reset.'],
    ['stmk', '306'],
  ])('%s answers %s, the first two only where a server runs', (word, expected) => {
    expect(fourLetterWord(word, leading(), ['*'])).toBe(expected);
    const notServing = 'This ZooKeeper instance is not currently serving requests';
    expect(fourLetterWord(word, LOOKING, ['*'])).toBe(word === 'stmk' ? expected : notServing);
  });
});

/** Two hundred transactions on; the leader's zxids began with 1.1, of the session. */
function written(treeDigest: boolean): OperatedServer {
  const served = new Served({ toggles: { treeDigest } }).connect(7);
  for (let i = 0; i < 200; i++) served.ask(7, create(`/n${i}`));
  return operated(served.server);
}

describe('22.1, 22.2 hash', () => {
  it('toggle treeDigest true: every 128th transaction, by zxid', () => {
    const server = written(true);
    expect(fourLetterWord('hash', server, ['*'])).toMatch(/^100000080: \d+$/);
    const digests = adminCommand('hash', server)?.['digests'];
    expect(digests).toEqual([{ zxid: 0x1_0000_0080, digest: expect.any(Number) as number, digest_version: 2 }]);
  });

  it('toggle treeDigest false: no such word, and nothing is kept', () => {
    const server = written(false);
    expect([fourLetterWord('hash', server, ['*']), adminCommand('hash', server)]).toEqual([null, null]);
    expect(server.peer.database.digestLog).toEqual([]);
  });

  it('a restart reads the same digests off its log', () => {
    const before = written(true);
    const again = new StandIn({ sid: 1, voters: [1], durable: before.durable });
    expect(again.peer.database.digestLog).toEqual(before.peer.database.digestLog);
  });
});

describe('22.2 toggles adminSnapshots, adminShedsConnections', () => {
  it.each([
    ['adminSnapshots', 'snapshot'],
    ['adminSnapshots', 'restore'],
    ['adminShedsConnections', 'shed_connections'],
  ] as const)('%s: whether there is a command %s', (toggle, name) => {
    const known = [true, false].map((on) => {
      const server = operated(new Served({ toggles: { [toggle]: on } }).server);
      return [adminCommand(name, server) !== null, adminCommandNames(server.config.behaviour).includes(name)];
    });
    expect(known).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

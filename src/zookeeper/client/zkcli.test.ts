import { describe, expect, it } from 'vitest';
import type { Service } from '../config/service.ts';
import { type Zxid, ZXID_NONE } from '../ids.ts';
import { Served } from '../peer/served.ts';
import { parseArguments, wordsOf } from './zkcli-arguments.ts';
import { dateText, errorText, promptText, watchEventLines } from './zkcli-text.ts';
import { COMMAND_NAMES, type Outcome, type Shell, zkCli } from './zkcli.ts';

/** zkCli at a server of its own, whose clock stands at 200 ms. */
class Terminal {
  shell: Shell = { history: [], printWatches: true, alive: true, version: '3.9.3' };
  readonly #served: Served;
  readonly #client: number;

  constructor(options: { readonly service?: Partial<Service> } = {}, served = new Served(options), client = 7) {
    this.#served = served.connect(client);
    this.#client = client;
  }

  outcome(line: string): Outcome {
    this.shell = { ...this.shell, history: [...this.shell.history, line] };
    const command = zkCli(line, this.shell);
    let step = command.next();
    while (step.done !== true) step = command.next(this.#served.ask(this.#client, step.value));
    return step.value;
  }

  type(line: string): string {
    return this.outcome(line).lines.join('\n');
  }

  beside(client: number): Terminal {
    return new Terminal({}, this.#served, client);
  }
}

function after(lines: readonly string[], service: Partial<Service> = {}): Terminal {
  const terminal = new Terminal({ service });
  for (const line of lines) terminal.type(line);
  return terminal;
}

describe('23 commands and what they print', () => {
  it.each<[readonly string[], string, string]>([
    // before                         typed                          printed
    [[], 'create /a', 'Created /a'],
    [[], 'create /a "two words"', 'Created /a'],
    [['create /a "two words"'], 'get /a', 'two words'],
    [['create /a'], 'get /a', 'null'],
    [[], 'get /', ''],
    [[], 'create -s /a x', 'Created /a0000000000'],
    [[], 'create -es /a x', 'Created /a0000000000'],
    [['create /a', 'create /a/b', 'create /a/c'], 'ls /a', '[b, c]'],
    [[], 'ls /', '[zookeeper]'],
    [['create /a', 'create /a/b', 'create /a/b/c'], 'ls -R /a', '/a\n/a/b\n/a/b/c'],
    [['create /a x'], 'set /a y', ''],
    [['create /a x', 'set /a y'], 'get /a', 'y'],
    [['create /a'], 'delete /a', ''],
    [['create /a', 'create /a/b', 'create /a/b/c', 'deleteall /a'], 'ls /', '[zookeeper]'],
    [['create /a', 'create /a/b', 'deleteall -b 1 /a'], 'ls /', '[zookeeper]'],
    [[], 'sync /', 'Sync is OK'],
    [['create /a'], 'getAcl /a', "'world,'anyone\n: cdrwa"],
    [['create /a x world:anyone:ra,ip:10.0.0.8:w'], 'getAcl /a', "'world,'anyone\n: ra\n'ip,'10.0.0.8\n: w"],
    [['create /a', 'setAcl /a world:anyone:r'], 'getAcl /a', "'world,'anyone\n: r"],
    [['create /a', 'create /a/b', 'setAcl -R /a world:anyone:ra'], 'getAcl /a/b', "'world,'anyone\n: ra"],
    [['create -e /e1', 'create -e /f'], 'getEphemerals', '[/f, /e1]'],
    [['create -e /e1', 'create -e /f'], 'getEphemerals /e', '[/e1]'],
    [['create /a', 'create /a/b', 'create /a/b/c'], 'getAllChildrenNumber /a', '2'],
    [['addauth digest joe:pw'], 'whoami', 'Auth scheme: User\nip: 10.0.0.8\ndigest: joe'],
    [[], 'config', 'server.1=10.0.0.2:2888:3888:participant;0.0.0.0:2181\nversion=0'],
    [['create /a', 'get -w /a'], 'removewatches -d /a', ''],
    [['create /a'], 'removewatches /a', 'KeeperErrorCode = No such watcher for /a'],
    [['addWatch /a'], 'removewatches /a', ''],
    [['addWatch -m persistent /a'], 'removewatches -c /a', 'KeeperErrorCode = No such watcher for /a'],
    [[], 'version', 'ZooKeeper CLI version: 3.9.3'],
    [[], 'printwatches', 'printwatches is on'],
    [['ls /', 'create /a'], 'history', '0 - ls /\n1 - create /a\n2 - history'],
    [['create -s /a x'], 'redo 0', 'Created /a0000000001'],
    [[], '', ''],
  ])('after %j: %s', (before, line, expected) => {
    expect(after(before).type(line)).toBe(expected);
  });

  it('a Stat, in its order', () => {
    const terminal = after(['create /a hello', 'create -e /a/b', 'set /a hi']);
    const owner = /ephemeralOwner = (0x\w+)/.exec(terminal.type('stat /a/b'))?.[1];
    expect(owner).toMatch(/^0x1\w{13}$/);
    expect(terminal.type('get -s /a').split('\n')).toEqual([
      'hi',
      'cZxid = 0x100000002',
      'ctime = Thu Jan 01 00:00:00 UTC 2026',
      'mZxid = 0x100000004',
      'mtime = Thu Jan 01 00:00:00 UTC 2026',
      'pZxid = 0x100000003',
      'cversion = 1',
      'dataVersion = 1',
      'aclVersion = 0',
      'ephemeralOwner = 0x0',
      'dataLength = 2',
      'numChildren = 1',
    ]);
    expect(terminal.type('ls -s /a').split('\n')[0]).toBe('[b]');
    expect(terminal.type('setAcl -s /a world:anyone:cdrwa')).toContain('aclVersion = 1');
  });
});

describe('23 errors, in zkCli’s words', () => {
  it.each<[readonly string[], string, string]>([
    [[], 'get /a', 'Node does not exist: /a'],
    [[], 'stat /a', 'Node does not exist: /a'],
    [[], 'create /a/b', 'Node does not exist: /a/b'],
    [['create /a'], 'create /a', 'Node already exists: /a'],
    [['create /a', 'create /a/b'], 'delete /a', 'Node not empty: /a'],
    [['create -e /a'], 'create /a/b', 'Ephemerals cannot have children: /a/b'],
    [['create /a x world:anyone:a'], 'get /a', 'Insufficient permission : /a'],
    [['create /a'], 'set -v 3 /a x', 'version No is not valid : /a'],
    [['create /a'], 'setAcl /a auth::r', 'Acl is not valid : /a'],
    [['create /a'], 'setAcl /a nonsense', 'nonsense does not have the form scheme:id:perm\nAcl is not valid : /a'],
    [['create /a'], 'setAcl /a world:anyone:rz', 'Unknown perm type: z'],
    [[], "get ''", 'Path length must be > 0'],
    [[], 'delete /zookeeper', 'Arguments are not valid : /zookeeper'],
    [[], 'create -t 100 /t', 'KeeperErrorCode = Unimplemented for /t'],
    [[], 'create a', 'Path must start with / character'],
    [[], 'create /a/', 'Path must not end with / character'],
    [[], 'create /a//b', 'Invalid path string "/a//b" caused by empty node name specified @3'],
    [[], 'get /a/../b', 'Invalid path string "/a/../b" caused by relative paths not allowed @5'],
    [[], 'create', 'create [-s] [-e] [-c] [-t ttl] path [data] [acl]'],
    [[], 'set /a', 'set path data [-s] [-v version] [-b]'],
    [[], 'create -c -e /a', '-c cannot be combined with -s or -e. Containers cannot be ephemeral or sequential.'],
    [[], 'create -t soon /a', '-t argument must be a long value'],
    [[], 'create -t 5 -e /a', 'TTLs cannot be used with Ephemeral znodes'],
    [[], 'create -t 5 -c /a', 'TTLs cannot be used with Container znodes'],
    [[], 'delete -q /a', 'Unrecognized option: -q'],
    [[], 'delete /a -v', 'Missing argument for option: v'],
    [[], 'addWatch -m sometimes /a', 'No enum constant org.apache.zookeeper.AddWatchMode.SOMETIMES'],
    [[], 'redo 0', 'Command index out of range'], // the redo itself
    [[], 'redo x', 'redo cmdno'],
    [['redo 7'], 'redo 0', 'No redoing redos'],
    [[], 'reconfig', 'reconfig [-s] [-v version] [[-file path]'],
    [[], 'reconfig -add 4=h:2888:3888;2181 -members 1=h:2888:3888', "Can't use -file or -members together"],
    [[], 'reconfig -add 4=h:2888', '4=h:2888 does not have the form server_config or server_config;client_config'],
    [[], 'reconfig -remove two', 'For input string: "two"'],
    [[], 'reconfig -v zz -remove 2', 'For input string: "zz"'],
    [[], 'reconfig -add 4=h:2888:3888;2181', 'KeeperErrorCode = Reconfig is disabled'],
  ])('after %j: %s', (before, line, expected) => {
    const lines = after(before).type(line).split('\n').slice(0, expected.split('\n').length);
    expect(lines.join('\n').slice(0, expected.length)).toBe(expected);
  });

  it.each([
    ['3.5.10', 'rmr /a', "The command 'rmr' has been deprecated. Please use 'deleteall' instead."],
    ['3.8.0', 'rmr /a', 'Command not found: Command not found rmr'],
    ['3.8.0', 'ls2 /', 'Command not found: Command not found ls2'],
  ])('%s: %s', (version, line, expected) => {
    const terminal = new Terminal();
    terminal.shell = { ...terminal.shell, version };
    expect(terminal.type(line).split('\n')).toContain(expected);
  });

  it.each([
    ['3.9.3', ['\tget [-s] [-w] [-b] [-x] path', '\tset path data [-s] [-v version] [-b]']],
    ['3.9.2', ['\tget [-s] [-w] path', '\tset [-s] [-v version] path data']],
    ['3.8.0', ['\tget [-s] [-w] path', '\tset [-s] [-v version] path data']],
    ['4.0.0', ['\tget [-s] [-w] [-b] [-x] path', '\tset path data [-s] [-v version] [-b]']],
  ])('what %s says of its options', (version, expected) => {
    const terminal = new Terminal();
    terminal.shell = { ...terminal.shell, version };
    const lines = terminal.type('dance').split('\n');
    expect(lines.filter((line) => /^\t[gs]et /.test(line))).toEqual(expected);
    // A blank parts a command from its arguments, though there are none.
    expect(lines).toContain('\tclose ');
    expect(terminal.type('get')).toBe(expected[0]?.trim());
  });

  it('an unknown command lists the known ones', () => {
    const lines = new Terminal().type('dance').split('\n');
    expect(lines[0]).toBe('ZooKeeper -server host:port -client-configuration properties-file cmd args');
    expect(lines.at(-1)).toBe('Command not found: Command not found dance');
    expect(lines).toHaveLength(COMMAND_NAMES.length + 2);
  });

  it('without a session most are not connected; history and connect work', () => {
    const terminal = new Terminal();
    terminal.shell = { ...terminal.shell, alive: false };
    expect([terminal.type('ls /'), terminal.type('history')]).toEqual(['Not connected', '0 - ls /\n1 - history']);
    expect(terminal.outcome('connect zoo2:2181').shell).toEqual({ do: 'connect', address: 'zoo2:2181' });
    expect(terminal.outcome('quit').shell).toEqual({ do: 'quit' });
  });
});

describe('17.6, 23 quotas from the command line', () => {
  it.each<[readonly string[], string, string]>([
    [[], 'setquota -n 5 /a', '/a does not exist.'],
    [[], 'listquota /a', 'absolute path is /zookeeper/quota/a/zookeeper_limits\nquota for /a does not exist.'],
    [
      ['create /a', 'create /a/b xyz', 'setquota -n 5 /a'],
      'listquota /a',
      'absolute path is /zookeeper/quota/a/zookeeper_limits\nOutput quota for /a count=5,bytes=-1\nOutput stat for /a count=2,bytes=3',
    ],
    [
      ['create /a', 'setquota -n 5 /a', 'setquota -B 7 /a'],
      'get /zookeeper/quota/a/zookeeper_limits',
      'count=5,bytes=-1=;byteHardLimit=7;countHardLimit=-1',
    ],
    [
      ['create /a', 'create /a/b', 'setquota -n 5 /a'],
      'setquota -n 5 /a/b',
      '/a/b has a parent /zookeeper/quota/a which has a quota',
    ],
    [
      ['create /a', 'create /a/b', 'setquota -n 5 /a/b'],
      'setquota -n 5 /a',
      '/a has a child /zookeeper/quota/a/b which has a quota',
    ],
    [[], 'setquota -n 5 /zookeeper/quota', 'cannot set a quota under the path: /zookeeper/quota'],
    [[], 'setquota /a', 'setquota -n|-b|-N|-B val path'],
    [['create /a', 'setquota -N 2 /a', 'create /a/b'], 'create /a/c', 'Quota has exceeded : /a/c'],
    [
      ['create /a', 'setquota -n 5 -b 9 /a', 'delquota -n /a'],
      'get /zookeeper/quota/a/zookeeper_limits',
      'count=-1,bytes=9',
    ],
    [
      ['create /a', 'setquota -b 7 /a', 'setquota -n 5 /a', 'setquota -N 9 /a', 'setquota -b 8 /a'],
      'get /zookeeper/quota/a/zookeeper_limits',
      'count=5,bytes=8=;byteHardLimit=-1;countHardLimit=9',
    ],
    [['create /a', 'setquota -n 5 /a', 'delquota /a'], 'ls /zookeeper/quota', '[]'],
    // What is above goes too, up to what holds another quota.
    [
      ['create /a', 'create /a/b', 'create /a/c', 'setquota -n 5 /a/b', 'setquota -n 5 /a/c', 'delquota /a/b'],
      'ls /zookeeper/quota/a',
      '[c]',
    ],
    [[], 'delquota /a', 'quota does not exist for /a'],
  ])('after %j: %s', (before, line, expected) => {
    expect(after(before, { enforceQuota: true }).type(line)).toBe(expected);
  });
});

it('a second client sees what the first may not', () => {
  const first = after(['addauth digest joe:pw', 'create /a secret auth::cdrwa']);
  const second = first.beside(8);
  expect([first.type('get /a'), second.type('get /a')]).toEqual(['secret', 'Insufficient permission : /a']);
  expect(first.type('getAcl /a')).toMatch(/^'digest,'joe:\S{28}\n: cdrwa$/);
});

it('deleteall says so where something is left', () => {
  const terminal = after(['create /a', 'create /a/b x', 'setAcl /a world:anyone:cr']);
  expect(terminal.type('deleteall /a')).toBe('Failed to delete some node(s) in the subtree!');
});

it('reconfig asks for who joins and who leaves, or names all members', () => {
  const shell: Shell = { history: [], printWatches: true, alive: true, version: '3.9.3' };
  const add = zkCli('reconfig -add 4=h:2888:3888:observer;2181,5=i:2888:3888 -remove 1,2 -v 100000000', shell);
  expect(add.next().value).toEqual({
    op: 'reconfig',
    joining: [
      { sid: 4, observer: true },
      { sid: 5, observer: false },
    ],
    leaving: [1, 2],
    fromConfig: 4294967296,
  });
  const members = zkCli('reconfig -members 1=h:2888:3888,2=i:2888:3888', shell);
  const config = 'server.1=h:2888:3888:participant;2181\nserver.2=i:2888:3888:participant;2181\nversion=0';
  expect(members.next().value).toEqual({
    op: 'reconfig',
    joining: [],
    leaving: [],
    fromConfig: -1,
    members: [
      { sid: 1, observer: false },
      { sid: 2, observer: false },
    ],
  });
  const grouped = zkCli('reconfig -members 1=h:2888:3888,2=i:2888:3888,group.1=1:2,weight.2=3', shell);
  expect(grouped.next().value).toMatchObject({
    members: [
      { sid: 1, observer: false },
      { sid: 2, observer: false, weight: 3 },
    ],
    groups: [[1, 2]],
  });
  const done = members.next({ error: 'OK', zxid: ZXID_NONE });
  expect(done.value).toEqual({ op: 'getData', path: '/zookeeper/config', watch: false });
  expect(members.next({ error: 'OK', zxid: ZXID_NONE, data: config }).value).toEqual({
    lines: ['Committed new configuration:', config],
  });
});

it('words and options', () => {
  expect(wordsOf(`create  '/a b' "c d" e"f`)).toEqual(['create', '/a b', 'c d', 'e"f']);
  const parsed = parseArguments(['/a', '-sv', '-v', '3'], 'sv:');
  expect(parsed).toEqual({ ok: false, error: 'Unrecognized option: -sv' });
  expect(parseArguments(['/a', '-s', '-v3', '-1'], 'sv:')).toEqual({
    ok: true,
    value: { flags: new Set(['s']), values: new Map([['v', '3']]), rest: ['/a', '-1'] },
  });
});

it('prompt and watch events', () => {
  expect(promptText('localhost:2181', 'CONNECTED', 3)).toBe('[zk: localhost:2181(CONNECTED) 3] ');
  expect(watchEventLines('NodeDataChanged', '/a', ZXID_NONE).at(-1)).toBe(
    'WatchedEvent state:SyncConnected type:NodeDataChanged path:/a',
  );
  expect(watchEventLines('NodeDeleted', '/a', 4294967299 as Zxid).at(-1)).toBe(
    'WatchedEvent state:SyncConnected type:NodeDeleted path:/a zxid: 4294967299',
  );
});

// oxfmt-ignore
describe('22.1 times as java.util.Date prints them, virtual time beginning with 2026', () => {
  const DAY = 86_400_000;

  it.each([
    // days  more ms     printed
    [0,      0,          'Thu Jan 01 00:00:00 UTC 2026'],
    [0,      3_723_999,  'Thu Jan 01 01:02:03 UTC 2026'],
    [30,     0,          'Sat Jan 31 00:00:00 UTC 2026'],
    [58,     0,          'Sat Feb 28 00:00:00 UTC 2026'],
    [59,     0,          'Sun Mar 01 00:00:00 UTC 2026'],
    [119,    0,          'Thu Apr 30 00:00:00 UTC 2026'],
    [120,    0,          'Fri May 01 00:00:00 UTC 2026'],
    [364,    0,          'Thu Dec 31 00:00:00 UTC 2026'],
    [365,    0,          'Fri Jan 01 00:00:00 UTC 2027'],
    [789,    0,          'Tue Feb 29 00:00:00 UTC 2028'], // a leap year
    [790,    0,          'Wed Mar 01 00:00:00 UTC 2028'],
    [27_087, 0,          'Mon Mar 01 00:00:00 UTC 2100'], // a century is none
  ])('%d days and %d ms: %s', (days, millis, expected) => {
    expect(dateText(days * DAY + millis)).toBe(expected);
    // JavaScript's own calendar agrees.
    const own = new Date(Date.UTC(2026, 0, 1) + days * DAY + millis).toUTCString();
    expect(expected).toContain(own.slice(0, 3));
    expect(own).toContain(expected.slice(-4));
  });
});

describe('23 errors in words', () => {
  it.each([
    ['NONODE', '/a', 'Node does not exist: /a'],
    ['SESSIONEXPIRED', '', 'KeeperErrorCode = Session expired'],
    ['SESSIONEXPIRED', '/a', 'KeeperErrorCode = Session expired for /a'],
    ['RECONFIGINPROGRESS', '/a', 'Another reconfiguration is in progress -- concurrent reconfigs not supported (yet)'],
  ] as const)('%s of "%s": %s', (error, path, expected) => {
    expect(errorText(error, path)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { ensure } from '../base/assert.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { Run } from '../scenario/run.ts';
import { NEW_TERMINAL, afterEvent, promptOf } from './console.ts';

type Step = readonly [at: number, action: Readonly<Record<string, unknown>>];

/** Servers S1 to S3 and one client of S1 and S2, whose session lasts four seconds. */
const START: readonly Step[] = [
  ...[1, 2, 3].map((server): Step => [0, { do: 'start', server }]),
  [3000, { do: 'connect', client: 'c', server: 1, hosts: [1, 2], timeoutMillis: 4000 }],
];

function typed(at: number, line: string): Step {
  return [at, { do: 'type', client: 'c', line }];
}

/** What the terminal shows at `until`, its prompt behind it. */
function screen(steps: readonly Step[], until: number, profile = '3.9.3'): readonly string[] {
  const decoded = decodeScenario({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    profile,
    timing: { tickMillis: 500 },
    script: [...START, ...steps].map(([at, action]) => ({ at, action })),
  });
  const run = new Run(ensure(decoded.ok ? decoded.value : null, 'a scenario'), {
    untilMillis: until,
    noting: true,
    audited: false,
  });
  let terminal = NEW_TERMINAL;
  const lines: string[] = [];
  for (const entry of run.entries()) {
    // Clients come after the servers.
    if (entry.node < 3 && entry.action?.do !== 'killClient') continue;
    const after = afterEvent(terminal, entry, { version: profile, eventZxid: profile.startsWith('3.9') });
    terminal = after.terminal;
    lines.push(...after.lines.map(({ text }) => text));
  }
  return [...lines, promptOf(terminal)];
}

describe('23 what a terminal shows', () => {
  it.each([
    [
      '3.7',
      [
        'Created /a',
        'Created /a/b',
        "The command 'rmr' has been deprecated. Please use 'deleteall' instead.",
        '[zookeeper]',
      ],
      "'ls2' has been deprecated. Please use 'ls [-s] path' instead.",
    ],
    [
      '3.8.0',
      ['Created /a', 'Created /a/b', 'Command not found: Command not found rmr', '[a, zookeeper]'],
      'Command not found: Command not found ls2',
    ],
  ])('a shell of %s does what it says of rmr and ls2', (profile, said, last) => {
    const lines = ['create /a', 'create /a/b', 'rmr /a', 'ls /', 'ls2 /'];
    const shown = screen(
      lines.map((line, i) => typed(3500 + 500 * i, line)),
      7000,
      profile,
    );
    // ls2 prints the children again.
    expect([...new Set(shown.filter((line) => said.includes(line)))]).toEqual(said);
    expect(shown).toContain(last);
    expect(shown.filter((line) => line.startsWith('cZxid'))).toHaveLength(profile === '3.7' ? 1 : 0);
  });

  it('connects, answers when the reply is there, and not before', () => {
    const steps = [typed(3500, 'create /a hello')];
    expect(screen(steps, 3000)).toEqual(['[zk: (CONNECTING) 0] ']);
    expect(screen(steps, 3501)).toEqual([
      'Connecting to S1:2181,S2:2181',
      'Welcome to ZooKeeper!',
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:SyncConnected type:None path:null zxid: -1',
      '[zk: S1:2181,S2:2181(CONNECTED) 0] create /a hello',
      '[zk: S1:2181,S2:2181(CONNECTED) 1] ',
    ]);
    expect(screen(steps, 4000).slice(-2)).toEqual(['Created /a', '[zk: S1:2181,S2:2181(CONNECTED) 1] ']);
  });

  it('a watch fires between two prompts, with the zxid of the change since 3.9', () => {
    const steps = [typed(3500, 'create /a x'), typed(4000, 'get -w /a'), typed(4500, 'set /a y')];
    const fired = 'WatchedEvent state:SyncConnected type:NodeDataChanged path:/a';
    expect(screen(steps, 5000).slice(-6, -1)).toEqual([
      '[zk: S1:2181,S2:2181(CONNECTED) 2] set /a y',
      '',
      'WATCHER::',
      '',
      `${fired} zxid: 4294967299`,
    ]);
    expect(screen(steps, 5000, '3.8.0').at(-2)).toBe(fired);
    const silent = [typed(3400, 'printwatches off'), ...steps];
    expect(screen(silent, 5000).at(-2)).toBe('[zk: S1:2181,S2:2181(CONNECTED) 3] set /a y');
  });

  it('a lost server is told once; what was asked ends in ConnectionLoss, and the next host goes on', () => {
    const steps: readonly Step[] = [[3500, { do: 'kill', server: 1 }], typed(3505, 'ls /')];
    const lines = screen(steps, 8000);
    expect(lines.slice(6)).toEqual([
      '[zk: S1:2181,S2:2181(CONNECTED) 0] ls /',
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:Disconnected type:None path:null zxid: -1',
      'KeeperErrorCode = ConnectionLoss for /',
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:SyncConnected type:None path:null zxid: -1',
      '[zk: S1:2181,S2:2181(CONNECTED) 1] ',
    ]);
  });

  it('an expired handle is closed: nothing more is asked of it', () => {
    const steps: readonly Step[] = [
      typed(3500, 'connect S1:2181'),
      [4500, { do: 'kill', server: 1 }],
      [12_000, { do: 'start', server: 1 }],
      typed(15_000, 'ls /'),
    ];
    const lines = screen(steps, 16_000);
    expect(lines).toContain('WatchedEvent state:Closed type:None path:null zxid: -1');
    expect(lines).toContain('WatchedEvent state:Expired type:None path:null zxid: -1');
    expect(lines.slice(-3)).toEqual(['[zk: S1:2181(CLOSED) 1] ls /', 'Not connected', '[zk: S1:2181(CLOSED) 2] ']);
  });

  it('remembers what was typed, by number', () => {
    const steps = ['create -s /q- x', 'redo 0', 'redo 9', 'history', 'version'].map((line, i) =>
      typed(3500 + 200 * i, line),
    );
    const said = screen(steps, 6000).filter((line) => !line.startsWith('[zk:'));
    expect(said.slice(6)).toEqual([
      'Created /q-0000000000',
      'Created /q-0000000001',
      'Command index out of range',
      '0 - create -s /q- x',
      '1 - redo 0',
      '2 - redo 9',
      '3 - history',
      'ZooKeeper CLI version: 3.9.3',
    ]);
  });

  it('after quit the process is gone; another begins anew', () => {
    const again: Step = [6000, { do: 'connect', client: 'c', server: 3, hosts: [3], timeoutMillis: 4000 }];
    const lines = screen([typed(3500, 'create -e /e'), typed(4000, 'quit'), again, typed(7000, 'ls /')], 8000);
    expect(lines.slice(-10)).toEqual([
      'WatchedEvent state:Closed type:None path:null zxid: -1',
      'Connecting to S3:2181',
      'Welcome to ZooKeeper!',
      '',
      'WATCHER::',
      '',
      'WatchedEvent state:SyncConnected type:None path:null zxid: -1',
      '[zk: S3:2181(CONNECTED) 0] ls /',
      '[zookeeper]',
      '[zk: S3:2181(CONNECTED) 1] ',
    ]);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeShare } from '../scenario/link.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { decodeShare } from '../scenario/link.ts';
import { sidOf } from '../zookeeper/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'zabscope-'));
const program = join(folder, 'package', 'zabscope.js');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  spawnSync(process.execPath, ['scripts/build-package.mjs', join(folder, 'package')], { stdio: 'inherit' });
}, 120_000);

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** The real command, as the package installs it. */
function zabscope(...args: readonly string[]): Ended {
  return ended(program, ...args);
}

function ended(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, lines: stdout.split('\n').filter((line) => line !== ''), errors: stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const json = (lines: readonly string[]): readonly Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('run', () => {
  it('prints what one server logs, in the shapes of a release', () => {
    const { code, lines, errors } = zabscope(
      'run',
      'leader-killed',
      '--server',
      '3',
      '--until',
      '500',
      '--release',
      '3.4',
    );
    expect([code, errors]).toEqual([0, '']);
    expect(
      lines.every(
        (line) =>
          /^2026-01-01 00:00:00,\d{3} \[myid:3\] - (?:INFO |WARN |ERROR) \[/.test(line) || line.startsWith('java.'),
      ),
    ).toBe(true);
    expect(lines.filter((line) => line.includes('LEADING'))).toEqual([
      expect.stringContaining(' - LEADING'),
      expect.stringMatching(/ - LEADING - LEADER ELECTION TOOK - \d+$/),
    ]);
  });

  it('takes a link, with what its author did', async () => {
    const interventions = [{ after: 40, wait: 0, action: { do: 'kill', server: sidOf(3) } }] as const;
    const share = { scenario: leaderKilled, interventions, cursor: 61, selection: null, digest: null };
    const link = `https://example.org/lab/${await encodeShare(share)}`;
    const told = zabscope('run', link, '--json', '--until', '1500');
    const messages = json(told.lines).map(({ sid, message }) => `${String(sid)} ${String(message)}`);
    expect(messages.filter((line) => /^\d LEADING$/.test(line))).toEqual(['2 LEADING']);
    expect(zabscope('run', file('link.txt', `${link}\n`), '--json', '--until', '1500').lines).toEqual(told.lines);
  });

  it('takes a zoo.cfg, and says what is not simulated', () => {
    const lines = [1, 2, 3].map((n) => `server.${n}=zoo${n}:2888:3888;2181`);
    const cfg = file(
      'zoo.cfg',
      ['tickTime=500', 'initLimit=10', 'syncLimit=4', 'jute.maxbuffer=1048575', ...lines].join('\n'),
    );
    const { code, lines: logged, errors } = zabscope('run', cfg, '--until', '1000');
    expect(code).toBe(0);
    expect(errors).toContain('zoo.cfg: warning: dataDir is missing; a server does not start without it');
    expect(errors).toContain('the simulation does not have jute.maxbuffer');
    expect(logged.filter((line) => line.endsWith(' - LEADING'))).toHaveLength(1);
  });
});

describe('check', () => {
  it('ends well when nothing breaks', () => {
    const { code, lines } = zabscope('check', 'partition');
    expect([code, lines]).toEqual([0, [expect.stringMatching(/^ok: \d+ events, \d+ ms, no property broken$/)]]);
  });
});

describe('trace', () => {
  it('tells every event with its notes, from the causes to the digest of the end', () => {
    const [head, ...events] = json(zabscope('trace', 'leader-killed', '--until', '2500').lines);
    const end = events.pop();
    expect(decodeScenario(head?.['scenario'])).toEqual({ ok: true, value: leaderKilled });
    expect(end).toEqual({
      events: expect.any(Number),
      now: expect.any(Number),
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const elected = events.filter(({ notes }) => JSON.stringify(notes ?? '').includes('"elected"'));
    expect(elected.map(({ sid }) => Number(sid)).toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 3]);
    const indexes = new Set(events.map(({ index }) => index));
    expect(events.filter(({ by, index }) => by !== undefined && Number(by) >= Number(index))).toEqual([]);
    expect(indexes.size).toBe(events.length);
  });
});

function summaryOf(...more: readonly string[]): Record<string, unknown> | undefined {
  return json(zabscope('sweep', '--seeds', '1..9', '--span', '4000', '--json', ...more).lines).at(-1);
}

describe('sweep', () => {
  it('runs every seed once, however they are dealt out', () => {
    const whole = summaryOf('--jobs', '3');
    expect(whole).toMatchObject({ seeds: 9, processes: 3, findings: 0, eventsPerSecond: expect.any(Number) });
    const [one, other] = [summaryOf('--jobs', '1', '--shard', '0/2'), summaryOf('--jobs', '2', '--shard', '1/2')];
    expect([one?.['seeds'], other?.['seeds']]).toEqual([5, 4]);
    expect(Number(one?.['events']) + Number(other?.['events'])).toBe(whole?.['events']);
  });

  it('a finding comes with a link, and with a small scenario that check finds broken too', async () => {
    const out = join(folder, 'findings');
    // 4643: 3.8.0 writes the epoch of a sync before what the sync brought.
    const args = ['--seeds', '1..2', '--profile', '3.8.0', '--findings', '1', '--shrink', '60', '--out', out, '--json'];
    const { code, lines } = zabscope('sweep', ...args);
    const [finding] = json(lines);
    expect([code, finding?.['property']]).toEqual([1, 'EpochSupportsHistory']);
    expect(await decodeShare(String(finding?.['link']))).toMatchObject({ ok: true });
    const [name = ''] = readdirSync(out);
    const path = join(out, name);
    const decoded = decodeScenario(JSON.parse(readFileSync(path, 'utf8')));
    expect(decoded.ok).toBe(true);
    const checked = zabscope('check', path);
    expect(checked.code).toBe(1);
    expect(checked.lines[0]).toMatch(
      /^EpochSupportsHistory is broken at event \d+, \d+ ms, by S\d: \S+ is not on its disk, /,
    );
  });
});

describe('conformance', () => {
  it('compares a recording, and tells one that differs', () => {
    const path = 'src/replay/recordings/start-3-in-order-1-2-3.json';
    expect(zabscope('conformance', path)).toMatchObject({
      code: 0,
      lines: ['ok start-3-in-order-1-2-3', '1 passed, 0 failed'],
    });
    const text = readFileSync(path, 'utf8').replace('"leader": 2', '"leader": 1');
    const other = zabscope('conformance', file('altered.json', text));
    expect([other.code, other.lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });
});

it('every command says what it takes, started as npm run zabscope starts it', () => {
  const { code, lines } = ended('scripts/run-ts.mjs', 'src/terminal/zabscope-cli.ts', '--help');
  expect([code, lines[0]]).toEqual([0, expect.stringContaining('zabscope <command>')]);
  const names = lines.flatMap((line) => /^ {2}(\w+) {2,}/.exec(line)?.[1] ?? []);
  expect(names).toEqual(['run', 'check', 'trace', 'sweep', 'conformance']);
  const sweep = zabscope('sweep', '--help');
  for (const option of ['--seeds A..B', '--peers N', '--faults LIST', '--shard I/N']) {
    expect(sweep.lines.join('\n')).toContain(option);
  }
});

// oxfmt-ignore
it.each([
  [['walk'],                                  'walk is no command; there are run, check'],
  [['run'],                                   'INPUT is missing'],
  [['run', 'nothing.json'],                   'nothing.json is no file, no link, and no built-in scenario (first-look'],
  [['run', 'first-look', 'partition'],        'one INPUT is enough, but there is "partition" too'],
  [['run', 'first-look', '--until', 'soon'],  '--until must be a whole number from 0, not "soon"'],
  [['check', 'first-look', '--until'],        '--until needs a value'],
  [['check', '#r=1.broken'],                  'the link cannot be opened: it was cut short or altered on its way.'],
  [['sweep', '--shard', '2/2'],               '--shard must be I/N with I from 0 to N-1, not "2/2"'],
  [['sweep', '--seed', '1'],                  '--seed is not an option here; do you mean --seeds?'],
  [['sweep', '--faults', 'kill,boom'],        '--faults must be all, none, or a list of kill'],
  [['sweep', '--toggles', 'neg1Rule=maybe'],  '--toggles: neg1Rule is "maybe": must be boolean'],
])('%j is refused with a line that names what is meant', (args, message) => {
  const { code, lines, errors } = zabscope(...args);
  expect([code, lines]).toEqual([2, []]);
  expect(errors).toContain(`zabscope: ${message}`);
});

it('a file that is no scenario is refused with every place and its remedy', () => {
  const path = file('bad.json', JSON.stringify({ servers: [{ sid: 1 }, { sid: 1 }], seeds: 1 }));
  expect(zabscope('check', path)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('$.seeds is not known here: remove it'),
  });
  const cfg = file('bad.cfg', 'initLimit=5\nsyncLimit=2\nserver.1=a:2888\n');
  expect(zabscope('run', cfg).errors).toContain(
    `bad.cfg:3: error: “a:2888” is no address of a server; write host:quorumPort:electionPort`,
  );
});

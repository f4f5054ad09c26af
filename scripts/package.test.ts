// The package as people get it: packed, extracted where nothing else is installed, used by a plain script.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leaderKilled } from '../src/scenario/builtin/leader-killed.ts';
import { Run } from '../src/scenario/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'zabscope-package-'));
const installed = join(folder, 'node_modules', 'zabscope');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}${stdout}`);
  return stdout;
}

beforeAll(() => {
  const root = process.cwd();
  run(process.execPath, ['scripts/build-package.mjs'], root);
  const npm = process.env['npm_execpath'];
  const pack = ['pack', '--ignore-scripts', '--pack-destination', folder];
  if (npm === undefined) run('npm', pack, root);
  else run(process.execPath, [npm, ...pack], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  run('tar', ['-xzf', tarball], folder);
  mkdirSync(join(folder, 'node_modules'));
  renameSync(join(folder, 'package'), installed);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
}, 120_000);

it('holds the library, its types, the program and the schema, and no sources', () => {
  expect(readdirSync(installed).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'docs',
    'package',
    'package.json',
    'public',
  ]);
  expect(readdirSync(join(installed, 'package')).toSorted()).toEqual(['engine.js', 'types', 'zabscope.js']);
});

it('brings nothing else along: what it needs is in it', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  for (const file of ['engine.js', 'zabscope.js']) {
    const imported = readFileSync(join(installed, 'package', file), 'utf8').matchAll(/^import .* from "([^"]+)"/gm);
    expect(Array.from(imported, ([, name = '']) => name).filter((name) => !name.startsWith('node:'))).toEqual([]);
  }
});

it('a plain script runs a scenario and reads its notes, and sees the very run that the sources make', () => {
  writeFileSync(
    join(folder, 'script.js'),
    `import { Run, builtinScenario, decodeScenario, encodeShare, logText, select, serverLog, sweep, SWEEP_OPTIONS } from 'zabscope/engine';
const scenario = builtinScenario('leader-killed');
const run = new Run(scenario, { untilMillis: 5000, noting: true, audited: true });
const elected = [];
let logged = '';
for (const entry of run.entries()) {
  if (entry.violations.length > 0) throw new Error('broken');
  for (const note of entry.notes) if (note.kind === 'elected') elected.push(note.becomes + ' ' + note.vote.leader);
  const said = serverLog(entry, run.moment.world, '3.9');
  for (const line of said?.lines ?? []) logged ||= logText(line, entry.at, said.sid);
}
const [first] = sweep(1, 2, { ...SWEEP_OPTIONS, spanMillis: 2000, counting: false, shard: { index: 0, count: 1 } });
const link = await encodeShare({ scenario, interventions: [], cursor: 9, selection: null, digest: null });
console.log(JSON.stringify({
  elected, logged, link, digest: run.digest(),
  serving: select(run.moment).servers.filter(({ serving }) => serving).map(({ sid }) => sid),
  refused: decodeScenario({ servers: [] }).ok,
  swept: first.eventCount > 100,
}));
`,
  );
  const said = JSON.parse(run(process.execPath, ['script.js'], folder)) as Record<string, unknown>;
  const own = new Run(leaderKilled, { untilMillis: 5000, noting: false, audited: false });
  while (own.next() !== null);
  expect(said).toEqual({
    elected: ['LEADING 3', 'FOLLOWING 3', 'FOLLOWING 3', 'FOLLOWING 2', 'LEADING 2'],
    logged: expect.stringContaining('[myid:1] - INFO  [main:'),
    link: '#scenario=leader-killed&at=9',
    digest: own.digest(),
    serving: [1, 2],
    refused: false,
    swept: true,
  });
});

it('its types hold in a strict program that checks them too', () => {
  writeFileSync(
    join(folder, 'typed.ts'),
    `import { type Entry, Run, type Scenario, decodeScenario, zxidText } from 'zabscope/engine';
const decoded = decodeScenario({ servers: [{ sid: 1 }] });
if (!decoded.ok) throw new Error(decoded.error[0]?.path);
const scenario: Scenario = decoded.value;
const run = new Run(scenario, { untilMillis: 100, noting: true, audited: false });
for (const { notes } of run.entries() as Iterable<Entry>) {
  for (const note of notes) if (note.kind === 'committed') console.log(zxidText(note.zxid), note.acks.length);
}
// @ts-expect-error: a note of this kind has no such field
for (const { notes } of run.entries()) for (const note of notes) if (note.kind === 'committed') note.nothing;
`,
  );
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2024,dom',
    '--types',
    '',
  ];
  expect(run(process.execPath, [tsc, ...options, 'typed.ts'], folder)).toBe('');
});

it('every function, class and constant of it says what it is for', () => {
  const library = join(installed, 'package', 'types');
  const declarations = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.d.ts') && !name.startsWith('library'))
    .map((name) => readFileSync(join(library, name), 'utf8'));
  const undocumented = exportedValues().filter((name) => {
    const declared = new RegExp(`export declare (?:const|function\\*?|class) ${name}\\b`);
    const documented = new RegExp(`\\*/\\nexport declare (?:const|function\\*?|class) ${name}\\b`);
    return !declarations.some((text) => declared.test(text) && documented.test(text));
  });
  expect(undocumented).toEqual([]);
});

function exportedValues(): readonly string[] {
  const listing = "import * as engine from 'zabscope/engine'; console.log(Object.keys(engine).join(' '));";
  return run(process.execPath, ['--input-type=module', '--eval', listing], folder).trim().split(' ');
}

it('the program runs from the package, in processes of its own too', () => {
  const zabscope = join(installed, 'package', 'zabscope.js');
  expect(run(process.execPath, [zabscope, 'check', 'leader-killed'], folder)).toMatch(/^ok: \d+ events/);
  const swept = run(process.execPath, [zabscope, 'sweep', '--seeds', '1..2', '--span', '2000', '--jobs', '2'], folder);
  expect(swept).toMatch(/^2 seeds, \d+ events in .* on 2 processes/);
});

// Who may import whom. Read the table as "this folder may import …"; whatever it does not name is refused, and type
// imports count. A folder always may import itself. When an exception is unavoidable, write it here with its reason.

import { describe, expect, it } from 'vitest';

const engine = ['base', 'kernel', 'zookeeper', 'audit', 'sim', 'history', 'scenario', 'replay', 'explore'];

/** A folder of src (`kernel`) or a single module of one (`kernel/process`). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  kernel: ['base'],
  // The contract between a process and its machine; the protocol runs in any machine that keeps it.
  zookeeper: ['base', 'kernel/process'],
  // Invariants look at whole worlds, and name what they look at.
  audit: ['base', 'zookeeper', 'kernel/world', 'kernel/process'],
  sim: ['base', 'kernel', 'zookeeper', 'audit'],
  history: ['base'],
  // A scenario's first moment may carry an audit.
  scenario: ['base', 'kernel', 'zookeeper', 'sim', 'audit'],
  // `kernel` and `scenario`: a recording is replayed by building the scenario it was made of and steering its machine.
  // Never the other way round: a scenario does not know that recordings exist.
  replay: ['base', 'zookeeper', 'sim', 'history', 'kernel', 'scenario'],
  // A search draws ensembles and operations, reports what the audit named, and walks through time to prove it exact.
  explore: ['base', 'sim', 'scenario', 'zookeeper', 'audit', 'history'],
  // Messages are functions of notes, of what is wrong with a scenario, and of how a property broke.
  // Topics of misconceptions and marks of the dictionary are named there.
  locales: [
    'base',
    'zookeeper',
    'scenario/decode',
    'audit/fact',
    'audit/liveness/why',
    'misconceptions/misconception',
    'dictionary/row',
  ],
  // `zookeeper`: a step waits for a note or a state, and names it by its type.
  lessons: ['base', 'sim', 'scenario', 'locales', 'zookeeper'],
  challenges: ['base', 'sim', 'scenario', 'locales', 'zookeeper', 'lessons'],
  misconceptions: ['base', 'sim', 'scenario', 'locales', 'zookeeper', 'lessons'],
  dictionary: [],
  // Words for the reader: where a thing is to be seen is named as in a lesson.
  glossary: ['lessons', 'locales'],
  app: [...engine, 'locales', 'lessons', 'challenges', 'misconceptions'],
  // What `zabscope/engine` offers, and nothing of its own.
  library: engine,
  // The program for the terminal: the engine without a page.
  terminal: [...engine, 'locales'],
  widgets: ['base', 'styles'],
  // The audit's panel lists every property there is.
  views: [
    'audit/standing',
    'app',
    'widgets',
    'locales',
    'lessons',
    'challenges',
    'misconceptions',
    'dictionary',
    'glossary',
    'sim',
    'history',
    'zookeeper',
    'base',
    'styles',
  ],
  main: ['app', 'views', 'styles'],
  styles: [],
};

/** What packets and notes carry: they are defined where they belong, and named by the bottom. */
const carried = [
  'election/vote',
  'database/acl',
  'database/txn',
  'database/snapshot',
  'database/watches',
  'client/operations',
];
/** What every handler of a peer works with, though the peer itself is the top. */
const tools = ['peer/turn', 'peer/durable'];
/** The types that bind servers and clients to the kernel. */
const bond = 'peer/protocol';

/**
 * The same inside the protocol, for its folders; '' stands for `zookeeper/*.ts` (ids, packets, notes), the bottom.
 * `election` and `database` do not see each other.
 */
const protocolOrder: Readonly<Record<string, readonly string[]>> = {
  '': ['config', ...carried],
  config: [''],
  election: ['', 'config', ...tools],
  // A transaction is made of the operation that a client asked for.
  database: ['', 'config', 'client/operations', ...tools],
  processors: ['', 'config', 'election', 'database', 'client/operations', ...tools],
  quorum: ['', 'config', 'election', 'database', 'processors', 'client/operations', ...tools],
  // `client`: the process that the kernel runs is a server or a client.
  peer: ['', 'config', 'election', 'database', 'processors', 'quorum', 'client'],
  // A client meets servers through packets alone, but reads the data they hold: trees, watches, sessions.
  client: ['', 'config', 'database', bond],
  // An operator's commands and log lines tell about everything.
  operator: ['', 'config', 'election', 'database', 'processors', 'quorum', 'peer', 'client'],
};

/** Packages by where they may occur; a package that is not here may occur nowhere in src. */
const interfaceLayers = ['app', 'widgets', 'views', 'main'];
const mayUsePackage: readonly { readonly name: RegExp; readonly layers: readonly string[] }[] = [
  { name: /^(react|react-dom|zustand|d3|virtua|tinykeys)(\/|$)/, layers: interfaceLayers },
  // Decoders of what comes from outside: links, recordings, lessons, settings.
  { name: /^valibot$/, layers: ['scenario', 'replay', 'lessons', 'app'] },
];
const testPackages = /^(vitest|vitest-browser-react|fast-check|axe-core)(\/|$)/;

interface Import {
  /** As written: `../base/assert.ts`, `react`, `node:fs`. */
  readonly specifier: string;
  readonly how: 'import' | 'import()' | 'new URL' | 'glob';
}

/** What is wrong with one import of one file (both as paths below src), or undefined. */
function problemOf(file: string, { specifier, how }: Import): string | undefined {
  const refuse = (why: string): string => `src/${file} must not import '${specifier}': ${why}`;
  const isTest = /\.(test|bench)\.tsx?$/.test(file);
  const isTerminal = file.endsWith('-cli.ts') || file.startsWith('bench/');
  const knowsNode = isTerminal || file.startsWith('terminal/');

  if (!specifier.startsWith('.')) {
    if (specifier.startsWith('node:')) {
      return knowsNode
        ? undefined
        : refuse('Node is only for terminal/, *-cli.ts and bench/; tests read files by import.meta.glob');
    }
    if ((isTest || file.startsWith('bench/')) && testPackages.test(specifier)) return undefined;
    const rule = mayUsePackage.find(({ name }) => name.test(specifier));
    if (rule === undefined) return refuse('src/layers.test.ts does not know this package');
    const layer = layerOf(file);
    if (rule.layers.includes(layer)) return undefined;
    return refuse(`${layer} may not use it; ${rule.layers.join(', ')} may`);
  }

  const target = resolve(file, specifier);
  if (target === undefined) return refuse('it lies outside src');
  if (/(^|\/)index(\.tsx?)?$/.test(target)) return refuse('no barrels: import the file that defines the thing');
  if (how !== 'glob' && !/\.[a-z0-9]+(\?\w+)?$/.test(target)) return refuse('write the extension: .ts or .tsx');
  if (/\.[mc]?jsx?$/.test(target)) return refuse('write the extension of the source: .ts or .tsx');
  const module = target.replace(/\.tsx?(\?\w+)?$/, '');
  if (/\.(test|bench)$/.test(module) && !isTest) return refuse('tests are not for importing');
  if (isTest || isTerminal) return undefined;
  if (module.endsWith('-cli') || module.startsWith('bench/')) return refuse('terminal programs are not for importing');

  const from = layerOf(file);
  const to = layerOf(target);
  if (from !== to && !names(mayImport[from], module)) {
    return refuse(`${from} may import ${list(mayImport[from])}`);
  }
  if (target.endsWith('.css') && !interfaceLayers.includes(from)) return refuse('styles are for what is seen');
  if (from === 'zookeeper' && to === 'zookeeper') {
    const inner = /^zookeeper\/(?:([^/]+)\/)?/;
    const [part, targetPart] = [file, target].map((path) => inner.exec(path)?.[1] ?? '');
    const allowed = protocolOrder[part ?? ''];
    const below = module.replace(/^zookeeper\//, '');
    if (part !== targetPart && !(allowed?.includes(targetPart ?? '') || allowed?.includes(below))) {
      return refuse(`zookeeper/${part} may import ${list(allowed?.map((name) => name || 'zookeeper/*.ts'))}`);
    }
  }
  return undefined;
}

/** `main` for src/main.tsx and other files that lie in src itself, else the folder. */
function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/', 1)[0] ?? '') : 'main';
}

function names(allowed: readonly string[] | undefined, module: string): boolean {
  return allowed?.some((name) => module === name || module.startsWith(`${name}/`)) ?? false;
}

function list(allowed: readonly string[] | undefined): string {
  if (allowed === undefined) return 'nothing: it is not in the table of src/layers.test.ts';
  return allowed.length === 0 ? 'nothing' : `${allowed.join(', ')} only`;
}

/** Below src, or undefined when it leaves src. */
function resolve(file: string, specifier: string): string | undefined {
  const path = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (part !== '.') path.push(part);
  }
  return path.join('/');
}

/** Every way to reach another module. Statements are told from text in strings by standing at the start of a line. */
function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const forms: readonly (readonly [Import['how'], RegExp])[] = [
    ['import', /^[ \t]*(?:import|export)\s[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/gm],
    ['import', /^[ \t]*import\s*['"]([^'"]+)['"]/gm],
    ['import()', /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g],
    ['new URL', /\bnew\s+URL\(\s*['"`]([^'"`]+)['"`]\s*,\s*import\.meta\.url/g],
  ];
  const found = forms.flatMap(([how, pattern]) =>
    Array.from(code.matchAll(pattern), ([, specifier = '']) => ({ specifier, how })),
  );
  const globs = Array.from(
    code.matchAll(/\bimport\.meta\.glob\b[^(]*\(\s*(\[[^\]]*\]|['"`][^'"`]*['"`])/g),
    ([, arg = '']) =>
      Array.from(arg.matchAll(/['"`]!?([^'"`]+)['"`]/g), ([, specifier = '']) => ({ specifier, how: 'glob' as const })),
  );
  return [...found, ...globs.flat()];
}

function withoutComments(source: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replaceAll(token, (text) => (text.startsWith('/') ? ' ' : text));
}

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });

function problemsOf(file: string, source: string): string[] {
  return importsOf(source).flatMap((found) => problemOf(file, found) ?? []);
}

it('keeps the import table', () => {
  const problems = Object.entries(sources).flatMap(([path, source]) => {
    const file = path.replace(/^\.\//, '');
    // This file's own strings are samples of imports, not imports.
    if (file === 'layers.test.ts') return [];
    return problemsOf(file, source);
  });
  expect(problems).toEqual([]);
});

it('has no barrels', () => {
  expect(Object.keys(sources).filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
});

it('has no cycle between folders, tests and terminal programs aside', () => {
  const isBelow = (low: string, high: string): boolean =>
    (mayImport[high] ?? []).some((name) => name === low || (name !== high && isBelow(low, name)));
  expect(Object.keys(mayImport).filter((layer) => isBelow(layer, layer))).toEqual([]);
});

describe('the checker itself', () => {
  // oxfmt-ignore
  it.each([
    // file                          statement                                                       why it is refused
    ['base/assert.ts',               `import { World } from '../kernel/world.ts'`,                   'base may import nothing'],
    ['kernel/fire.ts',               `import type { Zxid } from '../zookeeper/ids.ts'`,              'kernel may import base only'],
    ['zookeeper/quorum/leader.ts',   `import { fire } from '../../kernel/fire.ts'`,                  'zookeeper may import base, kernel/process only'],
    ['zookeeper/quorum/leader.ts',   `import type {\n  A,\n  B,\n} from '../../kernel/world.ts'`,    'zookeeper may import base, kernel/process only'],
    ['zookeeper/election/vote.ts',   `import { Tree } from '../database/data-tree.ts'`,              'zookeeper/election may import'],
    ['zookeeper/packets.ts',         `import { Leader } from './quorum/leader.ts'`,                  'zookeeper/ may import config'],
    ['scenario/start.ts',            `import { read } from '../replay/recording.ts'`,                'scenario may import'],
    ['explore/worker.ts',            `export * from '../replay/recording.ts'`,                       'explore may import'],
    ['sim/machine.ts',               `const x = await import('../app/session.ts')`,                  'sim may import'],
    ['audit/audit.ts',               `type M = import('../sim/moment.ts').Moment`,                   'audit may import'],
    ['views/stage/stage.tsx',        `new Worker(new URL('../../explore/worker.ts', import.meta.url))`, 'views may import'],
    ['locales/en.ts',                `import.meta.glob('../lessons/*.ts')`,                          'locales may import'],
    ['sim/machine.ts',               `import { useState } from 'react'`,                             'app, widgets, views, main may'],
    ['history/timeline.ts',          `import { scaleLinear } from 'd3'`,                             'app, widgets, views, main may'],
    ['app/store.ts',                 `import { readFileSync } from 'node:fs'`,                       'Node is only for'],
    ['base/x.test.ts',               `import { readFileSync } from 'node:fs'`,                       'Node is only for'],
    ['app/store.ts',                 `import left from 'left-pad'`,                                  'does not know this package'],
    ['app/store.ts',                 `import { it } from 'vitest'`,                                  'does not know this package'],
    ['app/store.ts',                 `import { run } from '../terminal/zabscope-cli.ts'`,            'terminal programs'],
    ['app/store.ts',                 `import { sample } from '../base/digest.test.ts'`,              'tests are not for importing'],
    ['app/store.ts',                 `import { World } from '../kernel/world'`,                      'write the extension'],
    ['app/store.ts',                 `import { World } from '../kernel/world.js'`,                   'write the extension of the source'],
    ['app/store.ts',                 `import { World } from '../kernel/index.ts'`,                   'no barrels'],
    ['app/store.ts',                 `import data from '../../package.json'`,                        'outside src'],
    ['sim/machine.ts',               `import './machine.css'`,                                       'styles are for what is seen'],
    ['elsewhere/x.ts',               `import { assert } from '../base/assert.ts'`,                   'not in the table'],
  ])('flags %s: %s', (file, source, why) => {
    expect(problemsOf(file, source)).toEqual([expect.stringContaining(why)]);
  });

  // oxfmt-ignore
  it.each([
    ['kernel/fire.ts',               `import { World } from './world.ts'`],
    ['zookeeper/quorum/leader.ts',   `import type { Process } from '../../kernel/process.ts'`],
    ['zookeeper/quorum/leader.ts',   `import { Turn } from '../peer/turn.ts'`],
    ['zookeeper/quorum/leader.ts',   `import { Vote } from '../election/vote.ts'`],
    ['replay/recording.ts',          `import { Scenario } from '../scenario/schema.ts'`],
    ['terminal/sweep.ts',            `import { fork } from 'node:child_process'`],
    ['terminal/zabscope-cli.ts',     `import { readFileSync } from 'node:fs'`],
    ['bench/engine.ts',              `import { create } from '../sim/machine.ts'`],
    ['base/x.test.ts',               `import fc from 'fast-check'\nimport { it } from 'vitest'\nimport { create } from '../sim/machine.ts'`],
    ['views/stage/stage.tsx',        `import { useState } from 'react'\nimport css from './stage.module.css'`],
    ['main.tsx',                     `import './styles/base.css'`],
    ['replay/recorded.ts',           `import.meta.glob('./recordings/*.json')`],
    ['base/assert.ts',               `// import { x } from '../kernel/world.ts'\n/* import('../kernel/world.ts') */`],
  ])('lets %s pass: %s', (file, source) => {
    expect(problemsOf(file, source)).toEqual([]);
  });
});

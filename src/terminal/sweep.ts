/**
 * `sweep`: many random scenarios under every invariant, on all cores. Its processes are this program again, each with
 * every n-th seed; several machines share the seeds in the same way, by `--shard`.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarioProblem } from '../locales/en-problems.ts';
import { EXTRA_KINDS, FAULT_KINDS, type FaultKind, SWEEP_OPTIONS } from '../explore/random-scenario.ts';
import type { SweepOptions } from '../explore/sweep.ts';
import { decodeScenario } from '../scenario/decode.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { PROFILES, type Profile } from '../zookeeper/config/profiles.ts';
import { type Option, UsageError, choice, flag, integer, parseArguments, text } from './arguments.ts';
import type { Command } from './command.ts';
import { type Finding, type SweepReport, type SweepWork, sweepWork } from './sweep-work.ts';

interface Seeds {
  readonly first: number;
  readonly last: number;
}

const seeds: Option<Seeds> = {
  hint: 'A..B',
  help: 'the seeds, both ends included (default 1..100)',
  initial: { first: 1, last: 100 },
  parse: (value) => {
    const [, first, last = first] = /^(\d{1,15})(?:\.\.(\d{1,15}))?$/.exec(value) ?? [];
    return first === undefined || Number(first) > Number(last) ? null : { first: Number(first), last: Number(last) };
  },
  expected: 'a range A..B with A not above B',
};

const shard: Option<SweepOptions['shard']> = {
  hint: 'I/N',
  help: 'only every N-th seed, from the I-th on, counted from 0 (default 0/1)',
  initial: { index: 0, count: 1 },
  parse: (value) => {
    const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? [];
    if (index === undefined || count === undefined || Number(index) >= Number(count)) return null;
    return { index: Number(index), count: Number(count) };
  },
  expected: 'I/N with I from 0 to N-1',
};

const faults: Option<readonly FaultKind[]> = {
  hint: 'LIST',
  help: `all, none, or some of ${FAULT_KINDS.join(',')} (default all); beside them ${EXTRA_KINDS.join(',')}, as in all,operator`,
  initial: FAULT_KINDS,
  parse: (value) => {
    if (value === 'none') return [];
    const named = [...FAULT_KINDS, ...EXTRA_KINDS];
    const kinds = value
      .split(',')
      .flatMap((name): readonly (FaultKind | undefined)[] =>
        name === 'all' ? FAULT_KINDS : [named.find((kind) => kind === name)],
      );
    return kinds.every((kind) => kind !== undefined) ? kinds : null;
  },
  expected: `all, none, or a list of ${[...FAULT_KINDS, ...EXTRA_KINDS].join(', ')}`,
};

/** Names of profiles. */
const profiles = Object.keys(PROFILES) as readonly Profile[];

const OPTIONS = {
  seeds,
  peers: integer('N', 'voters (default 3)', { initial: SWEEP_OPTIONS.voterCount, min: 1, max: 99 }),
  observers: integer('N', 'observers beside them (default 0)', { initial: SWEEP_OPTIONS.observerCount, max: 99 }),
  profile: choice(profiles, `the release that is imitated (default ${SWEEP_OPTIONS.profile})`, SWEEP_OPTIONS.profile),
  toggles: text('LIST', 'single behaviours changed: name=value, joined by commas'),
  faults,
  span: integer('MS', 'virtual milliseconds with faults (default 30000)', {
    initial: SWEEP_OPTIONS.spanMillis,
    min: 1000,
    max: 10_000_000,
  }),
  shard,
  jobs: integer('N', 'processes (default: one for each core)', { initial: availableParallelism(), min: 1, max: 1024 }),
  shrink: integer('RUNS', 'runs to spend on making a finding small; 0 for none (default 300)', { initial: 300 }),
  findings: integer('N', 'stop after so many findings (default 10)', { initial: 10, min: 1 }),
  out: text('FOLDER', 'write each shrunk scenario there as a file'),
  json: flag('one JSON object a line: findings, then the summary'),
};

export const sweepCommand: Command = {
  summary: 'many random scenarios with faults, under every invariant, on all cores; exit 1 when one shows something',
  usage: 'sweep [--seeds A..B] [--peers N] [--faults LIST] [--shard I/N]',
  options: OPTIONS,
  notes: `The same seed is the same run everywhere. What it finds comes with a link (add it to the app's address) and, where a
property broke, with the smallest scenario found that still breaks it. Defects of ZooKeeper that no release has mended
are counted apart. Seeds are dealt out to shards like cards, so shards I/N of any engine that hands out numbers make up
the whole; see docs/sweeps.md.`,
  run: async (args) => {
    const { values, places } = parseArguments(OPTIONS, args);
    if (places.length > 0) throw new UsageError(`sweep takes no INPUT, but there is "${places[0]}"`);
    const { shard: mine, jobs } = values;
    const options: Omit<SweepOptions, 'shard'> = {
      voterCount: values.peers,
      observerCount: values.observers,
      profile: values.profile,
      toggles: togglesOf(values.toggles),
      faults: values.faults,
      spanMillis: values.span,
      counting: false,
    };
    const count = values.seeds.last - values.seeds.first + 1;
    const processes = Math.max(1, Math.min(jobs, Math.ceil(count / mine.count)));
    const works = Array.from({ length: processes }, (_, job): SweepWork => ({
      from: values.seeds.first,
      to: values.seeds.last + 1,
      options: { ...options, shard: { index: mine.index + job * mine.count, count: mine.count * processes } },
      shrinkRuns: values.shrink,
    }));
    const totals = new Totals(processes, values.json);
    await inProcesses(works, (report) => {
      totals.add(report);
      for (const finding of report.findings) tell(report.seed, finding, values);
      return totals.findingCount < values.findings;
    });
    totals.end();
    return totals.findingCount === 0 ? 0 : 1;
  },
};

/** The program's other side: does the work it is given, and reports to the process that started it. */
export async function sweepWorker(json: string): Promise<number> {
  // Written by `inProcesses` of this very program.
  for await (const report of sweepWork(JSON.parse(json) as SweepWork)) process.send?.(report);
  process.disconnect();
  return 0;
}

export const SWEEP_WORKER = 'sweep-worker';

/** Ends when all are done, or `heard` wants no more. */
async function inProcesses(works: readonly SweepWork[], heard: (report: SweepReport) => boolean): Promise<void> {
  const children: ChildProcess[] = [];
  let isEnough = false;
  const stop = (): void => {
    isEnough = true;
    for (const child of children) child.kill();
  };
  const done = works.map(
    (work) =>
      new Promise<void>((resolve, reject) => {
        const child = fork(fileURLToPath(import.meta.url), [SWEEP_WORKER, JSON.stringify(work)]);
        children.push(child);
        child.on('message', (report) => {
          // Nothing else is sent by a worker.
          if (!isEnough && !heard(report as SweepReport)) stop();
        });
        child.on('error', reject);
        child.on('exit', (code, signal) => {
          if (isEnough || code === 0) resolve();
          else reject(new Error(`a process of the sweep ended with ${signal ?? `exit code ${code}`}`));
        });
      }),
  );
  try {
    await Promise.all(done);
  } catch (error) {
    stop();
    throw error;
  }
}

function togglesOf(list: string | null): Partial<Behaviour> {
  if (list === null) return {};
  const pairs = list.split(',').map((pair): [string, unknown] => {
    const [name = '', value] = pair.split('=');
    if (value === undefined) throw new UsageError(`--toggles: "${pair}" has no value: write name=value`);
    if (value === 'on' || value === 'true') return [name, true];
    if (value === 'off' || value === 'false') return [name, false];
    return [name, /^\d+$/.test(value) ? Number(value) : value];
  });
  const decoded = decodeScenario({ servers: [{ sid: 1 }], toggles: Object.fromEntries(pairs) });
  if (decoded.ok) return decoded.value.toggles;
  const [problem] = decoded.error;
  const words = problem === undefined ? null : scenarioProblem(problem);
  throw new UsageError(`--toggles: ${problem?.path.replace('$.toggles.', '')} ${words?.what}: ${words?.remedy}`);
}

function tell(
  seed: number,
  { text: what, property, link, shrunk }: Finding,
  { json, out }: { readonly json: boolean; readonly out: string | null },
): void {
  if (json) {
    console.log(JSON.stringify({ finding: what, seed, property, link, shrunk }));
  } else {
    console.log(`${what}\n  the run: ${link}`);
    if (shrunk !== null) {
      console.log(
        `  shrunk to ${shrunk.servers} servers and ${shrunk.steps} steps in ${shrunk.runs} runs: ${shrunk.link}`,
      );
    }
  }
  if (out === null || shrunk === null) return;
  mkdirSync(out, { recursive: true });
  const file = join(out, `seed-${seed}-${property}.json`);
  writeFileSync(file, `${JSON.stringify(shrunk.scenario, null, 2)}\n`);
  if (!json) console.log(`  written to ${file}`);
}

class Totals {
  findingCount = 0;
  #seedCount = 0;
  #eventCount = 0;
  readonly #hazards = new Map<string, number>();
  readonly #startedAt = performance.now();
  readonly #processes: number;
  readonly #json: boolean;
  #toldAt = 0;

  constructor(processes: number, json: boolean) {
    this.#processes = processes;
    this.#json = json;
  }

  add({ eventCount, hazards, findings }: SweepReport): void {
    this.#seedCount += 1;
    this.#eventCount += eventCount;
    this.findingCount += findings.length;
    for (const name of hazards) this.#hazards.set(name, (this.#hazards.get(name) ?? 0) + 1);
    const seconds = this.#seconds();
    if (!process.stderr.isTTY || seconds - this.#toldAt < 1) return;
    this.#toldAt = seconds;
    process.stderr.write(`\r${this.#seedCount} seeds, ${Math.round(this.#eventCount / seconds)} events/s `);
  }

  end(): void {
    if (this.#toldAt > 0) process.stderr.write('\n');
    const seconds = this.#seconds();
    const summary = {
      seeds: this.#seedCount,
      events: this.#eventCount,
      seconds: Number(seconds.toFixed(2)),
      processes: this.#processes,
      eventsPerSecond: Math.round(this.#eventCount / seconds),
      findings: this.findingCount,
      hazards: Object.fromEntries([...this.#hazards].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
    if (this.#json) return console.log(JSON.stringify(summary));
    const { seeds: seedCount, events, processes, eventsPerSecond } = summary;
    const met = Object.entries(summary.hazards).map(([name, runs]) => `${name} in ${runs}`);
    console.log(
      `${seedCount} seeds, ${events} events in ${summary.seconds} s on ${processes} processes: ${eventsPerSecond} events/s`,
    );
    console.log(
      `${this.findingCount} findings${met.length === 0 ? '' : `; known defects of ZooKeeper met: ${met.join(', ')}`}`,
    );
  }

  #seconds(): number {
    return Math.max(0.001, (performance.now() - this.#startedAt) / 1000);
  }
}

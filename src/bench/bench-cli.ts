/**
 * `npm run bench`: prints one JSON object a line, `{"name":…,"value":…,"unit":…}`, for the part that is named: a number of
 * peers (their ensemble bare, watched and recorded, beside the yardstick), `history`, or `growth` (how the cost of an event
 * grows with peers and with what is kept). Each part has a process of its own: what the optimizer learned from one would
 * change the figures of the next.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { auditor } from '../audit/audit.ts';
import { uniform } from '../base/keyed-random.ts';
import { Branches } from '../history/branches.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { heapLoop } from './heap-loop.ts';
import { BUSY_MILLIS, writingEnsemble } from './workload.ts';

const HISTORY_EVENTS = 100_000;
/** In chunks of `HISTORY_EVENTS`. */
const LONG_HISTORY = 900_000;
/** Until the optimizer is done: its threads cost as much as the events before. */
const WARM_UP_EVENTS = 100_000;
const MEASURED_EVENTS = 200_000;
/** The median of so many is reported. */
const ROUNDS = 5;
/** More than the measured events need: the ensemble stays busy to the end. */
const WRITES = 150_000;
const SEEKS = 2000;
const WARM_UP_SEEKS = 500;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function report(name: string, value: number, unit: string): void {
  const digits = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  console.log(JSON.stringify({ name, value: digits, unit }));
}

/** CPU seconds that `work` takes, of all threads. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function liveEnsemble(serverCount: number, audited: boolean): Moment {
  const scenario = writingEnsemble(serverCount, WRITES);
  return zooKeeperMachine.resume(startOf(scenario, audited ? auditor : null));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Per CPU-second: the median over rounds of `count` pieces of work each, which `work` does. */
function rateOf(count: number, work: () => void): number {
  return median(Array.from({ length: ROUNDS }, () => count / cpuSeconds(work)));
}

function measureYardstick(): number {
  heapLoop(500_000);
  const rounds = 1_000_000;
  const rate = rateOf(rounds, () => heapLoop(rounds));
  report('object heap loop', rate, 'rounds per CPU-second');
  return rate;
}

function measureEngine(serverCount: number, audited: boolean): number {
  const live = liveEnsemble(serverCount, audited);
  let packets = 0;
  const run = (count: number): void => {
    for (let i = 0; i < count; i++) if (zooKeeperMachine.step(live, false)?.packet != null) packets += 1;
  };
  // An election among many is long, and another kind of work.
  while (live.world.now < BUSY_MILLIS) run(1000);
  run(WARM_UP_EVENTS);
  packets = 0;
  const rate = rateOf(MEASURED_EVENTS, () => run(MEASURED_EVENTS));
  const how = audited ? 'all invariants' : 'bare';
  report(`engine, ${serverCount} peers, ${how}`, rate, 'events per CPU-second');
  const deliveries = (rate * packets) / (MEASURED_EVENTS * ROUNDS);
  report(`engine, ${serverCount} peers, ${how}, packets`, deliveries, 'deliveries per CPU-second');
  return rate;
}

/** Recording as the page does it: history with columns, checkpoints and notes, invariants on. */
function measureRecording(serverCount: number): number {
  const branches = new Branches(zooKeeperMachine, startOf(writingEnsemble(serverCount, WRITES), auditor));
  const root = branches.get(0);
  root.extend(WARM_UP_EVENTS);
  const rate = rateOf(HISTORY_EVENTS, () => root.extend(HISTORY_EVENTS));
  report(`engine, ${serverCount} peers, invariants and recording`, rate, 'events per CPU-second');
  return rate;
}

function measurePeers(serverCount: number): void {
  const yardstick = measureYardstick();
  const bare = measureEngine(serverCount, false);
  const audited = measureEngine(serverCount, true);
  const recorded = measureRecording(serverCount);
  report(`engine, ${serverCount} peers, bare against the heap loop`, bare / yardstick, 'ratio');
  report(`engine, ${serverCount} peers, all invariants against bare`, audited / bare, 'ratio');
  report(`engine, ${serverCount} peers, recording against bare`, recorded / bare, 'ratio');
}

function measureHistory(): void {
  // Code and what the optimizer knows of it stay in the heap, too; they are not the history's.
  new Branches(zooKeeperMachine, startOf(writingEnsemble(5, 2000), auditor)).get(0).extend(WARM_UP_EVENTS);
  collectGarbage();
  const first = startOf(writingEnsemble(5, 20_000), auditor);
  collectGarbage();
  const before = memoryUsed();
  const root = new Branches(zooKeeperMachine, first).get(0);
  root.extend(HISTORY_EVENTS);
  collectGarbage();
  report('history, 5 peers, kept', (memoryUsed() - before) / HISTORY_EVENTS, 'bytes per event');
  const cursorOf = (i: number): number => Math.floor(uniform(1, 2, 3, i) * HISTORY_EVENTS);
  for (let i = 0; i < WARM_UP_SEEKS; i++) root.momentAt(cursorOf(SEEKS + i));
  const millis = Array.from({ length: SEEKS }, (_, i) => {
    const cursor = cursorOf(i);
    const start = performance.now();
    root.momentAt(cursor);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  const quantile = (q: number): number => millis[Math.floor(q * (SEEKS - 1))] ?? Number.NaN;
  report('seek in 100,000 events, median', quantile(0.5), 'ms');
  report('seek in 100,000 events, p95', quantile(0.95), 'ms');
  report('seek in 100,000 events, p99', quantile(0.99), 'ms');
}

/** 0: an event costs the same, 1: as many times more as there is more of what `ratio` tells. */
function exponent(cost: number, costOfMore: number, ratio: number): number {
  return Math.log(costOfMore / cost) / Math.log(ratio);
}

function measureGrowth(): void {
  const [few, many] = [5, 101];
  const [rateOfFew, rateOfMany] = [measureEngine(few, false), measureEngine(many, false)];
  report(`cost of an event, ${few} to ${many} peers`, exponent(1 / rateOfFew, 1 / rateOfMany, many / few), 'exponent');

  const root = new Branches(zooKeeperMachine, startOf(writingEnsemble(few, WRITES), auditor)).get(0);
  root.extend(WARM_UP_EVENTS);
  const seconds = (): number => cpuSeconds(() => root.extend(HISTORY_EVENTS));
  const costs = Array.from({ length: LONG_HISTORY / HISTORY_EVENTS }, seconds);
  // Three neighbours each: a collection of the whole heap falls into one of them.
  const [young, old] = [median(costs.slice(0, 3)), median(costs.slice(-3))];
  // In chunks from the start, the one to warm up included: the middle of the first three, and of the last.
  const [from, to] = [2.5, costs.length - 0.5];
  report('cost of a recorded event, as the history grows to a million', exponent(young, old, to / from), 'exponent');
}

function memoryUsed(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const part = process.argv[2] ?? '';
if (part === 'history') measureHistory();
else if (part === 'growth') measureGrowth();
else if (Number(part) > 0) measurePeers(Number(part));
else throw new Error(`name a part: a number of peers, history or growth; not ${JSON.stringify(part)}`);

/** What one process of a sweep does: runs its seeds, and makes of every finding a link and the least that shows it. */
import { type Shrunk, breaks, shrink } from '../explore/shrink.ts';
import { randomScenario } from '../explore/random-scenario.ts';
import { type SweepOptions, type SweepResult, findingsOf, sweep } from '../explore/sweep.ts';
import { compactScenario } from '../scenario/defaults.ts';
import { encodeShare } from '../scenario/link.ts';
import { Run } from '../scenario/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CURSOR_MAX, DIGEST_DIGITS } from '../scenario/share.ts';

/** Plain data: it travels between processes. Seeds from `from` up to and without `to`. */
export interface SweepWork {
  readonly from: number;
  readonly to: number;
  readonly options: SweepOptions;
  /** How many runs may be spent on making one finding small; 0 leaves it as it is. */
  readonly shrinkRuns: number;
}

export interface SweepReport {
  readonly seed: number;
  readonly eventCount: number;
  /** Names of the known defects of ZooKeeper that the run met. */
  readonly hazards: readonly string[];
  readonly findings: readonly Finding[];
}

export interface Finding {
  readonly text: string;
  /** The property that broke; null when service did not come back. */
  readonly property: string | null;
  /** Opens the run where it shows: just after the event. */
  readonly link: string;
  readonly shrunk: ShrunkFinding | null;
}

export interface ShrunkFinding {
  readonly link: string;
  /** As a scenario file has it. */
  readonly scenario: Record<string, unknown>;
  readonly servers: number;
  readonly steps: number;
  readonly runs: number;
}

export async function* sweepWork({ from, to, options, shrinkRuns }: SweepWork): AsyncGenerator<SweepReport> {
  for (const result of sweep(from, to, options)) yield await reportOf(result, options, shrinkRuns);
}

async function reportOf(result: SweepResult, options: SweepOptions, shrinkRuns: number): Promise<SweepReport> {
  const { seed, eventCount, violations, hazards } = result;
  const scenario = randomScenario({ ...options, seed });
  const findings: Finding[] = [];
  const shrunkOf = new Map<string, ShrunkFinding | null>();
  for (const text of findingsOf(result)) {
    // A text of `findingsOf` that tells of no violation tells of a run that got stuck.
    const violation = violations.find(
      ({ property, event }) => text.includes(`event ${event} `) && text.includes(property),
    );
    if (violation === undefined) {
      findings.push({ text, property: null, link: await linkTo(scenario, eventCount), shrunk: null });
      continue;
    }
    const { property, event } = violation;
    if (!shrunkOf.has(property)) shrunkOf.set(property, await shrunken(scenario, property, shrinkRuns));
    const shrunk = shrunkOf.get(property) ?? null;
    findings.push({ text, property, link: await linkTo(scenario, event + 1), shrunk });
  }
  return { seed, eventCount, hazards: [...new Set(hazards.map(({ name }) => name))], findings };
}

async function shrunken(scenario: Scenario, property: string, runsMax: number): Promise<ShrunkFinding | null> {
  const shrunk: Shrunk | null = runsMax === 0 ? null : shrink(scenario, breaks(property), runsMax);
  if (shrunk === null) return null;
  const small = { ...shrunk.scenario, id: `${scenario.id}-small`, title: `${scenario.title}, shrunk: ${property}` };
  return {
    link: await linkTo(small, firstBreakOf(small, property)),
    scenario: compactScenario(small),
    servers: small.servers.length,
    steps: small.script.length,
    runs: shrunk.runCount,
  };
}

/** The number of events up to and with the first that breaks `property`. */
function firstBreakOf(scenario: Scenario, property: string): number {
  const run = new Run(scenario, { untilMillis: Infinity, noting: false, audited: true });
  while (run.eventCount < CURSOR_MAX) {
    if (run.next()?.violations.some((violation) => violation.property === property) === true) break;
  }
  return run.eventCount;
}

/** To the place after `cursor` events, with the digest that tells whether somebody else sees the same. */
async function linkTo(scenario: Scenario, cursor: number): Promise<string> {
  const run = new Run(scenario, { untilMillis: Infinity, noting: false, audited: false });
  const end = Math.min(cursor, CURSOR_MAX);
  while (run.eventCount < end && run.next() !== null);
  const digest = run.digest().slice(0, DIGEST_DIGITS);
  return encodeShare({ scenario, interventions: [], cursor: run.eventCount, selection: null, digest });
}

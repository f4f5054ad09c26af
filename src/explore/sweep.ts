/** Runs random scenarios under the audit, and says of each what broke and whether service came back. */
import { freshGeneration } from '../base/slice.ts';
import type { Violation } from '../audit/audit.ts';
import { newAudit } from '../audit/ghost.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { type Hazard, hazardsOf } from './hazards.ts';
import { whatIsMissing } from './liveness.ts';
import { type RandomOptions, faultsEndAt, randomScenario } from './random-scenario.ts';
import { type Situation, type Situations, countSituations } from './situations.ts';

export interface SweepOptions extends Omit<RandomOptions, 'seed'> {
  /** Count what each run met. Costs the notes that nobody else reads. */
  readonly counting: boolean;
  /** Of the seeds, only every `count`th, from the `index`th on (from 0): processes that share a sweep. */
  readonly shard: { readonly index: number; readonly count: number };
}

export interface SweepResult {
  readonly seed: number;
  readonly eventCount: number;
  /** In the order they happened; `event` counts from 0. */
  readonly violations: readonly (Violation & { readonly event: number; readonly at: number })[];
  /** Known defects of ZooKeeper that the run ran into. */
  readonly hazards: readonly (Hazard & { readonly event: number; readonly at: number })[];
  /** Whether one leader served everybody in time after the last fault. */
  readonly liveness: Liveness;
  /** Null where nobody counted. */
  readonly situations: Situations | null;
}

export type Liveness =
  | { readonly kind: 'recovered'; readonly afterMillis: number }
  /** What was missing, server by server, when time was up. */
  | { readonly kind: 'stuck'; readonly missing: string };

/** What a run shows that no hazard in it explains: a line each. */
export function findingsOf({ seed, violations, hazards, liveness }: SweepResult): readonly string[] {
  // A server that refuses to start harms nobody but itself.
  const harmedAt = hazards.find(({ name }) => name !== 'ZOOKEEPER-2354')?.event ?? Infinity;
  const broken = violations
    .filter(({ event }) => event < harmedAt)
    .map(({ property, detail, event, at }) => `seed ${seed}, event ${event} at ${at} ms: ${property}, ${detail}`);
  const stuck = liveness.kind === 'stuck' && hazards.length === 0 ? [`seed ${seed}: ${liveness.missing}`] : [];
  return [...broken, ...stuck];
}

/** Notifications may have backed off to a minute: so long after the last fault everyone must be back. */
const RECOVERY_MILLIS = 200_000;

/** A quiet ensemble only pings: looking now and then is enough. */
const LOOK_EVERY_EVENTS = 128;

/** The seeds from `from` up to and without `to`, one run each, in order. */
export function* sweep(from: number, to: number, options: SweepOptions): Generator<SweepResult> {
  const { index, count } = options.shard;
  for (let seed = from + index; seed < to; seed += count) yield sweepOne(seed, options);
}

function sweepOne(seed: number, options: SweepOptions): SweepResult {
  const scenario = randomScenario({ ...options, seed });
  const live = zooKeeperMachine.resume(startOf(scenario, newAudit(freshGeneration())));
  const faultsEnd = faultsEndAt(options);
  const violations: (Violation & { event: number; at: number })[] = [];
  const hazards: (Hazard & { event: number; at: number })[] = [];
  const situations = options.counting ? new Map<Situation, number>() : null;
  let eventCount = 0;
  let hasCommitted = false;
  let liveness: Liveness = { kind: 'stuck', missing: 'a write that commits after the faults' };
  for (;;) {
    const entry = zooKeeperMachine.step(live, options.counting);
    if (entry === null || entry.at > faultsEnd + RECOVERY_MILLIS) break;
    for (const violation of entry.violations) violations.push({ ...violation, event: eventCount, at: entry.at });
    for (const hazard of hazardsOf(entry, live)) hazards.push({ ...hazard, event: eventCount, at: entry.at });
    if (situations !== null) countSituations(entry, situations);
    eventCount += 1;
    if (entry.at <= faultsEnd) continue;
    hasCommitted ||= entry.notes.some((note) => note.kind === 'committed');
    if (!hasCommitted || eventCount % LOOK_EVERY_EVENTS !== 0) continue;
    const missing = whatIsMissing(live);
    if (missing === null) {
      liveness = { kind: 'recovered', afterMillis: entry.at - faultsEnd };
      break;
    }
    liveness = { kind: 'stuck', missing };
  }
  if (!hasCommitted)
    liveness = { kind: 'stuck', missing: whatIsMissing(live) ?? 'a write that commits after the faults' };
  return { seed, eventCount, violations, hazards, liveness, situations };
}

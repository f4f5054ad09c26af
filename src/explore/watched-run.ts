/** Runs one scenario under the audit to where it is quiet and whole again, or time is up. */
import type { Violation } from '../audit/audit.ts';
import { auditor } from '../audit/audit.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { type Hazard, hazardsAtRest, hazardsOf } from './hazards.ts';
import { whatIsMissing } from './liveness.ts';
import { type Situation, type Situations, countSituations } from './situations.ts';

export interface RunOptions {
  /** When the last fault has ended, in virtual milliseconds: from then on one leader must come to serve everybody. */
  readonly faultsEndAt: number;
  /** Count what the run met. Costs the notes that nobody else reads. */
  readonly counting: boolean;
}

export interface RunResult {
  readonly eventCount: number;
  /** In the order they happened. */
  readonly violations: readonly (Violation & When)[];
  /** Known defects of ZooKeeper that the run ran into. */
  readonly hazards: readonly (Hazard & When)[];
  readonly liveness: Liveness;
  /** Null where nobody counted. */
  readonly situations: Situations | null;
}

interface When {
  /** Counted from 0. */
  readonly event: number;
  /** Virtual milliseconds. */
  readonly at: number;
}

export type Liveness =
  | { readonly kind: 'recovered'; readonly afterMillis: number }
  /** What was missing, server by server, when time was up. */
  | { readonly kind: 'stuck'; readonly missing: string };

/** Notifications may have backed off to a minute: so long after the last fault everyone must be back. */
const RECOVERY_MILLIS = 200_000;

/** Most are back within seconds, and looking costs more than a step; who is not is seldom back soon. */
const SOON_MILLIS = 15_000;
const LOOK_EVERY_EVENTS = { soon: 128, later: 2048 };

/** The scenario needs writes after its last fault: that a leader serves shows in that one commits. */
export function watchedRun(scenario: Scenario, { faultsEndAt, counting }: RunOptions): RunResult {
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const violations: (Violation & When)[] = [];
  const hazards: (Hazard & When)[] = [];
  const situations = counting ? new Map<Situation, number>() : null;
  let event = 0;
  let hasCommitted = false;
  const result = (liveness: Liveness): RunResult => ({ eventCount: event, violations, hazards, liveness, situations });
  for (;;) {
    const entry = zooKeeperMachine.step(live, counting);
    if (entry === null || entry.at > faultsEndAt + RECOVERY_MILLIS) break;
    const { at } = entry;
    for (const violation of entry.violations) violations.push({ ...violation, event, at });
    for (const hazard of hazardsOf(entry, live)) hazards.push({ ...hazard, event, at });
    // Only a detector tells that something has lasted too long; what holds it up is seen at the same time.
    if (entry.violations.some(({ fact }) => fact.kind === 'stalled')) {
      addNew(hazards, hazardsAtRest(live), { event, at });
    }
    if (situations !== null) countSituations(entry, situations);
    event += 1;
    if (at <= faultsEndAt) continue;
    hasCommitted ||= entry.notes.some((note) => note.kind === 'committed');
    const every = at <= faultsEndAt + SOON_MILLIS ? LOOK_EVERY_EVENTS.soon : LOOK_EVERY_EVENTS.later;
    if (!hasCommitted || event % every !== 0) continue;
    if (whatIsMissing(live) === null) return result({ kind: 'recovered', afterMillis: at - faultsEndAt });
  }
  addNew(hazards, hazardsAtRest(live), { event, at: live.world.now });
  return result({ kind: 'stuck', missing: whatIsLacking(live, hasCommitted) });
}

/** Those that are not known already of the same server: what holds a run up goes on doing so. */
function addNew(hazards: (Hazard & When)[], found: readonly Hazard[], when: When): void {
  for (const hazard of found) {
    const isKnown = hazards.some(({ name, server }) => name === hazard.name && server === hazard.server);
    if (!isKnown) hazards.push({ ...hazard, ...when });
  }
}

function whatIsLacking(live: Moment, hasCommitted: boolean): string {
  return whatIsMissing(live) ?? (hasCommitted ? 'time: it has come back just now' : 'a write that commits');
}

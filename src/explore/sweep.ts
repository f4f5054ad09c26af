/** Runs one random scenario to its end under the audit, and says what broke and whether service came back. */
import { digestOf } from '../base/digest.ts';
import { freshGeneration } from '../base/slice.ts';
import type { Violation } from '../audit/audit.ts';
import { newAudit } from '../audit/ghost.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { type RandomOptions, faultsEndAt, randomScenario } from './random-scenario.ts';

export interface SweepResult {
  readonly seed: number;
  readonly eventCount: number;
  readonly violations: readonly (Violation & { readonly event: number })[];
  /** Null: every server serves, as one leader and its followers with equal trees. Else what is missing. */
  readonly stuck: string | null;
  readonly digest: string;
}

/** Backoff may have grown to a minute: so long after the last fault everyone must be back. */
const RECOVERY_MILLIS = 200_000;

export function sweepOne(options: RandomOptions): SweepResult {
  const moment = startOf(randomScenario(options), newAudit(freshGeneration()));
  const live = zooKeeperMachine.resume(moment);
  const endAt = faultsEndAt(options) + RECOVERY_MILLIS;
  const violations: (Violation & { event: number })[] = [];
  let event = 0;
  let stuck: string | null = 'not started';
  while (live.world.now < endAt) {
    const entry = zooKeeperMachine.step(live, false);
    if (entry === null) break;
    for (const violation of entry.violations) violations.push({ ...violation, event });
    event += 1;
    // A quiet ensemble only pings: looking now and then is enough.
    if (event % 256 === 0 && live.scriptIndex === live.script.length) {
      stuck = whatIsMissing(live);
      if (stuck === null) break;
    }
  }
  return { seed: options.seed, eventCount: event, violations, stuck, digest: zooKeeperMachine.digest(live) };
}

/** Why the ensemble is not whole, or null. */
function whatIsMissing(moment: Moment): string | null {
  const leaders: number[] = [];
  const trees = new Map<number, string>();
  for (const { config, status, state } of moment.world.nodes) {
    if (config.kind !== 'server') continue;
    if (status !== 'up' || state?.kind !== 'server') return `S${config.sid} is ${status}`;
    if (!state.clients.serving) return `S${config.sid} is ${state.state}, not serving`;
    if (state.leader !== null) leaders.push(config.sid);
    const { tree, lastProcessedZxid } = state.database;
    const known = trees.get(lastProcessedZxid);
    const digest = digestOf(tree);
    if (known !== undefined && known !== digest) return `S${config.sid} has another tree at ${lastProcessedZxid}`;
    trees.set(lastProcessedZxid, digest);
  }
  return leaders.length === 1 ? null : `${leaders.length} leaders`;
}

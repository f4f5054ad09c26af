/** Random scenarios by the thousand, each run under the audit. */
import { type RandomOptions, faultsEndAt, randomScenario } from './random-scenario.ts';
import { factText } from '../audit/fact.ts';
import { isExplained, mayKeepFromRest } from './explained.ts';
import { type RunResult, watchedRun } from './watched-run.ts';

export interface SweepOptions extends Omit<RandomOptions, 'seed'> {
  /** Count what each run met. */
  readonly counting: boolean;
  /** Of the seeds, only every `count`th, from the `index`th on (from 0): processes that share a sweep. */
  readonly shard: { readonly index: number; readonly count: number };
}

export interface SweepResult extends RunResult {
  /** With the same options it draws the same scenario (`randomScenario`). */
  readonly seed: number;
}

/** The seeds from `from` up to and without `to`, one run each, in order. */
export function* sweep(from: number, to: number, options: SweepOptions): Generator<SweepResult> {
  const { counting, shard } = options;
  for (let seed = from + shard.index; seed < to; seed += shard.count) {
    const scenario = randomScenario({ ...options, seed });
    yield { seed, ...watchedRun(scenario, { faultsEndAt: faultsEndAt(options), counting }) };
  }
}

/** What a run shows that no hazard in it explains: a line each. */
export function findingsOf({ seed, violations, hazards, liveness }: SweepResult): readonly string[] {
  const broken = violations
    .filter((violation) => !isExplained(violation, hazards))
    .map(({ property, servers, fact, event, at }) => {
      const who = servers.map((sid) => `S${sid}`).join(' ');
      return `seed ${seed}, event ${event} at ${at} ms: ${property}, ${who}, ${factText(fact)}`;
    });
  const isStuck = liveness.kind === 'stuck' && !mayKeepFromRest(hazards);
  return isStuck ? [...broken, `seed ${seed}: ${liveness.missing}`] : broken;
}

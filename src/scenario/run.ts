/** Plays a scenario, and what somebody did to it, event by event: the shortest way from causes to what follows. */
import { auditor } from '../audit/audit.ts';
import type { Entry } from '../sim/entry.ts';
import { stepBefore, zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import type { Scenario } from './scenario.ts';
import type { SharedIntervention } from './share.ts';
import { startOf } from './start.ts';

export interface RunOptions {
  /** Virtual milliseconds; what would happen at this time or later does not. Infinity for no end. */
  readonly untilMillis: number;
  /** Whether entries carry all notes: dearer, and needed to tell what happened and why. */
  readonly noting: boolean;
  /** Whether every invariant watches; entries then name what they broke. */
  readonly audited: boolean;
  /** In order. One that makes no sense where it stands is an event that changes nothing. */
  readonly interventions?: readonly SharedIntervention[];
}

/** One run. The moment is written in place by the next step: take from it what you need, or a `structuredClone`. */
export class Run {
  readonly #live: Moment;
  readonly #options: RunOptions;
  #eventCount = 0;
  #interventionCount = 0;

  constructor(scenario: Scenario, options: RunOptions) {
    this.#live = zooKeeperMachine.resume(startOf(scenario, options.audited ? auditor : null));
    this.#options = options;
  }

  /** How things stand after the last entry. */
  get moment(): Moment {
    return this.#live;
  }

  /** How many entries there were: the number of the next one. */
  get eventCount(): number {
    return this.#eventCount;
  }

  /** The next event, in order of virtual time; null at the end. */
  next(): Entry | null {
    const { interventions = [], untilMillis, noting } = this.#options;
    const intervention = interventions[this.#interventionCount];
    if (intervention !== undefined && intervention.after <= this.#eventCount) {
      this.#interventionCount += 1;
      this.#eventCount += 1;
      return zooKeeperMachine.act(this.#live, intervention.action, intervention.wait, noting);
    }
    const entry = stepBefore(this.#live, untilMillis, noting);
    if (entry !== null) this.#eventCount += 1;
    return entry;
  }

  /** All entries there are left. */
  *entries(): Generator<Entry> {
    for (let entry = this.next(); entry !== null; entry = this.next()) yield entry;
  }

  /** Fingerprint of the moment, the same in every engine; links carry its first eight digits. */
  digest(): string {
    return zooKeeperMachine.digest(this.#live);
  }
}

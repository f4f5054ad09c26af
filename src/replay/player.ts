/**
 * Steers a run by hand: acts now, or runs on until something holds. What it did is a script; a fresh run of the
 * same scenario with that script gives the same events, because every action is played through the script and
 * lies later than all that happened before it.
 */
import type { Draft } from '../base/slice.ts';
import { startOf } from '../scenario/start.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../sim/action.ts';
import type { Entry } from '../sim/entry.ts';
import { stepBefore, zooKeeperMachine } from '../sim/machine.ts';
import type { Moment, ScriptStep } from '../sim/moment.ts';
import type { Refusal } from '../sim/performer.ts';

export type Listener = (entry: Entry, moment: Moment) => void;

export class Player {
  readonly scenario: Scenario;
  readonly #live: Moment;
  readonly #script: ScriptStep[] = [];
  readonly #listeners: readonly Listener[];
  /** The time of the next action: later than every event so far. */
  #next = 0;

  /** Each listener hears of every event, in order, when it has happened. */
  constructor(scenario: Scenario, listeners: readonly Listener[]) {
    this.scenario = scenario;
    this.#live = zooKeeperMachine.resume({ ...startOf(scenario, null), script: this.#script });
    this.#listeners = listeners;
  }

  /** The run as it is; good until the player goes on. */
  get moment(): Moment {
    return this.#live;
  }

  get script(): readonly ScriptStep[] {
    return this.#script;
  }

  /** Does `action`; null, or why it may not be done (then it is not done). */
  act(action: Action): Refusal | null {
    this.#settle(this.#next);
    const refusal = zooKeeperMachine.refusal(this.#live, action);
    if (refusal !== null) return refusal;
    this.#next = this.#live.world.now;
    this.#script.push({ at: this.#next, action });
    this.#stepBefore(Infinity);
    return null;
  }

  runFor(millis: number): void {
    const until = this.#next + millis;
    this.#settle(until);
    this.#next = until;
  }

  /** Runs until `holds`, for at most `limitMillis` of virtual time. False when that ran out. */
  runUntil(holds: () => boolean, limitMillis: number): boolean {
    const limit = this.#next + limitMillis;
    while (!holds()) {
      if (!this.#stepBefore(limit)) {
        this.#next = limit;
        return holds();
      }
      this.#next = this.#live.world.now + 1;
    }
    return true;
  }

  /** Fires what is due before `until`. */
  #settle(until: number): void {
    while (this.#stepBefore(until));
    (this.#live.world as Draft<Moment['world']>).now = Math.max(this.#live.world.now, until);
  }

  /** One event, if one happens before `until`. */
  #stepBefore(until: number): boolean {
    const entry = stepBefore(this.#live, until, true);
    if (entry === null) return false;
    for (const listener of this.#listeners) listener(entry, this.#live);
    return true;
  }
}

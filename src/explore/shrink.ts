/**
 * Makes a scenario that breaks something as small as it goes: fewer servers and steps, no jitter, shorter waits, as
 * long as the same still breaks. What is left is what it takes.
 */
import { auditor } from '../audit/audit.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import type { Action } from '../sim/action.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { movesMessages, withMessagesFound } from './random-messages.ts';

/** When, in virtual milliseconds, a scenario shows what is looked for; null when it never does. */
export type BreaksAt = (scenario: Scenario) => number | null;

export interface Shrunk {
  readonly scenario: Scenario;
  /** How many scenarios were run to find it. */
  readonly runCount: number;
}

/** How long after its last step a scenario may still show something. */
const AFTERWARDS_MILLIS = 30_000;

/** The first time that a property of the audit is broken. */
export function breaks(property: string): BreaksAt {
  return (scenario) => {
    const live = zooKeeperMachine.resume(startOf(scenario, auditor));
    const endAt = (scenario.script.at(-1)?.at ?? 0) + AFTERWARDS_MILLIS;
    for (;;) {
      const entry = zooKeeperMachine.step(live, false);
      if (entry === null || entry.at > endAt) return null;
      if (entry.violations.some((violation) => violation.property === property)) return entry.at;
    }
  };
}

/**
 * The smallest scenario found, after at most `runsMax` runs, that still breaks; null when `scenario` itself does not.
 * Where the runs suffice, no single step of it can be left out.
 */
export function shrink(scenario: Scenario, breaksAt: BreaksAt, runsMax: number): Shrunk | null {
  const search = new Search(scenario, breaksAt, runsMax);
  if (!search.take(scenario)) return null;
  for (let size = Infinity; search.size() < size;) {
    size = search.size();
    dropServers(search);
    dropSteps(search);
    search.take({ ...search.best, network: { ...search.best.network, jitterMillis: 0 } });
    shortenWaits(search);
  }
  return { scenario: search.best, runCount: search.runCount };
}

class Search {
  /** The smallest scenario so far. */
  best: Scenario;
  runCount = 0;
  readonly #breaksAt: BreaksAt;
  readonly #runsMax: number;

  constructor(scenario: Scenario, breaksAt: BreaksAt, runsMax: number) {
    this.best = scenario;
    this.#breaksAt = breaksAt;
    this.#runsMax = runsMax;
  }

  /**
   * Takes `candidate`, without what comes after it has broken, in place of the best if it breaks; else the same with the
   * messages that are there.
   */
  take(candidate: Scenario): boolean {
    if (!this.#hasRuns()) return false;
    if (this.#try(candidate)) return true;
    return movesMessages(candidate.script) && this.#hasRuns() && this.#try(withMessagesFound(candidate));
  }

  #hasRuns(): boolean {
    return this.runCount < this.#runsMax;
  }

  #try(candidate: Scenario): boolean {
    this.runCount += 1;
    const at = this.#breaksAt(candidate);
    if (at === null) return false;
    this.best = { ...candidate, script: candidate.script.filter((step) => step.at <= at) };
    return true;
  }

  /** Every pass makes it smaller or leaves it: what it counts are servers, steps and milliseconds. */
  size(): number {
    const { servers, script, network } = this.best;
    return servers.length + script.length + network.jitterMillis + (script.at(-1)?.at ?? 0);
  }
}

function dropServers(search: Search): void {
  for (const { sid } of search.best.servers.toReversed()) {
    if (search.best.servers.length > 1) search.take(withoutServer(search.best, sid));
  }
}

/** Halves first, then quarters, down to single steps (Zeller's ddmin); from the end, where least depends on them. */
function dropSteps(search: Search): void {
  for (let size = Math.ceil(search.best.script.length / 2); ; size = Math.ceil(size / 2)) {
    for (let from = search.best.script.length - size; from > -size; from -= size) {
      const script = search.best.script.filter((_, i) => i < from || i >= from + size);
      if (script.length < search.best.script.length) search.take({ ...search.best, script });
    }
    if (size <= 1) return;
  }
}

/** Moves everything from a step on nearer to what comes before it. */
function shortenWaits(search: Search): void {
  for (let i = 0; i < search.best.script.length; i++) {
    for (const share of [0, 0.5, 0.75]) {
      const { script } = search.best;
      const wait = (script[i]?.at ?? 0) - (script[i - 1]?.at ?? 0);
      const less = wait - Math.floor(wait * share);
      if (less <= 0) break;
      const earlier = script.map((step, j): ScriptStep => (j < i ? step : { ...step, at: step.at - less }));
      if (search.take({ ...search.best, script: earlier })) break;
    }
  }
}

/** The scenario without one server, and without what was done to it. */
function withoutServer(scenario: Scenario, sid: Sid): Scenario {
  return {
    ...scenario,
    servers: scenario.servers.filter((server) => server.sid !== sid),
    network: {
      ...scenario.network,
      links: scenario.network.links.filter(({ between }) => !between.includes(sid)),
    },
    script: scenario.script.flatMap((step) => {
      const action = actionWithout(step.action, sid);
      return action === null ? [] : [{ ...step, action }];
    }),
  };
}

function actionWithout(action: Action, sid: Sid): Action | null {
  switch (action.do) {
    case 'partition':
      return { ...action, groups: action.groups.map((group) => group.filter((other) => other !== sid)) };
    case 'cut':
    case 'heal':
    case 'latency':
    case 'loss':
    case 'dropMessage':
    case 'delayMessage':
    case 'hurryMessage':
      return action.from === sid || action.to === sid ? null : action;
    case 'healAll':
    case 'killClient':
    case 'type':
    case 'call':
      return action;
    case 'connect': {
      if (action.server === sid) return null;
      const { hosts, ...rest } = action;
      return hosts === undefined ? action : { ...rest, hosts: hosts.filter((other) => other !== sid) };
    }
    case 'hold': {
      const held = actionWithout(action.action, sid);
      return action.until.server === sid || held === null ? null : { ...action, action: held };
    }
    default:
      return action.server === sid ? null : action;
  }
}

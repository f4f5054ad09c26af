import { describe, expect, it } from 'vitest';
import { decodeScenario } from '../scenario/decode.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import type { Action } from '../sim/action.ts';
import { stepBefore, zooKeeperMachine } from '../sim/machine.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { withMessagesFound } from './random-messages.ts';
import { SWEEP_OPTIONS, randomScenario } from './random-scenario.ts';
import { type BreaksAt, shrink } from './shrink.ts';

const scenarioOf = (seed: number): Scenario =>
  randomScenario({ ...SWEEP_OPTIONS, seed, faults: [...SWEEP_OPTIONS.faults, 'messages'] });

const isMove = ({ action }: ScriptStep): boolean => action.do.endsWith('Message');

/** The steps that move a message which is under way when they come, in order. */
function* done(scenario: Scenario): Generator<ScriptStep> {
  const live = zooKeeperMachine.resume(startOf(scenario, null));
  for (const [index, step] of scenario.script.entries()) {
    if (!isMove(step)) continue;
    while (live.scriptIndex < index) zooKeeperMachine.step(live, false);
    while (stepBefore(live, step.at, false) !== null);
    if (live.performer.refusalOf(live.world, step.action) === null) yield step;
  }
}

const movesOf = (scenario: Scenario): readonly ScriptStep[] => scenario.script.filter(isMove);
const doneIn = (scenario: Scenario): readonly ScriptStep[] => [...done(scenario)];

/** Whatever message a step names, by its type alone, and whenever it comes. */
const shape = ({ script }: Scenario): unknown =>
  script.map((step) => (isMove(step) ? { ...step.action, number: 0 } : step));

/** When a PROPOSAL is held up. */
const heldUp: BreaksAt = (candidate) => {
  for (const { at, action } of done(candidate)) {
    if (action.do === 'delayMessage' && action.packet === 'PROPOSAL') return at;
  }
  return null;
};

describe('messages of a random scenario', () => {
  const scenarios = [1, 2, 3, 4, 5].map(scenarioOf);

  it('each is under way when its step comes, in what a link carries as well', () => {
    for (const scenario of scenarios) {
      const decoded = decodeScenario(JSON.parse(JSON.stringify(scenario)));
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
      expect(decoded.value).toEqual(scenario);
      expect(doneIn(decoded.value)).toEqual(movesOf(scenario));
    }
  });

  it('are held up, let through sooner, and, where they are votes, lost; none behind the faults', () => {
    const moves = scenarios.flatMap(movesOf);
    const kinds = new Set(moves.map(({ action }) => action.do));
    expect(kinds).toEqual(new Set<Action['do']>(['delayMessage', 'hurryMessage', 'dropMessage']));
    const lost = moves.flatMap(({ action }) => (action.do === 'dropMessage' ? [action.packet] : []));
    expect(new Set(lost)).toEqual(new Set(['NOTIFICATION']));
    const types = new Set(moves.map(({ action }) => ('packet' in action ? action.packet : null)));
    for (const type of ['NOTIFICATION', 'ACKEPOCH', 'NEWLEADER', 'PROPOSAL', 'ACK', 'COMMIT', 'CALL']) {
      expect(types).toContain(type);
    }
    expect(Math.max(...moves.map(({ at }) => at))).toBeLessThanOrEqual(SWEEP_OPTIONS.spanMillis);
  });

  it('where steps are left out, the message that is there is named instead', () => {
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error('a scenario');
    const fewer = { ...scenario, script: scenario.script.filter((step, i) => isMove(step) || i % 10 !== 7) };
    const found = withMessagesFound(fewer);
    expect(shape(found)).toEqual(shape(fewer));
    const times = found.script.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(doneIn(found).length).toBeGreaterThan(2 * doneIn(fewer).length);
    expect(withMessagesFound(scenario)).toEqual(scenario);
  });

  it('are shrunk to the one that it takes', () => {
    const [, , scenario] = scenarios;
    if (scenario === undefined) throw new Error('a scenario');
    const small = shrink(scenario, heldUp, 800)?.scenario;
    const script = small?.script ?? [];
    expect(small === undefined ? null : heldUp(small)).not.toBeNull();
    expect(script.filter(isMove).length).toBe(1);
    // Servers, clients, a request.
    expect(script.length).toBeLessThan(12);
  });

  it('a run with the messages that are there counts among those that shrinking may take', () => {
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error('a scenario');
    let runs = 0;
    // Nothing but the whole breaks.
    const breaks: BreaksAt = () => (++runs === 1 ? Infinity : null);
    expect(shrink(scenario, breaks, 6)?.runCount).toBe(6);
    expect(runs).toBe(6);
  });
});

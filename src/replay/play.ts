/** Plays a recording on the engine, step by step, and notes at each phase's end what a recorder would have seen. */
import type { Scenario } from '../scenario/scenario.ts';
import type { Moment } from '../sim/moment.ts';
import { Calls } from './calls.ts';
import { Connections } from './connections.ts';
import { Elections } from './elections.ts';
import { initialScenario } from './initial.ts';
import { playStep } from './play-step.ts';
import type { Stage } from './stage.ts';
import { Player } from './player.ts';
import { type PlayedPhase, observe } from './observe.ts';
import type { Facts, RecordedConnection, Recording } from './recording.ts';
import { Rolls } from './rolls.ts';
import type { Step } from './step.ts';

export interface Played {
  /** What was done and when: run from scratch it gives the same events. */
  readonly scenario: Scenario;
  /** Phases that ended. */
  readonly phases: readonly PlayedPhase[];
  readonly connections: readonly RecordedConnection[];
  /** The run when it ended. */
  readonly end: Moment;
  /** The step that could not be played, and why; the replay ends there. */
  readonly failure: { readonly at: string; readonly why: string } | null;
}

export const DEFAULT_SEED = 1;

export function play(recording: Recording, seed = DEFAULT_SEED): Played {
  const calls = new Calls();
  const elections = new Elections();
  const connections = new Connections();
  const rolls = new Rolls();
  const followers = { calls, elections, connections, rolls };
  const player = new Player(initialScenario(recording, seed), [
    (entry, moment) => Object.values(followers).forEach((follower) => follower.hear(entry, moment)),
  ]);
  const stage: Stage = { player, calls };
  const phases: PlayedPhase[] = [];
  let failure: Played['failure'] = null;
  for (const phase of recording.phases) {
    connections.enterPhase(phase.name);
    const steps: Facts[] = [];
    for (const [index, step] of phase.steps.entries()) {
      const outcome = playStep(stage, step);
      if ('failure' in outcome) {
        failure = { at: `/${phase.name}/steps/${index} ${nameOf(step)}`, why: outcome.failure };
        break;
      }
      steps.push(outcome.facts);
    }
    if (failure !== null) break;
    phases.push({ name: phase.name, steps, ...observe(recording, player.moment, followers), syncs: [] });
  }
  return {
    scenario: { ...player.scenario, script: player.script },
    phases: phases.map((phase, i) => ({ ...phase, syncs: connections.syncsOf(i) })),
    connections: connections.all,
    end: player.moment,
    failure,
  };
}

function nameOf(step: Step): string {
  const name = step.op === 'unknown' ? step.name : step.op;
  return 'client' in step ? `${name} ${step.client}` : name;
}

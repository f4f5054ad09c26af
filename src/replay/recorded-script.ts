/**
 * The script of a recording without what was recorded: enough to do it again. The scripts of all recordings are
 * small; `scripts.json` holds them for the page, and a test keeps it in step with the recordings.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { Calls } from './calls.ts';
import { initialScenario } from './initial.ts';
import { playStep } from './play-step.ts';
import { Player } from './player.ts';
import type { RecordedConfig, Recording } from './recording.ts';
import type { Step } from './step.ts';

export interface RecordedScript {
  readonly scenario: string;
  readonly title: string;
  readonly config: RecordedConfig;
  readonly steps: readonly Step[];
}

export function scriptOf({ scenario, title, config, phases }: Recording): RecordedScript {
  return { scenario, title, config, steps: phases.flatMap(({ steps }) => steps.map(withoutResult)) };
}

function withoutResult(step: Step): Step {
  if (!('result' in step)) return step;
  const { result: _, ...asked } = step;
  return asked as Step;
}

/** The scenario that the steps make when they are played, up to one that cannot be. */
export function scenarioOf(script: RecordedScript, seed: number): Scenario {
  const calls = new Calls();
  const player = new Player(initialScenario(script, seed), [(entry, moment) => calls.hear(entry, moment)]);
  for (const step of script.steps) if ('failure' in playStep({ player, calls }, step)) break;
  return { ...player.scenario, script: player.script };
}

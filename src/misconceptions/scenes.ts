/** Ensembles for misconceptions: they start at once, and a client connects after a second, where there is one. */
import { lessonScene } from '../lessons/scene.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { act, connect, start } from '../scenario/script-steps.ts';
import type { Action } from '../sim/action.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Occurrence } from '../sim/occurrence.ts';
import { sceneOf } from './misconception.ts';

interface Parts extends Partial<Omit<Parameters<typeof lessonScene>[0], 'id' | 'title' | 'script'>> {
  /** Client `ann` is connected to that server; 1·1 is the session. */
  readonly at?: number;
  /** Those that start with the others; all of them, unless said. */
  readonly starting?: readonly number[];
  readonly more?: readonly (readonly ScriptStep[])[];
}

export function scene(id: string, title: string, { servers = 3, at, starting, more = [], ...rest }: Parts): Scenario {
  const sids = starting ?? Array.from({ length: servers }, (_, index) => index + 1);
  const client = at === undefined ? [] : [connect(1000, 'ann', at)];
  return sceneOf(
    id,
    lessonScene({
      id,
      title,
      servers,
      timing: { tickMillis: 500 },
      ...rest,
      script: [start(0, ...sids), ...client, ...more],
    }),
  );
}

/** As soon as that happens, or has happened so often. */
export function when(until: Occurrence, action: Action, nth?: number): readonly ScriptStep[] {
  return act(0, { do: 'hold', until, action, ...(nth !== undefined && { nth }) });
}

/** A line that ann types into her shell. */
export function type(at: number, line: string): readonly ScriptStep[] {
  return act(at, { do: 'type', client: 'ann', line });
}

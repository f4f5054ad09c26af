/** Ensembles for challenges: all servers start at once, so that the largest sid leads, and a client is connected to one. */
import type { Scenario } from '../scenario/scenario.ts';
import { connect, start } from '../scenario/script-steps.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { lessonScene } from '../lessons/scene.ts';

/** Transaction 1·1 is the session of `ann`, who connects to `at` after a second; without `at` there is no client. */
export function running(
  id: string,
  title: string,
  servers: number,
  at: number | null = servers,
  more: readonly (readonly ScriptStep[])[] = [],
): Scenario {
  const sids = Array.from({ length: servers }, (_, index) => index + 1);
  const client = at === null ? [] : [connect(1000, 'ann', at)];
  return lessonScene({
    id: `challenge-${id}`,
    title,
    servers,
    timing: { tickMillis: 500 },
    script: [start(0, ...sids), ...client, ...more],
  });
}

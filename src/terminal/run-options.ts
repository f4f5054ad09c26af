/** What all commands that play one run have in common. */
import { Run } from '../scenario/run.ts';
import type { Share } from '../scenario/share.ts';
import { UsageError, flag, integer, text } from './arguments.ts';
import { loadInput } from './input.ts';

export const RUN_OPTIONS = {
  until: integer('MS', 'virtual milliseconds to run (default: 30 s after the last step of the script)', {
    initial: null,
  }),
  events: integer('N', 'stop after so many events (default 200000)', { initial: 200_000, min: 1 }),
  dynamic: text('FILE', 'the file that a zoo.cfg names as dynamicConfigFile'),
  json: flag('one JSON object a line'),
};

export interface RunRequest {
  readonly share: Share;
  readonly run: Run;
  readonly eventsMax: number;
}

const AFTERWARDS_MILLIS = 30_000;

/** Loads what the one place names, and stands at its beginning. Warnings go to standard error. */
export async function beginRun(
  places: readonly string[],
  values: { readonly until: number | null; readonly events: number; readonly dynamic: string | null },
  { noting, audited }: { readonly noting: boolean; readonly audited: boolean },
): Promise<RunRequest> {
  const [input, ...more] = places;
  if (input === undefined)
    throw new UsageError('INPUT is missing: a built-in scenario, a link or a file (--help lists them)');
  if (more.length > 0) throw new UsageError(`one INPUT is enough, but there is "${more[0]}" too`);
  const { share, warnings } = await loadInput(input, values.dynamic);
  for (const warning of warnings) console.error(warning);
  const { scenario, interventions } = share;
  const untilMillis = values.until ?? (scenario.script.at(-1)?.at ?? 0) + AFTERWARDS_MILLIS;
  return { share, run: new Run(scenario, { untilMillis, noting, audited, interventions }), eventsMax: values.events };
}

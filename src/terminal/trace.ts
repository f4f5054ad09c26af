/** `trace`: every event with its notes, a JSON object a line. */
import type { Run } from '../scenario/run.ts';
import { TRACE_VERSION, type TraceName, isPingEntry, traceLine } from '../scenario/trace-line.ts';
import { flag, parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { INPUT_HELP } from './input.ts';
import { Output } from './output.ts';
import { RUN_OPTIONS, beginRun } from './run-options.ts';

const { json: _, ...RUNNING } = RUN_OPTIONS;
const OPTIONS = { ...RUNNING, pings: flag('signs of life too') };

export const trace: Command = {
  summary: 'every event of a run with its notes, as JSON lines',
  usage: 'trace INPUT [--until MS] [--pings]',
  options: OPTIONS,
  notes: `${INPUT_HELP}

The first line holds the version of the trace, the scenario and what was done to it; the last the digest of the end.
Each line between: index (from 0), at (virtual ms), kind, sid or client, other, by (index of the event that caused it),
since (when the packet was sent or the write begun), packet, timer, write, action, notes, violations; what is absent
or empty is left out.`,
  run: async (args) => {
    const { values, places } = parseArguments(OPTIONS, args);
    const { share, run, eventsMax } = await beginRun(places, values, { noting: true, audited: true });
    const { scenario, interventions } = share;
    const out = new Output();
    await out.line(JSON.stringify({ trace: TRACE_VERSION, scenario, interventions }));
    while (run.eventCount < eventsMax) {
      const index = run.eventCount;
      const entry = run.next();
      if (entry === null) break;
      if (values.pings || !isPingEntry(entry)) {
        await out.line(JSON.stringify(traceLine(index, entry, (node) => who(run, node))));
      }
    }
    await out.line(JSON.stringify({ events: run.eventCount, now: run.moment.world.now, digest: run.digest() }));
    await out.end();
    return 0;
  },
};

/** `{ sid: 3 }` or `{ client: 'ann' }`. */
function who(run: Run, node: number): TraceName {
  const config = run.moment.world.nodes[node]?.config;
  if (config === undefined) return {};
  return config.kind === 'server' ? { sid: config.sid } : { client: config.name };
}

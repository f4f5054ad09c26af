/** `check`: plays a scenario under every invariant and names what breaks. */
import { factSentence } from '../locales/en-facts.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { INPUT_HELP } from './input.ts';
import { RUN_OPTIONS, beginRun } from './run-options.ts';

export const check: Command = {
  summary: 'play a scenario under every invariant; exit 1 when one breaks',
  usage: 'check INPUT [--until MS] [--json]',
  options: RUN_OPTIONS,
  notes: INPUT_HELP,
  run: async (args) => {
    const { values, places } = parseArguments(RUN_OPTIONS, args);
    const { run, eventsMax } = await beginRun(places, values, { noting: false, audited: true });
    let found = 0;
    while (run.eventCount < eventsMax) {
      const event = run.eventCount;
      const entry = run.next();
      if (entry === null) break;
      for (const { property, servers, fact } of entry.violations) {
        found += 1;
        const who = servers.map((sid) => `S${sid}`).join(' ');
        const detail = factSentence(fact);
        console.log(
          values.json
            ? JSON.stringify({ property, servers, fact, detail, event, at: entry.at })
            : `${property} is broken at event ${event}, ${entry.at} ms, by ${who}: ${detail}`,
        );
      }
    }
    const { now } = run.moment.world;
    if (found === 0 && !values.json) console.log(`ok: ${run.eventCount} events, ${now} ms, no property broken`);
    return found === 0 ? 0 : 1;
  },
};

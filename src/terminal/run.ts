/** `run`: what the servers would have logged. */
import { serverLog } from '../sim/server-log.ts';
import { logReleaseOf, logText } from '../zookeeper/operator/log-lines.ts';
import { integer, parseArguments, text } from './arguments.ts';
import type { Command } from './command.ts';
import { INPUT_HELP } from './input.ts';
import { Output } from './output.ts';
import { RUN_OPTIONS, beginRun } from './run-options.ts';

const OPTIONS = {
  ...RUN_OPTIONS,
  server: integer('SID', 'only this server’s log', { initial: null }),
  release: text('X.Y', 'in the shapes of this release, 3.4 to 3.9 (default: the scenario’s own)'),
};

export const run: Command = {
  summary: 'play a scenario and print what its servers log',
  usage: 'run INPUT [--until MS] [--server SID] [--json]',
  options: OPTIONS,
  notes: `${INPUT_HELP}\n\nLines are those that ZooKeeper prints at INFO; virtual time begins with the year 2026.`,
  run: async (args) => {
    const { values, places } = parseArguments(OPTIONS, args);
    const { share, run: play, eventsMax } = await beginRun(places, values, { noting: true, audited: false });
    const release = logReleaseOf(values.release ?? share.scenario.profile);
    const out = new Output();
    while (play.eventCount < eventsMax) {
      const entry = play.next();
      if (entry === null) break;
      const said = serverLog(entry, play.moment.world, release);
      if (said === null || (values.server !== null && said.sid !== values.server)) continue;
      const { sid, lines } = said;
      for (const line of lines) {
        await out.line(values.json ? JSON.stringify({ at: entry.at, sid, ...line }) : logText(line, entry.at, sid));
      }
    }
    await out.end();
    return 0;
  },
};

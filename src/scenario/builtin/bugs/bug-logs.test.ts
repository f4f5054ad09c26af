import { expect, it } from 'vitest';
import { stepBefore, zooKeeperMachine } from '../../../sim/machine.ts';
import { serverLog } from '../../../sim/server-log.ts';
import { logReleaseOf, logText } from '../../../zookeeper/operator/log-lines.ts';
import { startOf } from '../../start.ts';
import type { Bug } from './bug.ts';
import { BUGS } from './bugs.ts';

/** Every error of a bug's run, as the servers of its release print it. */
function errors({ scenario, untilMillis }: Bug): readonly string[] {
  const live = zooKeeperMachine.resume(startOf(scenario, null));
  const release = logReleaseOf(scenario.profile);
  const lines: string[] = [];
  for (;;) {
    const entry = stepBefore(live, untilMillis, true);
    if (entry === null) return lines;
    const said = serverLog(entry, live.world, release);
    if (said === null) continue;
    for (const line of said.lines) {
      const text = logText(line, entry.at, said.sid);
      if (text.includes(' ERROR ')) lines.push(text);
    }
  }
}

it('24: the errors that an operator would have read', async () => {
  const text = BUGS.map((bug) => [`# ${bug.jira}, ${bug.scenario.profile}`, ...errors(bug), ''].join('\n')).join('\n');
  await expect(text).toMatchFileSnapshot('testdata/errors.txt');
});

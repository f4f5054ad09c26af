/** A link to a scenario that no menu has. */
import { Session } from '../src/app/session.ts';
import { encodeShare } from '../src/scenario/link.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { startOf } from '../src/scenario/start.ts';
import { zooKeeperMachine } from '../src/sim/machine.ts';
import { withScript } from '../src/sim/script.ts';

const start = (from: Scenario) => startOf(from, null);

/** To its start, or to just after its first event at or after `millis`. */
export async function linkTo(scenario: Scenario, millis = 0): Promise<string> {
  const session = new Session({ machine: zooKeeperMachine, withScript, start }, scenario);
  const cursor = millis === 0 ? 0 : session.cursorBefore(0, millis) + 1;
  return encodeShare(session.share({ branch: 0, cursor }, null));
}

import { expect, it } from 'vitest';
import { ensure } from '../../base/assert.ts';
import { Branches } from '../../history/branches.ts';
import { en } from '../../locales/en.ts';
import { DEFAULTS } from '../../scenario/defaults.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startOf } from '../../scenario/start.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { select } from '../../sim/select.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { beliefOf } from './belief.ts';

/** Three voters, of which S3 leads, and the observer S4. */
function observed(observerMasterPort: number): Scenario {
  const sids = [1, 2, 3, 4].map(sidOf);
  return {
    ...DEFAULTS,
    servers: sids.map((sid) => ({ sid, ...(sid === 4 && { observer: true }) })),
    service: { observerMasterPort },
    script: sids.map((server) => ({ at: server === 4 ? 800 : 0, action: { do: 'start', server } })),
  };
}

it.each([
  [0, 'observes S3', 'epoch 1', 'S3'],
  [2191, 'observes S3', 'epoch 1, by S1', 'S1'],
])('15 an observer with observerMasterPort %d: %s, %s, joined to %s', (port, line, fact, joinedTo) => {
  const run = new Branches(zooKeeperMachine, startOf(observed(port), null)).get(0);
  run.extend(200);
  const facts = select(run.momentAt(run.length - 1));
  const observer = ensure(facts.servers[3], 'S4');
  expect(beliefOf(observer, null, { disputed: false }, en)).toEqual({ line, fact });
  const joined = facts.servers.filter(({ node }) =>
    facts.links.some(({ from, to, quorum }) => quorum && from === observer.node && to === node),
  );
  expect(joined.map(({ sid }) => `S${sid}`)).toEqual([joinedTo]);
});

it('8.4 an observer that looks for a leader votes for nobody', () => {
  const run = new Branches(zooKeeperMachine, startOf(observed(0), null)).get(0);
  run.extend(200);
  const moment = run.momentAt(run.cursorAtTime(810));
  const observer = ensure(select(moment).servers[3], 'S4');
  expect(observer.state).toBe('LOOKING');
  expect(beliefOf(observer, null, { disputed: false }, en).line).toBe('votes for nobody');
});

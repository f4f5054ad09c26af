import { expect, it } from 'vitest';
import { auditor } from '../../../audit/audit.ts';
import { assertUnreachable } from '../../../base/assert.ts';
import type { Entry } from '../../../sim/entry.ts';
import { zooKeeperMachine } from '../../../sim/machine.ts';
import type { Moment } from '../../../sim/moment.ts';
import { nodeOfServer } from '../../../sim/nodes.ts';
import { decodeScenario } from '../../decode.ts';
import type { Scenario } from '../../scenario.ts';
import { startOf } from '../../start.ts';
import { PROFILES } from '../../../zookeeper/config/profiles.ts';
import { builtinScenario } from '../../builtin.ts';
import { type Bug, type Symptom, mendedScenario } from './bug.ts';
import { BUGS } from './bugs.ts';

const named = BUGS.map((bug) => [bug.jira, bug] as const);

it.each(named)('%s is a valid scenario', (_, { scenario }) => {
  expect(decodeScenario(scenario)).toEqual({ ok: true, value: scenario });
});

it.each(named)('%s shows in the old behaviour, and not in the mended one', (_, bug) => {
  expect([isShown(bug, bug.scenario), isShown(bug, mendedScenario(bug))]).toEqual([true, false]);
});

it.each(named)('%s goes the same way when nobody reads notes', (_, { scenario, untilMillis }) => {
  const [noted, quiet] = [true, false].map((noting) => {
    const live = zooKeeperMachine.resume(startOf(scenario, null));
    while (live.world.now < untilMillis && zooKeeperMachine.step(live, noting) !== null);
    return zooKeeperMachine.digest(live);
  });
  expect(quiet).toBe(noted);
});

it('a mend changes what the old behaviour was', () => {
  for (const { scenario, mended } of BUGS) expect(scenario.toggles).not.toMatchObject(mended);
});

it('a mend is in a release where the newest has it, unless it must be set', () => {
  for (const { jira, mended, mendedIn, bySetting = false } of BUGS) {
    const missing = Object.entries(mended).filter(([toggle, value]) => {
      const newest = PROFILES['3.9'][toggle as keyof typeof mended];
      // The orders of NEWLEADER go on from letter to letter, ways to recover are told apart by line.
      return typeof value === 'string' ? newest === undefined : newest !== value;
    });
    expect([jira, missing.length === 0]).toEqual([jira, mendedIn.length > 0 && !bySetting]);
    for (const release of mendedIn) expect(release).toMatch(/^3\.\d\.\d+$/);
  }
});

it('each is known by its id, so that a link to it is short', () => {
  for (const { scenario } of BUGS) expect(builtinScenario(scenario.id)).toBe(scenario);
});

function isShown({ shows, untilMillis }: Bug, scenario: Scenario): boolean {
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const entries: Entry[] = [];
  for (let entry = zooKeeperMachine.step(live, true); entry !== null; entry = zooKeeperMachine.step(live, true)) {
    if (entry.at > untilMillis) break;
    entries.push(entry);
  }
  return isSeen(shows, entries, live);
}

function isSeen(shows: Symptom, entries: readonly Entry[], { world }: Moment): boolean {
  switch (shows.kind) {
    case 'violates':
      return entries.some(({ violations }) => violations.some(({ property }) => property === shows.property));
    case 'exits':
      return world.nodes[nodeOfServer(world, shows.server) ?? -1]?.exitCode === shows.code;
    case 'losesLeader': {
      const node = nodeOfServer(world, shows.server);
      const lost = entries.filter((entry) => entry.node === node).flatMap(({ notes }) => notes);
      return lost.some((note) => note.kind === 'leaderLost' && note.reason === shows.reason);
    }
    case 'stepsDown': {
      const node = nodeOfServer(world, shows.server);
      const ended = entries.filter((entry) => entry.node === node).flatMap(({ notes }) => notes);
      return ended.some((note) => note.kind === 'steppedDown' && note.reason === shows.reason);
    }
    case 'looks': {
      const state = world.nodes[nodeOfServer(world, shows.server) ?? -1]?.state;
      return state?.kind === 'server' && state.state === 'LOOKING';
    }
    case 'leaderless':
      return !world.nodes.some(({ state }) => state?.kind === 'server' && state.leader?.phase === 'serving');
    default:
      return assertUnreachable(shows);
  }
}

/** The scenarios that come with the program, in the order they are offered; the first is the default. */
import { BUGS } from './builtin/bugs/bugs.ts';
import { fiveServers } from './builtin/five-servers.ts';
import { firstLook } from './builtin/first-look.ts';
import { followerReturns } from './builtin/follower-returns.ts';
import { leaderKilled } from './builtin/leader-killed.ts';
import { partition } from './builtin/partition.ts';
import { standalone } from './builtin/standalone.ts';
import type { Scenario } from './scenario.ts';

/** In the order they are offered. */
export const BUILTIN_SCENARIOS: readonly Scenario[] = [
  firstLook,
  leaderKilled,
  fiveServers,
  partition,
  followerReturns,
  standalone,
];

/** The built-in scenario of that id, a bug's too, or null. */
export function builtinScenario(id: string): Scenario | null {
  const all = [...BUILTIN_SCENARIOS, ...BUGS.map(({ scenario }) => scenario)];
  return all.find((scenario) => scenario.id === id) ?? null;
}

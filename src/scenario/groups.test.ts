import { expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { stepBefore, zooKeeperMachine } from '../sim/machine.ts';
import { select } from '../sim/select.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { decodeScenario } from './decode.ts';
import { startOf } from './start.ts';

const SECONDS = 1000;

/** How each server stands in the end: `4 LEADING serving`. Every invariant watches. */
function run(json: Record<string, unknown>, until: number): readonly string[] {
  const decoded = decodeScenario({ timing: { tickMillis: 1000, initLimitTicks: 5, syncLimitTicks: 2 }, ...json });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const live = zooKeeperMachine.resume(startOf(decoded.value, auditor));
  for (;;) {
    const entry = stepBefore(live, until, false);
    if (entry === null) break;
    expect(entry.violations).toEqual([]);
  }
  return select(live).servers.flatMap(({ sid, state, serving }) =>
    state === null ? [] : [`${sid} ${state}${serving ? ' serving' : ''}`],
  );
}

const servers = [1, 2, 3, 4, 5].map((sid) => ({ sid }));
const groups = [[1, 2, 3], [4], [5]];
const start = (sids: readonly number[]): readonly object[] =>
  sids.map((sid) => ({ at: 0, action: { do: 'start', server: sidOf(sid) } }));

it('9 two servers of five elect and serve, where they are two groups of three', () => {
  expect(run({ servers, groups, script: start([4, 5]) }, 10 * SECONDS)).toEqual([
    '4 FOLLOWING serving',
    '5 LEADING serving',
  ]);
});

it('9 three servers of five do not, where they are one group of three', () => {
  const script = start([1, 2, 3]);
  expect(run({ servers, groups, script }, 10 * SECONDS)).toEqual(['1 LOOKING', '2 LOOKING', '3 LOOKING']);
  expect(run({ servers, script }, 10 * SECONDS)).toEqual([
    '1 FOLLOWING serving',
    '2 FOLLOWING serving',
    '3 LEADING serving',
  ]);
});

it('9, 14 a leader that keeps three of five servers in one group steps down', () => {
  const cut = { at: 5 * SECONDS, action: { do: 'partition', groups: [[1, 2, 3, 5].map(sidOf), [sidOf(4)]] } };
  const kill = { at: 6 * SECONDS, action: { do: 'kill', server: sidOf(4) } };
  const grouped = { servers: servers.map((server) => ({ ...server, weight: server.sid === 5 ? 0 : 1 })) };
  const script = [...start([1, 2, 3, 4, 5]), cut, kill];
  const two = [
    [1, 2, 3],
    [4, 5],
  ];
  // S5 weighs nothing: without S4 its group is lost, and with it the quorum of two groups.
  expect(run({ ...grouped, groups: two, script }, 5 * SECONDS)).toContain('4 LEADING serving');
  expect(run({ ...grouped, groups: two, script }, 20 * SECONDS).filter((one) => one.includes('LEADING'))).toEqual([]);
});

it('9 a server of weight 0 votes and follows, and is not elected though its id is the largest', () => {
  const weighed = servers.map((server) => (server.sid === 5 ? { ...server, weight: 0 } : server));
  const script = start([1, 2, 3, 4, 5]);
  expect(run({ servers: weighed, groups: [[1, 2, 3, 4, 5]], script }, 10 * SECONDS)).toEqual([
    '1 FOLLOWING serving',
    '2 FOLLOWING serving',
    '3 FOLLOWING serving',
    '4 LEADING serving',
    '5 FOLLOWING serving',
  ]);
});

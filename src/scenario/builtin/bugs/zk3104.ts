import { sidOf } from '../../../zookeeper/ids.ts';
import type { ScriptStep } from '../../../sim/moment.ts';
import { act, connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

function set(at: number, data: string): readonly ScriptStep[] {
  const operation = { op: 'setData', path: '/a', data, dataLength: 2, version: -1 } as const;
  return act(at, { do: 'call', client: 'ann', operation });
}

/**
 * While S3 gets a snapshot ready for S1, /a becomes v1 and then v2. The snapshot holds v2; v1 goes behind it, then NEWLEADER, and
 * only then v2 once more. S1 does v1 again, saves that under the zxid of v2, and dies. Nobody finds that it misses anything.
 */
export const zk3104: Bug = {
  jira: 'ZOOKEEPER-3104',
  scenario: bugScenario({
    id: 'zk-3104',
    title: 'An old value under a new number',
    profile: '3.5.4',
    timing: { commitLogCount: 0, snapshotSizeFactor: -1, snapStepMillis: 150 },
    script: [
      start(0, 1, 2, 3),
      connect(1500, 'ann', 3),
      create(1800, 'ann', '/a'),
      kill(2000, 1),
      set(2200, 'v0'),
      start(3000, 1),
      act(3010, { do: 'killAtFlush', server: sidOf(1), side: 'after', write: 'currentEpoch' }),
      set(3170, 'v1'),
      set(3320, 'v2'),
      start(5000, 1),
      create(7000, 'ann', '/b'),
    ],
  }),
  mendedIn: ['3.5.5', '3.6.0'],
  mended: { newLeaderBehindSnapshot: true },
  untilMillis: 9000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

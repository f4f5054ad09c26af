import { sidOf } from '../../../zookeeper/ids.ts';
import { connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S1 and S2 lose their disks and come back as if they had never held anything. Two of three are a majority: they elect
 * one of themselves into epoch 1 once more, and what everybody had committed is gone, although S3 still has it.
 */
export const zk261: Bug = {
  jira: 'ZOOKEEPER-261',
  scenario: bugScenario({
    id: 'zk-261',
    title: 'A majority of amnesiacs',
    profile: '3.5',
    script: [
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      create(1200, 'ann', '/a'),
      kill(1500, 1, 2, 3),
      [1, 2].map((sid) => ({ at: 1600, action: { do: 'wipe', server: sidOf(sid) } })),
      start(1700, 1, 2),
      start(3000, 3),
    ],
  }),
  mendedIn: ['3.6.0'],
  bySetting: true,
  mended: { dbAutocreate: false, neg1Rule: true, ackepochMinusOneExcluded: true },
  untilMillis: 6000,
  shows: { kind: 'violates', property: 'Leadership2' },
};

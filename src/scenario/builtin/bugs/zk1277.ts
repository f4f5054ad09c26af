import { COUNTER_MAX, sidOf } from '../../../zookeeper/ids.ts';
import { connect, create, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * The counter of the epoch runs over: (2,0) looks like a NEWLEADER, and its acknowledgements are not counted. The one after
 * it is committed instead, and the followers, which expect the other first, end.
 */
export const zk1277: Bug = {
  jira: 'ZOOKEEPER-1277',
  scenario: bugScenario({
    id: 'zk-1277',
    title: 'The counter runs over',
    profile: '3.4.0',
    script: [
      start(0, 1, 2, 3),
      connect(1500, 'ann', 3),
      [{ at: 1700, action: { do: 'skipZxids', server: sidOf(3), counter: COUNTER_MAX - 1 } }],
      create(1800, 'ann', '/a'),
      create(1850, 'ann', '/b'),
      create(1851, 'ann', '/c'),
    ],
  }),
  mendedIn: ['3.3.5', '3.4.4'],
  mended: { rolloverGuard: true },
  untilMillis: 4000,
  shows: { kind: 'violates', property: 'commitInconsistent' },
};

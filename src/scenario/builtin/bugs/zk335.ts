import { sidOf } from '../../../zookeeper/ids.ts';
import { act, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * S3 is promised epoch 1 by S2, begins it, and both die before anything is proposed: no zxid tells of it. With nothing on
 * disk but zxids S2 takes epoch 1 for new, and leads it once more.
 */
export const zk335: Bug = {
  jira: 'ZOOKEEPER-335',
  scenario: bugScenario({
    id: 'zk-335',
    title: 'An epoch nobody wrote down',
    profile: '3.4.0',
    // As before 3.4.0, whose new files these are (ZOOKEEPER-335, -1081, -1082).
    toggles: { epochFiles: false },
    script: [
      act(0, {
        do: 'hold',
        until: { event: 'becomes', server: sidOf(3), zabState: 'BROADCAST' },
        action: { do: 'kill', server: sidOf(3) },
      }),
      start(0, 2, 3),
      kill(1000, 2),
      start(1100, 1, 2),
    ],
  }),
  mendedIn: ['3.4.0'],
  reconstructed: true,
  mended: { epochFiles: true },
  untilMillis: 4000,
  shows: { kind: 'violates', property: 'Leadership2' },
};

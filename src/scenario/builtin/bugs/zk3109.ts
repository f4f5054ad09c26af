import { sidOf } from '../../../zookeeper/ids.ts';
import type { Action } from '../../../sim/action.ts';
import type { Occurrence } from '../../../sim/occurrence.ts';
import { act, cut, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

const LEADS: Occurrence = { event: 'becomes', server: sidOf(2), state: 'LEADING' };
const when = (until: Occurrence, action: Action): Action => ({ do: 'hold', until, action });

/**
 * S2 has been elected by S1 and itself. At the last moment a better vote reaches S1, of S3, which then dies. S1 goes over to it in
 * vain and looks on; S2 leads without anybody, and neither can do anything before initLimit is over.
 */
export const zk3109: Bug = {
  jira: 'ZOOKEEPER-3109',
  scenario: bugScenario({
    id: 'zk-3109',
    title: 'A voter changed its mind',
    profile: '3.6',
    script: [
      cut(0, 1, 3),
      cut(0, 3, 1),
      cut(0, 2, 3),
      cut(0, 3, 2),
      // S1 hears of the quorum, and ends its wait for better votes, a little later than S2.
      act(0, { do: 'latency', from: sidOf(2), to: sidOf(1), millis: 60 }),
      act(0, when(LEADS, { do: 'heal', from: sidOf(1), to: sidOf(3) })),
      act(0, when(LEADS, { do: 'heal', from: sidOf(3), to: sidOf(1) })),
      act(
        0,
        when(
          { event: 'receives', server: sidOf(1), packet: 'NOTIFICATION', from: sidOf(3) },
          { do: 'kill', server: sidOf(3) },
        ),
      ),
      start(0, 1, 2, 3),
    ],
  }),
  // Off where nobody sets it.
  mendedIn: ['3.6.0'],
  bySetting: true,
  mended: { maxTimeToWaitForEpochMillis: 1000 },
  untilMillis: 5000,
  shows: { kind: 'leaderless' },
};

import { type Epoch, type Round, sidOf, zxidFrom } from '../../../zookeeper/ids.ts';
import { act, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

/**
 * In S3's place somebody speaks who has been told of a server 9, and votes for it. S1 and S2 go over to that, agree, and follow
 * a leader whose address neither knows.
 */
export const zk2988: Bug = {
  jira: 'ZOOKEEPER-2988',
  scenario: bugScenario({
    id: 'zk-2988',
    title: 'Elected: nobody we know',
    profile: '3.5.3',
    script: [
      start(0, 1, 2),
      act(80, {
        do: 'stranger',
        client: 'other',
        server: sidOf(2),
        as: sidOf(3),
        says: {
          kind: 'vote',
          state: 'LOOKING',
          leader: sidOf(9),
          zxid: zxidFrom(1, 7),
          peerEpoch: 1 as Epoch,
          electionEpoch: 1 as Round,
        },
      }),
    ],
  }),
  mendedIn: ['3.4.13', '3.5.4'],
  reconstructed: true,
  mended: { validLeaderCheck: true },
  untilMillis: 4000,
  shows: { kind: 'losesLeader', server: sidOf(2), reason: 'leaderUnknown' },
};

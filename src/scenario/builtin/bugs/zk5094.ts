import type { GivenDisk, GivenTxn } from '../../given-disk.ts';
import { type Epoch, sidOf } from '../../../zookeeper/ids.ts';
import { act, connect, create, kill, start } from '../../script-steps.ts';
import { type Bug, bugScenario } from './bug.ts';

function txn(zxid: string, path: string): GivenTxn {
  return { zxid, operation: { op: 'create', path, data: 'x', dataLength: 1, ephemeral: false, sequential: false } };
}

const COMMON = [txn('0x100000001', '/a'), txn('0x100000002', '/b')];
const AHEAD: GivenDisk = {
  acceptedEpoch: 2 as Epoch,
  currentEpoch: 2 as Epoch,
  txns: [...COMMON, txn('0x200000001', '/c'), txn('0x200000002', '/d')],
};

/**
 * S1 has logged /lost alone. It is cut back and sent /c and /d, which it applies at once; its leader dies before NEWLEADER would
 * have had it write them. It keeps what it has in memory, the next leader finds nothing missing, and a restart loses both.
 */
export const zk5094: Bug = {
  jira: 'ZOOKEEPER-5094',
  scenario: bugScenario({
    id: 'zk-5094',
    title: 'Cut back, and left half done',
    // Reconstructed in a release whose TRUNC may cross an epoch; the report is of all that are maintained.
    profile: '3.4',
    timing: { initLimitTicks: 4 },
    disks: {
      1: { acceptedEpoch: 1 as Epoch, currentEpoch: 1 as Epoch, txns: [...COMMON, txn('0x100000003', '/lost')] },
      2: AHEAD,
      3: AHEAD,
    },
    script: [
      start(0, 2, 3),
      act(0, {
        do: 'hold',
        until: { event: 'receives', server: sidOf(1), packet: 'COMMIT', zxid: '0x200000002' },
        action: { do: 'cut', from: sidOf(3), to: sidOf(1) },
      }),
      start(2000, 1),
      kill(2500, 3),
      act(4500, { do: 'healAll' }),
      connect(8000, 'bob', 2),
      create(8500, 'bob', '/e'),
      kill(9500, 1),
      start(9600, 1),
      create(11_500, 'bob', '/f'),
    ],
  }),
  // As the open pull request has it.
  mendedIn: [],
  mended: { discardDbOnInterruptedTrunc: true },
  untilMillis: 13_000,
  shows: { kind: 'violates', property: 'ReplicaConvergence' },
};

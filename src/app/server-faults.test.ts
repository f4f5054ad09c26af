import { expect, it } from 'vitest';
import { startOf } from '../scenario/start.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type ServerFault, serverFaults } from './server-faults.ts';

const sids = [1, 2, 3].map(sidOf);
const s2 = sidOf(2);

/** After some events, and whatever was chosen, one after the other. */
function after(...faults: readonly ServerFault[]): Moment {
  const live = zooKeeperMachine.resume(startOf(leaderKilled, null));
  for (let i = 0; i < 60; i++) zooKeeperMachine.step(live, false);
  for (const fault of faults) {
    const offered = serverFaults(live, sids, s2).find((one) => one.fault === fault);
    for (const action of offered?.actions ?? []) {
      expect(zooKeeperMachine.refusal(live, action)).toBeNull();
      zooKeeperMachine.act(live, action, 0, false);
    }
  }
  return live;
}

function possible(moment: Moment): readonly ServerFault[] {
  return serverFaults(moment, sids, s2)
    .filter(({ isPossible }) => isPossible)
    .map(({ fault }) => fault);
}

it('what would change nothing is not possible', () => {
  const now = ['slowDisk', 'refuseFull', 'refuseError', 'killBefore', 'killAfter', 'ahead', 'back', 'lose'];
  expect(possible(after())).toEqual(now);
  expect(possible(after('refuseFull'))).toContain('mendDisk');
  expect(possible(after('refuseFull', 'mendDisk'))).toEqual(now);
  expect(possible(after('ahead', 'ahead', 'back'))).toContain('right');
  expect(possible(after('ahead', 'back'))).toEqual(now);
  expect(possible(after('lose'))).toContain('loseNone');
  expect(possible(after('lose', 'loseNone'))).toEqual(now);
});

it('a disk is wiped, or loses its tail, under a server that is down', () => {
  const live = after();
  zooKeeperMachine.act(live, { do: 'kill', server: s2 }, 0, false);
  expect(possible(live)).toEqual(expect.arrayContaining(['loseTail', 'wipe']));
  expect(possible(live)).not.toContain('killBefore');
});

it('a lossy server loses in both directions of all its links, and no others do', () => {
  const { links } = after('lose').world;
  const lossy = links.flatMap((row, from) =>
    row.flatMap(({ lossPercent }, to) => (lossPercent > 0 ? `${from}${to}` : [])),
  );
  expect(lossy).toEqual(['01', '10', '12', '21']);
});

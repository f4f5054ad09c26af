import { expect, it } from 'vitest';
import { PROFILES, behaviourOf } from './behaviour.ts';

// What a toggle changes is tested where it acts, under its own name, both ways:
//   newleaderOrder                    quorum/learner.test.ts, testdata/newleader-order-*.txt, commit-during-sync.txt
//   syncTxnsEnterCommittedLog, rejectDiscontinuousSync      quorum/learner.test.ts
//   flushSyncThreadBeforeFastForward, fastForwardOnShutdown testdata/fast-forward.txt
//   neg1Rule, checkLeaderInRecvset, notification*Millis     election/fast-leader-election.test.ts
//   syncTxnLog                        quorum/leader.test.ts
//   crossEpochTruncCheck, newEpochZxidRule                  quorum/sync-plan.test.ts

it('a profile is a record of toggles, and every profile has them all', () => {
  const names = Object.keys(PROFILES['3.9']).toSorted();
  for (const profile of Object.values(PROFILES)) expect(Object.keys(profile).toSorted()).toEqual(names);
});

it('12, 14, 25: what 3.8.0 does otherwise than the 3.9 line at its latest patch', () => {
  const [latest, recorded] = [behaviourOf('3.9', {}), behaviourOf('3.8.0', {})];
  const differing = Object.entries(latest).filter(([name, value]) => recorded[name as keyof typeof latest] !== value);
  expect(differing).toEqual([
    ['newleaderOrder', 'E'],
    ['rejectDiscontinuousSync', true],
    ['flushSyncThreadBeforeFastForward', true],
  ]);
});

it('single toggles override a profile', () => {
  expect(behaviourOf('3.8.0', { neg1Rule: false })).toEqual({ ...PROFILES['3.8.0'], neg1Rule: false });
});

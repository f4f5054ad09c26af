/** All misconceptions, those of a topic together and in the order they are told. */
import type { Scenario } from '../scenario/scenario.ts';
import { ackUpTo } from './ack-up-to.ts';
import { allMustPass } from './all-must-pass.ts';
import { alwaysALeader } from './always-a-leader.ts';
import { bestVoteAnyRound } from './best-vote-any-round.ts';
import { checksTheEntryBefore } from './checks-the-entry-before.ts';
import { commitAfterDisk } from './commit-after-disk.ts';
import { doorCloses } from './door-closes.ts';
import { exactlyOneLeader } from './exactly-one-leader.ts';
import { leaderLogsFirst } from './leader-logs-first.ts';
import { type SetMisconception, idOfScene } from './misconception.ts';
import { observersNeverLog } from './observers-never-log.ts';
import { oddOnly } from './odd-only.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { oneVotePerRound } from './one-vote-per-round.ts';
import { quotaNever } from './quota-never.ts';
import { roleAfterPort } from './role-after-port.ts';
import { setaclOnce } from './setacl-once.ts';
import { truncMendsSnapshot } from './trunc-mends-snapshot.ts';
import { votesByZxid } from './votes-by-zxid.ts';
import { waitsForAll } from './waits-for-all.ts';
import { winnerAddsOne } from './winner-adds-one.ts';

export const MISCONCEPTIONS: readonly SetMisconception[] = [
  votesByZxid,
  bestVoteAnyRound,
  oneVotePerRound,
  exactlyOneLeader,
  alwaysALeader,
  oddOnly,
  winnerAddsOne,
  allMustPass,
  doorCloses,
  waitsForAll,
  oneAtATime,
  commitAfterDisk,
  leaderLogsFirst,
  ackUpTo,
  checksTheEntryBefore,
  truncMendsSnapshot,
  observersNeverLog,
  quotaNever,
  setaclOnce,
  roleAfterPort,
];

/** The misconception of that name, or null. */
export function misconceptionCalled(id: string): SetMisconception | null {
  return MISCONCEPTIONS.find(({ misconception }) => misconception.id === id) ?? null;
}

/** The misconception that a run refutes, or null: it begins with its scene. */
export function misconceptionOf({ id }: Pick<Scenario, 'id'>): SetMisconception | null {
  const named = idOfScene(id);
  return named === null ? null : misconceptionCalled(named);
}

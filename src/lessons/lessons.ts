/** All lessons, in the order they are taught. */
import { breakTheProtocol } from './break-the-protocol/taught.ts';
import { diffTruncSnap } from './diff-trunc-snap/taught.ts';
import { electionLog } from './election-log/taught.ts';
import { electedNotLeading } from './elected-not-leading/taught.ts';
import { errorYetThere } from './error-yet-there/taught.ts';
import { evenNumbers } from './even-numbers/taught.ts';
import { fourEpochs } from './four-epochs/taught.ts';
import { lateJoiner } from './late-joiner/taught.ts';
import { lockRecipe } from './lock-recipe/taught.ts';
import { manyNotifications } from './many-notifications/taught.ts';
import { newleaderAck } from './newleader-ack/taught.ts';
import { observers } from './observers/taught.ts';
import { olderEpoch } from './older-epoch/taught.ts';
import { oneByOne } from './one-by-one/taught.ts';
import { pauseOrDeath } from './pause-or-death/taught.ts';
import { primaryOrder } from './primary-order/taught.ts';
import { promiseFirst } from './promise-first/taught.ts';
import { quorumCommits } from './quorum-commits/taught.ts';
import { returningLeader } from './returning-leader/taught.ts';
import { silentNetwork } from './silent-network/taught.ts';
import { smallerSid } from './smaller-sid/taught.ts';
import { staleReads } from './stale-reads/taught.ts';
import { syncNotMagic } from './sync-not-magic/taught.ts';
import { twoEnsembles } from './two-ensembles/taught.ts';
import { twoLeaders } from './two-leaders/taught.ts';
import { unAckedWrite } from './un-acked-write/taught.ts';
import { waitAfterQuorum } from './wait-after-quorum/taught.ts';
import { whichVoteWins } from './which-vote-wins/taught.ts';
import type { TaughtLesson } from './words.ts';
import { zabAndRaft } from './zab-and-raft/taught.ts';
import { zxidHalves } from './zxid-halves/taught.ts';

export const LESSONS: readonly TaughtLesson[] = [
  whichVoteWins,
  oneByOne,
  unAckedWrite,
  errorYetThere,
  fourEpochs,
  twoLeaders,
  evenNumbers,
  returningLeader,
  diffTruncSnap,
  electedNotLeading,
  waitAfterQuorum,
  manyNotifications,
  lateJoiner,
  olderEpoch,
  zxidHalves,
  promiseFirst,
  newleaderAck,
  quorumCommits,
  staleReads,
  syncNotMagic,
  observers,
  smallerSid,
  silentNetwork,
  twoEnsembles,
  pauseOrDeath,
  primaryOrder,
  lockRecipe,
  zabAndRaft,
  electionLog,
  breakTheProtocol,
];

/** The lesson of that name, or null. */
export function lessonCalled(id: string): TaughtLesson | null {
  return LESSONS.find(({ lesson }) => lesson.id === id) ?? null;
}

/** Every property of the audit, by the notes that can break it. */
import type { NoteKind } from '../zookeeper/notes.ts';
import { acceptedCoversCurrent } from './invariants/accepted-covers-current.ts';
import { acceptedEpochMonotone } from './invariants/accepted-epoch-monotone.ts';
import { ackInconsistent } from './invariants/ack-inconsistent.ts';
import { agreement } from './invariants/agreement.ts';
import { clientFifo } from './invariants/client-fifo.ts';
import { commitInconsistent } from './invariants/commit-inconsistent.ts';
import { commitQuorum } from './invariants/commit-quorum.ts';
import { committedLogDurability } from './invariants/committed-log-durability.ts';
import { committedLogMonotonicity } from './invariants/committed-log-monotonicity.ts';
import { committedStaysCommitted } from './invariants/committed-stays-committed.ts';
import { currentEpochMonotone } from './invariants/current-epoch-monotone.ts';
import { durableAck } from './invariants/durable-ack.ts';
import { ephemeralsEnd } from './invariants/ephemerals-end.ts';
import { epochLogOrder } from './invariants/epoch-log-order.ts';
import { epochSupportsHistory } from './invariants/epoch-supports-history.ts';
import { globalPrimaryOrder } from './invariants/global-primary-order.ts';
import { integrity } from './invariants/integrity.ts';
import { leaderLogCompleteness } from './invariants/leader-log-completeness.ts';
import { leadership1 } from './invariants/leadership1.ts';
import { leadership2 } from './invariants/leadership2.ts';
import { linearizableWrites } from './invariants/linearizable-writes.ts';
import { localPrimaryOrder } from './invariants/local-primary-order.ts';
import { messageFifo } from './invariants/message-fifo.ts';
import { messageIllegal } from './invariants/message-illegal.ts';
import { noTimeTravel } from './invariants/no-time-travel.ts';
import { prefixConsistency } from './invariants/prefix-consistency.ts';
import { primaryIntegrity } from './invariants/primary-integrity.ts';
import { processConsistency } from './invariants/process-consistency.ts';
import { proposalInconsistent } from './invariants/proposal-inconsistent.ts';
import { readYourWrites } from './invariants/read-your-writes.ts';
import { replicaConvergence } from './invariants/replica-convergence.ts';
import { singleServingLeader } from './invariants/single-serving-leader.ts';
import { stateInconsistent } from './invariants/state-inconsistent.ts';
import { syncThenRead } from './invariants/sync-then-read.ts';
import { totalOrder } from './invariants/total-order.ts';
import { versionDiscipline } from './invariants/version-discipline.ts';
import { voteSoundness } from './invariants/vote-soundness.ts';
import { watchSafety } from './invariants/watch-safety.ts';
import type { Detector } from './liveness/detector.ts';
import { electionTerminates } from './liveness/election-terminates.ts';
import { join } from './liveness/join.ts';
import { noStartupLockout } from './liveness/no-startup-lockout.ts';
import { rejoin } from './liveness/rejoin.ts';
import { rollover } from './liveness/rollover.ts';
import { sessionExpiry } from './liveness/session-expiry.ts';
import { stability } from './liveness/stability.ts';
import { writeCommits } from './liveness/write-commits.ts';
import type { ArrivalCheck, ClientInvariant, Invariant, ServerInvariant } from './invariant.ts';

/** In the order in which people are shown them. */
export const INVARIANTS: readonly Invariant[] = [
  leadership1,
  leadership2,
  prefixConsistency,
  integrity,
  agreement,
  totalOrder,
  localPrimaryOrder,
  globalPrimaryOrder,
  primaryIntegrity,
  processConsistency,
  committedLogMonotonicity,
  leaderLogCompleteness,
  committedLogDurability,
  stateInconsistent,
  proposalInconsistent,
  commitInconsistent,
  ackInconsistent,
  messageIllegal,
  durableAck,
  epochLogOrder,
  epochSupportsHistory,
  acceptedEpochMonotone,
  currentEpochMonotone,
  acceptedCoversCurrent,
  commitQuorum,
  committedStaysCommitted,
  replicaConvergence,
  voteSoundness,
  singleServingLeader,
  ephemeralsEnd,
  versionDiscipline,
  messageFifo,
  linearizableWrites,
  clientFifo,
  readYourWrites,
  syncThenRead,
  noTimeTravel,
  watchSafety,
  stability,
  noStartupLockout,
];

export const DETECTORS: readonly Detector[] = [electionTerminates, join, rejoin, writeCommits, sessionExpiry, rollover];

/** All there is, of safety and of liveness. */
export const PROPERTIES: readonly (Invariant | Detector)[] = [...INVARIANTS, ...DETECTORS];

export const SERVERS_BY_NOTE: ReadonlyMap<NoteKind, readonly ServerInvariant[]> = byNote(
  INVARIANTS.filter((one) => one.of === 'server'),
);
export const CLIENTS_BY_NOTE: ReadonlyMap<NoteKind, readonly ClientInvariant[]> = byNote(
  INVARIANTS.filter((one) => one.of === 'client'),
);
export const ARRIVALS: readonly { readonly id: string; readonly check: ArrivalCheck }[] = INVARIANTS.flatMap((one) => {
  if (one.of === 'arrival') return [one];
  return one.of === 'server' && one.checkArrival !== undefined ? [{ id: one.id, check: one.checkArrival }] : [];
});

function byNote<I extends { readonly watches: readonly NoteKind[] }>(
  invariants: readonly I[],
): ReadonlyMap<NoteKind, readonly I[]> {
  const map = new Map<NoteKind, I[]>();
  for (const invariant of invariants) {
    for (const kind of invariant.watches) map.set(kind, [...(map.get(kind) ?? []), invariant]);
  }
  return map;
}

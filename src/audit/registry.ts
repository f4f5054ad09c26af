/** Every property of the audit, by the notes that can break it. */
import type { NoteKind } from '../zookeeper/notes.ts';
import { acceptedCoversCurrent } from './invariants/accepted-covers-current.ts';
import { acceptedEpochMonotone } from './invariants/accepted-epoch-monotone.ts';
import { agreement } from './invariants/agreement.ts';
import { commitInconsistent } from './invariants/commit-inconsistent.ts';
import { commitQuorum } from './invariants/commit-quorum.ts';
import { committedLogDurability } from './invariants/committed-log-durability.ts';
import { committedLogMonotonicity } from './invariants/committed-log-monotonicity.ts';
import { committedStaysCommitted } from './invariants/committed-stays-committed.ts';
import { currentEpochMonotone } from './invariants/current-epoch-monotone.ts';
import { durableAck } from './invariants/durable-ack.ts';
import { epochLogOrder } from './invariants/epoch-log-order.ts';
import { epochSupportsHistory } from './invariants/epoch-supports-history.ts';
import { globalPrimaryOrder } from './invariants/global-primary-order.ts';
import { integrity } from './invariants/integrity.ts';
import { leaderLogCompleteness } from './invariants/leader-log-completeness.ts';
import { leadership1 } from './invariants/leadership1.ts';
import { leadership2 } from './invariants/leadership2.ts';
import { localPrimaryOrder } from './invariants/local-primary-order.ts';
import { prefixConsistency } from './invariants/prefix-consistency.ts';
import { primaryIntegrity } from './invariants/primary-integrity.ts';
import { processConsistency } from './invariants/process-consistency.ts';
import { replicaConvergence } from './invariants/replica-convergence.ts';
import { singleServingLeader } from './invariants/single-serving-leader.ts';
import { totalOrder } from './invariants/total-order.ts';
import { voteSoundness } from './invariants/vote-soundness.ts';
import type { Invariant } from './invariant.ts';

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
  commitInconsistent,
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
];

export const INVARIANTS_BY_NOTE: ReadonlyMap<NoteKind, readonly Invariant[]> = byNote();

function byNote(): ReadonlyMap<NoteKind, readonly Invariant[]> {
  const map = new Map<NoteKind, Invariant[]>();
  for (const invariant of INVARIANTS) {
    for (const kind of invariant.watches) map.set(kind, [...(map.get(kind) ?? []), invariant]);
  }
  return map;
}

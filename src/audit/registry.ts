/** Every property of the audit, by the notes that can break it. */
import type { NoteKind } from '../zookeeper/notes.ts';
import { agreement } from './invariants/agreement.ts';
import { commitQuorum } from './invariants/commit-quorum.ts';
import { committedLogDurability } from './invariants/committed-log-durability.ts';
import { commitInconsistent } from './invariants/commit-inconsistent.ts';
import { durableAck } from './invariants/durable-ack.ts';
import { epochsMonotone } from './invariants/epochs-monotone.ts';
import { leaderLogCompleteness } from './invariants/leader-log-completeness.ts';
import { leadership1 } from './invariants/leadership1.ts';
import { leadership2 } from './invariants/leadership2.ts';
import { replicaConvergence } from './invariants/replica-convergence.ts';
import { totalOrder } from './invariants/total-order.ts';
import type { Invariant } from './invariant.ts';

/** All of them, each with its id, statement and source; every one is asked at every event of an audited run. */
export const INVARIANTS: readonly Invariant[] = [
  leadership1,
  leadership2,
  agreement,
  totalOrder,
  leaderLogCompleteness,
  committedLogDurability,
  durableAck,
  commitQuorum,
  epochsMonotone,
  replicaConvergence,
  commitInconsistent,
];

export const INVARIANTS_BY_NOTE: ReadonlyMap<NoteKind, readonly Invariant[]> = byNote();

function byNote(): ReadonlyMap<NoteKind, readonly Invariant[]> {
  const map = new Map<NoteKind, Invariant[]>();
  for (const invariant of INVARIANTS) {
    for (const kind of invariant.watches) map.set(kind, [...(map.get(kind) ?? []), invariant]);
  }
  return map;
}

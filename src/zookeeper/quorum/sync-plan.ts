/**
 * How a leader brings a learner up to date (LearnerHandler.syncFollower, queueCommittedProposals): which of
 * DIFF, TRUNC and SNAP, and which transactions go along. A function of numbers and lists; sends nothing.
 *
 *          min                      max
 *   ────────┼────────────────────────┼──────────▶ zxid
 *   on disk │      committedLog      │  diverged
 *   DIFF or │      DIFF, or TRUNC    │  TRUNC(max)
 *   SNAP    │  where they diverged   │
 */
import { type CommittedLog, committedBounds, committedCount, committedTxns } from '../database/committed-log.ts';
import type { Txn } from '../database/txn.ts';
import { ZXID_NONE, type Zxid, counterOf, epochOf } from '../ids.ts';
import type { SyncRule } from '../notes.ts';

export interface SyncInput {
  /** Last zxid the learner logged (its ACKEPOCH). */
  readonly peerLastZxid: Zxid;
  readonly lastProcessedZxid: Zxid;
  readonly committedLog: CommittedLog;
  readonly crossEpochTruncCheck: boolean;
  readonly newEpochZxidRule: boolean;
  /** Off: what the learner has beyond the common history stays with it (ZOOKEEPER-1154). */
  readonly truncBeforeDiff: boolean;
  /** Whether the log on disk is known at all; without it an empty committedLog means SNAP. */
  readonly syncTxnLog: boolean;
  /** Null: the log on disk is not used. Else what it offers from the learner's zxid on. */
  readonly txnLog: TxnLogSource | null;
}

export interface TxnLogSource {
  /** Transactions on disk, from the beginning of the file that may hold the learner's zxid; empty when none is there. */
  readonly txns: Iterable<Txn>;
  /** Bytes of the log files after that one, against what may be spent on them. */
  readonly bytes: number;
  readonly bytesMax: number;
}

export interface SyncPlan {
  readonly mode: 'DIFF' | 'TRUNC' | 'SNAP';
  /** The op packet's zxid: DIFF the leader's last committed (or equal), TRUNC the zxid to cut back to. */
  readonly zxid: Zxid;
  /** Sent as PROPOSAL and COMMIT before NEWLEADER. */
  readonly txns: readonly Txn[];
  /** Proposals after this zxid are forwarded to the learner from now on. */
  readonly forwardAfter: Zxid;
  readonly rule: SyncRule;
  readonly minCommittedLog: Zxid;
  readonly maxCommittedLog: Zxid;
}

/** The rows of protocol reference §11.1 in their order: the first that fits decides. */
export function planSync(input: SyncInput): SyncPlan {
  const { peerLastZxid: peer, lastProcessedZxid: last, committedLog } = input;
  const { min, max } = committedBounds(committedLog, last);
  const bounds = { minCommittedLog: min, maxCommittedLog: max };
  const isNewEpochZxid = input.newEpochZxidRule && counterOf(peer) === 0;
  const snap = (rule: SyncRule): SyncPlan => ({
    mode: 'SNAP',
    zxid: last,
    txns: [],
    forwardAfter: last,
    rule,
    ...bounds,
  });

  if (last === peer) return { mode: 'DIFF', zxid: peer, txns: [], forwardAfter: peer, rule: 'equal', ...bounds };
  if (!input.syncTxnLog && committedCount(committedLog) === 0) return snap('unhandled');
  if (peer > max && !isNewEpochZxid) {
    return { mode: 'TRUNC', zxid: max, txns: [], forwardAfter: max, rule: 'pastMaxCommittedLog', ...bounds };
  }
  if (min <= peer && peer <= max) {
    const walk = newWalk(input, isNewEpochZxid, max);
    walkTxns(walk, committedTxns(committedLog), null);
    return finishWalk(walk, bounds, snap, 'inCommittedLog', 'divergedInCommittedLog');
  }
  if (peer < min && input.txnLog !== null) {
    const { txns, bytes, bytesMax } = input.txnLog;
    const first = firstOf(txns);
    if (first === null || first.zxid > peer) return snap('txnLogUnavailable');
    if (bytes > bytesMax) return snap('txnLogTooLarge');
    const walk = newWalk(input, isNewEpochZxid, max);
    walkTxns(walk, txns, min);
    if (!walk.crossedEpoch && walk.queued < min) return snap('gapBeforeCommittedLog');
    walkTxns(walk, committedTxns(committedLog), null);
    return finishWalk(walk, bounds, snap, 'fromTxnLog', 'divergedInTxnLog');
  }
  return snap('unhandled');
}

interface Walk {
  readonly peer: Zxid;
  readonly isNewEpochZxid: boolean;
  readonly crossEpochTruncCheck: boolean;
  readonly truncBeforeDiff: boolean;
  readonly max: Zxid;
  op: { readonly mode: 'DIFF' | 'TRUNC'; readonly zxid: Zxid } | null;
  crossedEpoch: boolean;
  /** Last zxid walked over below the learner's: where histories last agreed. */
  previous: Zxid;
  queued: Zxid;
  readonly txns: Txn[];
}

function newWalk(input: SyncInput, isNewEpochZxid: boolean, max: Zxid): Walk {
  const { peerLastZxid: peer, crossEpochTruncCheck, truncBeforeDiff } = input;
  return {
    peer,
    isNewEpochZxid,
    crossEpochTruncCheck,
    truncBeforeDiff,
    max,
    op: null,
    crossedEpoch: false,
    previous: ZXID_NONE,
    queued: peer,
    txns: [],
  };
}

/** LearnerHandler.queueCommittedProposals. `limit`: stop after it, null for none. */
function walkTxns(walk: Walk, txns: Iterable<Txn>, limit: Zxid | null): void {
  for (const txn of txns) {
    const { zxid } = txn;
    if (limit !== null && zxid > limit) break;
    if (zxid < walk.peer) {
      walk.previous = zxid;
      continue;
    }
    if (walk.op === null) {
      if (zxid === walk.peer) {
        walk.op = { mode: 'DIFF', zxid: walk.max };
        continue;
      }
      if (walk.isNewEpochZxid || !walk.truncBeforeDiff) walk.op = { mode: 'DIFF', zxid: walk.max };
      else {
        // The learner's last transaction is not in this history.
        if (walk.crossEpochTruncCheck && epochOf(zxid) !== epochOf(walk.peer)) {
          walk.crossedEpoch = true;
          return;
        }
        walk.op = { mode: 'TRUNC', zxid: walk.previous };
        walk.queued = walk.previous;
      }
    }
    if (zxid <= walk.queued) continue;
    walk.txns.push(txn);
    walk.queued = zxid;
  }
  if (walk.op === null && walk.isNewEpochZxid) walk.op = { mode: 'DIFF', zxid: walk.max };
}

function finishWalk(
  walk: Walk,
  bounds: { readonly minCommittedLog: Zxid; readonly maxCommittedLog: Zxid },
  snap: (rule: SyncRule) => SyncPlan,
  found: SyncRule,
  diverged: SyncRule,
): SyncPlan {
  if (walk.crossedEpoch) return snap('crossEpoch');
  if (walk.op === null) return snap('unhandled');
  const rule = walk.op.mode === 'DIFF' ? found : diverged;
  return { ...walk.op, txns: walk.txns, forwardAfter: walk.queued, rule, ...bounds };
}

function firstOf(txns: Iterable<Txn>): Txn | null {
  for (const txn of txns) return txn;
  return null;
}

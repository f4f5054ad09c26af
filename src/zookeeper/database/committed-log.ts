/** The recent committed transactions a server keeps in memory to sync learners by DIFF (ZKDatabase.committedLog). */
import { type AppendList, emptyList, itemAt } from '../../base/append-list.ts';
import type { Zxid } from '../ids.ts';
import type { Txn } from './txn.ts';
import { withTxn } from './txn-list.ts';

export interface CommittedLog {
  readonly txns: AppendList<Txn>;
  /** Items before this index have been forgotten. */
  readonly start: number;
}

export const EMPTY_COMMITTED_LOG: CommittedLog = { txns: emptyList(), start: 0 };

/** With `txn` added; the oldest is forgotten once there are more than `limit` (ZKDatabase.addCommittedProposal). */
export function addCommitted(log: CommittedLog, txn: Txn, limit: number): CommittedLog {
  const start = log.txns.length - log.start > limit ? log.start + 1 : log.start;
  return { txns: withTxn(log.txns, txn), start };
}

export function committedCount(log: CommittedLog): number {
  return log.txns.length - log.start;
}

/** minCommittedLog and maxCommittedLog; both `lastProcessed` while nothing is kept. */
export function committedBounds(log: CommittedLog, lastProcessed: Zxid): { readonly min: Zxid; readonly max: Zxid } {
  const first = itemAt(log.txns, log.start);
  const last = itemAt(log.txns, log.txns.length - 1);
  return { min: first?.zxid ?? lastProcessed, max: last?.zxid ?? lastProcessed };
}

/** What is kept, oldest first. */
export function* committedTxns(log: CommittedLog): Generator<Txn> {
  for (let i = log.start; i < log.txns.length; i++) yield itemAt(log.txns, i) as Txn;
}

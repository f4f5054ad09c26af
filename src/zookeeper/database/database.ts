/** A server's database in memory (ZKDatabase): tree, sessions, and the recent committed transactions. */
import type { Draft, Slice } from '../../base/slice.ts';
import type { Zxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { type CommittedLog, EMPTY_COMMITTED_LOG, addCommitted } from './committed-log.ts';
import type { DataTree } from './data-tree.ts';
import { type Sessions, sessionsAfter } from './sessions.ts';
import type { Snapshot } from './snapshot.ts';
import type { Txn } from './txn.ts';

export interface Database extends Slice {
  readonly tree: DataTree;
  readonly sessions: Sessions;
  /** Last applied; (E,0) on a leader that has written nothing yet. It is what a vote carries. */
  readonly lastProcessedZxid: Zxid;
  readonly committedLog: CommittedLog;
}

/** Applies a committed transaction to tree and sessions (ZKDatabase.processTxn). */
export function applyToDatabase(turn: Turn, txn: Txn): void {
  const database = turn.database();
  database.tree = turn.clientPart.applyTxn(database.tree, txn);
  database.sessions = sessionsAfter(database.sessions, txn);
  // DataTree.processTxn: a transaction that comes once more takes nothing back.
  if (txn.zxid > database.lastProcessedZxid) database.lastProcessedZxid = txn.zxid;
}

/** Files an applied transaction in the committedLog, which keeps about `commitLogCount` of them. */
export function keepCommitted(database: Draft<Database>, txn: Txn, commitLogCount: number): void {
  database.committedLog = addCommitted(database.committedLog, txn, commitLogCount);
}

/** Replaces everything by a snapshot (ZKDatabase.clear and deserializeSnapshot). */
export function installSnapshot(database: Draft<Database>, snapshot: Snapshot): void {
  database.tree = snapshot.tree;
  database.sessions = snapshot.sessions;
  database.lastProcessedZxid = snapshot.zxid;
  database.committedLog = EMPTY_COMMITTED_LOG;
}

/** The database as it is now: later changes do not touch it. */
export function takeSnapshot(database: Database): Snapshot {
  return { zxid: database.lastProcessedZxid, tree: database.tree, sessions: database.sessions };
}

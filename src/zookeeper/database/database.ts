/** A server's database in memory (ZKDatabase): tree, sessions, and the recent committed transactions. */
import type { Draft, Slice } from '../../base/slice.ts';
import { type Zxid, counterOf } from '../ids.ts';
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
  /** Of every 128th transaction of an epoch, the newest last; none where the release knows no digests. */
  readonly digestLog: readonly ZxidDigest[];
}

/** What the tree came to right after a transaction (DataTree.ZxidDigest). */
export interface ZxidDigest {
  readonly zxid: Zxid;
  readonly digest: number;
}

/** DataTree.DIGEST_LOG_INTERVAL. */
const DIGEST_LOG_INTERVAL = 128;

/** Whether the digest after this transaction belongs into the log. */
export function isLoggedDigest(zxid: Zxid): boolean {
  return counterOf(zxid) % DIGEST_LOG_INTERVAL === 0;
}

/** Applies a committed transaction to tree and sessions (ZKDatabase.processTxn). */
export function applyToDatabase(turn: Turn, txn: Txn): void {
  const database = turn.database();
  database.tree = turn.clientPart.applyTxn(database.tree, txn);
  database.sessions = sessionsAfter(database.sessions, txn);
  // DataTree.processTxn: a transaction that comes once more takes nothing back.
  if (txn.zxid > database.lastProcessedZxid) database.lastProcessedZxid = txn.zxid;
  if (!isLoggedDigest(txn.zxid) || !turn.config.behaviour.treeDigest) return;
  database.digestLog = turn.clientPart.withDigest(database.digestLog, txn.zxid, database.tree);
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
  database.digestLog = NO_DIGESTS;
}

export const NO_DIGESTS: Database['digestLog'] = [];

/** The database as it is now: later changes do not touch it. */
export function takeSnapshot(database: Database): Snapshot {
  return { zxid: database.lastProcessedZxid, tree: database.tree, sessions: database.sessions };
}

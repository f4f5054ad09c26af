/** Bringing the database in memory in line with the disk (ZKDatabase.loadDataBase, fastForwardDataBase). */
import { addCommitted, EMPTY_COMMITTED_LOG } from '../database/committed-log.ts';
import { type DataTree, initialTree } from '../database/data-tree.ts';
import { NO_DIGESTS, applyToDatabase, isLoggedDigest, keepCommitted } from '../database/database.ts';
import type { Txn } from '../database/txn.ts';
import { ZXID_NONE, nextZxid } from '../ids.ts';
import { loggedTxns, restore } from '../peer/durable.ts';
import type { Turn } from '../peer/turn.ts';

/**
 * Replaces the database by what newest snapshot and log give, on `blank` where there is no snapshot. What the log holds
 * is presumed committed.
 */
export function reloadDatabase(turn: Turn, blank: DataTree = initialTree(turn.config.behaviour)): void {
  let digestLog = NO_DIGESTS;
  const apply = (tree: DataTree, txn: Txn): DataTree => {
    const applied = turn.clientPart.applyTxn(tree, txn);
    const isLogged = isLoggedDigest(txn.zxid) && turn.config.behaviour.treeDigest;
    if (isLogged) digestLog = turn.clientPart.withDigest(digestLog, txn.zxid, applied);
    return applied;
  };
  const { disk } = turn;
  const restored = restore(disk, apply, blank);
  const { commitLogCount } = turn.config.timing;
  if (turn.noting) {
    const snapshot = disk.snapshots.at(-1)?.zxid ?? null;
    turn.note({ kind: 'databaseLoaded', snapshot, txnCount: restored.replayed.length, zxid: restored.lastZxid });
  }
  const database = turn.database();
  database.tree = restored.tree;
  database.sessions = restored.sessions;
  database.lastProcessedZxid = isLost(turn) ? ZXID_NONE : restored.lastZxid;
  database.digestLog = digestLog;
  database.committedLog = restored.replayed.reduce(
    (log, txn) => addCommitted(log, txn, commitLogCount),
    EMPTY_COMMITTED_LOG,
  );
}

/** An empty disk where there should be data: a zxid of -1 keeps such a server from voting (FileTxnSnapLog.restore). */
function isLost({ disk, config }: Turn): boolean {
  const isEmpty = disk.snapshots.length === 0 && disk.logFiles.length === 0;
  return isEmpty && !disk.initialize && !config.behaviour.dbAutocreate;
}

/** ZOOKEEPER-2845: what is logged but was never committed counts in the next vote. */
export function fastForward(turn: Turn): void {
  const database = turn.database();
  const from = database.lastProcessedZxid;
  for (const txn of loggedTxns(turn.disk.logFiles, nextZxid(from))) {
    applyToDatabase(turn, txn);
    keepCommitted(database, txn, turn.config.timing.commitLogCount);
  }
  const to = database.lastProcessedZxid;
  if (turn.watching && to !== from) turn.note({ kind: 'fastForwarded', from, to });
}

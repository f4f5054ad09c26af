/** A server's transactions as cells: what its database is made of, what its log holds besides, and what was cut away. */
import { positionOf } from '../audit/delivered.ts';
import type { Audit } from '../audit/ghost.ts';
import { sameTxn } from '../audit/same-txn.ts';
import { emptyList, itemAt } from '../base/append-list.ts';
import { firstIndex } from '../base/binary-search.ts';
import { type History, holds } from '../zookeeper/database/history.ts';
import type { Txn, TxnBody } from '../zookeeper/database/txn.ts';
import { type Zxid, ZXID_ZERO } from '../zookeeper/ids.ts';
import type { Durable } from '../zookeeper/peer/durable.ts';
import { takesRequests } from '../zookeeper/quorum/leader.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { LogCell, LogCellState } from './facts.ts';

/** So many cells of the end of a log are told apart; a stage has no room for more. */
const CELLS_MAX = 48;

/** `peer` is null while the server is down. */
export function logCellsOf(
  peer: QuorumPeer | null,
  durable: Durable,
  audit: Audit | null,
): { readonly cells: readonly LogCell[]; readonly folded: number } {
  const snapshot = durable.snapshots.at(-1) ?? null;
  const snapshotted: History = snapshot?.tree.history ?? emptyList();
  // A server that is down has no database; its newest snapshot and the log after it are what it can still count on.
  const database: History = peer?.database.tree.history ?? emptyList();
  const base = peer === null ? snapshotted : database;
  const upTo = peer?.database.lastProcessedZxid ?? snapshot?.zxid ?? ZXID_ZERO;
  const log = tailOf(durable);

  const start = Math.max(0, base.length - CELLS_MAX);
  const first = start === 0 ? ZXID_ZERO : (itemAt(base, start) ?? ZXID_ZERO);
  const cells = new Map<Zxid, LogCell>();
  const add = (zxid: Zxid, where: 'database' | 'flushed' | 'written' | 'queued' | 'truncated', txn?: Txn): void => {
    if (cells.has(zxid) || zxid < first) return;
    const committed = isCommitted(audit, zxid, txn?.body ?? null);
    const inSnapshot = holds(snapshotted, zxid);
    const onDisk = inSnapshot || (where === 'flushed' && zxid > (snapshot?.zxid ?? ZXID_ZERO));
    const inDatabase = where === 'database' || holds(database, zxid);
    cells.set(zxid, { zxid, state: stateOf(), onDisk, committed });

    function stateOf(): LogCellState {
      if (inDatabase) return committed ? (inSnapshot ? 'snapshotted' : 'applied') : 'replayed';
      if (where === 'flushed' && zxid <= upTo) return inSnapshot && peer === null ? 'snapshotted' : 'replaced';
      if (peer !== null && isKnownCommitted(peer, zxid)) return 'committed';
      return where;
    }
  };
  for (const txn of log) add(txn.zxid, 'flushed', txn);
  for (let i = start; i < base.length; i++) add(itemAt(base, i) as Zxid, peer === null ? 'flushed' : 'database');
  if (peer !== null) {
    for (const txn of peer.log.flushing) add(txn.zxid, 'written', txn);
    for (const txn of peer.log.queue) add(txn.zxid, 'queued', txn);
    for (const txn of peer.learner?.packetsNotLogged ?? []) add(txn.zxid, 'queued', txn);
    for (const zxid of peer.learner?.cutAway ?? []) add(zxid, 'truncated');
  }
  const afterBase = countBetween(durable, upTo, log[0]?.zxid ?? ZXID_ZERO);
  return { cells: [...cells.values()].toSorted((a, b) => a.zxid - b.zxid), folded: start + afterBase };
}

/** The last transactions in the log files, oldest first. */
function tailOf(durable: Durable): readonly Txn[] {
  const tail: Txn[] = [];
  for (const file of durable.logFiles.toReversed()) {
    for (let i = file.txns.length - 1; i >= 0 && tail.length < CELLS_MAX; i--) tail.push(itemAt(file.txns, i) as Txn);
  }
  return tail.toReversed();
}

/** How many logged transactions lie after `after` and before `before`. */
function countBetween(durable: Durable, after: Zxid, before: Zxid): number {
  if (before <= after) return 0;
  return durable.logFiles.reduce((sum, { txns }) => {
    const indexOf = (from: Zxid): number =>
      firstIndex(txns.length, (index) => (itemAt(txns, index)?.zxid ?? from) >= from);
    return sum + Math.max(0, indexOf(before) - indexOf((after + 1) as Zxid));
  }, 0);
}

/**
 * Whether anybody delivered it (what one server applies as committed, a quorum has), or a leader with a quorum began
 * with it. Where nobody watches, nobody knows. `body`: what it is here, where that is at hand: two leaders may have given
 * one zxid to different transactions.
 */
function isCommitted(audit: Audit | null, zxid: Zxid, body: TxnBody | null): boolean {
  if (audit === null) return false;
  const { delivered, inherited } = audit;
  const known = itemAt(delivered, positionOf(delivered, zxid));
  if (known?.zxid === zxid) return body === null || sameTxn(known.body, body);
  return holds(inherited, zxid);
}

function isKnownCommitted({ leader, learner }: QuorumPeer, zxid: Zxid): boolean {
  if (leader !== null) return takesRequests(leader) && zxid <= leader.lastCommitted;
  return learner?.packetsCommitted.includes(zxid) === true;
}

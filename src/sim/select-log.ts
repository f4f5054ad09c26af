/** A server's transaction log as cells: from what is only queued to what a snapshot holds. */
import { itemAt } from '../base/append-list.ts';
import type { Txn } from '../zookeeper/database/txn.ts';
import { type Zxid, ZXID_ZERO } from '../zookeeper/ids.ts';
import type { Durable } from '../zookeeper/peer/durable.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { LogCell } from './facts.ts';

/** So many cells of the end of a log are told apart; a stage has no room for more. */
const CELLS_MAX = 48;

export function logCellsOf(peer: QuorumPeer | null, durable: Durable): { cells: readonly LogCell[]; folded: number } {
  const onDisk = tailOf(durable);
  const folded = countOf(durable) - onDisk.length;
  const snapshot = durable.snapshots.at(-1)?.zxid ?? ZXID_ZERO;
  const applied = peer?.database.lastProcessedZxid ?? ZXID_ZERO;
  const committed = committedUpTo(peer);
  const cells = new Map<Zxid, LogCell>();
  const add = (txn: Txn, flushed: boolean, unflushed: 'queued' | 'written'): void => {
    const { zxid, body } = txn;
    const state =
      zxid <= applied
        ? flushed && zxid <= snapshot
          ? 'snapshotted'
          : 'applied'
        : zxid <= committed
          ? 'committed'
          : flushed
            ? 'flushed'
            : unflushed;
    const path = 'path' in body ? body.path : null;
    if (!cells.has(zxid)) cells.set(zxid, { zxid, state, onDisk: flushed, type: body.type, path });
  };
  for (const txn of onDisk) add(txn, true, 'written');
  if (peer !== null) {
    for (const txn of peer.log.flushing) add(txn, false, 'written');
    for (const txn of peer.log.queue) add(txn, false, 'queued');
    for (const txn of peer.learner?.packetsNotLogged ?? []) add(txn, false, 'queued');
    for (const zxid of peer.learner?.cutAway ?? []) {
      if (!cells.has(zxid)) cells.set(zxid, { zxid, state: 'truncated', onDisk: false, type: 'error', path: null });
    }
  }
  return { cells: [...cells.values()].toSorted((a, b) => a.zxid - b.zxid), folded };
}

/** The last transactions in the log files, oldest first. */
function tailOf(durable: Durable): readonly Txn[] {
  const tail: Txn[] = [];
  for (const file of durable.logFiles.toReversed()) {
    for (let i = file.txns.length - 1; i >= 0 && tail.length < CELLS_MAX; i--) tail.push(itemAt(file.txns, i) as Txn);
  }
  return tail.toReversed();
}

function countOf(durable: Durable): number {
  return durable.logFiles.reduce((sum, file) => sum + file.txns.length, 0);
}

/** What this server knows to be committed, applied or not. */
function committedUpTo(peer: QuorumPeer | null): Zxid {
  if (peer === null) return ZXID_ZERO;
  if (peer.leader !== null && peer.leader.phase === 'serving') return peer.leader.lastCommitted;
  return peer.learner?.packetsCommitted.at(-1) ?? peer.database.lastProcessedZxid;
}

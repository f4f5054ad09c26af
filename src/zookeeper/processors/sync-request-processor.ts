/**
 * The log thread (SyncRequestProcessor): appends transactions to the log and makes them durable in batches,
 * one flush at a time; whatever arrives meanwhile is the next batch. After the flush each transaction goes on
 * to the acknowledging processor of the role that handed it over.
 */
import type { Slice } from '../../base/slice.ts';
import type { Txn } from '../database/txn.ts';
import type { Turn } from '../peer/turn.ts';
import { takeSnapshot } from '../database/database.ts';

const BATCH_MAX = 1000;

/** Key of this processor's random numbers. */
const SNAP_COUNT_KEY = 1;

export interface SyncRequestProcessor extends Slice {
  /** Waiting for the flush under way. */
  readonly queue: readonly Txn[];
  /** Handed to the disk. */
  readonly flushing: readonly Txn[];
  /** The role that gets acknowledgements for what is flushing. */
  readonly flushingFor: number;
  /** Transactions in the open file. */
  readonly logCount: number;
  /** At this many the file is closed and a snapshot taken: random in [snapCount/2, snapCount). */
  readonly rollAt: number;
  readonly rollCount: number;
  /** This process has a log file open; otherwise the next append begins a new one. */
  readonly fileOpen: boolean;
}

export function createSyncRequestProcessor(generation: number, rollAt: number): SyncRequestProcessor {
  return { generation, queue: [], flushing: [], flushingFor: -1, logCount: 0, rollAt, rollCount: 0, fileOpen: false };
}

/** When the next roll is due (SyncRequestProcessor.resetSnapshotStats). */
export function nextRollAt(snapCount: number, random: number): number {
  const half = Math.floor(snapCount / 2);
  return half + Math.floor(random * half);
}

/** The same for a process that starts; `random` is its environment's. */
export function firstRollAt(snapCount: number, random: (key: number, n: number) => number): number {
  return nextRollAt(snapCount, random(SNAP_COUNT_KEY, 0));
}

/** Hands a transaction to the log thread. */
export function queueForLog(turn: Turn, txn: Txn): void {
  const log = turn.log();
  log.queue = [...log.queue, txn];
  if (turn.noting) turn.note({ kind: 'logQueued', zxid: txn.zxid });
  flushNext(turn);
}

/** The batch is durable. Returns what the current role may acknowledge. */
export function batchFlushed(turn: Turn): readonly Txn[] {
  const log = turn.log();
  const flushed = log.flushing;
  const acknowledged = log.flushingFor === turn.peer.role && !turn.peer.leaving ? flushed : [];
  log.flushing = [];
  if (turn.noting) turn.note({ kind: 'logged', zxids: flushed.map((txn) => txn.zxid) });
  if (log.logCount > log.rollAt) rollLog(turn);
  flushNext(turn);
  return acknowledged;
}

/** Whether everything that was handed over is durable. */
export function isLogIdle(log: SyncRequestProcessor): boolean {
  return log.queue.length === 0 && log.flushing.length === 0;
}

function flushNext(turn: Turn): void {
  const log = turn.log();
  if (log.flushing.length > 0 || log.queue.length === 0) return;
  const batch = log.queue.slice(0, BATCH_MAX);
  log.flushing = batch;
  log.flushingFor = turn.peer.role;
  log.queue = log.queue.slice(BATCH_MAX);
  writeTxns(turn, batch, 'log');
}

/** Appends to the log file, beginning a new one where none is open. */
export function writeTxns(turn: Turn, txns: readonly Txn[], purpose: 'log' | 'sync'): void {
  const log = turn.log();
  const [first] = txns;
  if (turn.noting && !log.fileOpen && first !== undefined) turn.note({ kind: 'logFileCreated', zxid: first.zxid });
  turn.flush({ kind: 'txns', txns, roll: !log.fileOpen, purpose });
  log.fileOpen = true;
  log.logCount += txns.length;
}

/** Closes the file and takes a snapshot of what is applied by now, while work goes on (SyncRequestProcessor.run). */
function rollLog(turn: Turn): void {
  const log = turn.log();
  log.fileOpen = false;
  log.logCount = 0;
  log.rollCount += 1;
  log.rollAt = nextRollAt(turn.config.timing.snapCount, turn.random(SNAP_COUNT_KEY, log.rollCount));
  turn.flush({
    kind: 'snapshot',
    snapshot: takeSnapshot(turn.peer.database),
    purpose: 'snapCount',
  });
}

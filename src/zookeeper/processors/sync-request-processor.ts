/**
 * The log thread (SyncRequestProcessor): appends transactions to the log and makes them durable in batches,
 * one flush at a time; whatever arrives meanwhile is the next batch. After the flush each transaction goes on
 * to the acknowledging processor of the role that handed it over.
 */
import type { Slice } from '../../base/slice.ts';
import type { Txn } from '../database/txn.ts';
import type { Turn } from '../peer/turn.ts';
import { takeSnapshot } from '../database/database.ts';
import { type CommittedLog, committedTxns } from '../database/committed-log.ts';
import type { Snapshot } from '../database/snapshot.ts';
import type { Service } from '../config/service.ts';
import type { Zxid } from '../ids.ts';
import { txnBytes } from '../peer/durable.ts';

/** Keys of this processor's random numbers. */
const SNAP_COUNT_KEY = 1;
const SNAP_SIZE_KEY = 4;

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
  /** The same for bytes in it: random in [snapSize/2, snapSize); null for no such limit. */
  readonly logBytes: number;
  readonly rollAtBytes: number | null;
  readonly rollCount: number;
  /** The snapshot whose file is being written by the snapshot thread, as it was begun, and the role it was begun in. */
  readonly snapshotting: (Snapshot & { readonly role: number }) | null;
  /** The same, of the snapshot that the admin server was asked for. */
  readonly adminSnapshotting: (Snapshot & { readonly role: number }) | null;
  /** It died of a write that the disk refused: nothing is logged any more until the next role has a thread of its own. */
  readonly dead: boolean;
  /** When its last flush ended, or it began; absent where nobody asks (flushDelay). */
  readonly lastFlushAt?: number;
  /** This process has a log file open; otherwise the next append begins a new one. */
  readonly fileOpen: boolean;
}

export function createSyncRequestProcessor(generation: number, rollAt: number): SyncRequestProcessor {
  return {
    generation,
    queue: [],
    flushing: [],
    flushingFor: -1,
    logCount: 0,
    rollAt,
    logBytes: 0,
    rollAtBytes: null,
    rollCount: 0,
    snapshotting: null,
    adminSnapshotting: null,
    dead: false,
    fileOpen: false,
  };
}

/** When the next roll is due (SyncRequestProcessor.resetSnapshotStats). */
function nextRollAt(snapCount: number, random: number): number {
  const half = Math.floor(snapCount / 2);
  return half + Math.floor(random * half);
}

/** A process starts: when its first file will be closed. */
export function drawFirstRoll(turn: Turn): void {
  const log = turn.log();
  log.rollAt = nextRollAt(turn.config.timing.snapCount, turn.random(SNAP_COUNT_KEY, 0));
  log.rollAtBytes = rollAtBytes(turn.config.service, turn.random(SNAP_SIZE_KEY, 0));
}

/** Hands a transaction to the log thread. */
export function queueForLog(turn: Turn, txn: Txn): void {
  // Nobody takes anything out of that queue.
  if (turn.peer.log.dead) return;
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
  markFlush(turn);
  if (turn.noting) turn.note({ kind: 'logged', zxids: flushed.map((txn) => txn.zxid) });
  if (log.logCount > log.rollAt || (log.rollAtBytes !== null && log.logBytes > log.rollAtBytes)) rollLog(turn);
  flushNext(turn);
  return acknowledged;
}

/** Its write was refused, and with it goes what waited. */
export function killLogThread(turn: Turn): void {
  const log = turn.log();
  log.queue = [];
  log.flushing = [];
  log.dead = true;
}

/** A role begins: it has a log thread of its own. */
export function startLogThread(turn: Turn): void {
  if (turn.peer.log.dead) turn.log().dead = false;
  markFlush(turn);
}

function markFlush(turn: Turn): void {
  if (turn.config.service.flushDelayMillis > 0) turn.log().lastFlushAt = turn.now;
}

/** Whether everything that was handed over is durable, or never will be. */
export function isLogIdle(log: SyncRequestProcessor): boolean {
  return log.queue.length === 0 && log.flushing.length === 0;
}

/** Flushes what waits for more, if anything does: nothing more has come for so long, or nothing more will. */
export function flushWaiting(turn: Turn): void {
  const { queue, flushing } = turn.peer.log;
  if (queue.length > 0 && flushing.length === 0) flushBatch(turn);
}

/** The head of the thread's loop (SyncRequestProcessor.run, shouldFlush). */
function flushNext(turn: Turn): void {
  const { queue, flushing } = turn.peer.log;
  if (flushing.length > 0 || queue.length === 0) return;
  const wait = turn.config.service.flushDelayMillis > 0 ? turn.clientPart.flushWait(turn) : 0;
  if (wait > 0) turn.arm('logFlush', wait);
  else flushBatch(turn);
}

function flushBatch(turn: Turn): void {
  const log = turn.log();
  const { maxBatchSize, flushDelayMillis } = turn.config.service;
  if (flushDelayMillis > 0) turn.disarm('logFlush');
  const batchMax = maxBatchSize > 0 ? maxBatchSize : log.queue.length;
  const batch = log.queue.slice(0, batchMax);
  log.flushing = batch;
  log.flushingFor = turn.peer.role;
  log.queue = log.queue.slice(batchMax);
  writeTxns(turn, batch, 'log');
}

/** Appends to the log file, beginning a new one where none is open. */
export function writeTxns(turn: Turn, txns: readonly Txn[], purpose: 'log' | 'sync'): void {
  const log = turn.log();
  const [first] = txns;
  if (turn.noting && !log.fileOpen && first !== undefined) turn.note({ kind: 'logFileCreated', zxid: first.zxid });
  const write = { kind: 'txns', txns, roll: !log.fileOpen, purpose } as const;
  if (turn.config.service.forceSync) turn.flush(write);
  else turn.cache(write);
  log.fileOpen = true;
  log.logCount += txns.length;
  for (const txn of txns) log.logBytes += txnBytes(txn);
}

/** Closes the file and begins a snapshot of what is applied by now, while work goes on (SyncRequestProcessor.run). */
function rollLog(turn: Turn): void {
  const log = turn.log();
  log.fileOpen = false;
  log.logCount = 0;
  log.logBytes = 0;
  log.rollCount += 1;
  log.rollAt = nextRollAt(turn.config.timing.snapCount, turn.random(SNAP_COUNT_KEY, log.rollCount));
  log.rollAtBytes = rollAtBytes(turn.config.service, turn.random(SNAP_SIZE_KEY, log.rollCount));
  if (log.snapshotting !== null) {
    if (turn.noting) turn.note({ kind: 'snapshotSkipped' });
    return;
  }
  const snapshot = takeSnapshot(turn.peer.database);
  log.snapshotting = { ...snapshot, role: turn.peer.role };
  if (turn.noting) turn.note({ kind: 'snapshotStarted', zxid: snapshot.zxid });
  turn.flush({ kind: 'snapshotStart', zxid: snapshot.zxid, purpose: 'snapCount' });
}

/** The file is begun and the tree walked through by now: what was applied meanwhile is in it where it came late. */
export function snapshotStarted(turn: Turn, purpose: 'snapCount' | 'admin'): void {
  const { snapshotting, adminSnapshotting } = turn.peer.log;
  const begun = purpose === 'admin' ? adminSnapshotting : snapshotting;
  if (begun === null) return;
  const { role, ...start } = begun;
  // Simplified: what an ended role does to the tree, which takes for committed what the log holds, does not get in.
  const applied =
    role === turn.peer.role && isServing(turn) ? appliedSince(turn.peer.database.committedLog, start.zxid) : [];
  const snapshot = turn.clientPart.fuzzySnapshot(start, applied);
  turn.flush({ kind: 'snapshot', snapshot, purpose });
}

/** The file is complete, or was refused: whoever wrote it is free again. */
export function snapshotCompleted(turn: Turn, purpose: 'snapCount' | 'admin'): void {
  if (purpose === 'admin') turn.log().adminSnapshotting = null;
  else turn.log().snapshotting = null;
}

function isServing({ peer }: Turn): boolean {
  return (peer.leader !== null || peer.learner !== null) && !peer.leaving;
}

function* appliedSince(log: CommittedLog, zxid: Zxid): Generator<Txn> {
  for (const txn of committedTxns(log)) if (txn.zxid > zxid) yield txn;
}

/** Null when there is no limit to the size of a log file. */
function rollAtBytes({ snapSizeLimitInKb }: Service, random: number): number | null {
  return snapSizeLimitInKb <= 0 ? null : nextRollAt(snapSizeLimitInKb * 1024, random);
}

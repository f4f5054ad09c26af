/**
 * What a server's disk holds, and what a starting server makes of it (FileTxnSnapLog, FileTxnLog, FileSnap).
 * Log files are named by their first zxid, snapshots by the zxid they were taken at.
 */
import { type AppendList, emptyList, itemAt, itemsFrom, lastItem, takeFirst } from '../../base/append-list.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { INITIAL_TREE, type DataTree } from '../database/data-tree.ts';
import { NO_SESSIONS, type Sessions, sessionsAfter } from '../database/sessions.ts';
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { Snapshot } from '../database/snapshot.ts';
import type { Txn } from '../database/txn.ts';
import { withTxn } from '../database/txn-list.ts';
import { type Epoch, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { Write } from './protocol.ts';

export interface LogFile {
  /** Zxid of the first transaction in it: the suffix of its name. */
  readonly name: Zxid;
  readonly txns: AppendList<Txn>;
  /** Bytes of the transactions; on disk the file is padded to whole preallocated blocks. */
  readonly bytes: number;
}

export interface Durable {
  /** Null: the file does not exist. */
  readonly acceptedEpoch: Epoch | null;
  readonly currentEpoch: Epoch | null;
  /** `currentEpoch.tmp`: what a crash between writing the file and renaming it left behind; null without. */
  readonly currentEpochTmp: Epoch | null;
  /** The marker file of 3.4 around the snapshot and the epoch of a sync. */
  readonly updatingEpoch: boolean;
  /** The file `initialize`, with which an operator allows a new server to begin with nothing; gone after its first start. */
  readonly initialize: boolean;
  /** `zoo.cfg.dynamic`, once a configuration came from others; and `.dynamic.next`, the newest seen. Null: no such file. */
  readonly config: QuorumVerifier | null;
  readonly nextConfig: QuorumVerifier | null;
  /** In order of their names. */
  readonly logFiles: readonly LogFile[];
  /** In order of their zxids. */
  readonly snapshots: readonly Snapshot[];
  /** Files of snapshots that a crash left incomplete: no server starts from one. */
  readonly unfinishedSnapshots: readonly Zxid[];
}

export const BLANK_DISK: Durable = {
  acceptedEpoch: null,
  currentEpoch: null,
  currentEpochTmp: null,
  updatingEpoch: false,
  initialize: true,
  config: null,
  nextConfig: null,
  logFiles: [],
  snapshots: [],
  unfinishedSnapshots: [],
};

/** Nobody has initialized it again: what is missing was lost. */
export const WIPED_DISK: Durable = { ...BLANK_DISK, initialize: false };

const TXN_BYTES = 60;

/** The disk after a write has reached it. */
export function persist(durable: Durable, write: Write): Durable {
  switch (write.kind) {
    case 'acceptedEpoch':
      return { ...durable, acceptedEpoch: write.epoch };
    case 'currentEpoch':
      return { ...durable, currentEpoch: write.epoch, currentEpochTmp: null };
    case 'updatingEpoch':
      return { ...durable, updatingEpoch: write.present };
    case 'txns':
      return {
        acceptedEpoch: durable.acceptedEpoch,
        currentEpoch: durable.currentEpoch,
        currentEpochTmp: durable.currentEpochTmp,
        updatingEpoch: durable.updatingEpoch,
        initialize: durable.initialize,
        config: durable.config,
        nextConfig: durable.nextConfig,
        logFiles: appendTxns(durable.logFiles, write.txns, write.roll),
        snapshots: durable.snapshots,
        unfinishedSnapshots: durable.unfinishedSnapshots,
      };
    case 'config':
      if (write.file === 'next') return { ...durable, nextConfig: write.config };
      // What was seen is in force: its file goes.
      return {
        ...durable,
        config: write.config,
        nextConfig: durable.nextConfig?.version === write.config.version ? null : durable.nextConfig,
      };
    case 'snapshotStart':
      return { ...durable, unfinishedSnapshots: [...durable.unfinishedSnapshots, write.zxid] };
    case 'purge':
      return purged(durable, write.retainCount);
    case 'truncate':
      return { ...durable, logFiles: truncateLog(durable.logFiles, write.to) };
    case 'snapshot': {
      const { snapshot } = write;
      const others = durable.snapshots.filter((other) => other.zxid !== snapshot.zxid);
      return {
        ...durable,
        initialize: false,
        snapshots: [...others, snapshot].toSorted((a, b) => a.zxid - b.zxid),
        unfinishedSnapshots: durable.unfinishedSnapshots.filter((zxid) => zxid !== snapshot.zxid),
      };
    }
    default:
      return assertUnreachable(write);
  }
}

/**
 * The disk as the server reads it amid a write. A batch of the log is in its file before the disk is waited for
 * (FileTxnLog.commit: flush, then force); no other file counts before it is whole.
 * Simplified: of what is appended and not flushed yet nothing is in the file, however much that is.
 */
export function handedOver(durable: Durable, write: Write): Durable {
  return write.kind === 'txns' ? persist(durable, write) : durable;
}

/**
 * The disk when the server dies amid a write. Of an epoch's file, which is written aside and then renamed, the
 * second half of the time is the rename: until then the new number lies in `currentEpoch.tmp` (AtomicFileOutputStream).
 */
export function torn(durable: Durable, write: Write, progress: number): Durable {
  if (write.kind !== 'currentEpoch' || progress < 0.5) return durable;
  return { ...durable, currentEpochTmp: write.epoch };
}

/** Whether a write needs room on the disk; those that only take something away do not. */
export function takesSpace(write: Write): boolean {
  switch (write.kind) {
    case 'truncate':
    case 'purge':
      return false;
    case 'updatingEpoch':
      return write.present;
    case 'txns':
    case 'acceptedEpoch':
    case 'currentEpoch':
    case 'config':
    case 'snapshotStart':
    case 'snapshot':
      return true;
    default:
      return assertUnreachable(write);
  }
}

/**
 * The disk without the newest `count` transactions of its log: a drive that lied about its cache, or a tail that no longer
 * reads right, which a starting server takes for the end (FileTxnLog.FileTxnIterator.next). A file that is empty now is gone.
 */
export function withoutTail(durable: Durable, count: number): Durable {
  let left = count;
  const logFiles: LogFile[] = [];
  for (const file of durable.logFiles.toReversed()) {
    const dropped = Math.min(left, file.txns.length);
    left -= dropped;
    if (dropped === file.txns.length) continue;
    logFiles.unshift(dropped === 0 ? file : firstOfFile(file, file.txns.length - dropped));
  }
  return { ...durable, logFiles };
}

function firstOfFile({ name, txns }: LogFile, count: number): LogFile {
  const kept = takeFirst(txns, count);
  let bytes = 0;
  for (const txn of itemsFrom(kept)) bytes += txnBytes(txn);
  return { name, txns: kept, bytes };
}

/**
 * Without what the newest `retainCount` snapshots do not need (PurgeTxnLog.purge): older snapshots, and log files that end
 * before the oldest retained one. The file that holds what follows it stays, though it begins before.
 */
export function purged(durable: Durable, retainCount: number): Durable {
  const retained = durable.snapshots.slice(-retainCount);
  const [oldest] = retained;
  if (oldest === undefined) return durable;
  const needed = durable.logFiles.findLast(({ name }) => name <= oldest.zxid)?.name ?? ZXID_ZERO;
  return {
    ...durable,
    snapshots: retained,
    unfinishedSnapshots: durable.unfinishedSnapshots.filter((zxid) => zxid >= oldest.zxid),
    logFiles: durable.logFiles.filter(({ name }) => name >= needed),
  };
}

function appendTxns(files: readonly LogFile[], txns: readonly Txn[], roll: boolean): readonly LogFile[] {
  const first = txns[0];
  if (first === undefined) return files;
  const last = files.at(-1);
  const open: LogFile = roll || last === undefined ? { name: first.zxid, txns: emptyList(), bytes: 0 } : last;
  // A file of that name is overwritten (FileTxnLog.append): after a TRUNC to (E,0) that means (E,1) itself.
  const others = open === last ? files.slice(0, -1) : files.filter((file) => file.name !== open.name);
  const grown = txns.reduce<LogFile>(
    (file, txn) => ({ name: file.name, txns: withTxn(file.txns, txn), bytes: file.bytes + txnBytes(txn) }),
    open,
  );
  return [...others, grown];
}

/** About what a transaction takes in the log. */
export function txnBytes(txn: Txn): number {
  const { body } = txn;
  return TXN_BYTES + ('path' in body ? body.path.length : 0) + ('dataLength' in body ? body.dataLength : 0);
}

/**
 * Cuts the log right after the first entry with zxid ≥ `to` and deletes later files (FileTxnLog.truncate).
 * When `to` itself is absent the first larger transaction survives: protocol reference §20.5.
 */
export function truncateLog(files: readonly LogFile[], to: Zxid): readonly LogFile[] {
  const kept: LogFile[] = [];
  for (const file of files) {
    const index = indexOfFirst(file.txns, (txn) => txn.zxid >= to);
    if (index === null) {
      kept.push(file);
      continue;
    }
    kept.push(firstOfFile(file, index + 1));
    break;
  }
  return kept;
}

function indexOfFirst(txns: AppendList<Txn>, holds: (txn: Txn) => boolean): number | null {
  for (let i = 0; i < txns.length; i++) if (holds(itemAt(txns, i) as Txn)) return i;
  return null;
}

/** Every transaction in the files from the one that may hold `from` on, whose zxid is at least `from`. */
export function* loggedTxns(files: readonly LogFile[], from: Zxid): Generator<Txn> {
  for (const file of filesFrom(files, from)) {
    const first = itemAt(file.txns, 0);
    if (first !== null && first.zxid >= from) yield* itemsFrom(file.txns);
    else for (const txn of itemsFrom(file.txns)) if (txn.zxid >= from) yield txn;
  }
}

/** The files to read for `from`: the last one that begins before it, and all later ones (FileTxnIterator.init). */
export function filesFrom(files: readonly LogFile[], from: Zxid): readonly LogFile[] {
  let start = 0;
  files.forEach((file, index) => {
    if (file.name < from) start = index;
  });
  return files.slice(start);
}

export interface Restored {
  readonly tree: DataTree;
  readonly sessions: Sessions;
  readonly lastZxid: Zxid;
  /** What was replayed over the snapshot: presumed committed. */
  readonly replayed: readonly Txn[];
}

/**
 * Newest snapshot plus the log after it: what a server that starts now would hold (FileTxnSnapLog.restore). `blank`: the
 * tree where there is no snapshot; `apply`: the tree after a transaction.
 */
export function restore(
  durable: Durable,
  apply: (tree: DataTree, txn: Txn) => DataTree,
  blank: DataTree = INITIAL_TREE,
): Restored {
  const snapshot = durable.snapshots.at(-1);
  let tree = snapshot?.tree ?? blank;
  let sessions = snapshot?.sessions ?? NO_SESSIONS;
  let lastZxid = snapshot?.zxid ?? ZXID_ZERO;
  const replayed: Txn[] = [];
  for (const txn of loggedTxns(durable.logFiles, (lastZxid + 1) as Zxid)) {
    tree = apply(tree, txn);
    sessions = sessionsAfter(sessions, txn);
    lastZxid = txn.zxid;
    replayed.push(txn);
  }
  return { tree, sessions, lastZxid, replayed };
}

/** The largest zxid on disk, among newest snapshot and log: what a restart would vote with. */
export function lastZxidOnDisk(durable: Durable): Zxid {
  const logged = durable.logFiles.reduce<Zxid>((largest, file) => {
    const last = lastItem(file.txns);
    return last !== null && last.zxid > largest ? last.zxid : largest;
  }, ZXID_ZERO);
  const snapshot = durable.snapshots.at(-1)?.zxid ?? ZXID_ZERO;
  return snapshot > logged ? snapshot : logged;
}

/** What a log file takes on disk: whole preallocated blocks (FilePadding). */
export function fileBytes(file: LogFile, preAllocSizeKb: number): number {
  const block = preAllocSizeKb * 1024;
  return Math.ceil(Math.max(file.bytes, 1) / block) * block;
}

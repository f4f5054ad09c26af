/** What a server's disk holds before the run: told by epochs and transactions, made into files. */
import { type Operation, isWrite } from '../zookeeper/client/operations.ts';
import type { ServerConfig } from '../zookeeper/config/ensemble.ts';
import type { Snapshot } from '../zookeeper/database/snapshot.ts';
import { firstTree } from '../zookeeper/database/config-node.ts';
import { applyTxn } from '../zookeeper/database/process-txn.ts';
import { NO_SESSIONS, sessionsAfter } from '../zookeeper/database/sessions.ts';
import type { Txn } from '../zookeeper/database/txn.ts';
import { type Epoch, type SessionId, ZXID_ZERO, type Zxid, parseZxid, zxidText } from '../zookeeper/ids.ts';
import { BLANK_DISK, type Durable, persist } from '../zookeeper/peer/durable.ts';
import { prepare } from '../zookeeper/processors/prep-request-processor.ts';

/** Zxids as ZooKeeper writes them: `0x100000002`. */
export interface GivenDisk {
  /** Absent: there is no such file. */
  readonly acceptedEpoch?: Epoch;
  readonly currentEpoch?: Epoch;
  /** Every transaction the server ever logged, in order. */
  readonly txns?: readonly GivenTxn[];
  /** Where snapshots were taken: `0x0`, or the zxid of one of the transactions. Absent: the one of an empty server, `0x0`. */
  readonly snapshots?: readonly string[];
  /** The transactions that open a log file: earlier ones are in no log any more. Absent: one file with all of them. */
  readonly logFiles?: readonly string[];
}

export interface GivenTxn {
  readonly zxid: string;
  /** Whose it is; absent: a session's that nobody knows any more. */
  readonly session?: string;
  readonly operation: Operation;
}

/** The disk of a server of that configuration. What `givenDiskProblems` finds must be mended before. */
export function diskOf(given: GivenDisk, config: ServerConfig): Durable {
  const { acceptedEpoch = null, currentEpoch = null, logFiles } = given;
  const wanted = new Set((given.snapshots ?? ['0x0']).map(zxidOf));
  const snapshots: Snapshot[] = [];
  let state: Snapshot = { zxid: ZXID_ZERO, tree: firstTree(config, config), sessions: NO_SESSIONS };
  if (wanted.has(ZXID_ZERO)) snapshots.push(state);
  const txns: Txn[] = [];
  for (const one of given.txns ?? []) {
    const txn = txnOf(one, state, config);
    txns.push(txn);
    state = { zxid: txn.zxid, tree: applyTxn(state.tree, txn), sessions: sessionsAfter(state.sessions, txn) };
    if (wanted.has(txn.zxid)) snapshots.push(state);
  }
  const opens = logFiles === undefined ? txns.slice(0, 1).map(({ zxid }) => zxid) : logFiles.map(zxidOf);
  const first = opens[0] ?? Infinity;
  const bare: Durable = { ...BLANK_DISK, acceptedEpoch, currentEpoch, initialize: false, snapshots };
  return txns
    .filter(({ zxid }) => zxid >= first)
    .reduce((disk, txn) => {
      return persist(disk, { kind: 'txns', txns: [txn], roll: opens.includes(txn.zxid), purpose: 'log', role: 0 });
    }, bare);
}

const NOBODY = '0x0' as SessionId;

function txnOf({ zxid, session, operation }: GivenTxn, { tree, sessions }: Snapshot, config: ServerConfig): Txn {
  const { version, servers, voters, groups, service } = config;
  const verifier = { version, servers, voters, groups };
  const sessionId = session === undefined ? NOBODY : (session as SessionId);
  const known = session === undefined ? { ...sessions, [NOBODY]: 0 } : sessions;
  const request = { sessionId, cxid: 0, operation, authInfo: [] };
  const ensemble = {
    enabled: false,
    isQuorum: true,
    standaloneEnabled: true,
    committed: verifier,
    lastSeen: verifier,
    known: servers,
    synced: [],
  };
  return prepare({ tree, sessions: known }, request, { zxid: zxidOf(zxid), time: 0, service, ensemble });
}

function zxidOf(text: string): Zxid {
  return parseZxid(text) ?? ZXID_ZERO;
}

export interface GivenDiskProblem {
  /** Below the disk: `.txns[2].zxid`. */
  readonly path: string;
  readonly kind: 'zxidOrder' | 'notAWrite' | 'unknownZxid' | 'inNoFile';
  readonly expected: string;
  readonly received: string;
}

/** What does not go together in it. */
export function givenDiskProblems({
  txns = [],
  snapshots = ['0x0'],
  logFiles,
}: GivenDisk): readonly GivenDiskProblem[] {
  const problems: GivenDiskProblem[] = [];
  let last = '0x0';
  txns.forEach(({ zxid, operation }, i) => {
    if (zxidOf(zxid) <= zxidOf(last)) {
      problems.push({ path: `.txns[${i}].zxid`, kind: 'zxidOrder', expected: last, received: zxid });
    } else last = zxid;
    if (!isWrite(operation) && operation.op !== 'createSession' && operation.op !== 'closeSession') {
      problems.push({ path: `.txns[${i}].operation`, kind: 'notAWrite', expected: '', received: operation.op });
    }
  });
  const zxids = txns.map(({ zxid }) => zxidText(zxidOf(zxid)));
  const check = (path: string, named: readonly string[], known: readonly string[]): void => {
    named.forEach((zxid, i) => {
      if (known.includes(zxidText(zxidOf(zxid)))) return;
      problems.push({ path: `${path}[${i}]`, kind: 'unknownZxid', expected: known.join(', '), received: zxid });
    });
  };
  check('.snapshots', snapshots, ['0x0', ...zxids]);
  check('.logFiles', logFiles ?? [], zxids);
  // Whatever is in no log must be in a snapshot.
  const firstLogged = logFiles === undefined ? zxidOf(zxids[0] ?? '0x0') : Math.min(...logFiles.map(zxidOf));
  const unlogged = zxids.findLast((zxid) => zxidOf(zxid) < firstLogged);
  const newest = Math.max(-1, ...snapshots.map(zxidOf));
  if (unlogged !== undefined && newest < zxidOf(unlogged)) {
    problems.push({ path: '.snapshots', kind: 'inNoFile', expected: unlogged, received: unlogged });
  }
  return problems;
}

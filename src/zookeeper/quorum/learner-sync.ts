/** Learner.syncWithLeader: from the op packet to UPTODATE. */
import { ensure } from '../../base/assert.ts';
import { configIn, initConfigInDatabase } from '../database/config-node.ts';
import { applyToDatabase, installSnapshot, keepCommitted, takeSnapshot } from '../database/database.ts';
import { type QuorumVerifier, isObserver, syncLimitMillis, hasObserverMasters } from '../config/ensemble.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { Txn } from '../database/txn.ts';
import { type Zxid, epochOf, nextZxid, zxidFrom } from '../ids.ts';
import type { QuorumPacket } from '../packets.ts';
import { lastZxidOnDisk, loggedTxns } from '../peer/durable.ts';
import { reloadDatabase } from './load-database.ts';
import type { Turn } from '../peer/turn.ts';
import { writeTxns } from '../processors/sync-request-processor.ts';
import {
  ackFlushed,
  activate,
  appendRequests,
  commitInformed,
  commitPending,
  logRequest,
  loseLeader,
  noteUnexpected,
  seeConfigOf,
} from './learner.ts';

const EXIT_BAD_PACKET = 13;

/** A packet between ACKEPOCH and service. */
export function receiveInSync(turn: Turn, packet: QuorumPacket): void {
  const learner = turn.learner();
  if (learner.snapshotNeeded === null) return receiveOp(turn, packet);
  switch (packet.type) {
    case 'PROPOSAL':
      return queueProposal(turn, packet.txn);
    case 'COMMIT':
      return commitInSync(turn, packet.zxid);
    case 'COMMITANDACTIVATE': {
      const [first] = learner.packetsNotLogged;
      const config = first?.zxid === packet.zxid ? configIn(first) : null;
      // Another role or leader ends the sync before the packet is dealt with.
      if (activate(turn, config, { leader: packet.designated, zxid: packet.zxid })) return;
      return commitInSync(turn, packet.zxid);
    }
    case 'INFORM':
      queueProposal(turn, packet.txn);
      return commitInSync(turn, packet.zxid);
    case 'INFORMANDACTIVATE': {
      const { txn, zxid, designated } = packet;
      if (activate(turn, configIn(txn), { leader: designated, zxid })) return;
      // It is not counted: the INFORM behind it seems to leave one out (ZOOKEEPER-4925).
      learner.packetsNotLogged = [...learner.packetsNotLogged, txn];
      return commitInSync(turn, zxid);
    }
    case 'NEWLEADER':
      return receiveNewLeader(turn, packet.config ?? null);
    case 'UPTODATE':
      return receiveUpToDate(turn);
    case 'PING':
      // Read and not answered: syncWithLeader knows no such packet.
      return;
    default:
      noteUnexpected(turn, packet);
  }
}

/** The first packet says how: DIFF, SNAP or TRUNC. */
function receiveOp(turn: Turn, packet: QuorumPacket): void {
  const learner = turn.learner();
  if (packet.type !== 'DIFF' && packet.type !== 'SNAP' && packet.type !== 'TRUNC') {
    noteUnexpected(turn, packet);
    return turn.exit(EXIT_BAD_PACKET);
  }
  turn.become(turn.peer.state, 'SYNCHRONIZATION', packet.type);
  if (turn.noting) turn.note({ kind: 'syncModeReceived', mode: packet.type, zxid: packet.zxid });
  learner.snapshotNeeded = packet.type !== 'DIFF' || turn.config.behaviour.diffSnapshotOnNewleader;
  learner.writeToTxnLog = !learner.snapshotNeeded;
  if (packet.type === 'SNAP') {
    installSnapshot(turn.database(), { ...packet.snapshot, zxid: packet.zxid });
    if (turn.watching) turn.note({ kind: 'snapshotInstalled', zxid: packet.zxid });
  }
  if (packet.type === 'DIFF' && !turn.config.behaviour.diffKeepsZxid) turn.database().lastProcessedZxid = packet.zxid;
  if (packet.type === 'TRUNC') {
    // FileTxnLog.truncate finds no place to cut.
    if (loggedTxns(turn.disk.logFiles, packet.zxid).next().done === true) {
      if (turn.watching) turn.note({ kind: 'truncateFailed', to: packet.zxid, last: lastZxidOnDisk(turn.disk) });
      return turn.exit(EXIT_BAD_PACKET);
    }
    learner.cutAway = Array.from(loggedTxns(turn.disk.logFiles, nextZxid(packet.zxid)), (txn) => txn.zxid);
    if (turn.watching) turn.note({ kind: 'truncated', to: packet.zxid, dropped: learner.cutAway });
    learner.blockedOn = 'truncate';
    return turn.flush({ kind: 'truncate', to: packet.zxid, purpose: 'learner' });
  }
  initConfigInDatabase(turn);
}

/** The log is cut: reload what is left; the next append begins a new file. */
export function truncated(turn: Turn, to: Zxid): void {
  reloadDatabase(turn);
  turn.database().lastProcessedZxid = to;
  initConfigInDatabase(turn);
  turn.log().fileOpen = false;
  turn.learner().blockedOn = null;
}

function queueProposal(turn: Turn, txn: Txn): void {
  const learner = turn.learner();
  seeConfigOf(turn, txn);
  const { lastQueued } = learner;
  if (lastQueued === 0) {
    if (turn.noting) turn.note({ kind: 'firstInSync', zxid: txn.zxid });
  } else if (txn.zxid !== nextZxid(lastQueued)) {
    if (turn.watching) turn.note({ kind: 'proposalGap', zxid: txn.zxid, expected: nextZxid(lastQueued) });
    // A higher epoch may be a gap or not; nobody can tell.
    const isSuspect = epochOf(txn.zxid) <= epochOf(lastQueued);
    if (isSuspect && turn.config.behaviour.rejectDiscontinuousSync) return loseLeader(turn, 'discontinuousProposal');
  }
  learner.lastQueued = txn.zxid;
  learner.packetsNotLogged = [...learner.packetsNotLogged, txn];
}

function commitInSync(turn: Turn, zxid: Zxid): void {
  const learner = turn.learner();
  const [first, ...rest] = learner.packetsNotLogged;
  if (learner.writeToTxnLog) {
    // ZOOKEEPER-4394: where NEWLEADER has emptied the list, the proposal may be gone from it; that is a null access.
    const { newleaderOrder } = turn.config.behaviour;
    if (first === undefined && (newleaderOrder === 'C' || newleaderOrder === 'D')) {
      return loseLeader(turn, 'commitWithoutProposal');
    }
    learner.packetsCommitted = [...learner.packetsCommitted, zxid];
    return;
  }
  // After SNAP and TRUNC the tree takes it at once; the snapshot at NEWLEADER makes it durable.
  if (first === undefined || first.zxid !== zxid) {
    if (turn.watching) turn.note({ kind: 'commitUnseen', zxid });
    return;
  }
  learner.packetsNotLogged = rest;
  applyInSync(turn, first);
}

function applyInSync(turn: Turn, txn: Txn): void {
  const { timing, behaviour } = turn.config;
  applyToDatabase(turn, txn);
  if (behaviour.syncTxnsEnterCommittedLog) keepCommitted(turn.database(), txn, timing.commitLogCount);
  if (turn.watching) turn.note({ kind: 'applied', zxid: txn.zxid, sessionId: txn.sessionId, body: txn.body });
}

/** NEWLEADER: make the sync durable, then the epoch, then acknowledge; the order is the version's (protocol reference §12). */
function receiveNewLeader(turn: Turn, config: QuorumVerifier | null): void {
  const learner = turn.learner();
  learner.newConfig = config;
  if (config !== null && turn.config.reconfigEnabled) turn.clientPart.seeConfig(turn, config);
  if (turn.noting) {
    turn.note({ kind: 'newLeaderReceived', epoch: learner.newEpoch, queued: learner.packetsNotLogged.length });
  }
  if (turn.config.behaviour.newleaderOrder === 'A') {
    turn.flush({ kind: 'updatingEpoch', present: true, purpose: 'learner' });
  }
  if (learner.snapshotNeeded === true) {
    learner.blockedOn = 'snapshot';
    turn.flush({
      kind: 'snapshot',
      snapshot: takeSnapshot(turn.peer.database),
      purpose: 'learner',
    });
    return;
  }
  afterSnapshot(turn);
}

/** The snapshot, where one was needed, is durable. */
export function afterSnapshot(turn: Turn): void {
  const learner = turn.learner();
  learner.writeToTxnLog = true;
  const { newleaderOrder } = turn.config.behaviour;
  // What an observer was sent it logs when it serves.
  if ((newleaderOrder !== 'D' && newleaderOrder !== 'E') || isObserver(turn.peer)) return writeCurrentEpoch(turn);
  if (newleaderOrder === 'D') {
    const listed = learner.packetsNotLogged;
    if (listed.length === 0) return writeCurrentEpoch(turn);
    learner.packetsNotLogged = [];
    learner.requestsToAck = listed;
    learner.blockedOn = 'txns';
    return appendRequests(turn, listed);
  }
  const logged = takeCommitted(turn);
  if (logged.length === 0) return writeCurrentEpoch(turn);
  learner.blockedOn = 'txns';
  writeTxns(turn, logged, 'sync');
}

/** Order E: what is committed is appended and applied, and flushed before the epoch is written. */
function takeCommitted(turn: Turn): readonly Txn[] {
  const learner = turn.learner();
  const logged: Txn[] = [];
  for (const zxid of learner.packetsCommitted) {
    const [first, ...rest] = learner.packetsNotLogged;
    if (first === undefined || first.zxid !== zxid) break;
    learner.packetsNotLogged = rest;
    logged.push(first);
    applyInSync(turn, first);
  }
  learner.packetsCommitted = learner.packetsCommitted.slice(logged.length);
  return logged;
}

/** Orders D and E: the transactions of the sync are durable, the epoch may follow. */
export function syncTxnsWritten(turn: Turn): void {
  writeCurrentEpoch(turn);
}

function writeCurrentEpoch(turn: Turn): void {
  const learner = turn.learner();
  learner.blockedOn = 'currentEpoch';
  turn.flush({ kind: 'currentEpoch', epoch: learner.newEpoch, purpose: 'learner' });
}

/** The epoch is durable: in order A the marker goes, in all others NEWLEADER is acknowledged. */
export function learnerCurrentEpochWritten(turn: Turn): void {
  if (turn.config.behaviour.newleaderOrder !== 'A') return acknowledgeNewLeader(turn);
  turn.learner().blockedOn = 'updatingEpoch';
  turn.flush({ kind: 'updatingEpoch', present: false, purpose: 'learner' });
}

export function acknowledgeNewLeader(turn: Turn): void {
  const learner = turn.learner();
  const on = ensure(learner.on, 'connection to the leader');
  const { newleaderOrder } = turn.config.behaviour;
  // A and B shorten the patience only when they serve.
  if (newleaderOrder !== 'A' && newleaderOrder !== 'B') shortenReadTimeout(turn, on);
  // `following - synchronization` again: how it was synchronized is over.
  turn.become(turn.peer.state, 'SYNCHRONIZATION');
  if (newleaderOrder === 'C' && !isObserver(turn.peer)) {
    // Handed to the log thread without waiting for it: ZOOKEEPER-4646, and its acks may overtake this one, -4685.
    for (const txn of learner.packetsNotLogged) logRequest(turn, txn);
    learner.packetsNotLogged = [];
  }
  learner.phase = 'awaitingUpToDate';
  const { newLeaderAckDelayMillis } = turn.config.timing;
  if (newLeaderAckDelayMillis === 0) return sendNewLeaderAck(turn);
  // ZOOKEEPER-4685: the log thread acknowledges what it was given while the main thread has not come to its own ACK.
  learner.blockedOn = 'newLeaderAck';
  turn.arm('newLeaderAck', newLeaderAckDelayMillis);
}

/** The main thread writes its ACK of NEWLEADER. */
export function sendNewLeaderAck(turn: Turn): void {
  const learner = turn.learner();
  const on = ensure(learner.on, 'connection to the leader');
  learner.blockedOn = null;
  turn.send(on, { type: 'ACK', zxid: zxidFrom(learner.newEpoch, 0) });
}

function shortenReadTimeout(turn: Turn, on: ConnectionId): void {
  turn.readTimeout(on, syncLimitMillis(turn.config.timing));
}

/** UPTODATE: a second ACK, which the leader ignores; then log and commit what is left, and serve. */
function receiveUpToDate(turn: Turn): void {
  const learner = turn.learner();
  if (learner.on === null || learner.phase !== 'awaitingUpToDate') return;
  if (activate(turn, learner.newConfig, null)) return;
  turn.send(learner.on, { type: 'ACK', zxid: zxidFrom(learner.newEpoch, 0) });
  const { newleaderOrder } = turn.config.behaviour;
  if (newleaderOrder === 'A' || newleaderOrder === 'B') shortenReadTimeout(turn, learner.on);
  if (turn.noting) {
    const [logged, committed] = [learner.packetsNotLogged.length, learner.packetsCommitted.length];
    turn.note({ kind: 'upToDate', epoch: learner.newEpoch, logged, committed });
  }
  turn.peer.currentVote = { ...turn.peer.currentVote, peerEpoch: learner.newEpoch };
  turn.clients().serving = true;
  learner.phase = 'serving';
  learner.lastQueued = 0 as Zxid;
  turn.become(turn.peer.state, 'BROADCAST');
  if (turn.watching) turn.note({ kind: 'servingStarted', epoch: learner.newEpoch, as: turn.peer.state });
  const { packetsNotLogged, packetsCommitted, requestsToAck } = learner;
  learner.packetsNotLogged = [];
  learner.packetsCommitted = [];
  learner.requestsToAck = [];
  if (isObserver(turn.peer)) return informCommitted(turn, packetsNotLogged, packetsCommitted);
  ackFlushed(turn, requestsToAck);
  for (const txn of packetsNotLogged) logRequest(turn, txn);
  for (const zxid of packetsCommitted) commitPending(turn, zxid);
  if (hasObserverMasters(turn.config)) turn.clientPart.startObserverMaster(turn);
}

/** An observer takes what was committed; an outstanding proposal of an old leader among it is passed over. */
function informCommitted(turn: Turn, txns: readonly Txn[], zxids: readonly Zxid[]): void {
  const committed = zxids.slice();
  for (const txn of txns) {
    if (committed[0] !== txn.zxid) {
      if (turn.watching) turn.note({ kind: 'commitUnseen', zxid: txn.zxid });
      continue;
    }
    committed.shift();
    commitInformed(turn, txn);
  }
}

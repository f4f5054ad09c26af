/** LearnerHandler.run: what a learner master does with each packet of a learner, by phase. */
import type { ConnectionId } from '../../kernel/process.ts';
import { initLimitMillis, syncLimitMillis } from '../config/ensemble.ts';
import { ensure } from '../../base/assert.ts';
import { ZXID_ZERO, type Zxid, zxidFrom } from '../ids.ts';
import type { LearnerLossReason } from '../notes.ts';
import type { QuorumPacket } from '../packets.ts';
import { fileBytes, filesFrom, loggedTxns } from '../peer/durable.ts';
import type { Turn } from '../peer/turn.ts';
import { hasSessions } from '../database/sessions.ts';
import { snapshotBytes } from '../database/snapshot.ts';
import type { Txn } from '../database/txn.ts';
import { takeSnapshot } from '../database/database.ts';
import { ackEpoch, ackNewLeader, armQuorumWait, startServing } from './leader.ts';
import { LEADER_AS_MASTER } from './leader-as-master.ts';
import { type LearnerHandler, editHandler, handlerOn, newLearnerHandler } from './learner-handler.ts';
import type { LearnerMaster } from './learner-master.ts';
import { type SyncPlan, type TxnLogSource, planSync } from './sync-plan.ts';

/** Who serves learners here. */
function masterOf(turn: Turn): LearnerMaster {
  return turn.peer.leader !== null ? LEADER_AS_MASTER : turn.clientPart.OBSERVER_MASTER;
}

/** A learner has connected. */
export function learnerAccepted(turn: Turn, on: ConnectionId): void {
  const { initLimitTicks, syncLimitTicks } = turn.config.timing;
  const deadlineTick = masterOf(turn).currentTick(turn) + initLimitTicks + syncLimitTicks;
  const master = turn.learnerMaster();
  master.handlers = [...master.handlers, newLearnerHandler(on, deadlineTick, turn.generation)];
  turn.readTimeout(on, initLimitMillis(turn.config.timing));
}

/** A learner's connection ended. */
export function learnerGone(turn: Turn, on: ConnectionId, reason: LearnerLossReason): void {
  const handler = handlerOn(turn, on);
  if (handler !== null) masterOf(turn).removeLearnerHandler(turn, handler, reason);
}

/** A packet of a learner; kept in the inbox while its handler waits for a quorum. */
export function receiveFromLearner(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  switch (handler.phase) {
    case 'awaitingInfo':
      return register(turn, handler, packet);
    case 'awaitingAckEpoch':
      return receiveAckEpoch(turn, handler, packet);
    case 'awaitingNewLeaderAck':
      return receiveNewLeaderAck(turn, handler, packet);
    case 'broadcasting':
      return receiveInBroadcast(turn, handler, packet);
    default:
      // The thread waits for a quorum and does not read.
      return editHandler(turn, handler.on, (draft) => (draft.inbox = [...draft.inbox, packet]));
  }
}

function register(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  if (packet.type !== 'FOLLOWERINFO' && packet.type !== 'OBSERVERINFO') {
    return dropUnexpected(turn, handler, packet);
  }
  const master = masterOf(turn);
  const isParticipant = packet.type === 'FOLLOWERINFO';
  if (isParticipant && !master.takesParticipants) return dropUnexpected(turn, handler, packet);
  const { sid, acceptedEpoch, configVersion = ZXID_ZERO } = packet;
  // LearnerHandler.run: it knows of a committed configuration that this leader does not.
  if (configVersion > turn.peer.quorumVerifier.version) {
    editHandler(turn, handler.on, (draft) => (draft.sid = sid));
    return learnerGone(turn, handler.on, 'newerConfig');
  }
  const learnerType = isParticipant ? 'PARTICIPANT' : 'OBSERVER';
  editHandler(turn, handler.on, (draft) => {
    draft.sid = sid;
    draft.learnerType = learnerType;
    draft.acceptedEpoch = acceptedEpoch;
    draft.phase = 'awaitingEpoch';
  });
  turn.readTimeout(handler.on, null);
  if (turn.noting) turn.note({ kind: 'learnerRegistered', sid, acceptedEpoch, learnerType });
  master.getEpochToPropose(turn, { sid, acceptedEpoch, isParticipant });
  sendLeaderInfo(turn, handler.on);
}

/** The leader's acceptedEpoch is durable: everybody who waits may know the epoch, and the leader promises it first. */
export function acceptedEpochWritten(turn: Turn): void {
  const leader = turn.leader();
  leader.lastProposed = zxidFrom(leader.epoch, 0);
  // The configuration that all were started with gets its version from the first leader.
  const { quorumVerifier, lastSeenQuorumVerifier: lastSeen } = turn.peer;
  if (turn.config.reconfigEnabled && quorumVerifier.version === 0 && lastSeen.version === 0) {
    turn.clientPart.seeConfig(turn, { ...lastSeen, version: leader.lastProposed });
  }
  leader.phase = 'awaitingEpochAck';
  armQuorumWait(turn);
  for (const handler of leader.handlers) if (handler.phase === 'awaitingEpoch') sendLeaderInfo(turn, handler.on);
  ackEpoch(turn, { sid: turn.peer.sid, ...leader.summary, counted: true });
}

/** As soon as the epoch is known. */
function sendLeaderInfo(turn: Turn, on: ConnectionId): void {
  const newEpoch = masterOf(turn).epoch(turn);
  if (newEpoch === null) return;
  turn.send(on, { type: 'LEADERINFO', newEpoch });
  editHandler(turn, on, (draft) => (draft.phase = 'awaitingAckEpoch'));
  turn.readTimeout(on, initLimitMillis(turn.config.timing));
}

/** LearnerHandler.run: a learner that begins with anything else is let go. */
function dropUnexpected(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  noteUnexpected(turn, handler, packet);
  learnerGone(turn, handler.on, 'unexpectedPacket');
}

function noteUnexpected(turn: Turn, { sid }: LearnerHandler, { type }: QuorumPacket): void {
  if (turn.watching) turn.note({ kind: 'packetUnexpected', from: sid, type });
}

function receiveAckEpoch(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  if (packet.type !== 'ACKEPOCH' || handler.sid === null) return dropUnexpected(turn, handler, packet);
  editHandler(turn, handler.on, (draft) => {
    draft.peerLastZxid = packet.lastZxid;
    draft.phase = 'awaitingEpochQuorum';
  });
  turn.readTimeout(handler.on, null);
  if (masterOf(turn).waitForEpochAck(turn, handler, packet)) synchronizeWaiting(turn);
}

/** Begins to synchronize every learner that waited for the quorum of epoch acks. */
function synchronizeWaiting(turn: Turn): void {
  if (!masterOf(turn).isEpochAcked(turn)) return;
  for (const handler of turn.learnerMaster().handlers) {
    if (handler.phase === 'awaitingEpochQuorum') synchronize(turn, handler.on);
  }
}

/** Sends the op packet, what the learner misses, and NEWLEADER (syncFollower, startForwarding). */
function synchronize(turn: Turn, on: ConnectionId): void {
  const handler = handlerOn(turn, on);
  if (handler === null || handler.sid === null) return;
  const plan = planFor(turn, handler);
  const outstanding = masterOf(turn).startForwarding(turn, handler, plan.forwardAfter);
  if (turn.watching) noteSync(turn, handler, plan);
  const syncing = plan.mode === 'SNAP' ? 'SNAP' : 'DIFF';
  if (handler.learnerType === 'OBSERVER' && isThrottled(turn, syncing)) {
    return masterOf(turn).removeLearnerHandler(turn, handler, 'syncThrottled');
  }
  // From this instant new proposals reach the learner too, so they follow the op packet and precede NEWLEADER.
  editHandler(turn, on, (draft) => {
    draft.forwarding = true;
    draft.syncing = syncing;
    draft.phase = 'awaitingNewLeaderAck';
  });
  if (turn.noting) {
    const zxids = outstanding.map(({ zxid }) => zxid);
    turn.note({ kind: 'forwardingStarted', learner: handler.sid, outstanding: zxids });
  }
  if (plan.mode === 'SNAP' && turn.config.timing.snapStepMillis > 0) return prepareSnapshot(turn, on, outstanding);
  if (plan.mode === 'SNAP') {
    turn.send(on, { type: 'SNAP', zxid: plan.zxid, snapshot: takeSnapshot(turn.peer.database) });
  } else {
    turn.send(on, { type: plan.mode, zxid: plan.zxid });
  }
  for (const txn of plan.txns) {
    turn.send(on, { type: 'PROPOSAL', zxid: txn.zxid, txn });
    turn.send(on, { type: 'COMMIT', zxid: txn.zxid });
  }
  for (const txn of outstanding) turn.send(on, { type: 'PROPOSAL', zxid: txn.zxid, txn });
  turn.send(on, newLeader(turn));
  turn.readTimeout(on, initLimitMillis(turn.config.timing));
}

/** LearnerSyncThrottler.beginSync: followers are never refused, yet they count. */
function isThrottled(turn: Turn, syncing: 'SNAP' | 'DIFF'): boolean {
  const { maxConcurrentSnapSyncs, maxConcurrentDiffSyncs } = turn.config.service;
  const count = turn.learnerMaster().handlers.filter((other) => other.syncing === syncing).length;
  return count >= (syncing === 'SNAP' ? maxConcurrentSnapSyncs : maxConcurrentDiffSyncs);
}

function newLeader(turn: Turn): QuorumPacket {
  const { lastSeenQuorumVerifier: config } = turn.peer;
  const zxid = newLeaderZxid(turn);
  return { type: 'NEWLEADER', zxid, ...(turn.config.reconfigEnabled && { config }) };
}

function newLeaderZxid(turn: Turn): Zxid {
  return zxidFrom(ensure(masterOf(turn).epoch(turn), 'an epoch'), 0);
}

/** The thread has registered for what is proposed, and has the snapshot before it. */
function prepareSnapshot(turn: Turn, on: ConnectionId, outstanding: readonly Txn[]): void {
  editHandler(turn, on, (draft) => {
    draft.phase = 'preparingSnapshot';
    draft.queuedPackets = outstanding.map((txn) => ({ type: 'PROPOSAL', zxid: txn.zxid, txn }));
  });
  turn.arm(`snapshot:${on}`, turn.config.timing.snapStepMillis);
}

/** Its next step is done: the snapshot is begun, or is on its way, with all that has been queued meanwhile behind it. */
export function snapshotStepFired(turn: Turn, on: ConnectionId): void {
  const handler = handlerOn(turn, on);
  if (handler === null) return;
  const { newLeaderBehindSnapshot } = turn.config.behaviour;
  if (handler.phase === 'preparingSnapshot') {
    editHandler(turn, on, (draft) => {
      draft.phase = 'writingSnapshot';
      if (!newLeaderBehindSnapshot) draft.queuedPackets = [...draft.queuedPackets, newLeader(turn)];
    });
    return turn.arm(`snapshot:${on}`, turn.config.timing.snapStepMillis);
  }
  const snapshot = takeSnapshot(turn.peer.database);
  turn.send(on, { type: 'SNAP', zxid: snapshot.zxid, snapshot });
  for (const packet of handler.queuedPackets) turn.send(on, packet);
  if (newLeaderBehindSnapshot) turn.send(on, newLeader(turn));
  editHandler(turn, on, (draft) => {
    draft.phase = 'awaitingNewLeaderAck';
    draft.queuedPackets = [];
  });
  turn.readTimeout(on, initLimitMillis(turn.config.timing));
}

function planFor(turn: Turn, handler: LearnerHandler): SyncPlan {
  const { database } = turn.peer;
  const { crossEpochTruncCheck, newEpochZxidRule, truncBeforeDiff, syncTxnLog } = turn.config.behaviour;
  return planSync({
    peerLastZxid: handler.peerLastZxid,
    lastProcessedZxid: database.lastProcessedZxid,
    committedLog: database.committedLog,
    crossEpochTruncCheck,
    newEpochZxidRule,
    truncBeforeDiff,
    syncTxnLog,
    txnLog: syncTxnLog && turn.config.timing.snapshotSizeFactor >= 0 ? txnLogSource(turn, handler) : null,
  });
}

/** Only files after the one that may hold the learner's zxid count against the budget (ZKDatabase.getProposalsFromTxnLog). */
function txnLogSource(turn: Turn, { peerLastZxid }: LearnerHandler): TxnLogSource {
  const { disk } = turn;
  const { snapshotSizeFactor, preAllocSizeKb } = turn.config.timing;
  const files = filesFrom(disk.logFiles, peerLastZxid);
  const later = files.slice(1);
  const newest = disk.snapshots.at(-1);
  return {
    txns: { [Symbol.iterator]: () => loggedTxns(files, ZXID_ZERO) },
    bytes: later.reduce((sum, file) => sum + fileBytes(file, preAllocSizeKb), 0),
    bytesMax: newest === undefined ? 0 : Math.floor(snapshotBytes(newest) * snapshotSizeFactor),
  };
}

function receiveNewLeaderAck(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  if (packet.type !== 'ACK' || handler.sid === null) return dropUnexpected(turn, handler, packet);
  editHandler(turn, handler.on, (draft) => (draft.phase = 'awaitingQuorum'));
  turn.readTimeout(handler.on, null);
  const master = masterOf(turn);
  if (master.waitForNewLeaderAck(turn, handler, packet.zxid)) quorumFormed(turn);
  else if (master.hasStarted(turn)) sendUpToDate(turn, handler.on);
}

/** The leader's currentEpoch is durable: its own NEWLEADER ack counts. */
export function currentEpochWritten(turn: Turn): void {
  turn.leader().phase = 'awaitingNewLeaderAck';
  turn.become('LEADING', 'SYNCHRONIZATION');
  armQuorumWait(turn);
  if (ackNewLeader(turn, turn.peer.sid)) quorumFormed(turn);
}

function quorumFormed(turn: Turn): void {
  startServing(turn);
  // None are known where nobody ever connected.
  if (hasSessions(turn.peer.database.sessions)) turn.clientPart.trackSessions(turn);
  for (const handler of turn.leader().handlers) if (handler.phase === 'awaitingQuorum') sendUpToDate(turn, handler.on);
}

function sendUpToDate(turn: Turn, on: ConnectionId): void {
  const handler = handlerOn(turn, on);
  if (handler === null || handler.sid === null) return;
  turn.send(on, { type: 'UPTODATE' });
  turn.readTimeout(on, syncLimitMillis(turn.config.timing));
  if (turn.noting) turn.note({ kind: 'upToDateSent', learner: handler.sid });
  const { inbox } = handler;
  editHandler(turn, on, (draft) => {
    draft.phase = 'broadcasting';
    draft.syncing = null;
    draft.inbox = [];
  });
  for (const packet of inbox) {
    const current = handlerOn(turn, on);
    if (current !== null) receiveInBroadcast(turn, current, packet);
  }
}

function receiveInBroadcast(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  const { on } = handler;
  const master = masterOf(turn);
  const deadlineTick = master.currentTick(turn) + turn.config.timing.syncLimitTicks;
  if (handler.deadlineTick !== deadlineTick) editHandler(turn, on, (draft) => (draft.deadlineTick = deadlineTick));
  switch (packet.type) {
    case 'ACK': {
      const { zxid } = packet;
      if (handler.sampled?.zxid === zxid) {
        editHandler(turn, on, (draft) => {
          draft.sampled = draft.sampleNext;
          draft.sampleNext = null;
        });
      } else if (handler.sampleNext?.zxid === zxid) editHandler(turn, on, (draft) => (draft.sampleNext = null));
      return master.processAck(turn, handler, zxid);
    }
    case 'PING':
      for (const sessionId of packet.touched) master.touch(turn, sessionId);
      return;
    case 'REVALIDATE':
      return master.revalidateSession(turn, handler, packet);
    case 'REQUEST':
      return master.submitLearnerRequest(turn, handler, packet.request);
    default:
      noteUnexpected(turn, handler, packet);
  }
}

function noteSync(turn: Turn, handler: LearnerHandler, plan: SyncPlan): void {
  if (handler.sid === null) return;
  turn.note({
    kind: 'syncDecided',
    learner: handler.sid,
    mode: plan.mode,
    zxid: plan.zxid,
    rule: plan.rule,
    peerLastZxid: handler.peerLastZxid,
    minCommittedLog: plan.minCommittedLog,
    maxCommittedLog: plan.maxCommittedLog,
    lastProcessedZxid: turn.peer.database.lastProcessedZxid,
    txnCount: plan.txns.length,
  });
}

/**
 * QuorumPeer.run and everything that reaches a server from outside: routes an input to the part that owns it,
 * then takes up or gives up a role where the server's state asks for it.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { ConnectionId, Env, Input } from '../../kernel/process.ts';
import { type ServerConfig, isObserver } from '../config/ensemble.ts';
import { EMPTY_COMMITTED_LOG } from '../database/committed-log.ts';
import { firstTree } from '../database/config-node.ts';
import { NO_DIGESTS } from '../database/database.ts';
import { NO_SESSIONS } from '../database/sessions.ts';
import {
  createCnxManager,
  electionAccepted,
  electionDialTimedOut,
  electionIdentified,
  electionLost,
  electionOpened,
  electionPeerOn,
  isElectionConnection,
} from '../election/cnx-manager.ts';
import { createElection, electionTimerFired, goOnAfterDial, startElection } from '../election/fast-leader-election.ts';
import { receiveMalformed, receiveNotification } from '../election/receiver.ts';
import { type Epoch, type Round, type Sid, ZXID_NONE, ZXID_ZERO, counterOf, epochOf } from '../ids.ts';
import type { Packet, QuorumPacket, SyncMode } from '../packets.ts';
import { connectionOn, createClientService, dropClients } from '../processors/client-service.ts';
import {
  batchFlushed,
  createSyncRequestProcessor,
  drawFirstRoll,
  flushWaiting,
  isLogIdle,
  snapshotCompleted,
  snapshotStarted,
  startLogThread,
} from '../processors/sync-request-processor.ts';
import {
  halfTickFired,
  leaderLoaded,
  processAck,
  quorumWaitTimedOut,
  reportLookingSid,
  shutDownLeader,
  skipZxids,
  startLeading,
} from '../quorum/leader.ts';
import {
  acceptedEpochWritten,
  currentEpochWritten,
  learnerAccepted,
  learnerGone,
  receiveFromLearner,
  snapshotStepFired,
} from '../quorum/learner-handler-run.ts';
import { handlerOn } from '../quorum/learner-handler.ts';
import { ackFlushed, loseLeader } from '../quorum/learner.ts';
import {
  leaderConnectFired,
  leaderOpened,
  leaderRefused,
  leaderSilent,
  learnerAcceptedEpochWritten,
  readOn,
  receiveFromLeader,
  shutDownLearner,
  startFollowing,
} from '../quorum/learner-run.ts';
import {
  acknowledgeNewLeader,
  afterSnapshot,
  learnerCurrentEpochWritten,
  sendNewLeaderAck,
  syncTxnsWritten,
  truncated,
} from '../quorum/learner-sync.ts';
import { lastZxidOnDisk } from './durable.ts';
import { fastForward, reloadDatabase } from '../quorum/load-database.ts';
import type { ClientPart } from './client-part.ts';
import type { Port, TimerName, Write, ZooKeeper } from './protocol.ts';
import type { QuorumPeer } from './quorum-peer.ts';
import { Turn } from './turn.ts';

/** QuorumPeer.start: loads the database, reconciles the epochs, looks for a leader. */
export function bootServer(env: Env<ZooKeeper>, clientPart: ClientPart | null): QuorumPeer {
  const config = env.config as ServerConfig;
  const turn = new Turn(blankPeer(config, env), env, clientPart);
  const { peer, disk } = turn;
  reloadDatabase(turn, peer.database.tree);
  if (disk.snapshots.length === 0 && peer.database.lastProcessedZxid !== ZXID_NONE) {
    const { tree, sessions } = peer.database;
    turn.flush({
      kind: 'snapshot',
      snapshot: { zxid: ZXID_ZERO, tree, sessions },
      purpose: 'boot',
    });
  }
  if (turn.config.standalone) {
    purge(turn);
    turn.clientPart.startStandalone(turn);
    return peer;
  }
  const loggedEpoch = epochOf(peer.database.lastProcessedZxid);
  const { epochFiles } = turn.config.behaviour;
  peer.currentEpoch = (epochFiles ? disk.currentEpoch : null) ?? loggedEpoch;
  if (loggedEpoch > peer.currentEpoch) recoverEpoch(turn, loggedEpoch);
  peer.acceptedEpoch = (epochFiles ? disk.acceptedEpoch : null) ?? loggedEpoch;
  for (const file of ['currentEpoch', 'acceptedEpoch'] as const) {
    if (disk[file] !== null) continue;
    if (turn.noting) turn.note({ kind: 'epochDefaulted', file, epoch: loggedEpoch });
    turn.flush({ kind: file, epoch: loggedEpoch, purpose: 'boot' });
  }
  if (turn.watching) {
    const { acceptedEpoch, currentEpoch } = peer;
    turn.note({ kind: 'started', lastZxid: peer.database.lastProcessedZxid, acceptedEpoch, currentEpoch });
  }
  // QuorumPeer.startLeaderElection: what strangers are told until the first election ends.
  const { lastProcessedZxid: zxid } = peer.database;
  peer.currentVote = { leader: peer.sid, zxid, peerEpoch: peer.currentEpoch, electionEpoch: 0 as Round };
  if (loggedEpoch > peer.currentEpoch) return refuseToStart(turn, 'epochBehindLog');
  if (peer.acceptedEpoch < peer.currentEpoch) return refuseToStart(turn, 'acceptedBehindCurrent');
  drawFirstRoll(turn);
  purge(turn);
  turn.listen('election');
  turn.listen('client');
  look(turn);
  return turn.peer;
}

/** The log is of a later epoch than the epoch's file: some releases know from what is left of a crash that it may be raised. */
function recoverEpoch(turn: Turn, loggedEpoch: Epoch): void {
  const { currentEpochTmp, updatingEpoch } = turn.disk;
  const { epochAtomicWrite } = turn.config.behaviour;
  const isMarked = epochAtomicWrite === 'updatingEpoch' && updatingEpoch;
  const left = epochAtomicWrite === 'temporaryFile' ? currentEpochTmp : isMarked ? loggedEpoch : null;
  if (left === null) return;
  const was = turn.peer.currentEpoch;
  turn.peer.currentEpoch = left;
  if (turn.noting) turn.note({ kind: 'epochRecovered', epoch: left, was });
  turn.flush({ kind: 'currentEpoch', epoch: left, purpose: 'boot' });
  if (isMarked) turn.flush({ kind: 'updatingEpoch', present: false, purpose: 'boot' });
}

function blankPeer(config: ServerConfig, { generation, disk }: Env<ZooKeeper>): QuorumPeer {
  const { sid } = config;
  const { version, servers, voters, groups } = config;
  const verifier = disk.config ?? { version, servers, voters, groups };
  const election = createElection(sid, generation);
  return {
    generation,
    kind: 'server',
    sid,
    quorumVerifier: verifier,
    lastSeenQuorumVerifier: disk.nextConfig ?? verifier,
    reconfigFlag: false,
    pausing: false,
    state: 'LOOKING',
    zabState: 'ELECTION',
    syncMode: 'NONE',
    acceptedEpoch: 0 as Epoch,
    currentEpoch: 0 as Epoch,
    currentVote: election.proposal,
    needOracle: true,
    nextObserverMaster: 0,
    cnx: createCnxManager(sid, verifier.servers, generation),
    election,
    database: {
      generation,
      tree: firstTree(config, verifier),
      sessions: NO_SESSIONS,
      lastProcessedZxid: ZXID_ZERO,
      committedLog: EMPTY_COMMITTED_LOG,
      digestLog: NO_DIGESTS,
    },
    log: createSyncRequestProcessor(generation, 0),
    clients: createClientService(generation),
    leader: null,
    learner: null,
    role: 0,
    leaving: false,
    shelved: null,
  };
}

/** DatadirCleanupManager: at the start, and every so many hours. */
function purge(turn: Turn): void {
  const { purgeIntervalHours, snapRetainCount } = turn.config.service;
  if (purgeIntervalHours <= 0) return;
  turn.flush({ kind: 'purge', retainCount: snapRetainCount, purpose: 'purge' });
  turn.arm('purge', purgeIntervalHours * HOUR_MILLIS);
}

const HOUR_MILLIS = 3_600_000;

function refuseToStart(turn: Turn, reason: 'epochBehindLog' | 'acceptedBehindCurrent'): QuorumPeer {
  if (turn.watching) {
    const { acceptedEpoch, currentEpoch, database } = turn.peer;
    const { lastProcessedZxid: lastZxid } = database;
    turn.note({ kind: 'refusedToStart', reason, lastZxid, acceptedEpoch, currentEpoch });
  }
  turn.exit(1);
  return turn.peer;
}

/** One input of a running server. */
export function handleServer(
  peer: QuorumPeer,
  input: Input<ZooKeeper>,
  env: Env<ZooKeeper>,
  clientPart: ClientPart | null,
): QuorumPeer {
  const turn = new Turn(peer, env, clientPart);
  route(turn, input);
  if (turn.readAgain !== null || turn.peer.clients.throttled !== undefined) turn.clientPart.goOnReading(turn);
  takeRole(turn);
  return turn.peer;
}

function route(turn: Turn, input: Input<ZooKeeper>): void {
  switch (input.kind) {
    case 'received':
      return received(turn, input.on, input.packet);
    case 'fired':
      return fired(turn, input.timer);
    case 'flushed':
      flushed(turn, input.write);
      return readOn(turn);
    case 'unwritten':
      return turn.clientPart.writeRefused(turn, input.write, input.because);
    case 'accepted':
      if (input.port === 'election') return electionAccepted(turn, input.on);
      if (input.port === 'client') return turn.clientPart.clientAccepted(turn, input.on, input.from);
      return takesLearners(turn, input.port) ? learnerAccepted(turn, input.on) : turn.close(input.on);
    case 'opened':
      if (isLeaderConnection(turn, input.on)) return leaderOpened(turn);
      return dialEnded(turn, () => electionOpened(turn, input.on));
    case 'refused':
      if (isLeaderConnection(turn, input.on)) return leaderRefused(turn);
      return dialEnded(turn, () => electionLost(turn, input.on, 'refused'));
    case 'closed':
    case 'timedOut':
      return lost(turn, input.on, input.kind === 'closed' ? 'closed' : 'timeout');
    case 'command':
      return commanded(turn, input.command);
    default:
      return assertUnreachable(input);
  }
}

/** Whether whoever listens on that port is still there. */
function takesLearners({ peer }: Turn, port: Port): boolean {
  return port === 'quorum' ? peer.leader !== null : (peer.learner?.observerMaster ?? null) !== null;
}

function commanded(turn: Turn, command: ZooKeeper['Command']): void {
  switch (command.kind) {
    case 'skipZxids':
      return skipZxids(turn, command.counter);
    case 'resetStats':
    case 'setTraceMask':
    case 'takeSnapshot':
    case 'restoreSnapshot':
    case 'shedConnections':
      return turn.clientPart.operate(turn, command);
    default:
  }
}

/** An election dial ends: so may what the election waits for. */
function dialEnded(turn: Turn, end: () => void): void {
  const wasHeld = turn.peer.cnx.holdsElection;
  end();
  goOnAfterDial(turn, wasHeld);
}

function received(turn: Turn, on: ConnectionId, packet: Packet): void {
  switch (packet.type) {
    case 'PROPOSAL':
    case 'COMMIT':
    case 'ACK':
    case 'PING':
    case 'REQUEST':
    case 'REVALIDATE':
    case 'SYNC':
    case 'NEWLEADER':
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
    case 'INFORM':
    case 'COMMITANDACTIVATE':
    case 'INFORMANDACTIVATE':
    case 'UPTODATE':
    case 'DIFF':
    case 'TRUNC':
    case 'SNAP':
    case 'LEADERINFO':
    case 'ACKEPOCH':
      return receivedOnQuorumPort(turn, on, packet);
    case 'NOTIFICATION': {
      const from = electionPeerOn(turn.peer.cnx, on);
      if (from === null) return;
      receiveNotification(turn, from, packet);
      return packet.state === 'LOOKING' ? reportLookingSid(turn, from) : undefined;
    }
    case 'MALFORMED': {
      const from = electionPeerOn(turn.peer.cnx, on);
      return from === null ? undefined : receiveMalformed(turn, from, packet);
    }
    case 'INITIAL':
      return electionIdentified(turn, on, packet);
    case 'CONNECT':
    case 'CALL':
    case 'CLIENTPING':
      return turn.clientPart.receiveFromClient(turn, on, packet);
    case 'CONNECTED':
    case 'REPLY':
    case 'EVENT':
      return;
    default:
      return assertUnreachable(packet);
  }
}

function receivedOnQuorumPort(turn: Turn, on: ConnectionId, packet: QuorumPacket): void {
  if (isLeaderConnection(turn, on)) return receiveFromLeader(turn, packet);
  const handler = handlerOn(turn, on);
  if (handler !== null) receiveFromLearner(turn, handler, packet);
}

function fired(turn: Turn, timer: TimerName): void {
  switch (timer) {
    case 'election':
      return electionTimerFired(turn);
    case 'halfTick':
      return halfTickFired(turn);
    case 'observerMasterPing':
      return turn.clientPart.observerMasterPingFired(turn);
    case 'quorumWait':
      return quorumWaitTimedOut(turn);
    case 'leaderConnect':
      return leaderConnectFired(turn);
    case 'newLeaderAck':
      sendNewLeaderAck(turn);
      return readOn(turn);
    case 'observerDelay':
      if (!turn.peer.pausing) return startElection(turn);
      turn.peer.pausing = false;
      return;
    case 'sessionExpiry':
      return turn.clientPart.expireSessions(turn);
    case 'localSessionExpiry':
      return turn.clientPart.expireLocalSessions(turn);
    case 'purge':
      return purge(turn);
    case 'logFlush':
      return flushWaiting(turn);
    case 'readOnly':
      return readOnlyFired(turn);
    case 'containerCheck':
      return turn.clientPart.containerCheckFired(turn);
    case 'clientPing':
    case 'clientReconnect':
      return;
    default: {
      const [of, number] = timer.split(':');
      if (of === 'snapshot') return snapshotStepFired(turn, Number(number));
      return dialEnded(turn, () => electionDialTimedOut(turn, Number(number) as Sid));
    }
  }
}

/** A write is on disk. Epochs change in memory only now: file first, memory second. */
function flushed(turn: Turn, write: Write): void {
  const { peer } = turn;
  switch (write.kind) {
    case 'acceptedEpoch':
      if (turn.watching) turn.note({ kind: 'acceptedEpochWritten', epoch: write.epoch, was: peer.acceptedEpoch });
      peer.acceptedEpoch = write.epoch;
      if (!isAwaited(turn, write)) return;
      return write.purpose === 'leader' ? acceptedEpochWritten(turn) : learnerAcceptedEpochWritten(turn);
    case 'currentEpoch':
      if (turn.watching) turn.note({ kind: 'currentEpochWritten', epoch: write.epoch, was: peer.currentEpoch });
      peer.currentEpoch = write.epoch;
      if (!isAwaited(turn, write)) return;
      return write.purpose === 'leader' ? currentEpochWritten(turn) : learnerCurrentEpochWritten(turn);
    case 'updatingEpoch':
      return !write.present && isAwaited(turn, write) ? acknowledgeNewLeader(turn) : undefined;
    case 'txns':
      if (write.purpose === 'log') return logFlushed(turn);
      return isAwaited(turn, write) ? syncTxnsWritten(turn) : undefined;
    case 'truncate':
      return isAwaited(turn, write) ? truncated(turn, write.to) : undefined;
    case 'config':
      return;
    case 'snapshotStart':
      return snapshotStarted(turn, write.purpose);
    case 'purge':
      if (turn.noting) turn.note({ kind: 'filesPurged', retainCount: write.retainCount });
      return;
    case 'snapshot':
      if (write.purpose === 'snapCount' || write.purpose === 'admin') snapshotCompleted(turn, write.purpose);
      if (turn.noting) turn.note({ kind: 'snapshotWritten', zxid: write.snapshot.zxid, because: write.purpose });
      if (!isAwaited(turn, write)) return;
      if (turn.config.standalone) return turn.clientPart.standaloneLoaded(turn);
      return write.purpose === 'leader' ? leaderLoaded(turn) : afterSnapshot(turn);
    default:
      return assertUnreachable(write);
  }
}

/** Whether the present role asked for the write and waits for it. */
function isAwaited({ peer }: Turn, write: Write): boolean {
  if (write.role !== peer.role || peer.leaving) return false;
  if (write.purpose === 'leader') return peer.leader !== null;
  return (write.purpose === 'learner' || write.purpose === 'sync') && peer.learner !== null;
}

function logFlushed(turn: Turn): void {
  const acknowledged = batchFlushed(turn);
  if (turn.config.standalone) return turn.clientPart.finishAlone(turn, acknowledged);
  if (turn.peer.leader === null) return ackFlushed(turn, acknowledged);
  for (const txn of acknowledged) processAck(turn, turn.peer.sid, txn.zxid);
}

function lost(turn: Turn, on: ConnectionId, how: 'closed' | 'timeout'): void {
  const reason = how === 'closed' ? 'connectionClosed' : 'readTimeout';
  if (isLeaderConnection(turn, on)) {
    return how === 'closed' ? loseLeader(turn, reason) : leaderSilent(turn, on);
  }
  if (isElectionConnection(turn.peer.cnx, on)) return electionLost(turn, on, how);
  if (handlerOn(turn, on) !== null) return learnerGone(turn, on, reason);
  if (connectionOn(turn.peer.clients, on) !== null) turn.clientPart.clientGone(turn, on);
}

function isLeaderConnection(turn: Turn, on: ConnectionId): boolean {
  return turn.peer.learner !== null && turn.peer.learner.on === on;
}

/** The head of QuorumPeer's loop: the state says which role to run; a role that is over is shut down first. */
function takeRole(turn: Turn): void {
  const { peer } = turn;
  if (peer.leaving) {
    shutDownRole(turn);
    flushWaiting(turn);
    // SyncRequestProcessor.shutdown: what the log thread has taken on is written first.
    if (!isLogIdle(peer.log)) return;
    finishShutDown(turn);
  }
  if (peer.pausing) return;
  if (peer.state === 'LEADING' && peer.leader === null) {
    peer.role += 1;
    endReadOnly(turn);
    startLogThread(turn);
    startLeading(turn);
  } else if ((peer.state === 'FOLLOWING' || peer.state === 'OBSERVING') && peer.learner === null) {
    peer.role += 1;
    endReadOnly(turn);
    startLogThread(turn);
    startFollowing(turn);
    // A leader whose address nobody knows is lost before it is dialled.
    if (peer.leaving) takeRole(turn);
  }
}

/** Closes what the role holds, at once; what the log thread still has follows. */
function shutDownRole(turn: Turn): void {
  const { peer } = turn;
  if (peer.leader === null && peer.learner === null) return;
  const mustDiscard = discardsInterrupted(turn, peer.syncMode);
  const wasLeading = peer.leader !== null;
  dropClients(turn);
  if (wasLeading) shutDownLeader(turn);
  else shutDownLearner(turn);
  if (mustDiscard) {
    if (turn.watching) turn.note({ kind: 'databaseDiscarded' });
    reloadDatabase(turn);
  }
  if (!forwardsLast(turn)) forward(turn);
}

/** Whether a sync of this kind, when it is interrupted, leaves a tree that must not be kept (ZooKeeperServer.shutdown(fullyShutDown)). */
function discardsInterrupted({ config }: Turn, mode: SyncMode): boolean {
  const { snapFsync, discardDbOnInterruptedTrunc } = config.behaviour;
  return (mode === 'SNAP' && snapFsync) || (mode === 'TRUNC' && discardDbOnInterruptedTrunc);
}

function finishShutDown(turn: Turn): void {
  turn.peer.leaving = false;
  if (forwardsLast(turn)) forward(turn);
  takeShelved(turn);
  const wasObserving = turn.peer.state === 'OBSERVING';
  if (turn.peer.reconfigFlag) {
    followDesignated(turn);
    turn.peer.pausing = wasObserving;
  } else if (wasObserving) {
    turn.become('LOOKING', 'ELECTION');
    armReadOnly(turn);
  } else {
    return look(turn);
  }
  if (!wasObserving) return;
  // Observer.waitForObserverElectionDelay: they do not all come back at once.
  const delay = turn.random(OBSERVER_DELAY_KEY, turn.peer.role) * turn.config.timing.observerElectionDelayMillis;
  turn.arm('observerDelay', Math.floor(delay));
}

/** After a restore the next role begins with the database from before it: QuorumPeer has never heard of the other. */
function takeShelved(turn: Turn): void {
  const { shelved } = turn.peer;
  if (shelved === null) return;
  turn.peer.shelved = null;
  const database = turn.database();
  database.tree = shelved.tree;
  database.sessions = shelved.sessions;
  database.lastProcessedZxid = shelved.lastProcessedZxid;
  database.committedLog = shelved.committedLog;
  database.digestLog = shelved.digestLog;
  if (turn.watching) turn.note({ kind: 'databaseTakenBack', zxid: shelved.lastProcessedZxid });
}

/** QuorumPeer.updateServerState: the reconfiguration has named the leader, so nobody is asked. */
function followDesignated(turn: Turn): void {
  const { peer } = turn;
  peer.reconfigFlag = false;
  const leads = peer.currentVote.leader === peer.sid;
  turn.become(leads ? 'LEADING' : isObserver(peer) ? 'OBSERVING' : 'FOLLOWING', 'DISCOVERY');
}

/** Key of the observer's random delay. */
const OBSERVER_DELAY_KEY = 2;

/** Whether the log thread ends before the log is read again: at a leader it always did, at a learner since ZOOKEEPER-4712. */
function forwardsLast({ peer, config }: Turn): boolean {
  return peer.state === 'LEADING' || config.behaviour.flushSyncThreadBeforeFastForward;
}

function forward(turn: Turn): void {
  const { fastForwardOnShutdown, discardDbAheadOfLog } = turn.config.behaviour;
  const { lastProcessedZxid } = turn.peer.database;
  // (E,0) of a leader stands for no transaction.
  const isAhead = counterOf(lastProcessedZxid) > 0 && lastProcessedZxid > lastZxidOnDisk(turn.disk);
  if (fastForwardOnShutdown && discardDbAheadOfLog && isAhead) {
    if (turn.watching) turn.note({ kind: 'databaseDiscarded' });
    return reloadDatabase(turn);
  }
  if (fastForwardOnShutdown) fastForward(turn);
}

/** QuorumPeer.run, the branch of LOOKING: who finds nobody for a while begins to serve reads. */
function armReadOnly(turn: Turn): void {
  if (!turn.config.service.readOnlyModeEnabled) return;
  turn.arm('readOnly', Math.max(READ_ONLY_MILLIS_MIN, turn.config.timing.tickMillis));
}

const READ_ONLY_MILLIS_MIN = 2000;

/** Still nobody: reads of the last data loaded (ReadOnlyZooKeeperServer.startup). */
function readOnlyFired(turn: Turn): void {
  if (turn.peer.state !== 'LOOKING') return;
  const clients = turn.clients();
  clients.readOnly = true;
  clients.readOnlyZxid = ZXID_ZERO;
  if (turn.noting) turn.note({ kind: 'readOnlyStarted', lastZxid: turn.peer.database.lastProcessedZxid });
}

/** The election is over: who was read to is let go. */
function endReadOnly(turn: Turn): void {
  if (!turn.config.service.readOnlyModeEnabled) return;
  turn.disarm('readOnly');
  if (!turn.peer.clients.readOnly) return;
  dropClients(turn);
  takeShelved(turn);
}

function look(turn: Turn): void {
  turn.become('LOOKING', 'ELECTION');
  armReadOnly(turn);
  startElection(turn);
}

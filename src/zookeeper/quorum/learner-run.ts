/**
 * Learner, Follower and Observer as they run: finding the leader, registering with it, and following its broadcast.
 * What lies between is `learner-sync.ts`.
 */
import type { ConnectionId } from '../../kernel/process.ts';
import { connectLimitMillis, hasObserverMasters, initLimitMillis, isObserver, serverSpec } from '../config/ensemble.ts';
import { type Epoch, type Sid, ZXID_ZERO, type Zxid, nextZxid } from '../ids.ts';
import type { QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { receiveInSync } from './learner-sync.ts';
import {
  activate,
  commitInformed,
  commitPending,
  logRequest,
  loseLeader,
  noteUnexpected,
  seeConfigOf,
} from './learner.ts';
import { configIn } from '../database/config-node.ts';

const ATTEMPTS_MAX = 5;

/** Follower.followLeader, Observer.observeLeader. */
export function startFollowing(turn: Turn): void {
  const { master, delayMillis } = findLearnerMaster(turn);
  turn.peer.learner = {
    generation: turn.generation,
    leader: master,
    phase: 'connecting',
    on: null,
    attempt: 0,
    startedAt: turn.now + delayMillis,
    connectedAt: null,
    heardAt: turn.now + delayMillis,
    blockedOn: null,
    inbox: [],
    lost: null,
    newEpoch: turn.peer.acceptedEpoch,
    newConfig: null,
    snapshotNeeded: null,
    writeToTxnLog: false,
    lastQueued: ZXID_ZERO,
    packetsNotLogged: [],
    packetsCommitted: [],
    requestsToAck: [],
    pendingTxns: [],
    cutAway: [],
    observerMaster: null,
  };
  if (delayMillis > 0) turn.arm('leaderConnect', delayMillis);
  else connectToLeader(turn);
}

/** Observer.findLearnerMaster, and how long it waits before it goes there (Observer.waitForReconnectDelay). */
function findLearnerMaster(turn: Turn): { readonly master: Sid; readonly delayMillis: number } {
  const { peer } = turn;
  if (!isObserver(peer)) return { master: peer.currentVote.leader, delayMillis: 0 };
  const masters = observerMasters(turn);
  const isRound = peer.nextObserverMaster >= masters.length;
  const delayMillis = isRound
    ? Math.floor(turn.random(RECONNECT_DELAY_KEY, peer.role) * turn.config.service.observerReconnectDelayMillis)
    : 0;
  const index = isRound ? 0 : peer.nextObserverMaster;
  const master = masters[index];
  if (master === undefined) return { master: peer.currentVote.leader, delayMillis };
  peer.nextObserverMaster = index + 1;
  return { master, delayMillis };
}

/**
 * QuorumPeer.updateObserverMasterList: the voters in an order of this observer's own, the leader among them though it takes
 * nobody in; none where observers go to the leader.
 */
function observerMasters(turn: Turn): readonly Sid[] {
  if (!hasObserverMasters(turn.config)) return [];
  const { voters, version } = turn.peer.quorumVerifier;
  const place = new Map(voters.map((sid) => [sid, turn.random(MASTER_ORDER_KEY + sid, version)]));
  return voters.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

/** Whether it asks voters to take it in, instead of following the leader. */
function turnsToMasters({ peer, config }: Turn): boolean {
  return isObserver(peer) && hasObserverMasters(config);
}

function toMaster(turn: Turn): { readonly toMaster?: true } {
  return turnsToMasters(turn) ? { toMaster: true } : {};
}

/** Keys of an observer's random delay before it connects, and of the order of its masters (with the sid added). */
const RECONNECT_DELAY_KEY = 5;
const MASTER_ORDER_KEY = 1000;

/** Learner.connectToLeader: up to five attempts, a pause between them, connectToLearnerMasterLimit in all. */
function connectToLeader(turn: Turn): void {
  const learner = turn.learner();
  const address = serverSpec(turn.peer.quorumVerifier, learner.leader);
  if (address === null) return loseLeader(turn, 'leaderUnknown');
  learner.attempt += 1;
  learner.on = turn.dial(address.node, turnsToMasters(turn) ? 'observerMaster' : 'quorum');
  turn.arm('leaderConnect', connectMillisLeft(turn));
  if (turn.noting)
    turn.note({ kind: 'leaderDialled', leader: learner.leader, attempt: learner.attempt, ...toMaster(turn) });
}

/** Either the pause before the next attempt is over, or an attempt lasted too long. */
export function leaderConnectFired(turn: Turn): void {
  const { learner } = turn.peer;
  if (learner === null || learner.phase !== 'connecting') return;
  if (learner.on === null) return connectToLeader(turn);
  turn.close(learner.on);
  turn.learner().on = null;
  noteDialFailed(turn, 'timeout');
  loseLeader(turn, 'unreachable');
}

/** Nobody listens there: the leader may not have begun to lead yet. */
export function leaderRefused(turn: Turn): void {
  const learner = turn.learner();
  learner.on = null;
  const { attempt } = learner;
  noteDialFailed(turn, 'refused');
  const { leaderConnectDelayMillis } = turn.config.timing;
  if (attempt >= ATTEMPTS_MAX || connectMillisLeft(turn) <= leaderConnectDelayMillis) {
    return loseLeader(turn, 'unreachable');
  }
  turn.arm('leaderConnect', leaderConnectDelayMillis);
}

function noteDialFailed(turn: Turn, because: 'refused' | 'timeout'): void {
  if (!turn.noting) return;
  const { leader, attempt } = turn.learner();
  turn.note({
    kind: 'leaderDialFailed',
    leader,
    attempt,
    because,
    remainingMillis: connectMillisLeft(turn),
    ...toMaster(turn),
  });
}

/** Connected: announce the last epoch promised (Learner.registerWithLeader). */
export function leaderOpened(turn: Turn): void {
  const learner = turn.learner();
  if (learner.on === null) return;
  turn.disarm('leaderConnect');
  learner.phase = 'registering';
  learner.connectedAt = turn.now;
  if (turn.noting) turn.note({ kind: 'leaderConnected', leader: learner.leader, ...toMaster(turn) });
  turn.readTimeout(learner.on, initLimitMillis(turn.config.timing));
  const type = isObserver(turn.peer) ? 'OBSERVERINFO' : 'FOLLOWERINFO';
  const { sid, acceptedEpoch, quorumVerifier } = turn.peer;
  const configVersion = turn.config.reconfigEnabled ? { configVersion: quorumVerifier.version } : {};
  turn.send(learner.on, { type, sid, acceptedEpoch, ...configVersion });
}

/** A packet of the leader; waits its turn while a write blocks. */
export function receiveFromLeader(turn: Turn, packet: QuorumPacket): void {
  const learner = turn.learner();
  if (learner.blockedOn !== null) {
    learner.inbox = [...learner.inbox, packet];
    return;
  }
  dispatch(turn, packet);
  leaveWithoutLog(turn);
}

/** Follower.followLeader: that the log thread has died shows between two packets, so one more is obeyed (ZOOKEEPER-4882). */
function leaveWithoutLog(turn: Turn): void {
  const { peer, config } = turn;
  if (!peer.log.dead || peer.learner?.phase !== 'serving' || config.behaviour.criticalThread !== 'endsRole') return;
  if (!peer.leaving) loseLeader(turn, 'logThreadDied');
}

/** What blocked is on disk and dealt with: go on with what arrived meanwhile. */
export function readOn(turn: Turn): void {
  for (;;) {
    const { learner } = turn.peer;
    if (learner === null || learner.blockedOn !== null || turn.peer.leaving) return;
    const [packet, ...rest] = learner.inbox;
    if (packet === undefined) {
      if (learner.lost !== null) loseLeader(turn, learner.lost);
      return;
    }
    turn.learner().inbox = rest;
    dispatch(turn, packet);
    leaveWithoutLog(turn);
  }
}

function dispatch(turn: Turn, packet: QuorumPacket): void {
  const learner = turn.learner();
  learner.heardAt = turn.now;
  switch (learner.phase) {
    case 'registering':
      return receiveLeaderInfo(turn, packet);
    case 'serving':
      return follow(turn, packet);
    default:
      return receiveInSync(turn, packet);
  }
}

function receiveLeaderInfo(turn: Turn, packet: QuorumPacket): void {
  if (packet.type !== 'LEADERINFO') {
    noteUnexpected(turn, packet);
    return loseLeader(turn, 'connectionClosed');
  }
  const learner = turn.learner();
  const { newEpoch } = packet;
  const { acceptedEpoch } = turn.peer;
  if (newEpoch < acceptedEpoch) {
    if (turn.noting) turn.note({ kind: 'epochRefused', epoch: newEpoch, acceptedEpoch });
    return loseLeader(turn, 'oldEpoch');
  }
  learner.newEpoch = newEpoch;
  if (newEpoch === acceptedEpoch) {
    if (turn.watching) turn.note({ kind: 'epochAlreadyAccepted', epoch: newEpoch });
    return ackEpoch(turn, -1 as Epoch);
  }
  // The promise is durable before it is given.
  learner.blockedOn = 'acceptedEpoch';
  turn.flush({ kind: 'acceptedEpoch', epoch: newEpoch, purpose: 'learner' });
}

/** The promise is on disk. */
export function learnerAcceptedEpochWritten(turn: Turn): void {
  turn.learner().blockedOn = null;
  ackEpoch(turn, turn.peer.currentEpoch);
}

function ackEpoch(turn: Turn, currentEpoch: Epoch): void {
  const learner = turn.learner();
  if (learner.on === null) return;
  learner.phase = 'synchronizing';
  turn.become(turn.peer.state, 'SYNCHRONIZATION');
  turn.send(learner.on, { type: 'ACKEPOCH', lastZxid: turn.peer.database.lastProcessedZxid, currentEpoch });
}

/** Broadcast, seen by a learner (Follower.processPacket, Observer.processPacket). */
function follow(turn: Turn, packet: QuorumPacket): void {
  const learner = turn.learner();
  switch (packet.type) {
    case 'PING':
      return answerPing(turn, packet.zxid);
    case 'PROPOSAL':
      noteGap(turn, packet.zxid);
      learner.lastQueued = packet.zxid;
      seeConfigOf(turn, packet.txn);
      logRequest(turn, packet.txn);
      if (learner.observerMaster !== null) turn.clientPart.proposalReceived(turn, packet.txn);
      return;
    case 'COMMIT':
      if (turn.noting) turn.note({ kind: 'commitReceived', zxid: packet.zxid });
      commitPending(turn, packet.zxid);
      return inform(turn, packet.zxid, null);
    case 'COMMITANDACTIVATE': {
      if (turn.noting) turn.note({ kind: 'commitReceived', zxid: packet.zxid });
      const [first] = learner.pendingTxns;
      const config = first === undefined ? null : configIn(first);
      commitPending(turn, packet.zxid);
      activate(turn, config, { leader: packet.designated, zxid: packet.zxid });
      return inform(turn, packet.zxid, packet.designated);
    }
    case 'INFORM':
      return commitInformed(turn, packet.txn);
    case 'INFORMANDACTIVATE':
      commitInformed(turn, packet.txn);
      activate(turn, configIn(packet.txn), { leader: packet.designated, zxid: packet.zxid });
      return;
    case 'SYNC':
      if (learner.observerMaster !== null && turn.clientPart.passSync(turn, packet)) return;
      return turn.clientPart.answerSync(turn, packet.sessionId, packet.cxid);
    case 'REVALIDATE': {
      if (learner.observerMaster !== null && turn.clientPart.passRevalidation(turn, packet)) return;
      const { sessionId } = packet;
      const waiting = turn.peer.clients.connections.find(
        (other) => other.sessionId === sessionId && !other.established,
      );
      if (waiting !== undefined) turn.clientPart.establish(turn, waiting, packet.valid === true);
      return;
    }
    default:
      noteUnexpected(turn, packet);
  }
}

/** A follower that takes observers in tells them of a commit. */
function inform(turn: Turn, zxid: Zxid, designated: Sid | null): void {
  if ((turn.peer.learner?.observerMaster ?? null) !== null) turn.clientPart.proposalCommitted(turn, zxid, designated);
}

/** Learner.ping: the answer tells the leader which clients were heard of. */
function answerPing(turn: Turn, zxid: Zxid): void {
  const { learner, clients } = turn.peer;
  if (learner === null || learner.on === null) return;
  turn.send(learner.on, { type: 'PING', zxid, touched: clients.touched });
  if (clients.touched.length > 0) turn.clients().touched = [];
}

/** Learner.shutdown: the connection is closed, nothing more is tried. */
export function shutDownLearner(turn: Turn): void {
  const { learner } = turn.peer;
  if ((learner?.observerMaster ?? null) !== null) turn.clientPart.stopObserverMaster(turn);
  if (learner !== null && learner.on !== null) turn.close(learner.on);
  turn.disarm('leaderConnect');
  turn.peer.learner = null;
}

/** The first proposal after a sync always looks like a gap: counting begins at zero. */
function noteGap(turn: Turn, zxid: Zxid): void {
  const { lastQueued } = turn.learner();
  if (turn.watching && zxid !== nextZxid(lastQueued)) {
    turn.note({ kind: 'proposalGap', zxid, expected: nextZxid(lastQueued) });
  }
}

/** The leader is silent. A blocked thread does not read, so its timeout begins when it reads again. */
export function leaderSilent(turn: Turn, on: ConnectionId): void {
  if (turn.learner().blockedOn === null) loseLeader(turn, 'readTimeout');
  else turn.readTimeout(on, initLimitMillis(turn.config.timing));
}

function connectMillisLeft(turn: Turn): number {
  return connectLimitMillis(turn.config.timing) - (turn.now - turn.learner().startedAt);
}

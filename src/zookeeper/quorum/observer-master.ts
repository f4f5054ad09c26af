/**
 * A follower that takes observers in (ObserverMaster, 3.6): it brings them up to date from its own database, tells them of
 * every commit as INFORM, and passes what they ask for on to the leader. It waits for no quorum, and counts for none.
 *
 * Not here: the queue of committed packets (up to 32 MB) that bridges the time between a commit and its being applied. Here
 * they are one event, so an observer's sync always ends with the last commit, and "too far behind" cannot come about. When
 * the role ends, handlers are closed at once whatever they are at; a real one that does not forward yet lives a little longer.
 */

import type { ConnectionId } from '../../kernel/process.ts';
import type { Txn } from '../database/txn.ts';
import { type SessionId, type Sid, ZXID_ZERO, type Zxid, counterOf } from '../ids.ts';
import type { QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { closeHandler, handlerOn, isPinged, queuePacket, shutDownHandler } from './learner-handler.ts';
import type { LearnerMaster, LearnerMasterState } from './learner-master.ts';

/** What an observer's client waits for, and on which connection to tell it. */
interface Asked {
  readonly sessionId: SessionId;
  readonly on: ConnectionId;
}

export interface ObserverMaster extends LearnerMasterState {
  /** Heard of from the leader since this master began, and not committed yet (proposedPkts), in order. */
  readonly proposed: readonly Txn[];
  /** The last that observers were told of; what pings carry. */
  readonly lastProposed: Zxid;
  readonly pendingRevalidations: readonly (Asked & { readonly timeoutMillis: number })[];
  /** LearnerSyncRequests among the follower's pendingSyncs. */
  readonly pendingSyncs: readonly (Asked & { readonly cxid: number })[];
}

/** Follower.followLeader: it serves, and from now on observers too. */
export function startObserverMaster(turn: Turn): void {
  const { pendingTxns } = turn.learner();
  turn.learner().observerMaster = {
    generation: turn.generation,
    handlers: [],
    proposed: turn.config.behaviour.observerMasterTakesPending ? pendingTxns : [],
    lastProposed: ZXID_ZERO,
    pendingRevalidations: [],
    pendingSyncs: [],
  };
  turn.listen('observerMaster');
  turn.arm('observerMasterPing', halfTick(turn));
  if (turn.noting) turn.note({ kind: 'observerMasterStarted' });
}

/** ObserverMaster.stop: its observers look for another master. */
export function stopObserverMaster(turn: Turn): void {
  turn.unlisten('observerMaster');
  turn.disarm('observerMasterPing');
  for (const handler of turn.observerMaster().handlers) closeHandler(turn, handler);
  turn.learner().observerMaster = null;
}

/** Follower.processPacket: PROPOSAL. */
export function proposalReceived(turn: Turn, txn: Txn): void {
  const master = turn.observerMaster();
  master.proposed = [...master.proposed, txn];
}

/** COMMIT, or COMMITANDACTIVATE with the leader it designates: observers get proposal and commit in one. */
export function proposalCommitted(turn: Turn, zxid: Zxid, designated: Sid | null): void {
  const master = turn.observerMaster();
  const [txn, ...rest] = master.proposed;
  // ZOOKEEPER-5088: it was proposed while this follower synchronized, before there was a master to hear of it.
  if (txn === undefined || txn.zxid > zxid) {
    const active = master.handlers.flatMap(({ forwarding, sid }): readonly Sid[] =>
      forwarding && sid !== null ? [sid] : [],
    );
    if (turn.watching) turn.note({ kind: 'informMissed', zxid, observers: active });
    return;
  }
  master.proposed = rest;
  master.lastProposed = zxid;
  const packet: QuorumPacket =
    designated === null ? { type: 'INFORM', zxid, txn } : { type: 'INFORMANDACTIVATE', zxid, txn, designated };
  for (const handler of master.handlers) if (handler.forwarding) queuePacket(turn, handler, packet);
}

/** Half a tick is over: a sign of life to every observer. */
export function observerMasterPingFired(turn: Turn): void {
  const { handlers, lastProposed: zxid } = turn.observerMaster();
  for (const handler of handlers) if (isPinged(handler)) turn.send(handler.on, { type: 'PING', zxid, touched: [] });
  turn.arm('observerMasterPing', halfTick(turn));
}

/** ObserverMaster.revalidateLearnerSession: false where the oldest that waits is not of this session, and a client here asked. */
export function passRevalidation(turn: Turn, packet: QuorumPacket & { readonly type: 'REVALIDATE' }): boolean {
  const master = turn.observerMaster();
  const [first, ...rest] = master.pendingRevalidations;
  if (first === undefined || first.sessionId !== packet.sessionId) return false;
  master.pendingRevalidations = rest;
  const handler = handlerOn(turn, first.on);
  if (handler !== null) queuePacket(turn, handler, packet);
  if (packet.valid === true) OBSERVER_MASTER.touch(turn, packet.sessionId);
  return true;
}

/** FollowerZooKeeperServer.sync: false where a client of this server asked. */
export function passSync(turn: Turn, packet: QuorumPacket & { readonly type: 'SYNC' }): boolean {
  const master = turn.observerMaster();
  const asked = master.pendingSyncs.find(
    ({ sessionId, cxid }) => sessionId === packet.sessionId && cxid === packet.cxid,
  );
  if (asked === undefined) return false;
  master.pendingSyncs = master.pendingSyncs.filter((other) => other !== asked);
  const handler = handlerOn(turn, asked.on);
  if (handler !== null) queuePacket(turn, handler, packet);
  return true;
}

export const OBSERVER_MASTER: LearnerMaster = {
  takesParticipants: false,
  // QuorumPeer.tick counts at a leader alone.
  currentTick: () => 0,
  getEpochToPropose: () => {},
  epoch: ({ peer }) => peer.currentEpoch,
  waitForEpochAck: () => true,
  isEpochAcked: () => true,
  startForwarding: () => [],
  waitForNewLeaderAck: () => false,
  hasStarted: () => true,
  processAck: (turn, handler, zxid) => {
    // (E,0) acknowledges NEWLEADER and UPTODATE; observers have nothing else to acknowledge.
    if (counterOf(zxid) === 0) return;
    if (turn.watching) turn.note({ kind: 'packetUnexpected', from: handler.sid, type: 'ACK' });
    shutDownHandler(turn, handler, 'unexpectedPacket');
  },
  // LearnerSessionTracker.touchSession: the leader hears of it with this follower's next answer to PING.
  touch: (turn, sessionId) => {
    const { touched } = turn.peer.clients;
    if (!touched.includes(sessionId)) turn.clients().touched = [...touched, sessionId];
  },
  revalidateSession: (turn, { on }, packet) => {
    const master = turn.observerMaster();
    const { sessionId, timeoutMillis } = packet;
    master.pendingRevalidations = [...master.pendingRevalidations, { sessionId, timeoutMillis, on }];
    toLeader(turn, packet);
  },
  submitLearnerRequest: (turn, { on }, request) => {
    const { sessionId, cxid, operation } = request;
    const master = turn.observerMaster();
    if (operation.op === 'sync') master.pendingSyncs = [...master.pendingSyncs, { sessionId, cxid, on }];
    toLeader(turn, { type: 'REQUEST', request });
  },
  removeLearnerHandler: shutDownHandler,
};

function toLeader(turn: Turn, packet: QuorumPacket): void {
  const { on } = turn.learner();
  if (on !== null) turn.send(on, packet);
}

function halfTick(turn: Turn): number {
  return Math.floor(turn.config.timing.tickMillis / 2);
}

/**
 * A learner of a leader (Learner, Follower, Observer): its state, and what sync and broadcast both do with it.
 * Where the Java thread blocks on a write, `blockedOn` names it and what arrives waits in `inbox`.
 *
 *   connecting → registering → (writing acceptedEpoch) → synchronizing → awaitingUpToDate → serving
 */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import { type QuorumVerifier, isObserver } from '../config/ensemble.ts';
import type { Txn } from '../database/txn.ts';
import type { Epoch, Sid, Zxid } from '../ids.ts';
import type { LeaderLossReason } from '../notes.ts';
import type { QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { configIn } from '../database/config-node.ts';
import type { Designated } from './reconfiguration.ts';
import type { ObserverMaster } from './observer-master.ts';
import { queueForLog, writeTxns } from '../processors/sync-request-processor.ts';

export type LearnerPhase =
  | 'connecting'
  /** FOLLOWERINFO sent, LEADERINFO awaited. */
  | 'registering'
  /** ACKEPOCH sent; packets up to NEWLEADER. */
  | 'synchronizing'
  /** NEWLEADER acked. */
  | 'awaitingUpToDate'
  | 'serving';

/** What the main thread waits for: a write, or its own turn to send the NEWLEADER ACK. */
export type BlockingWrite =
  | 'acceptedEpoch'
  | 'truncate'
  | 'snapshot'
  | 'txns'
  | 'currentEpoch'
  | 'updatingEpoch'
  | 'newLeaderAck';

export interface Learner extends Slice {
  /** Whom it learns from: the leader, or the follower that takes this observer in. */
  readonly leader: Sid;
  readonly phase: LearnerPhase;
  /** The connection to the leader, dialled or established. */
  readonly on: ConnectionId | null;
  readonly attempt: number;
  readonly startedAt: number;
  /** Null until the connection stands. */
  readonly connectedAt: number | null;
  /** When it last read a packet of the leader; before the first, when it began to call. */
  readonly heardAt: number;
  readonly blockedOn: BlockingWrite | null;
  readonly inbox: readonly QuorumPacket[];
  /** The connection is gone, which a blocked thread learns only when it reads again. */
  readonly lost: LeaderLossReason | null;
  readonly newEpoch: Epoch;
  /** What NEWLEADER carried, put in force by UPTODATE. */
  readonly newConfig: QuorumVerifier | null;
  /** The op packet was SNAP or TRUNC: a snapshot is taken at NEWLEADER. Null before the op packet. */
  readonly snapshotNeeded: boolean | null;
  /** Whether COMMITs are kept for after the log, instead of applied at once. */
  readonly writeToTxnLog: boolean;
  readonly lastQueued: Zxid;
  readonly packetsNotLogged: readonly Txn[];
  readonly packetsCommitted: readonly Zxid[];
  /** Order D: on disk since NEWLEADER, acknowledged after UPTODATE. */
  readonly requestsToAck: readonly Txn[];
  /** Proposals handed to the log thread that wait for their COMMIT, in order. */
  readonly pendingTxns: readonly Txn[];
  /** What the TRUNC of this sync cut from the log. */
  readonly cutAway: readonly Zxid[];
  /** A follower that takes observers in, while it serves. */
  readonly observerMaster: ObserverMaster | null;
}

/** FollowerZooKeeperServer.appendRequest: pending until their COMMITs, on their way to the disk without the log thread. */
export function appendRequests(turn: Turn, txns: readonly Txn[]): void {
  const learner = turn.learner();
  learner.pendingTxns = [...learner.pendingTxns, ...txns];
  writeTxns(turn, txns, 'sync');
}

/** FollowerZooKeeperServer.logRequest: pending until its COMMIT, acked once it is durable. */
export function logRequest(turn: Turn, txn: Txn): void {
  const learner = turn.learner();
  learner.pendingTxns = [...learner.pendingTxns, txn];
  queueForLog(turn, txn);
}

/** ObserverZooKeeperServer.commitRequest: logged without an ack where observers log, and applied at once. */
export function commitInformed(turn: Turn, txn: Txn): void {
  if (turn.config.service.syncEnabled) queueForLog(turn, txn);
  turn.clientPart.applyCommitted(turn, txn);
}

/** FollowerZooKeeperServer.commit: must be the oldest pending transaction; it may still be on its way to the disk. */
export function commitPending(turn: Turn, zxid: Zxid): void {
  const learner = turn.learner();
  const first = learner.pendingTxns[0];
  if (first === undefined) {
    if (turn.watching) turn.note({ kind: 'commitUnseen', zxid });
    return;
  }
  if (first.zxid !== zxid) {
    if (turn.watching) turn.note({ kind: 'commitMismatch', zxid, expected: first.zxid });
    return turn.exit(12);
  }
  learner.pendingTxns = learner.pendingTxns.slice(1);
  turn.clientPart.applyCommitted(turn, first);
}

/** A proposal that changes the ensemble is taken note of before it is logged. */
export function seeConfigOf(turn: Turn, txn: Txn): void {
  const config = configIn(txn);
  if (config !== null) turn.clientPart.seeConfig(turn, config);
}

/** A configuration is committed. True where it gives this server another role or leader: the present role is over. */
export function activate(turn: Turn, config: QuorumVerifier | null, designated: Designated | null): boolean {
  if (config === null || !turn.config.reconfigEnabled) return false;
  const isOver = turn.clientPart.activateConfig(turn, config, designated);
  if (isOver) loseLeader(turn, 'reconfigured');
  return isOver;
}

/** Transactions of this role have reached the disk (SendAckRequestProcessor). An observer acknowledges nothing. */
export function ackFlushed(turn: Turn, txns: readonly Txn[]): void {
  const { learner } = turn.peer;
  if (learner === null || learner.on === null || isObserver(turn.peer)) return;
  for (const txn of txns) turn.send(learner.on, { type: 'ACK', zxid: txn.zxid });
}

/** The leader says what it could not mean at this point. */
export function noteUnexpected(turn: Turn, { type }: QuorumPacket): void {
  if (turn.watching) turn.note({ kind: 'packetUnexpected', from: turn.peer.learner?.leader ?? null, type });
}

/** Ends following or observing, once no write blocks it; the main loop then shuts the role down. */
export function loseLeader(turn: Turn, reason: LeaderLossReason): void {
  const { learner } = turn.peer;
  if (learner === null) return;
  if (learner.blockedOn !== null) {
    turn.learner().lost = reason;
    return;
  }
  if (turn.watching) {
    const silentMillis = turn.now - learner.heardAt;
    const { leader, connectedAt, phase } = learner;
    const connectedMillis = connectedAt === null ? null : turn.now - connectedAt;
    turn.note({ kind: 'leaderLost', leader, reason, silentMillis, connectedMillis, synced: phase === 'serving' });
  }
  turn.peer.leaving = true;
}

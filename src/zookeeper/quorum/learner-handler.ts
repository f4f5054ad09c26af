/** A learner master's end of one learner's connection (LearnerHandler): its run() loop turned into phases. */
import { type Draft, type Slice, edit } from '../../base/slice.ts';
import type { ConnectionId, Millis } from '../../kernel/process.ts';
import type { Epoch, Sid, Zxid } from '../ids.ts';
import type { LearnerLossReason } from '../notes.ts';
import type { LearnerType, QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';

export type LearnerHandlerPhase =
  /** Connected, FOLLOWERINFO not read. */
  | 'awaitingInfo'
  /** Waits until the new epoch is fixed (getEpochToPropose). */
  | 'awaitingEpoch'
  /** LEADERINFO sent. */
  | 'awaitingAckEpoch'
  /** Waits for the quorum of epoch acks (waitForEpochAck). */
  | 'awaitingEpochQuorum'
  /** A snapshot is to be sent; proposals are forwarded by now, and kept until it is. */
  | 'preparingSnapshot'
  | 'writingSnapshot'
  /** Sync packets and NEWLEADER sent. */
  | 'awaitingNewLeaderAck'
  /** Waits for the quorum of NEWLEADER acks, then for the leader's own server to run. */
  | 'awaitingQuorum'
  /** UPTODATE sent. */
  | 'broadcasting';

export interface LearnerHandler extends Slice {
  readonly on: ConnectionId;
  readonly phase: LearnerHandlerPhase;
  /** Null until FOLLOWERINFO names it. */
  readonly sid: Sid | null;
  readonly learnerType: LearnerType;
  readonly acceptedEpoch: Epoch;
  readonly peerLastZxid: Zxid;
  /** How it is being synchronized, until the leader's server runs; DIFF stands for TRUNC too. */
  readonly syncing: 'SNAP' | 'DIFF' | null;
  /** New proposals and commits go to it (startForwarding). */
  readonly forwarding: boolean;
  /** The leader counts it as synced up to this tick; a follower that takes observers in counts none. */
  readonly deadlineTick: number;
  /** What arrived while the handler waits and does not read. */
  readonly inbox: readonly QuorumPacket[];
  /** What follows the snapshot that is being sent. */
  readonly queuedPackets: readonly QuorumPacket[];
  /** syncLimitCheck: the proposal sampled on this link, and the one to sample next. */
  readonly sampled: SampledProposal | null;
  readonly sampleNext: SampledProposal | null;
}

export interface SampledProposal {
  readonly zxid: Zxid;
  readonly at: Millis;
}

export function newLearnerHandler(on: ConnectionId, deadlineTick: number, generation: number): LearnerHandler {
  return {
    generation,
    on,
    phase: 'awaitingInfo',
    sid: null,
    learnerType: 'PARTICIPANT',
    acceptedEpoch: 0 as Epoch,
    peerLastZxid: 0 as Zxid,
    syncing: null,
    forwarding: false,
    deadlineTick,
    inbox: [],
    queuedPackets: [],
    sampled: null,
    sampleNext: null,
  };
}

/** Who serves the learner at the other end of `on`; null when that is no learner's connection. */
export function handlerOn({ peer }: Turn, on: ConnectionId): LearnerHandler | null {
  const handlers = peer.leader?.handlers ?? peer.learner?.observerMaster?.handlers ?? [];
  for (const handler of handlers) if (handler.on === on) return handler;
  return null;
}

/** Changes one handler. */
export function editHandler(turn: Turn, on: ConnectionId, change: (draft: Draft<LearnerHandler>) => void): void {
  const master = turn.learnerMaster();
  const index = master.handlers.findIndex((handler) => handler.on === on);
  const handler = master.handlers[index];
  if (handler === undefined) return;
  const draft = edit(handler, turn.generation);
  change(draft);
  // Nobody who holds the list has seen the old one change.
  if (draft === handler) return;
  const handlers = master.handlers.slice();
  handlers[index] = draft;
  master.handlers = handlers;
}

/** LearnerHandler.queuePacket: nothing that is queued goes out before the snapshot. */
export function queuePacket(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): void {
  if (!isSendingSnapshot(handler)) return turn.send(handler.on, packet);
  editHandler(turn, handler.on, (draft) => (draft.queuedPackets = [...draft.queuedPackets, packet]));
}

export function isSendingSnapshot({ phase }: LearnerHandler): boolean {
  return phase === 'preparingSnapshot' || phase === 'writingSnapshot';
}

/** LearnerHandler.ping: whether it has begun to send what is queued. */
export function isPinged({ phase }: LearnerHandler): boolean {
  return phase === 'broadcasting' || phase === 'awaitingQuorum' || phase === 'awaitingNewLeaderAck';
}

/** Ends the link to a learner. */
export function shutDownHandler(turn: Turn, handler: LearnerHandler, reason: LearnerLossReason): void {
  const master = turn.learnerMaster();
  master.handlers = master.handlers.filter((other) => other.on !== handler.on);
  closeHandler(turn, handler);
  if (turn.noting && handler.sid !== null) turn.note({ kind: 'learnerLost', sid: handler.sid, reason });
}

/** The same for one of a master that is no more. */
export function closeHandler(turn: Turn, handler: LearnerHandler): void {
  turn.close(handler.on);
  if (isSendingSnapshot(handler)) turn.disarm(`snapshot:${handler.on}`);
}

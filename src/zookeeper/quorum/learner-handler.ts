/** The leader's end of one learner's connection (LearnerHandler): its run() loop turned into phases. */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId, Millis } from '../../kernel/process.ts';
import type { Epoch, Sid, Zxid } from '../ids.ts';
import type { LearnerType, QuorumPacket } from '../packets.ts';

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
  /** New proposals and commits go to it (startForwarding). */
  readonly forwarding: boolean;
  /** The leader counts it as synced up to this tick. */
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
    forwarding: false,
    deadlineTick,
    inbox: [],
    queuedPackets: [],
    sampled: null,
    sampleNext: null,
  };
}

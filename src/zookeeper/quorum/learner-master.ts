/**
 * Whom a LearnerHandler works for (LearnerMaster): the leader, or a follower that takes observers in (ObserverMaster).
 * The handler's run() is one (`learner-handler-run.ts`); where it asks its master, the two answer differently.
 */
import type { Slice } from '../../base/slice.ts';
import type { Txn } from '../database/txn.ts';
import type { Epoch, SessionId, Sid, Zxid } from '../ids.ts';
import type { LearnerLossReason } from '../notes.ts';
import type { ForwardedRequest, QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import type { LearnerHandler } from './learner-handler.ts';

/** What every learner master keeps. */
export interface LearnerMasterState extends Slice {
  readonly handlers: readonly LearnerHandler[];
}

export interface LearnerMaster {
  /** Whether it takes followers too. */
  readonly takesParticipants: boolean;
  /** Counts towards the deadlines of its learners. */
  currentTick(turn: Turn): number;
  /** A learner has told the last epoch that it accepted. */
  getEpochToPropose(turn: Turn, learner: { sid: Sid; acceptedEpoch: Epoch; isParticipant: boolean }): void;
  /** The epoch that learners are told; null while it is not fixed, and they wait. */
  epoch(turn: Turn): Epoch | null;
  /** A learner has answered LEADERINFO; false when it is let go for what it said. */
  waitForEpochAck(turn: Turn, handler: LearnerHandler, ack: QuorumPacket & { readonly type: 'ACKEPOCH' }): boolean;
  /** Learners may be synchronized. */
  isEpochAcked(turn: Turn): boolean;
  /** Proposals that are sent behind what it lacks, before NEWLEADER; from now on the learner hears of all that is new. */
  startForwarding(turn: Turn, handler: LearnerHandler, after: Zxid): readonly Txn[];
  /** A learner has acknowledged NEWLEADER; true when a quorum is complete by it. */
  waitForNewLeaderAck(turn: Turn, handler: LearnerHandler, zxid: Zxid): boolean;
  /** Learners may be told that they are up to date. */
  hasStarted(turn: Turn): boolean;
  processAck(turn: Turn, handler: LearnerHandler, zxid: Zxid): void;
  touch(turn: Turn, sessionId: SessionId): void;
  revalidateSession(turn: Turn, handler: LearnerHandler, packet: QuorumPacket & { readonly type: 'REVALIDATE' }): void;
  submitLearnerRequest(turn: Turn, handler: LearnerHandler, request: ForwardedRequest): void;
  /** Ends the link to a learner. */
  removeLearnerHandler(turn: Turn, handler: LearnerHandler, reason: LearnerLossReason): void;
}

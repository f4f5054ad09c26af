/** The leader as the master of its learners (Leader as a LearnerMaster). */
import { hasSession } from '../database/sessions.ts';
import { ZXID_NONE, zxidFrom } from '../ids.ts';
import {
  ackEpoch,
  ackNewLeader,
  dropLearner,
  isEpochAcked,
  isEpochFixed,
  processAck,
  processSync,
  proposeEpoch,
} from './leader.ts';
import type { LearnerMaster } from './learner-master.ts';

export const LEADER_AS_MASTER: LearnerMaster = {
  takesParticipants: true,
  currentTick: (turn) => turn.leader().tick,
  getEpochToPropose: proposeEpoch,
  epoch: (turn) => {
    const leader = turn.leader();
    return isEpochFixed(leader) && leader.phase !== 'writingAcceptedEpoch' ? leader.epoch : null;
  },
  waitForEpochAck: (turn, handler, { lastZxid, currentEpoch }) => {
    const { sid } = handler;
    const leader = turn.leader();
    // Once the quorum stands nobody is compared any more: a learner that is ahead is simply cut back.
    if (sid === null || isEpochAcked(leader)) return true;
    if (currentEpoch !== -1) {
      const { summary } = leader;
      const isAhead =
        currentEpoch > summary.currentEpoch || (currentEpoch === summary.currentEpoch && lastZxid > summary.lastZxid);
      if (isAhead) {
        if (turn.noting) {
          const { currentEpoch: myCurrentEpoch, lastZxid: myLastZxid } = summary;
          turn.note({ kind: 'learnerAhead', sid, currentEpoch, lastZxid, myCurrentEpoch, myLastZxid });
        }
        dropLearner(turn, handler, 'aheadOfLeader');
        return false;
      }
    }
    const isEmpty = lastZxid === ZXID_NONE && turn.config.behaviour.ackepochMinusOneExcluded;
    const counted = handler.learnerType === 'PARTICIPANT' && currentEpoch !== -1 && !isEmpty;
    ackEpoch(turn, { sid, currentEpoch, lastZxid, counted });
    return true;
  },
  isEpochAcked: (turn) => isEpochAcked(turn.leader()),
  startForwarding: (turn, { learnerType }, after) => {
    if (learnerType === 'OBSERVER') return [];
    // Leader.addForwardingFollower: with a follower the oracle of two voters has no say.
    turn.peer.needOracle = false;
    return turn.leader().outstandingProposals.flatMap(({ txn }) => (txn.zxid > after ? [txn] : []));
  },
  waitForNewLeaderAck: (turn, { sid }, zxid) => {
    if (sid === null) return false;
    // An ack of another zxid is logged and ignored, yet the handler goes on (Leader.waitForNewLeaderAck).
    if (zxid === zxidFrom(turn.leader().epoch, 0)) return ackNewLeader(turn, sid);
    if (turn.watching) turn.note({ kind: 'ackIgnored', zxid, sid, because: 'notNewLeader' });
    return false;
  },
  hasStarted: (turn) => turn.leader().phase === 'serving',
  processAck: (turn, { sid }, zxid) => {
    if (sid !== null) processAck(turn, sid, zxid);
  },
  touch: (turn, sessionId) => turn.clientPart.touchSession(turn, sessionId),
  revalidateSession: (turn, { on, sid }, { sessionId, timeoutMillis }) => {
    // The session tracker knows a session from its proposal on (LeaderSessionTracker.touchSession).
    const valid = hasSession(turn.leader().pendingSessions, sessionId);
    turn.clientPart.touchSession(turn, sessionId);
    // The client has come to this learner.
    if (valid && sid !== null) turn.clientPart.setOwner(turn, sessionId, sid);
    if (turn.noting) turn.note({ kind: 'sessionRevalidated', sessionId, valid });
    turn.send(on, { type: 'REVALIDATE', sessionId, timeoutMillis, valid });
  },
  submitLearnerRequest: (turn, { on, sid }, request) => {
    if (request.operation.op === 'sync') return processSync(turn, on, request.sessionId, request.cxid);
    if (sid !== null) turn.clientPart.submitRequest(turn, request, sid);
  },
  removeLearnerHandler: dropLearner,
};

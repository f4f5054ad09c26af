/** Leader.propose: what becomes of a write at the leader until it is on its way to the followers and to the log thread. */
import { edit } from '../../base/slice.ts';
import { configIn } from '../database/config-node.ts';
import { sessionsAfter } from '../database/sessions.ts';
import type { ErrorName } from '../database/txn.ts';
import { verifiersOf } from '../election/quorum-verifier.ts';
import { COUNTER_MAX, type Sid, type Zxid, counterOf, nextZxid } from '../ids.ts';
import type { ForwardedRequest, QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import type { Reconfigurable } from '../processors/reconfig.ts';
import { queueForLog } from '../processors/sync-request-processor.ts';
import { isForwardingFollower, stepDown, syncedSids } from './leader.ts';
import { type LearnerHandler, isSendingSnapshot } from './learner-handler.ts';

/**
 * A write, of the leader's own client or forwarded: prepared, proposed, logged (ProposalRequestProcessor). `refusal`: why its
 * session may not ask.
 */
export function propose(turn: Turn, request: ForwardedRequest, refusal: ErrorName | null = null): void {
  const leader = turn.leader();
  const zxid = nextZxid(leader.lastProposed);
  const isGuarded = turn.config.behaviour.rolloverGuard && leader.phase !== 'standalone';
  if (counterOf(zxid) === COUNTER_MAX && isGuarded) return stepDown(turn, 'rollover');
  const pending = { tree: leader.pendingTree, sessions: leader.pendingSessions };
  const txn = turn.clientPart.prepare(pending, request, {
    zxid,
    time: turn.wallClock,
    service: turn.config.service,
    refusal,
    ensemble: reconfigurable(turn),
  });
  leader.lastProposed = zxid;
  leader.pendingTree = turn.clientPart.applyTxn(leader.pendingTree, txn);
  leader.pendingSessions = sessionsAfter(leader.pendingSessions, txn);
  const config = configIn(txn);
  if (config !== null) turn.clientPart.seeConfig(turn, config);
  leader.outstandingProposals = [...leader.outstandingProposals, { txn, verifiers: verifiersOf(turn.peer), acks: [] }];
  const packet: QuorumPacket = { type: 'PROPOSAL', zxid, txn };
  const to: Sid[] = [];
  leader.handlers = leader.handlers.map((handler) => {
    if (!handler.forwarding || handler.sid === null || handler.learnerType === 'OBSERVER') return handler;
    to.push(handler.sid);
    if (isSendingSnapshot(handler)) return withQueued(turn, handler, packet);
    turn.send(handler.on, packet);
    return sampled(turn, handler, zxid);
  });
  if (turn.watching) {
    turn.note({ kind: 'proposed', zxid, sessionId: txn.sessionId, operation: request.operation, body: txn.body, to });
  }
  queueForLog(turn, txn);
}

/** As `queuePacket`, while the list of handlers is put together anew. */
function withQueued(turn: Turn, handler: LearnerHandler, packet: QuorumPacket): LearnerHandler {
  const draft = edit(handler, turn.generation);
  draft.queuedPackets = [...draft.queuedPackets, packet];
  return draft;
}

/** Samples a proposal for the check that a link keeps up: the oldest un-acked one and the newest (LearnerHandler.SyncLimitCheck). */
function sampled(turn: Turn, handler: LearnerHandler, zxid: Zxid): LearnerHandler {
  if (handler.phase !== 'broadcasting' && handler.phase !== 'awaitingQuorum') return handler;
  const draft = edit(handler, turn.generation);
  const sample = { zxid, at: turn.now };
  if (draft.sampled === null) draft.sampled = sample;
  else draft.sampleNext = sample;
  return draft;
}

/** What a client's reconfig is judged by. */
function reconfigurable(turn: Turn): Reconfigurable {
  const { quorumVerifier: committed, lastSeenQuorumVerifier: lastSeen } = turn.peer;
  const { reconfigEnabled: enabled, hosts: known } = turn.config;
  const { standaloneEnabled } = turn.config.service;
  const isQuorum = turn.leader().phase !== 'standalone';
  const synced = enabled ? syncedForReconfig(turn) : [];
  return { enabled, isQuorum, standaloneEnabled, committed, lastSeen, known, synced };
}

/** Leader.isQuorumSynced: of the servers in step those that are sent proposals already. */
function syncedForReconfig(turn: Turn): readonly Sid[] {
  const { handlers } = turn.leader();
  return syncedSids(turn).filter(
    (sid) => sid === turn.peer.sid || handlers.some((handler) => handler.sid === sid && isForwardingFollower(handler)),
  );
}

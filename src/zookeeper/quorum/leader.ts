/**
 * The leader (Leader.lead): discovery, synchronization and broadcast as gates that are re-evaluated whenever
 * someone arrives, where the Java threads wait on each other.
 *
 *   loading → awaitingEpoch → writingAcceptedEpoch → awaitingEpochAck → writingCurrentEpoch
 *           → awaitingNewLeaderAck → serving
 */
import type { ConnectionId } from '../../kernel/process.ts';
import { type QuorumVerifier, initLimitMillis, syncLimitMillis } from '../config/ensemble.ts';
import type { DataTree } from '../database/data-tree.ts';
import { takeSnapshot } from '../database/database.ts';
import type { Sessions } from '../database/sessions.ts';
import type { Txn } from '../database/txn.ts';
import { containsQuorums, oracleSays } from '../election/quorum-oracle.ts';
import { hasAllQuorums, isVoterInAny, verifiersOf, withSid } from '../election/quorum-verifier.ts';
import {
  type Epoch,
  type SessionId,
  type Sid,
  ZXID_ZERO,
  type Zxid,
  counterOf,
  nextZxid,
  previousZxid,
  zxidFrom,
} from '../ids.ts';
import type { LearnerLossReason, StepDownReason } from '../notes.ts';
import type { QuorumPacket } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { type LearnerHandler, closeHandler, isPinged, queuePacket, shutDownHandler } from './learner-handler.ts';
import type { LearnerMasterState } from './learner-master.ts';
import { configIn } from '../database/config-node.ts';

export type LeaderPhase =
  /** Taking the snapshot that every leader begins with. */
  | 'loading'
  | 'awaitingEpoch'
  | 'writingAcceptedEpoch'
  | 'awaitingEpochAck'
  | 'writingCurrentEpoch'
  | 'awaitingNewLeaderAck'
  | 'serving'
  /** It serves as well, and is the leader of nobody (`peer/standalone.ts`). */
  | 'standalone';

/** A proposal that waits for a quorum. */
export interface Proposal {
  readonly txn: Txn;
  /** The configurations that count the acks: those of the time it was proposed (SyncedLearnerTracker). */
  readonly verifiers: readonly QuorumVerifier[];
  readonly acks: readonly Sid[];
}

/** A learner's client waits for everything proposed before its sync (Leader.pendingSyncs). */
export interface PendingSync {
  readonly zxid: Zxid;
  readonly on: ConnectionId;
  readonly sessionId: SessionId;
  readonly cxid: number;
}

export interface Leader extends LearnerMasterState {
  readonly phase: LeaderPhase;
  /** When it proposed its own epoch. */
  readonly awaitingEpochSince: number;
  /** -1 until somebody proposes one; final once `isEpochFixed`. */
  readonly epoch: Epoch;
  /** (currentEpoch, lastProcessedZxid) when it began to lead: nobody counted may be ahead of it. */
  readonly summary: { readonly currentEpoch: Epoch; readonly lastZxid: Zxid };
  readonly connectingFollowers: readonly Sid[];
  readonly electingFollowers: readonly Sid[];
  readonly newLeaderAcks: readonly Sid[];
  readonly tick: number;
  /** The loop passes twice a tick; only every second pass counts and checks. */
  readonly tickSkip: boolean;
  readonly lastProposed: Zxid;
  readonly lastCommitted: Zxid;
  /** In zxid order. */
  readonly outstandingProposals: readonly Proposal[];
  /** False once a configuration with another leader is in force. */
  readonly allowedToCommit: boolean;
  readonly pendingSyncs: readonly PendingSync[];
  /** What the tree and the sessions will be once all outstanding proposals are applied. */
  readonly pendingTree: DataTree;
  readonly pendingSessions: Sessions;
  /** When each session ends unless it is heard from. */
  readonly expiry: Readonly<Record<SessionId, number>>;
  /** Which server each session is connected to, as far as it has spoken since this leader serves. */
  readonly owners: Readonly<Record<SessionId, Sid>>;
  readonly servingSince: number;
  /** When the container manager wakes; null while it sleeps. */
  readonly containerCheckAt: number | null;
  /** What it found and has not deleted yet. */
  readonly containerCandidates: readonly string[];
}

/** Becomes leader: the snapshot first, learners after it (Leader.lead, ZooKeeperServer.loadData). */
export function startLeading(turn: Turn): void {
  const { peer } = turn;
  const { database } = peer;
  peer.leader = {
    generation: turn.generation,
    phase: 'loading',
    awaitingEpochSince: turn.now,
    epoch: -1 as Epoch,
    summary: { currentEpoch: peer.currentEpoch, lastZxid: database.lastProcessedZxid },
    connectingFollowers: [],
    electingFollowers: [],
    newLeaderAcks: [],
    handlers: [],
    tick: 0,
    tickSkip: true,
    lastProposed: ZXID_ZERO,
    lastCommitted: ZXID_ZERO,
    outstandingProposals: [],
    allowedToCommit: true,
    pendingSyncs: [],
    pendingTree: database.tree,
    pendingSessions: database.sessions,
    expiry: {},
    owners: {},
    servingSince: turn.now,
    containerCheckAt: null,
    containerCandidates: [],
  };
  turn.flush({ kind: 'snapshot', snapshot: takeSnapshot(database), purpose: 'leader' });
}

/** It is past its start. */
export function takesRequests({ phase }: Leader): boolean {
  return phase === 'serving' || phase === 'standalone';
}

/** A quorum has told its acceptedEpochs, and the new epoch is above all of them. */
export function isEpochFixed({ phase }: Leader): boolean {
  return phase !== 'loading' && phase !== 'awaitingEpoch';
}

/** A quorum has promised the epoch. */
export function isEpochAcked(leader: Leader): boolean {
  return isEpochFixed(leader) && leader.phase !== 'writingAcceptedEpoch' && leader.phase !== 'awaitingEpochAck';
}

/** The snapshot is written: learners may connect, and the leader proposes its own epoch first. */
export function leaderLoaded(turn: Turn): void {
  const leader = turn.leader();
  leader.phase = 'awaitingEpoch';
  leader.awaitingEpochSince = turn.now;
  turn.listen('quorum');
  armQuorumWait(turn);
  proposeEpoch(turn, { sid: turn.peer.sid, acceptedEpoch: turn.peer.acceptedEpoch, isParticipant: true });
}

/** Leader.getEpochToPropose: the new epoch is above every acceptedEpoch heard, fixed once a quorum with the leader has been heard. */
export function proposeEpoch(
  turn: Turn,
  { sid, acceptedEpoch, isParticipant }: { sid: Sid; acceptedEpoch: Epoch; isParticipant: boolean },
): void {
  const leader = turn.leader();
  if (isEpochFixed(leader)) return;
  const isAbove = leader.epoch > acceptedEpoch;
  const isLetPass = !turn.config.behaviour.epochAboveAccepted && leader.epoch === acceptedEpoch;
  if (!isAbove && !isLetPass) leader.epoch = (acceptedEpoch + 1) as Epoch;
  if (isParticipant) leader.connectingFollowers = withSid(leader.connectingFollowers, sid);
  const { connectingFollowers: connecting, epoch } = leader;
  if (turn.watching) turn.note({ kind: 'epochProposed', sid, acceptedEpoch, epoch, connecting });
  if (!connecting.includes(turn.peer.sid) || !containsQuorums(turn, [turn.peer.quorumVerifier], connecting)) return;
  leader.phase = 'writingAcceptedEpoch';
  if (turn.noting) turn.note({ kind: 'epochFixed', epoch, connecting });
  turn.flush({ kind: 'acceptedEpoch', epoch, purpose: 'leader' });
}

/** What `sid` answered to LEADERINFO. `counted`: whether it is a participant that promised the epoch just now. */
export interface EpochAck {
  readonly sid: Sid;
  readonly currentEpoch: Epoch;
  readonly lastZxid: Zxid;
  readonly counted: boolean;
}

/** Leader.waitForEpochAck: who has promised the epoch; the leader counts itself. */
export function ackEpoch(turn: Turn, { sid, currentEpoch, lastZxid, counted }: EpochAck): void {
  const leader = turn.leader();
  if (counted) leader.electingFollowers = withSid(leader.electingFollowers, sid);
  const { electingFollowers: electing, epoch } = leader;
  if (turn.watching) turn.note({ kind: 'epochAcked', sid, currentEpoch, lastZxid, counted, electing });
  if (!electing.includes(turn.peer.sid) || !containsQuorums(turn, [turn.peer.quorumVerifier], electing)) return;
  leader.phase = 'writingCurrentEpoch';
  if (turn.watching) turn.note({ kind: 'epochAckQuorum', epoch, electing });
  turn.flush({ kind: 'currentEpoch', epoch, purpose: 'leader' });
}

/** Leader.waitForNewLeaderAck. True when the quorum is complete by this ack. */
export function ackNewLeader(turn: Turn, sid: Sid): boolean {
  const leader = turn.leader();
  const verifiers = verifiersOf(turn.peer);
  // An observer's ack is read and counts for nothing.
  if (leader.phase === 'serving' || !isVoterInAny(verifiers, sid)) return false;
  leader.newLeaderAcks = withSid(leader.newLeaderAcks, sid);
  const { newLeaderAcks: acks, epoch } = leader;
  const voters = turn.peer.quorumVerifier.voters.length;
  if (turn.watching) turn.note({ kind: 'newLeaderAcked', sid, acks, voters });
  // The leader's own ack comes after its currentEpoch is written.
  if (!acks.includes(turn.peer.sid) || !containsQuorums(turn, verifiers, acks)) return false;
  if (turn.watching) turn.note({ kind: 'newLeaderQuorum', epoch, acks });
  return true;
}

/** Leader.startZkServer: the leader serves, from (E,0). */
export function startServing(turn: Turn): void {
  const leader = turn.leader();
  const zxid = zxidFrom(leader.epoch, 0);
  leader.phase = 'serving';
  leader.servingSince = turn.now;
  leader.lastCommitted = zxid;
  turn.disarm('quorumWait');
  turn.database().lastProcessedZxid = zxid;
  turn.peer.currentVote = { ...turn.peer.currentVote, peerEpoch: leader.epoch };
  if (turn.config.reconfigEnabled) turn.clientPart.activateLastSeen(turn);
  turn.clients().serving = true;
  turn.become('LEADING', 'BROADCAST');
  if (turn.watching) turn.note({ kind: 'servingStarted', epoch: leader.epoch, as: 'LEADING' });
  turn.arm('halfTick', halfTick(turn));
}

/** Its next transaction gets the counter after this one. */
export function skipZxids(turn: Turn, counter: number): void {
  const leader = turn.leader();
  leader.lastProposed = zxidFrom(leader.epoch, counter);
}

/** Leader.processAck and tryToCommit. The leader's own ack comes here after its flush. */
export function processAck(turn: Turn, sid: Sid, zxid: Zxid): void {
  const leader = turn.leader();
  if (!leader.allowedToCommit) return ignoreAck(turn, sid, zxid, 'notDesignated');
  if (counterOf(zxid) === 0) return ignoreAck(turn, sid, zxid, 'newLeader');
  if (zxid <= leader.lastCommitted || leader.outstandingProposals.length === 0) {
    return ignoreAck(turn, sid, zxid, 'alreadyCommitted');
  }
  const index = leader.outstandingProposals.findIndex((other) => other.txn.zxid === zxid);
  const proposal = leader.outstandingProposals[index];
  if (proposal === undefined) return ignoreAck(turn, sid, zxid, 'unknown');
  // Who votes in no configuration that is asked counts for nothing (SyncedLearnerTracker.addAck).
  const acks = isVoterInAny(proposal.verifiers, sid) ? withSid(proposal.acks, sid) : proposal.acks;
  const proposals = leader.outstandingProposals.slice();
  proposals[index] = { txn: proposal.txn, verifiers: proposal.verifiers, acks };
  leader.outstandingProposals = proposals;
  const voters = turn.peer.quorumVerifier.voters.length;
  if (turn.watching) turn.note({ kind: 'acked', zxid, sid, acks, voters });
  // In order only: the proposal before it holds this one back while it is outstanding.
  const isNext = index === 0 || proposals[index - 1]?.txn.zxid !== previousZxid(zxid);
  if ((turn.config.behaviour.strictCommitOrder && !isNext) || !containsQuorums(turn, proposal.verifiers, acks)) return;
  commit(turn, proposal.txn, acks, sid);
  if (configIn(proposal.txn) !== null) commitBehind(turn);
}

/** What waited for the old configuration too may have its quorum now: after a reconfig the later proposals are tried again. */
function commitBehind(turn: Turn): void {
  for (;;) {
    const { allowedToCommit, outstandingProposals } = turn.leader();
    const [next] = outstandingProposals;
    if (!allowedToCommit || next === undefined || !hasAllQuorums(next.verifiers, next.acks)) return;
    commit(turn, next.txn, next.acks);
  }
}

/** QuorumOracleMaj.revalidateOutstandingProp: what waits for a follower that is gone is committed on the oracle's word. */
function commitOnTheOraclesWord(turn: Turn): void {
  for (const { txn, acks } of turn.leader().outstandingProposals) commit(turn, txn, acks);
}

/** It is committed: learners are told, and it is applied here. `acks`: whose disks have it; `from`: whose was the last. */
export function commit(turn: Turn, txn: Txn, acks: readonly Sid[], from: Sid = turn.peer.sid): void {
  const leader = turn.leader();
  const { zxid } = txn;
  leader.outstandingProposals = leader.outstandingProposals.filter((proposal) => proposal.txn !== txn);
  const first = nextZxid(leader.lastCommitted);
  leader.lastCommitted = zxid;
  if (turn.watching) {
    const voters = turn.peer.quorumVerifier.voters.length;
    // It commits all the same.
    turn.note({ kind: 'committed', zxid, acks, voters, ...(zxid !== first && { first, from }) });
  }
  const config = configIn(txn);
  const designated = config === null ? null : turn.clientPart.activateProposed(turn, { config, zxid, acks });
  const forParticipants: QuorumPacket =
    designated === null ? { type: 'COMMIT', zxid } : { type: 'COMMITANDACTIVATE', zxid, designated };
  const forObservers: QuorumPacket =
    designated === null ? { type: 'INFORM', zxid, txn } : { type: 'INFORMANDACTIVATE', zxid, txn, designated };
  for (const handler of leader.handlers) {
    if (!handler.forwarding) continue;
    const packet = handler.learnerType === 'OBSERVER' ? forObservers : forParticipants;
    queuePacket(turn, handler, packet);
  }
  turn.clientPart.applyCommitted(turn, txn);
  answerPendingSyncs(turn);
}

/** A learner's client asks for a sync (Leader.processSync). */
export function processSync(turn: Turn, on: ConnectionId, sessionId: SessionId, cxid: number): void {
  const leader = turn.leader();
  leader.pendingSyncs = [...leader.pendingSyncs, { zxid: leader.lastProposed, on, sessionId, cxid }];
  answerPendingSyncs(turn);
}

function answerPendingSyncs(turn: Turn): void {
  const leader = turn.leader();
  if (leader.pendingSyncs.length === 0) return;
  const oldest = leader.outstandingProposals[0]?.txn.zxid ?? null;
  const isAnswerable = (sync: PendingSync): boolean => oldest === null || sync.zxid < oldest;
  for (const sync of leader.pendingSyncs) {
    if (isAnswerable(sync)) turn.send(sync.on, { type: 'SYNC', sessionId: sync.sessionId, cxid: sync.cxid });
  }
  leader.pendingSyncs = leader.pendingSyncs.filter((sync) => !isAnswerable(sync));
}

/** One pass of the leader's loop: every half tick pings, every whole tick is counted and the followers with it. */
export function halfTickFired(turn: Turn): void {
  const leader = turn.leader();
  if (turn.peer.log.dead && turn.config.behaviour.criticalThread === 'endsRole') return stepDown(turn, 'logThreadDied');
  if (!leader.tickSkip) {
    leader.tick += 1;
    const synced = syncedSids(turn);
    if (turn.noting) turn.note({ kind: 'ticked', tick: leader.tick, synced });
    if (!hasAllQuorums(verifiersOf(turn.peer), synced)) {
      // Without any follower the oracle of two voters is asked from now on (QuorumOracleMaj.overrideQuorumDecision).
      turn.peer.needOracle = !leader.handlers.some(isForwardingFollower);
      if (oracleSays(turn, turn.peer.quorumVerifier) !== 'grants') return stepDown(turn, 'notEnoughSynced');
      commitOnTheOraclesWord(turn);
    }
  }
  leader.tickSkip = !leader.tickSkip;
  for (const handler of leader.handlers) ping(turn, handler);
  turn.arm('halfTick', halfTick(turn));
}

export function isForwardingFollower({ forwarding, learnerType }: LearnerHandler): boolean {
  return forwarding && learnerType === 'PARTICIPANT';
}

/** Leader.reportLookingSid: one of the voters that made this server leader looks for another while the epoch's quorum is awaited. */
export function reportLookingSid(turn: Turn, sid: Sid): void {
  const { maxTimeToWaitForEpochMillis: most } = turn.config.behaviour;
  const { leader } = turn.peer;
  if (most < 0 || leader === null || leader.phase !== 'awaitingEpoch' || !isVoterInAny(verifiersOf(turn.peer), sid))
    return;
  if (turn.now - leader.awaitingEpochSince > most) stepDown(turn, 'voterChangedMind');
}

/** The leader and the learners whose last packet is recent enough, counted in ticks. */
export function syncedSids(turn: Turn): readonly Sid[] {
  const { leader, sid } = turn.peer;
  let synced: readonly Sid[] = [sid];
  for (const handler of leader?.handlers ?? []) {
    if (handler.sid === null || handler.learnerType === 'OBSERVER') continue;
    if ((leader?.tick ?? 0) <= handler.deadlineTick) synced = withSid(synced, handler.sid);
  }
  return synced;
}

/** LearnerHandler.ping: a link whose sampled proposal is not acked for syncLimit is closed, pings or not. */
function ping(turn: Turn, handler: LearnerHandler): void {
  if (!isPinged(handler)) return;
  if (handler.sampled !== null && turn.now - handler.sampled.at >= syncLimitMillis(turn.config.timing)) {
    return dropLearner(turn, handler, 'transactionTimeout');
  }
  turn.send(handler.on, { type: 'PING', zxid: turn.leader().lastProposed, touched: [] });
}

/** Ends the link to a learner. */
export function dropLearner(turn: Turn, handler: LearnerHandler, reason: LearnerLossReason): void {
  const leader = turn.leader();
  leader.pendingSyncs = leader.pendingSyncs.filter((sync) => sync.on !== handler.on);
  shutDownHandler(turn, handler, reason);
}

/** A wait for a quorum has lasted initLimit. */
export function quorumWaitTimedOut(turn: Turn): void {
  switch (turn.leader().phase) {
    case 'awaitingEpoch':
      return stepDown(turn, 'epochTimeout');
    case 'awaitingEpochAck':
      return stepDown(turn, 'epochAckTimeout');
    case 'awaitingNewLeaderAck':
      return stepDown(turn, 'newLeaderAckTimeout');
    default:
  }
}

/** Ends leadership; the main loop then shuts the role down. */
export function stepDown(turn: Turn, reason: StepDownReason): void {
  if (turn.watching) turn.note({ kind: 'steppedDown', reason, synced: syncedSids(turn) });
  turn.peer.leaving = true;
}

/** Leader.shutdown: no more learners, all links closed. */
export function shutDownLeader(turn: Turn): void {
  turn.unlisten('quorum');
  turn.disarm('halfTick');
  turn.disarm('quorumWait');
  turn.disarm('sessionExpiry');
  turn.disarm('containerCheck');
  for (const handler of turn.leader().handlers) closeHandler(turn, handler);
  turn.peer.leader = null;
}

/** Gives the quorum that is waited for now another initLimit. */
export function armQuorumWait(turn: Turn): void {
  turn.arm('quorumWait', initLimitMillis(turn.config.timing));
}

function halfTick(turn: Turn): number {
  return Math.floor(turn.config.timing.tickMillis / 2);
}

function ignoreAck(
  turn: Turn,
  sid: Sid,
  zxid: Zxid,
  because: 'newLeader' | 'alreadyCommitted' | 'unknown' | 'notDesignated',
): void {
  if (turn.watching) turn.note({ kind: 'ackIgnored', zxid, sid, because });
}

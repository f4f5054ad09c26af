/**
 * FastLeaderElection.lookForLeader, turned inside out: what the Java loop blocks on is a phase here.
 *
 *   polling     waits for a notification, at most notTimeout (timer `election`)
 *   finalizing  a quorum agrees; waits for finalizeWait of silence (same timer)
 *
 * Deciding sets the server's state and currentVote; the main loop sees that and takes the role.
 */
import type { Slice } from '../../base/slice.ts';
import { isObserver } from '../config/ensemble.ts';
import { SMALLEST, type Epoch, type Round, type Sid, ZXID_NONE, type Zxid } from '../ids.ts';
import type { VoteFact } from '../notes.ts';
import type { Notification, ServerState } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { connectAll, haltCnxManager, haveDelivered, startCnxManager, toSend } from './cnx-manager.ts';
import { containsQuorums, oracleSays } from './quorum-oracle.ts';
import { isVoter, isVoterInAny, verifiersOf, votersOfAny } from './quorum-verifier.ts';
import { type Ballot, type Ballots, NOTIFICATION_VERSION, agreeingWith, beats, totalOrder, voteOf } from './vote.ts';

export interface Received {
  readonly from: Sid;
  readonly notification: Notification;
}

export interface Election extends Slice {
  readonly phase: 'idle' | 'polling' | 'finalizing';
  readonly logicalClock: Round;
  /** What this server votes for now. Its electionEpoch is the logicalClock. */
  readonly proposal: VoteFact;
  /** The vote it began the round with: what a higher round is compared against. */
  readonly initialVote: VoteFact;
  readonly notTimeoutMillis: number;
  /** A newer configuration was heard of: connections are closed, and with the next poll the round ends for a new election. */
  readonly shutDown: boolean;
  /** The WorkerReceiver has died of a malformed notification: no vote is heard any more, not even its own. */
  readonly receiverDead: boolean;
  readonly recvqueue: readonly Received[];
  /** Votes of this round, by sender. */
  readonly recvset: Ballots;
  /** Votes of servers that are not looking, of whatever round. */
  readonly outOfElection: Ballots;
  readonly startedAt: number;
}

export function createElection(sid: Sid, generation: number): Election {
  const nothing = voteFor(sid, ZXID_NONE, 0 as Epoch, 0 as Round);
  return {
    generation,
    phase: 'idle',
    logicalClock: 0 as Round,
    proposal: nothing,
    initialVote: nothing,
    notTimeoutMillis: 0,
    shutDown: false,
    receiverDead: false,
    recvqueue: [],
    recvset: {},
    outOfElection: {},
    startedAt: 0,
  };
}

/** Begins a round (the head of lookForLeader). */
export function startElection(turn: Turn): void {
  const { peer, config } = turn;
  const election = turn.election();
  if (election.shutDown) {
    // QuorumPeer.startLeaderElection: another FastLeaderElection, which counts its rounds from the beginning.
    election.shutDown = false;
    election.receiverDead = false;
    election.logicalClock = 0 as Round;
    election.recvqueue = [];
    startCnxManager(turn);
  }
  election.logicalClock = (election.logicalClock + 1) as Round;
  // getInitId, getInitLastLoggedZxid: who is in no configuration votes for nobody, yet with its own zxid.
  const leader = isVoter(peer.quorumVerifier, peer.sid) ? peer.sid : (SMALLEST as Sid);
  election.proposal = isObserver(peer)
    ? voteFor(leader, SMALLEST as Zxid, SMALLEST as Epoch, election.logicalClock)
    : voteFor(leader, peer.database.lastProcessedZxid, peer.currentEpoch, election.logicalClock);
  election.initialVote = election.proposal;
  election.recvset = {};
  election.outOfElection = {};
  election.notTimeoutMillis = config.behaviour.notificationMinMillis;
  election.phase = 'polling';
  election.startedAt = turn.now;
  if (turn.watching) turn.note({ kind: 'electionStarted', vote: election.proposal });
  sendNotifications(turn, 'electionStarted');
  turn.arm('election', election.notTimeoutMillis);
  processRecvqueue(turn);
}

/**
 * FastLeaderElection.shutdown from its own receiver, of a server that looks for a leader. The thread that polls learns it
 * when its poll is over: where a quorum has agreed it still decides, for nobody, and looks again.
 */
export function shutDownElection(turn: Turn): void {
  const election = turn.election();
  election.shutDown = true;
  election.proposal = { ...election.proposal, leader: NOBODY, zxid: ZXID_NONE };
  const isAmidDial = turn.peer.cnx.holdsElection;
  haltCnxManager(turn);
  // QuorumCnxManager.connectOne goes on in that thread: for as long as a dial may take, however long it has taken.
  if (isAmidDial) turn.arm('election', turn.config.timing.cnxTimeoutMillis);
}

/** The poll ran into its timeout: of the backoff, or of the finalize wait. */
export function electionTimerFired(turn: Turn): void {
  const { election } = turn.peer;
  if (election.phase === 'finalizing') return finish(turn, election.proposal, 'majority', agreeing(turn));
  if (election.phase !== 'polling') return;
  if (election.shutDown) return startElection(turn);
  const delivered = haveDelivered(turn.peer.cnx);
  const { notificationMaxMillis } = turn.config.behaviour;
  const draft = turn.election();
  // Never reset inside one call, whatever is received.
  draft.notTimeoutMillis = Math.min(draft.notTimeoutMillis * 2, notificationMaxMillis);
  if (turn.noting) {
    const action = delivered ? 'resent' : 'reconnected';
    turn.note({ kind: 'notificationTimeout', nextMillis: draft.notTimeoutMillis, action });
  }
  if (delivered) sendNotifications(turn, 'silence');
  else connectAll(turn);
  pollAgain(turn);
}

/** The head of the loop; where connections are dialled one after the other it may have to wait for one first. */
function pollAgain(turn: Turn): void {
  if (turn.peer.cnx.holdsElection) return;
  turn.arm('election', turn.peer.election.notTimeoutMillis);
  processRecvqueue(turn);
}

/** A dial may have ended: the election goes on with what was held up by it, or polls again where it was held up itself. */
export function goOnAfterDial(turn: Turn, wasHeld: boolean): void {
  if (wasHeld && !turn.peer.cnx.holdsElection) pollAgain(turn);
  else processRecvqueue(turn);
}

/** Takes notifications from the queue, in order, as long as the election goes on. */
export function processRecvqueue(turn: Turn): void {
  if (turn.peer.cnx.holdsElection) return;
  while (turn.peer.election.phase !== 'idle') {
    const [received, ...rest] = turn.peer.election.recvqueue;
    if (received === undefined) return;
    turn.election().recvqueue = rest;
    if (turn.peer.election.phase === 'finalizing') drain(turn, received);
    else poll(turn, received);
  }
}

/** One pass of the loop with a notification in hand. */
function poll(turn: Turn, { from, notification }: Received): void {
  const verifiers = verifiersOf(turn.peer);
  if (!isVoterInAny(verifiers, from)) refuse(turn, from, notification, 'notAVoter');
  else if (turn.config.behaviour.validLeaderCheck && !isVoterInAny(verifiers, notification.leader)) {
    refuse(turn, from, notification, 'unknownLeader');
  } else if (notification.state === 'LOOKING') pollLooking(turn, from, notification);
  else if (notification.state !== 'OBSERVING') pollSettled(turn, from, notification);
  // Whatever came, an unfinished loop polls anew with the same timeout.
  if (turn.peer.election.phase === 'polling') turn.arm('election', turn.peer.election.notTimeoutMillis);
}

function pollLooking(turn: Turn, from: Sid, notification: Notification): void {
  const vote = voteOf(notification);
  const election = turn.election();
  if (turn.config.behaviour.neg1Rule && (election.initialVote.zxid === ZXID_NONE || vote.zxid === ZXID_NONE)) {
    return refuse(turn, from, notification, 'noZxid');
  }
  if (vote.electionEpoch < election.logicalClock) {
    if (turn.noting) {
      turn.note({ kind: 'olderRoundIgnored', from, round: vote.electionEpoch, mine: election.logicalClock });
    }
    return;
  }
  if (vote.electionEpoch > election.logicalClock) {
    const was = election.logicalClock;
    election.logicalClock = vote.electionEpoch;
    election.recvset = {};
    // Trap: compared with the vote this server began with, not with what it votes for now.
    election.initialVote = { ...election.initialVote, electionEpoch: vote.electionEpoch };
    if (turn.noting) turn.note({ kind: 'roundRaised', from, round: vote.electionEpoch, was });
    noteComparison(turn, from, vote, election.initialVote);
    if (isBetter(turn, vote, election.initialVote)) adopt(turn, from, vote);
    else {
      election.proposal = election.initialVote;
      sendNotifications(turn, 'adopted');
    }
  } else {
    noteComparison(turn, from, vote, election.proposal);
    if (isBetter(turn, vote, election.proposal)) adopt(turn, from, vote);
  }
  count(turn, from, { vote, state: 'LOOKING', version: NOTIFICATION_VERSION });
}

function isBetter({ peer, config }: Turn, vote: VoteFact, against: VoteFact): boolean {
  return beats(peer.quorumVerifier, vote, against, config.behaviour);
}

function adopt(turn: Turn, from: Sid, vote: VoteFact): void {
  const election = turn.election();
  const was = election.proposal;
  election.proposal = { ...vote, electionEpoch: election.logicalClock };
  if (turn.watching) turn.note({ kind: 'voteAdopted', from, vote: election.proposal, was });
  sendNotifications(turn, 'adopted');
}

function count(turn: Turn, from: Sid, ballot: Ballot): void {
  const election = turn.election();
  election.recvset = { ...election.recvset, [from]: ballot };
  const agreed = agreeing(turn);
  if (turn.noting) {
    const voters = turn.peer.quorumVerifier.voters.length;
    turn.note({ kind: 'voteCounted', from, vote: ballot.vote, agreeing: agreed, voters });
  }
  if (!containsQuorums(turn, verifiersOf(turn.peer), agreed)) return;
  election.phase = 'finalizing';
  const { finalizeWaitMillis } = turn.config.timing;
  turn.arm('election', finalizeWaitMillis);
  if (turn.watching) {
    turn.note({ kind: 'quorumAgrees', vote: election.proposal, agreeing: agreed, waitMillis: finalizeWaitMillis });
  }
}

/**
 * A notification met during the finalize wait. Only a better vote stops the wait; any other is consumed:
 * neither counted nor answered, even if a leader sent it. Round, state and validity are not looked at.
 */
function drain(turn: Turn, received: Received): void {
  const vote = voteOf(received.notification);
  const election = turn.election();
  if (!isBetter(turn, vote, election.proposal)) {
    if (turn.noting) turn.note({ kind: 'voteDrained', from: received.from, vote });
    turn.arm('election', turn.config.timing.finalizeWaitMillis);
    return;
  }
  if (turn.noting) turn.note({ kind: 'finalizeInterrupted', from: received.from, vote });
  election.phase = 'polling';
  // ArrayBlockingQueue.put: behind what is already waiting.
  election.recvqueue = [...election.recvqueue, received];
  turn.arm('election', election.notTimeoutMillis);
}

/** A vote of a server that follows or leads. */
function pollSettled(turn: Turn, from: Sid, notification: Notification): void {
  const election = turn.election();
  const vote = voteOf(notification);
  const { state } = notification;
  const { checkLeaderInRecvset } = turn.config.behaviour;
  const verifiers = verifiersOf(turn.peer);
  if (vote.electionEpoch === election.logicalClock) {
    // 3.6 files the vote with its state but without a version; before, as if its sender were looking.
    const filed: Ballot = checkLeaderInRecvset ? { vote, state, version: 0 } : { vote, state: 'LOOKING', version: 0 };
    election.recvset = { ...election.recvset, [from]: filed };
    const probe: Ballot = checkLeaderInRecvset ? { ...filed, version: NOTIFICATION_VERSION } : filed;
    const agreed = agreeingWith(election.recvset, probe, turn.config.behaviour);
    const where = checkLeaderInRecvset ? election.recvset : election.outOfElection;
    if (containsQuorums(turn, verifiers, agreed) && checkLeader(turn, where, vote.leader, vote.electionEpoch)) {
      return finish(turn, vote, 'joined', agreed);
    }
  }
  const kept = turn.config.behaviour.outOfElectionPlaceholder ? withPlaceholders(vote) : vote;
  const probe: Ballot = { vote: kept, state, version: NOTIFICATION_VERSION };
  election.outOfElection = { ...election.outOfElection, [from]: probe };
  const agreed = agreeingWith(election.outOfElection, probe, turn.config.behaviour);
  if (turn.noting) turn.note({ kind: 'settledVoteKept', from, vote, state, agreeing: agreed });
  if (
    containsQuorums(turn, verifiers, agreed) &&
    checkLeader(turn, election.outOfElection, vote.leader, kept.electionEpoch)
  ) {
    election.logicalClock = vote.electionEpoch;
    return finish(turn, vote, 'joined', agreed);
  }
  // Of two voters the one that the oracle refuses follows the other without a majority (receivedLeadingNotification).
  if (state === 'LEADING' && oracleSays(turn, turn.peer.quorumVerifier) === 'refuses')
    finish(turn, vote, 'joined', agreed);
}

const NOBODY = -1 as Sid;

const PLACEHOLDER = -1;

function withPlaceholders(vote: VoteFact): VoteFact {
  return { ...vote, zxid: PLACEHOLDER as Zxid, electionEpoch: PLACEHOLDER as Round };
}

/** The leader itself must say that it leads; I am only leader in my own round (ZOOKEEPER-1514). */
function checkLeader(turn: Turn, ballots: Ballots, leader: Sid, round: Round): boolean {
  if (leader === turn.peer.sid) {
    return turn.peer.election.logicalClock === round || !turn.config.behaviour.leadsInOwnRoundOnly;
  }
  return ballots[leader]?.state === 'LEADING';
}

function finish(turn: Turn, vote: VoteFact, by: 'majority' | 'joined', agreed: readonly Sid[]): void {
  const { peer } = turn;
  const election = turn.election();
  election.phase = 'idle';
  election.recvqueue = [];
  turn.disarm('election');
  const becomes: ServerState = vote.leader === peer.sid ? 'LEADING' : isObserver(peer) ? 'OBSERVING' : 'FOLLOWING';
  const { outOfElectionPlaceholder } = turn.config.behaviour;
  peer.currentVote = { ...vote, electionEpoch: outOfElectionPlaceholder ? (PLACEHOLDER as Round) : vote.electionEpoch };
  if (turn.watching) {
    const tookMillis = turn.now - election.startedAt;
    turn.note({ kind: 'elected', vote: peer.currentVote, by, agreeing: agreed, becomes, tookMillis });
  }
  turn.become(becomes, 'DISCOVERY');
}

function agreeing(turn: Turn): readonly Sid[] {
  const { election } = turn.peer;
  const mine: Ballot = { vote: election.proposal, state: 'LOOKING', version: NOTIFICATION_VERSION };
  return agreeingWith(election.recvset, mine, turn.config.behaviour);
}

/** To every voter, myself included: my own vote takes the same way as any other. */
function sendNotifications(turn: Turn, because: 'electionStarted' | 'adopted' | 'silence'): void {
  const { peer } = turn;
  const election = turn.election();
  const { leader, zxid, peerEpoch } = election.proposal;
  const notification: Notification = {
    type: 'NOTIFICATION',
    state: peer.state,
    leader,
    zxid,
    electionEpoch: election.logicalClock,
    peerEpoch,
    ...(turn.config.reconfigEnabled && { config: peer.quorumVerifier }),
  };
  const voters = votersOfAny(verifiersOf(peer));
  if (turn.watching) turn.note({ kind: 'votesSent', vote: voteOf(notification), to: voters, because });
  for (const sid of voters) toSend(turn, sid, notification);
}

function refuse(
  turn: Turn,
  from: Sid,
  { leader }: Notification,
  because: 'notAVoter' | 'unknownLeader' | 'noZxid',
): void {
  if (turn.noting) turn.note({ kind: 'voteRefused', from, leader, because });
}

function noteComparison(turn: Turn, from: Sid, vote: VoteFact, against: VoteFact): void {
  if (!turn.noting || from === turn.peer.sid) return;
  turn.note({
    kind: 'voteCompared',
    from,
    vote,
    against,
    ...totalOrder(turn.peer.quorumVerifier, vote, against, turn.config.behaviour),
  });
}

function voteFor(leader: Sid, zxid: Zxid, peerEpoch: Epoch, electionEpoch: Round): VoteFact {
  return { leader, zxid, peerEpoch, electionEpoch };
}

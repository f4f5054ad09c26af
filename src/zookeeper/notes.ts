/**
 * Everything a server or client can say about what it did and why. Notes are facts, not sentences:
 * narration, log lines, timeline marks, goldens and invariants are all made from them. A view that has to
 * guess "why" is a sign that a note is missing here.
 */
import type { DiskFailure } from '../kernel/process.ts';
import type { Answer, Operation, OperationName } from './client/operations.ts';
import type { TxnBody } from './database/txn.ts';
import type { WatchEventType } from './database/watches.ts';
import type { Epoch, Round, SessionId, Sid, Zxid } from './ids.ts';
import type { LearnerType, MalformedNotification, PacketType, ServerState, SyncMode, ZabState } from './packets.ts';

/** A vote as people compare it: left to right, the first difference decides. */
export interface VoteFact {
  readonly leader: Sid;
  readonly zxid: Zxid;
  readonly peerEpoch: Epoch;
  readonly electionEpoch: Round;
}

/** The column that decided a comparison of votes; null when all are equal. 'weight': its leader may not be elected. */
export type DecidingColumn = 'electionEpoch' | 'peerEpoch' | 'zxid' | 'leader' | 'weight' | null;

/** Which row of the sync table decided (LearnerHandler.syncFollower; protocol reference §11.1). */
export type SyncRule =
  /** The learner has exactly what the leader has. */
  | 'equal'
  /** The learner is past the leader's last committed transaction. */
  | 'pastMaxCommittedLog'
  /** Found in the committedLog in memory. */
  | 'inCommittedLog'
  /** Absent from the leader's history: cut back to the last transaction both have. */
  | 'divergedInCommittedLog'
  | 'fromTxnLog'
  | 'divergedInTxnLog'
  /** The diverged transaction is of another epoch: a TRUNC must not cross it. */
  | 'crossEpoch'
  /** The log on disk does not reach back that far, or would be too large to send. */
  | 'txnLogUnavailable'
  | 'txnLogTooLarge'
  | 'gapBeforeCommittedLog'
  | 'unhandled';

export type StepDownReason =
  | 'epochTimeout'
  | 'epochAckTimeout'
  | 'newLeaderAckTimeout'
  | 'notEnoughSynced'
  | 'voterChangedMind'
  | 'rollover'
  /** An epoch could not be written. */
  | 'diskFailed'
  /** Its log thread is dead (ZOOKEEPER-2247). */
  | 'logThreadDied';

export type LeaderLossReason =
  | 'connectionClosed'
  | 'readTimeout'
  | 'unreachable'
  | 'leaderUnknown'
  | 'oldEpoch'
  /** The new configuration gives this server another role or another leader. */
  | 'reconfigured'
  | 'discontinuousProposal'
  | 'commitWithoutProposal'
  | 'diskFailed'
  | 'logThreadDied';

export type LearnerLossReason =
  | 'connectionClosed'
  | 'readTimeout'
  | 'transactionTimeout'
  | 'aheadOfLeader'
  /** It has a later configuration in force. */
  | 'newerConfig'
  /** An observer, while as many learners as may be are synchronized in the same way. */
  | 'syncThrottled'
  | 'epochTimeout'
  | 'epochAckTimeout'
  | 'newLeaderAckTimeout'
  | 'unexpectedPacket'
  | 'replaced';

/** What a server asks its disk for, as far as a note or a scenario names it. */
export type WriteKind =
  | 'acceptedEpoch'
  | 'currentEpoch'
  | 'updatingEpoch'
  | 'txns'
  | 'config'
  | 'truncate'
  | 'snapshotStart'
  | 'purge'
  | 'snapshot';

export type Note =
  // ---- process and state ----
  | { readonly kind: 'started'; readonly lastZxid: Zxid; readonly acceptedEpoch: Epoch; readonly currentEpoch: Epoch }
  | {
      readonly kind: 'refusedToStart';
      readonly reason: 'epochBehindLog' | 'acceptedBehindCurrent';
      readonly lastZxid: Zxid;
      readonly acceptedEpoch: Epoch;
      readonly currentEpoch: Epoch;
    }
  /** From the newest snapshot (null: there is none) and the transactions after it in the log. */
  | { readonly kind: 'databaseLoaded'; readonly snapshot: Zxid | null; readonly txnCount: number; readonly zxid: Zxid }
  /** An epoch file is missing: the epoch of the last zxid stands in for it. */
  | { readonly kind: 'epochDefaulted'; readonly file: 'currentEpoch' | 'acceptedEpoch'; readonly epoch: Epoch }
  /** The epoch of the log was taken, on the word of a file that a crash left behind. */
  | { readonly kind: 'epochRecovered'; readonly epoch: Epoch; readonly was: Epoch }
  | {
      readonly kind: 'stateChanged';
      readonly state: ServerState;
      readonly zabState: ZabState;
      readonly syncMode: SyncMode;
    }
  // ---- election connections (QuorumCnxManager) ----
  | { readonly kind: 'electionDialled'; readonly to: Sid }
  | { readonly kind: 'electionDialDropped'; readonly to: Sid; readonly because: 'smallerSid' }
  | { readonly kind: 'electionDialReversed'; readonly from: Sid }
  | { readonly kind: 'electionConnected'; readonly with: Sid }
  | { readonly kind: 'electionBroken'; readonly with: Sid }
  | { readonly kind: 'electionUnreachable'; readonly to: Sid; readonly because: 'refused' | 'timeout' }
  // ---- FastLeaderElection ----
  | { readonly kind: 'malformedSkipped'; readonly from: Sid; readonly flaw: MalformedNotification['flaw'] }
  | { readonly kind: 'receiverDied'; readonly from: Sid; readonly flaw: MalformedNotification['flaw'] }
  | { readonly kind: 'electionStarted'; readonly vote: VoteFact }
  | {
      readonly kind: 'votesSent';
      readonly vote: VoteFact;
      readonly to: readonly Sid[];
      readonly because: 'electionStarted' | 'adopted' | 'silence';
    }
  | {
      readonly kind: 'voteReplied';
      readonly to: Sid;
      readonly vote: VoteFact;
      readonly state: ServerState;
      readonly because: 'lowerRound' | 'settled' | 'stranger';
    }
  | {
      readonly kind: 'voteReceived';
      readonly from: Sid;
      readonly vote: VoteFact;
      readonly state: ServerState;
      readonly myState: ServerState;
    }
  /** A vote met another: `outcome` is seen from the received one. */
  | {
      readonly kind: 'voteCompared';
      readonly from: Sid;
      readonly vote: VoteFact;
      readonly against: VoteFact;
      readonly outcome: 'beats' | 'loses' | 'equal';
      readonly by: DecidingColumn;
    }
  | { readonly kind: 'voteAdopted'; readonly from: Sid; readonly vote: VoteFact; readonly was: VoteFact }
  | { readonly kind: 'roundRaised'; readonly from: Sid; readonly round: Round; readonly was: Round }
  | { readonly kind: 'olderRoundIgnored'; readonly from: Sid; readonly round: Round; readonly mine: Round }
  | {
      readonly kind: 'voteCounted';
      readonly from: Sid;
      readonly vote: VoteFact;
      /** Who agrees with my proposal now, in sid order. */
      readonly agreeing: readonly Sid[];
      readonly voters: number;
    }
  | {
      readonly kind: 'quorumAgrees';
      readonly vote: VoteFact;
      readonly agreeing: readonly Sid[];
      readonly waitMillis: number;
    }
  /** Consumed by the finalize wait: neither counted nor answered. */
  | { readonly kind: 'voteDrained'; readonly from: Sid; readonly vote: VoteFact }
  | { readonly kind: 'finalizeInterrupted'; readonly from: Sid; readonly vote: VoteFact }
  | {
      readonly kind: 'voteRefused';
      readonly from: Sid;
      readonly leader: Sid;
      readonly because: 'notAVoter' | 'unknownLeader' | 'noZxid';
    }
  | {
      readonly kind: 'settledVoteKept';
      readonly from: Sid;
      readonly vote: VoteFact;
      readonly state: ServerState;
      readonly agreeing: readonly Sid[];
    }
  | { readonly kind: 'notificationTimeout'; readonly nextMillis: number; readonly action: 'resent' | 'reconnected' }
  | {
      readonly kind: 'elected';
      readonly vote: VoteFact;
      readonly by: 'majority' | 'joined';
      readonly agreeing: readonly Sid[];
      readonly becomes: ServerState;
      /** Since this look for a leader began. */
      readonly tookMillis: number;
    }
  // ---- discovery ----
  /** `toMaster`, here and below: it is an observer that turns to the voters for who takes it in, leader or not. */
  | { readonly kind: 'leaderDialled'; readonly leader: Sid; readonly attempt: number; readonly toMaster?: true }
  | {
      readonly kind: 'leaderDialFailed';
      readonly leader: Sid;
      readonly attempt: number;
      readonly because: 'refused' | 'timeout';
      /** Of what all attempts together may take. */
      readonly remainingMillis: number;
      readonly toMaster?: true;
    }
  | { readonly kind: 'leaderConnected'; readonly leader: Sid; readonly toMaster?: true }
  | {
      readonly kind: 'learnerRegistered';
      readonly sid: Sid;
      readonly acceptedEpoch: Epoch;
      readonly learnerType: LearnerType;
    }
  /** Someone's acceptedEpoch was heard; the new epoch will be above all of them. */
  | {
      readonly kind: 'epochProposed';
      readonly sid: Sid;
      readonly acceptedEpoch: Epoch;
      readonly epoch: Epoch;
      readonly connecting: readonly Sid[];
    }
  | { readonly kind: 'epochFixed'; readonly epoch: Epoch; readonly connecting: readonly Sid[] }
  | { readonly kind: 'acceptedEpochWritten'; readonly epoch: Epoch; readonly was: Epoch }
  | { readonly kind: 'currentEpochWritten'; readonly epoch: Epoch; readonly was: Epoch }
  | { readonly kind: 'epochAlreadyAccepted'; readonly epoch: Epoch }
  /** The leader proposes less than what was promised before. */
  | { readonly kind: 'epochRefused'; readonly epoch: Epoch; readonly acceptedEpoch: Epoch }
  | {
      readonly kind: 'epochAcked';
      readonly sid: Sid;
      readonly currentEpoch: Epoch;
      readonly lastZxid: Zxid;
      readonly counted: boolean;
      readonly electing: readonly Sid[];
    }
  /** A learner has seen more than its leader had when it began to lead. */
  | {
      readonly kind: 'learnerAhead';
      readonly sid: Sid;
      readonly currentEpoch: Epoch;
      readonly lastZxid: Zxid;
      readonly myCurrentEpoch: Epoch;
      readonly myLastZxid: Zxid;
    }
  | { readonly kind: 'epochAckQuorum'; readonly epoch: Epoch; readonly electing: readonly Sid[] }
  // ---- synchronization ----
  | {
      readonly kind: 'syncDecided';
      readonly learner: Sid;
      readonly mode: SyncMode;
      readonly zxid: Zxid;
      readonly rule: SyncRule;
      readonly peerLastZxid: Zxid;
      readonly minCommittedLog: Zxid;
      readonly maxCommittedLog: Zxid;
      readonly lastProcessedZxid: Zxid;
      readonly txnCount: number;
    }
  | { readonly kind: 'forwardingStarted'; readonly learner: Sid; readonly outstanding: readonly Zxid[] }
  | { readonly kind: 'syncModeReceived'; readonly mode: SyncMode; readonly zxid: Zxid }
  | { readonly kind: 'truncated'; readonly to: Zxid; readonly dropped: readonly Zxid[] }
  /** The log ends before the place where it is to be cut. */
  | { readonly kind: 'truncateFailed'; readonly to: Zxid; readonly last: Zxid }
  | { readonly kind: 'snapshotInstalled'; readonly zxid: Zxid }
  | {
      readonly kind: 'snapshotWritten';
      readonly zxid: Zxid;
      readonly because: 'boot' | 'leader' | 'learner' | 'snapCount' | 'admin';
    }
  /** The log is rolled, and the file of a snapshot begun. */
  | { readonly kind: 'snapshotStarted'; readonly zxid: Zxid }
  /** The log is rolled without: the snapshot thread is still at the one before. */
  | { readonly kind: 'snapshotSkipped' }
  // ---- operators ----
  /** The admin server begins the file of a snapshot. */
  | { readonly kind: 'snapshotAsked'; readonly zxid: Zxid }
  /** A snapshot has taken the place of the database in memory. */
  | {
      readonly kind: 'databaseRestored';
      readonly zxid: Zxid;
      readonly was: Zxid;
      /** Nodes and sessions, before and after. */
      readonly nodes: readonly [was: number, is: number];
      readonly sessions: readonly [was: number, is: number];
    }
  /** The role in which that was done is over, and the database from before it is back. */
  | { readonly kind: 'databaseTakenBack'; readonly zxid: Zxid }
  | { readonly kind: 'connectionsShed'; readonly percent: number; readonly count: number; readonly of: number }
  | { readonly kind: 'filesPurged'; readonly retainCount: number }
  | { readonly kind: 'newLeaderReceived'; readonly epoch: Epoch; readonly queued: number }
  | { readonly kind: 'newLeaderAcked'; readonly sid: Sid; readonly acks: readonly Sid[]; readonly voters: number }
  | { readonly kind: 'newLeaderQuorum'; readonly epoch: Epoch; readonly acks: readonly Sid[] }
  | { readonly kind: 'upToDateSent'; readonly learner: Sid }
  /** Where counting begins: no release takes this one for a gap, though all until 3.9.3 log one. */
  | { readonly kind: 'firstInSync'; readonly zxid: Zxid }
  /** How many transactions of the sync go to the log thread only now, and how many of all are committed. */
  | { readonly kind: 'upToDate'; readonly epoch: Epoch; readonly logged: number; readonly committed: number }
  | { readonly kind: 'servingStarted'; readonly epoch: Epoch; readonly as: ServerState }
  // ---- broadcast ----
  | {
      readonly kind: 'proposed';
      readonly zxid: Zxid;
      readonly sessionId: SessionId;
      /** What was asked for, and what became of it. */
      readonly operation: Operation;
      readonly body: TxnBody;
      readonly to: readonly Sid[];
    }
  | { readonly kind: 'logQueued'; readonly zxid: Zxid }
  /** Its name is the zxid of the first transaction in it. */
  | { readonly kind: 'logFileCreated'; readonly zxid: Zxid }
  | { readonly kind: 'logged'; readonly zxids: readonly Zxid[] }
  | { readonly kind: 'proposalGap'; readonly zxid: Zxid; readonly expected: Zxid }
  | {
      readonly kind: 'acked';
      readonly zxid: Zxid;
      readonly sid: Sid;
      readonly acks: readonly Sid[];
      readonly voters: number;
    }
  | {
      readonly kind: 'ackIgnored';
      readonly zxid: Zxid;
      readonly sid: Sid;
      /** 'notNewLeader': NEWLEADER is to be acknowledged first. */
      readonly because: 'newLeader' | 'alreadyCommitted' | 'unknown' | 'notDesignated' | 'notNewLeader';
    }
  /** `first`: what should have come before it, where that was never committed; `from`: whose ack it was then. */
  | {
      readonly kind: 'committed';
      readonly zxid: Zxid;
      readonly acks: readonly Sid[];
      readonly voters: number;
      readonly first?: Zxid;
      readonly from?: Sid;
    }
  // ---- reconfiguration ----
  | { readonly kind: 'configSeen'; readonly version: Zxid; readonly voters: readonly Sid[] }
  /** `restarts`: its members are others than before, so the election's connections begin anew. `gossip`: heard of in a vote. */
  | {
      readonly kind: 'configActivated';
      readonly version: Zxid;
      readonly voters: readonly Sid[];
      readonly restarts: boolean;
      readonly gossip?: true;
    }
  /** The new configuration has another leader: this one commits nothing more. */
  | { readonly kind: 'leaderNotDesignated'; readonly designated: Sid }
  | { readonly kind: 'commitReceived'; readonly zxid: Zxid }
  | { readonly kind: 'commitUnseen'; readonly zxid: Zxid }
  | { readonly kind: 'commitMismatch'; readonly zxid: Zxid; readonly expected: Zxid }
  | { readonly kind: 'applied'; readonly zxid: Zxid; readonly sessionId: SessionId; readonly body: TxnBody }
  /** A packet between servers that its receiver, as what it is now, has no use for. */
  | { readonly kind: 'packetUnexpected'; readonly from: Sid | null; readonly type: PacketType }
  /** A follower has begun to take observers in. */
  | { readonly kind: 'observerMasterStarted' }
  /** It cannot tell its observers of a commit: the proposal came before it was their master (ZOOKEEPER-5088). */
  | { readonly kind: 'informMissed'; readonly zxid: Zxid; readonly observers: readonly Sid[] }
  // ---- liveness ----
  | { readonly kind: 'ticked'; readonly tick: number; readonly synced: readonly Sid[] }
  | { readonly kind: 'steppedDown'; readonly reason: StepDownReason; readonly synced: readonly Sid[] }
  | {
      readonly kind: 'leaderLost';
      readonly leader: Sid;
      readonly reason: LeaderLossReason;
      /** Since the last packet read from it; since the first call, when there was none. */
      readonly silentMillis: number;
      /** Since the connection stood; null when none did. */
      readonly connectedMillis: number | null;
      /** It was up to date and served. */
      readonly synced: boolean;
    }
  | { readonly kind: 'learnerLost'; readonly sid: Sid; readonly reason: LearnerLossReason }
  | { readonly kind: 'fastForwarded'; readonly from: Zxid; readonly to: Zxid }
  | { readonly kind: 'databaseDiscarded' }
  // ---- a disk that fails ----
  | { readonly kind: 'writeRefused'; readonly write: WriteKind; readonly because: DiskFailure }
  | { readonly kind: 'logThreadDied' }
  // ---- clients ----
  | { readonly kind: 'requestForwarded'; readonly sessionId: SessionId; readonly operation: OperationName }
  /** It serves, and is no member of an ensemble. */
  | { readonly kind: 'standaloneStarted'; readonly lastZxid: Zxid }
  | { readonly kind: 'readOnlyStarted'; readonly lastZxid: Zxid }
  | { readonly kind: 'requestRejected'; readonly reason: 'notServing' }
  | { readonly kind: 'requestRejected'; readonly reason: 'tooManyConnections' }
  | { readonly kind: 'requestRejected'; readonly reason: 'readOnly' }
  | { readonly kind: 'requestRejected'; readonly reason: 'wrongPassword'; readonly sessionId: SessionId }
  | {
      readonly kind: 'requestRejected';
      readonly reason: 'sawNewer';
      readonly lastZxidSeen: Zxid;
      readonly lastZxid: Zxid;
    }
  /** A client is told whether it has the session that it asked for (finishSessionInit). */
  | {
      readonly kind: 'sessionAnswered';
      readonly sessionId: SessionId;
      readonly valid: boolean;
      readonly timeoutMillis: number;
    }
  /** A client is read from no more, until it is answered and fewer requests than `limit` are under way (globalOutstandingLimit). */
  | {
      readonly kind: 'readingPaused';
      readonly sessionId: SessionId;
      readonly outstanding: number;
      readonly limit: number;
    }
  | { readonly kind: 'readingResumed'; readonly sessionId: SessionId; readonly waiting: number }
  | { readonly kind: 'containerReaped'; readonly path: string }
  /** A quota is exceeded, and nobody stopped for it. */
  | {
      readonly kind: 'quotaExceeded';
      readonly path: string;
      readonly of: 'count' | 'bytes';
      readonly current: number;
      readonly limit: number;
    }
  | { readonly kind: 'sessionUpgraded'; readonly sessionId: SessionId }
  | { readonly kind: 'sessionExpired'; readonly sessionId: SessionId; readonly timeoutMillis: number }
  | { readonly kind: 'watchTriggered'; readonly event: WatchEventType; readonly path: string }
  /** The one who watches may not read the node (CVE-2024-23944): the watch is gone, and nobody is told. */
  | {
      readonly kind: 'watchWithheld';
      readonly event: WatchEventType;
      readonly path: string;
      readonly sessionId: SessionId | null;
    }
  | { readonly kind: 'watchFired'; readonly event: WatchEventType; readonly path: string }
  | { readonly kind: 'sessionLost'; readonly sessionId: SessionId }
  | { readonly kind: 'sessionRevalidated'; readonly sessionId: SessionId; readonly valid: boolean }
  | {
      readonly kind: 'answered';
      readonly sessionId: SessionId;
      readonly operation: OperationName;
      readonly answer: Answer;
    }
  | { readonly kind: 'clientConnected'; readonly sessionId: SessionId; readonly server: Sid }
  | { readonly kind: 'clientDisconnected'; readonly server: Sid; readonly unanswered: number }
  | {
      readonly kind: 'clientCalled';
      readonly server: Sid;
      readonly cxid: number;
      readonly operation: OperationName;
      readonly path: string | null;
    }
  | {
      readonly kind: 'clientAnswered';
      readonly cxid: number;
      readonly operation: OperationName;
      readonly answer: Answer;
    }
  /** A typed command is done; what it prints follows from its line and these. */
  | { readonly kind: 'commandEnded'; readonly line: string; readonly answers: readonly Answer[] };

export type NoteKind = Note['kind'];

/**
 * Version differences as data: a profile is a record of named toggles, and handlers read toggles, never version
 * numbers. Names are those of `protocol.md` §25. Each says what it does when on, since which releases, which JIRA
 * brought it, and where in the server it acts; the releases are those whose sources have it.
 */

/**
 * What a learner does, and in which order, when NEWLEADER arrives (Learner.syncWithLeader). What was sent before it
 * and needs no snapshot is "listed": it waits in memory as proposals, with the commits that came for them.
 */
export type NewLeaderOrder =
  /** 3.4.6 and later 3.4: the marker `updatingEpoch`, the snapshot where one is needed, currentEpoch, the marker goes, ACK. What is listed is logged after UPTODATE. */
  | 'A'
  /** 3.4.0–3.4.5, 3.5.0–3.5.8, 3.6.0–3.6.2: the same without a marker. After a DIFF nothing of it is on disk when ACK says so: ZOOKEEPER-3911. */
  | 'B'
  /** 3.5.9, 3.5.10, 3.6.3, 3.6.4, 3.7, 3.8.0–3.8.4, 3.9.0–3.9.1: currentEpoch first (ZOOKEEPER-4643), then all that is listed goes to the log thread, then ACK without waiting for it (-4646, -4685, -4394). */
  | 'C'
  /** 3.8.5, 3.8.6, 3.9.2 (ZOOKEEPER-4785): all that is listed is appended and flushed, then currentEpoch, then ACK; each is acknowledged after UPTODATE. */
  | 'D'
  /** 3.9.3 and later (ZOOKEEPER-4394): what is listed and committed is logged, applied and flushed, then currentEpoch, then ACK; the rest stays listed. */
  | 'E';

/**
 * What a starting server makes of a log that is of a later epoch than its currentEpoch says (QuorumPeer.loadDataBase):
 * the traces of a crash between a transaction or snapshot of the new epoch and the epoch's file.
 */
export type EpochRecovery =
  /** It refuses to start: 3.4.0–3.4.5, 3.5.0–3.5.9, 3.6.0–3.6.2, 3.7.0 (ZOOKEEPER-2354). */
  | 'none'
  /** 3.4.6 and later 3.4 (ZOOKEEPER-1653): with the marker `updatingEpoch` on disk the log's epoch is taken. Only order A leaves one. */
  | 'updatingEpoch'
  /** 3.5.10, 3.6.3, 3.7.1, 3.8, 3.9 (ZOOKEEPER-4269): the number in `currentEpoch.tmp`, of a write that was not renamed, is taken. */
  | 'temporaryFile';

/** What a server does when its log thread dies of a disk that refuses a write (SyncRequestProcessor.run). */
export type CriticalThread =
  /** The process ends with 11: 3.4.0–3.4.8. */
  | 'exits'
  /** It goes on in its role without a log: 3.5.0–3.5.2 (ZOOKEEPER-2247). */
  | 'ignored'
  /** The role ends, at a leader with its next half tick, at a learner after the next packet: 3.4.9, 3.5.3. */
  | 'endsRole';

/** The node /zookeeper/config, and who may change it; it is filled by the server itself. */
export type ConfigNode =
  /** There is none: 3.4. */
  | 'absent'
  /** Open to everybody: 3.5.0–3.5.2. */
  | 'open'
  /** For everybody to read, for nobody but the super user to change: 3.5.3 (ZOOKEEPER-2014). */
  | 'readOnly';

export interface Behaviour {
  // ---- election (FastLeaderElection) ----

  /** Votes are ignored while this server's own zxid, or the vote's, is -1: it has no database. 3.6.0 (ZOOKEEPER-261); lookForLeader. */
  readonly neg1Rule: boolean;
  /** The leader of same-round FOLLOWING and LEADING votes is looked for in recvset, where they are filed with their state; before, in outofelection. 3.6.0 (ZOOKEEPER-3537); lookForLeader, checkLeader. */
  readonly checkLeaderInRecvset: boolean;
  /** Votes for a server that is no voter are dropped; before, one may be adopted, and its leader followed although nobody knows its address. 3.4.13, 3.5.4 (ZOOKEEPER-2988); lookForLeader. */
  readonly validLeaderCheck: boolean;
  /** Election connections are dialled side by side; before, one after the other, and until a dial is answered or cnxTimeout is over nothing is sent to anybody: one unreachable server delays all. 3.5.8, 3.6.1 (ZOOKEEPER-2164); QuorumCnxManager.connectOne. */
  readonly asyncElectionConnect: boolean;
  /** A notification whose configuration part is cut short or of an impossible length is skipped; before, it ends the thread that hears votes. 3.5.8, 3.6.1 (ZOOKEEPER-3769); FastLeaderElection.Messenger.WorkerReceiver. */
  readonly malformedSkip: boolean;
  /** Settled votes are equal when leader and peerEpoch are, whatever zxid and round say; before, all fields count, and a server may not find the majority of a settled ensemble. 3.4.6, 3.5.5 (ZOOKEEPER-1732, -1805, -1818); Vote.equals. */
  readonly voteEqualityLoose: boolean;
  /** A vote of a later epoch is better, whatever its zxid and sid; before, of two with one zxid the larger sid won too, so that each could beat the other. 3.4.4 (ZOOKEEPER-1419); FastLeaderElection.totalOrderPredicate. */
  readonly votesTotallyOrdered: boolean;
  /** Who is told by settled servers that it leads believes it in its own round alone; before, in any. 3.4.4 (ZOOKEEPER-1514); FastLeaderElection.checkLeader. */
  readonly leadsInOwnRoundOnly: boolean;
  /** The first mend of the same: zxid and round of settled votes are replaced by -1, and every election ends with a vote of round -1. 3.5.0–3.5.4; lookForLeader. */
  readonly outOfElectionPlaceholder: boolean;
  /** With two voters: an outside failure detector that grants one of them a quorum alone, or refuses it. Absent before 3.8.0 (ZOOKEEPER-3922) and wherever no oraclePath is set; QuorumOracleMaj. */
  readonly oracle: 'absent' | 'refuses' | 'grants';
  /** First and longest wait for a notification before the vote is sent again. Settings since 3.6.0 (ZOOKEEPER-3218), constants of the same value before; lookForLeader. */
  readonly notificationMinMillis: number;
  readonly notificationMaxMillis: number;

  // ---- discovery and synchronization, leader (Leader, LearnerHandler) ----

  /** The new epoch is above every acceptedEpoch heard; before, one equal to what the leader had in mind was let pass. 3.4.3 (ZOOKEEPER-1343); Leader.getEpochToPropose. */
  readonly epochAboveAccepted: boolean;
  /** A leader that waits longer than this for its epoch's quorum gives up when one of its voters looks for a leader again; -1 waits on until initLimit. A setting since 3.6.0, off (ZOOKEEPER-3109); Leader.reportLookingSid. */
  readonly maxTimeToWaitForEpochMillis: number;
  /** A learner without a database (zxid -1) does not count among those who promised the epoch. 3.6.0 (ZOOKEEPER-261); Leader.waitForEpochAck. */
  readonly ackepochMinusOneExcluded: boolean;
  /** A learner behind the committedLog may be synced from the log on disk, and an empty committedLog still has bounds. 3.5.0 (ZOOKEEPER-1413); before, both mean SNAP; LearnerHandler.syncFollower. */
  readonly syncTxnLog: boolean;
  /** A learner that has what the leader has not is cut back before it is sent the rest; before, it was sent the rest alone. 3.3.4 (ZOOKEEPER-1154), so in every profile; LearnerHandler.run. */
  readonly truncBeforeDiff: boolean;
  /** A TRUNC decided on the way through a log never crosses an epoch: SNAP instead. 3.5.0; LearnerHandler.queueCommittedProposals. */
  readonly crossEpochTruncCheck: boolean;
  /** NEWLEADER is queued behind what was proposed while a snapshot was written; before, ahead of it, so that what was committed meanwhile came after NEWLEADER although the snapshot held it. 3.5.5, 3.6.0 (ZOOKEEPER-3104); LearnerHandler.run. */
  readonly newLeaderBehindSnapshot: boolean;
  /** A zxid (E,0) is never taken for a diverged transaction. 3.5.0; LearnerHandler.syncFollower. */
  readonly newEpochZxidRule: boolean;

  // ---- synchronization, learner (Learner.syncWithLeader) ----

  /** A DIFF says nothing about what the learner has; before, its zxid, up to which it is going to send, was taken for the last one processed at once. 3.4.11, 3.5.4 (ZOOKEEPER-2355). */
  readonly diffKeepsZxid: boolean;
  readonly newleaderOrder: NewLeaderOrder;
  /** A learner takes a snapshot at NEWLEADER after a DIFF too, and until then applies what it is sent at once. Until 3.4.9 and 3.5.2, given up for speed by ZOOKEEPER-2678. */
  readonly diffSnapshotOnNewleader: boolean;
  /** Transactions applied during sync are also kept in the committedLog. Missing in 3.9.3 only (ZOOKEEPER-4925). */
  readonly syncTxnsEnterCommittedLog: boolean;
  /** A gap in the proposals of a sync sends the learner back to LOOKING instead of a warning. 3.9.4 (ZOOKEEPER-4925). */
  readonly rejectDiscontinuousSync: boolean;
  /** A tree received by a SNAP that was interrupted before NEWLEADER is thrown away; before, it was kept in memory, with nothing of it on disk. 3.5.10, 3.6.3, 3.7.0 (ZOOKEEPER-3642); Learner.shutdown. */
  readonly snapFsync: boolean;
  /** The same for a TRUNC that was interrupted, after which memory may be ahead of the log. In no release (ZOOKEEPER-5094 is open); Learner.shutdown. */
  readonly discardDbOnInterruptedTrunc: boolean;

  // ---- broadcast (Leader) ----

  /** A quorum for a proposal waits while the one before it is outstanding. 3.5.0; Leader.tryToCommit. */
  readonly strictCommitOrder: boolean;
  /** Counter 0xffffffff is never proposed: the leader steps down for a new epoch; before, the counter ran over into the epoch. 3.4.4 (ZOOKEEPER-1277); Leader.propose. */
  readonly rolloverGuard: boolean;

  // ---- observers (ObserverMaster) ----

  /** Followers take observers in where observerMasterPort is set; before, nobody knew that key. 3.6.0 (ZOOKEEPER-3140); Follower.followLeader. */
  readonly observerMasters: boolean;
  /** A follower that begins to take observers in knows what was proposed while it synchronized, and tells them when it commits; else they miss it. In no release (ZOOKEEPER-5088 is open); Follower.followLeader. */
  readonly observerMasterTakesPending: boolean;

  // ---- clients (FinalRequestProcessor, NIOServerCnxn) ----

  /** exists asks for READ where the node is. 3.8.4, 3.9.2 (ZOOKEEPER-2590); FinalRequestProcessor.processRequest. */
  readonly existsChecksAcl: boolean;

  /** A watch event is kept from whoever may not READ the node. 3.8.4, 3.9.2 (ZOOKEEPER-4799); NIOServerCnxn.process. */
  readonly watchChecksAcl: boolean;
  /** A watch event carries the zxid of its change; before, -1. 3.9.0 (ZOOKEEPER-4655); WatchManager.triggerWatch. */
  readonly watchEventZxid: boolean;

  /** A read-only server makes no session of its own but a local one; before, any, by transactions that nobody else knows: their zxids begin at 1, and its committedLog ends with them (ZOOKEEPER-3526). 3.7.0; ReadOnlyRequestProcessor. */
  readonly readOnlySessionsLocal: boolean;

  // ---- start and end (QuorumPeer, ZooKeeperServer) ----

  /** A server with neither snapshot nor log begins with an empty database; off, it takes part in no vote unless it was initialized (zxid -1). A setting since 3.6.0, on (db.autocreate, ZOOKEEPER-261); FileTxnSnapLog.restore. */
  readonly dbAutocreate: boolean;
  readonly epochAtomicWrite: EpochRecovery;
  /** acceptedEpoch and currentEpoch have files; before, a starting server knew them from its last zxid alone. 3.4.0 (ZOOKEEPER-335, -1081, -1082), so in every profile; QuorumPeer.loadDataBase. */
  readonly epochFiles: boolean;
  /** An epoch changes in memory once its file is written; before, also when the write failed. 3.5.8, 3.6.3, 3.7.0 (ZOOKEEPER-2307); QuorumPeer.setAcceptedEpoch, setCurrentEpoch. */
  readonly epochFileFirst: boolean;
  /** When a role ends the database is brought up to the end of the log on disk, so that the next vote tells of it. 3.4.12, 3.5.4 (ZOOKEEPER-2845); ZooKeeperServer.shutdown. */
  readonly fastForwardOnShutdown: boolean;
  readonly criticalThread: CriticalThread;
  /** Where the database is then ahead of the disk, it is read from there again. In no release (ZOOKEEPER-4882 is open); ZKDatabase.fastForwardDataBase. */
  readonly discardDbAheadOfLog: boolean;
  /** Before that the log thread writes what it still has. 3.9.3 (ZOOKEEPER-4712); LearnerZooKeeperServer.shutdown. */
  readonly flushSyncThreadBeforeFastForward: boolean;

  // ---- data (DataTree) ----

  readonly configNode: ConfigNode;

  // ---- operators (FourLetterCommands, Commands) ----

  /** The tree has a digest: `hash` tells of it, and so does whoever has read a database. 3.6.0 (ZOOKEEPER-3114, -3150); DataTree, DigestCalculator. */
  readonly treeDigest: boolean;
  /** The admin server takes snapshots and restores them. 3.9.0 (ZOOKEEPER-4570, -4571); Commands. */
  readonly adminSnapshots: boolean;
  /** The admin server closes a share of the client connections. In no release, only on the main branch (ZOOKEEPER-5015); Commands. */
  readonly adminShedsConnections: boolean;
}

/** Of the newest release, 3.9.4; the older ones in `profiles.ts` say what they do otherwise. */
export const NEWEST: Behaviour = {
  neg1Rule: true,
  checkLeaderInRecvset: true,
  validLeaderCheck: true,
  asyncElectionConnect: true,
  malformedSkip: true,
  voteEqualityLoose: true,
  votesTotallyOrdered: true,
  leadsInOwnRoundOnly: true,
  outOfElectionPlaceholder: false,
  oracle: 'absent',
  notificationMinMillis: 200,
  notificationMaxMillis: 60_000,
  epochAboveAccepted: true,
  maxTimeToWaitForEpochMillis: -1,
  ackepochMinusOneExcluded: true,
  syncTxnLog: true,
  truncBeforeDiff: true,
  crossEpochTruncCheck: true,
  newEpochZxidRule: true,
  newLeaderBehindSnapshot: true,
  diffKeepsZxid: true,
  newleaderOrder: 'E',
  diffSnapshotOnNewleader: false,
  syncTxnsEnterCommittedLog: true,
  rejectDiscontinuousSync: true,
  snapFsync: true,
  discardDbOnInterruptedTrunc: false,
  strictCommitOrder: true,
  rolloverGuard: true,
  existsChecksAcl: true,
  watchChecksAcl: true,
  watchEventZxid: true,
  readOnlySessionsLocal: true,
  dbAutocreate: true,
  epochAtomicWrite: 'temporaryFile',
  epochFiles: true,
  epochFileFirst: true,
  observerMasters: true,
  observerMasterTakesPending: false,
  fastForwardOnShutdown: true,
  criticalThread: 'endsRole',
  discardDbAheadOfLog: false,
  flushSyncThreadBeforeFastForward: true,
  configNode: 'readOnly',
  treeDigest: true,
  adminSnapshots: true,
  adminShedsConnections: false,
};

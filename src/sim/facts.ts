/**
 * What the views need to know of one moment, flat and read-only: `select(moment)` makes it, every view draws
 * from it alone. It holds facts, never words or pixels. A message's place on its link is a function of these
 * facts and of virtual time, so any instant can be drawn without its past.
 *
 * "Node" is a position in the world (servers and clients alike); "sid" is a server's id.
 */
import type { Millis, NodeId } from '../kernel/process.ts';
import type { NodeStatus } from '../kernel/world.ts';
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import type { Epoch, Round, SessionId, Sid, Zxid } from '../zookeeper/ids.ts';
import type { Port } from '../zookeeper/peer/protocol.ts';
import type { DecidingColumn, VoteFact } from '../zookeeper/notes.ts';
import type { ConfigTally } from './tally.ts';
import type { LearnerType, PacketFamily, PacketType, ServerState, SyncMode, ZabState } from '../zookeeper/packets.ts';

export interface StageFacts {
  readonly now: Millis;
  readonly tickMillis: Millis;
  /** In sid order. */
  readonly servers: readonly ServerFacts[];
  readonly clients: readonly ClientFacts[];
  /** Packets on their way (pings included), in the order they were sent. */
  readonly messages: readonly MessageFacts[];
  /** Every ordered pair of servers. */
  readonly links: readonly LinkFacts[];
  /** The configured voters, in sid order: the denominator of every count, whoever is alive. */
  readonly voters: readonly Sid[];
  /** Decides whether a set of servers is a quorum (`isQuorum`). */
  readonly quorumVerifier: QuorumVerifier;
}

/** What `srvr` tells as the mode: the state of a member of an ensemble, or that there is no ensemble. */
export type Standing = ServerState | 'STANDALONE';

export interface ServerFacts {
  readonly sid: Sid;
  readonly node: NodeId;
  readonly learnerType: LearnerType;
  /** What it decides by where its own file lists other voters than the others' files; absent where all agree. */
  readonly ownVerifier?: QuorumVerifier;
  readonly status: NodeStatus;
  /** What its process ended itself with (ExitCode), 0 after SIGTERM; null while it runs, and after a kill. */
  readonly exitCode: number | null;
  /** Whether it was ever started. */
  readonly started: boolean;
  /** Null while down, as are the next two. */
  readonly state: Standing | null;
  /** A standalone server has none; nor has it a leader, an epoch or a vote. */
  readonly zabState: ZabState | null;
  readonly syncMode: SyncMode | null;
  /** Whether its clients are served now. */
  readonly serving: boolean;
  /** Whom this server believes to lead (itself when LEADING); null while LOOKING or down. */
  readonly leader: Sid | null;
  /** Whom it learns from: its leader, or the follower that has taken this observer in; null while it learns from nobody. */
  readonly master: Sid | null;
  /** The epoch it leads or follows in, as it believes; null before it is known. */
  readonly epoch: Epoch | null;

  // ---- four numbers called epoch ----
  /** In memory; null while down. */
  readonly logicalClock: Round | null;
  /** On disk, as are the next two. */
  readonly acceptedEpoch: Epoch;
  readonly currentEpoch: Epoch;
  /**
   * What it would vote with: lastProcessedZxid, in memory, while it runs; what a start would find on its disk while
   * it is down. (E,0) on a leader that has written nothing yet.
   */
  readonly lastZxid: Zxid;
  /** Whether a start would find `lastZxid` on its disk. */
  readonly lastZxidOnDisk: boolean;

  /** The vote it proposes (LOOKING) or settled on; null while down. */
  readonly vote: VoteFact | null;
  /** Null unless LOOKING. */
  readonly ballot: BallotFacts | null;
  /** The votes for what it settled on, as it counted them, in sid order; empty while LOOKING or down. */
  readonly electedBy: readonly CountedVote[];
  /** What waits for a quorum at this server, oldest first; empty unless LEADING. */
  readonly waits: readonly WaitFacts[];
  /**
   * The newest transactions in its database or its log, and what was cut from it, in zxid order; older ones may be
   * left out.
   */
  readonly log: readonly LogCell[];
  /** How many transactions before the first cell were left out. */
  readonly logFolded: number;
  readonly timers: readonly TimerFacts[];
  /** Milliseconds its disk takes for a flush. */
  readonly diskMillis: Millis;
}

/** One server's view of the election under way. */
export interface BallotFacts {
  readonly round: Round;
  /** Its own proposal, which the rows are compared with. */
  readonly own: VoteFact;
  /** One per sender (itself included when its own vote has arrived), in sid order; `recvset` before `outofelection`. */
  readonly rows: readonly BallotRow[];
  /** Who agrees with `own` now, in sid order. */
  readonly agreeing: readonly Sid[];
  /** How many of the configured voters must agree; with groups, at best. */
  readonly needed: number;
  /** Whether those who agree are a quorum. */
  readonly quorum: boolean;
  /** The same in each configuration that is asked. */
  readonly tallies: readonly ConfigTally[];
  /** A quorum agrees; it waits until then for a better vote. Null while polling. */
  readonly finalizeUntil: Millis | null;
}

export interface CountedVote {
  readonly from: Sid;
  readonly vote: VoteFact;
  readonly state: ServerState;
}

export interface BallotRow {
  readonly from: Sid;
  readonly vote: VoteFact;
  readonly state: ServerState;
  readonly set: 'recvset' | 'outofelection';
  /** Of the row's vote, against `own`: left to right, the first difference decides. */
  readonly outcome: 'beats' | 'loses' | 'equal';
  readonly by: DecidingColumn;
  /** Whether it counts towards the quorum of `own`. */
  readonly counted: boolean;
}

export interface WaitFacts {
  readonly for: 'epochProposal' | 'epochAck' | 'newLeaderAck' | 'proposal';
  /** Of an outstanding proposal, or of NEWLEADER; else null. */
  readonly zxid: Zxid | null;
  /** Who has answered, in sid order. */
  readonly acks: readonly Sid[];
  /** How many must answer; with groups, at best. */
  readonly needed: number;
  /** Whether those who have answered are a quorum. */
  readonly quorum: boolean;
  /** The same in each configuration that is asked: one, two while a reconfig is under way. */
  readonly tallies: readonly ConfigTally[];
  readonly due: Millis | null;
}

export interface LogCell {
  readonly zxid: Zxid;
  readonly state: LogCellState;
  /** Whether a start would find it, in the log or in the newest snapshot. */
  readonly onDisk: boolean;
  /** Whether a quorum has committed it, as seen from outside: this server need not know. */
  readonly committed: boolean;
}

/** The fuller, the safer, down to 'snapshotted'. */
export type LogCellState =
  /** Received, not handed to the disk. */
  | 'queued'
  /** On its way to the disk. */
  | 'written'
  /** On disk, not in the database. */
  | 'flushed'
  /** Known here to be committed, not applied. */
  | 'committed'
  /** In the database because the log holds it (a start, a fast-forward): no quorum has committed it. */
  | 'replayed'
  /** In the database. */
  | 'applied'
  /** In the database and in the newest snapshot on disk. */
  | 'snapshotted'
  /** Was here and has been cut away. */
  | 'truncated'
  /** Still in the log, but the database was replaced by a snapshot without it. */
  | 'replaced';

export interface TimerFacts {
  readonly kind: 'finalizeWait' | 'backoff' | 'quorumWait' | 'leaderConnect' | 'leaderSilence' | 'flush';
  /** When it began to run; with `due` it makes the shrinking arc. */
  readonly since: Millis;
  readonly due: Millis;
}

export interface MessageFacts {
  /** `seq` of its item in the world: the same while it is under way, different from all others in the run. */
  readonly seq: number;
  /** The how manyth of its link: what actions on it call it by. */
  readonly number: number;
  readonly from: NodeId;
  readonly to: NodeId;
  /** Number of the event at which it was sent. */
  readonly by: number;
  readonly port: Port;
  readonly type: PacketType;
  readonly family: PacketFamily;
  /** What stands in its shape: I L E, D T S N A U, P A C, the leader voted for, or ''. An ACK of NEWLEADER is A of 'sync'. */
  readonly letter: string;
  readonly sentAt: Millis;
  /** When it will be received if nothing changes; for a held one, when it would have been. */
  readonly arrivesAt: Millis;
  /** Waits before a cut link, or at a frozen receiver. */
  readonly held: 'cut' | 'frozen' | null;
  readonly zxid: Zxid | null;
  /** The epoch it carries (LEADERINFO, FOLLOWERINFO, ACKEPOCH); else null. */
  readonly epoch: Epoch | null;
  /** Of a notification. */
  readonly vote: VoteFact | null;
  /** State of a notification's sender. */
  readonly senderState: ServerState | null;
}

export interface LinkFacts {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly cut: boolean;
  readonly latencyMillis: Millis;
  /** An election connection, or one between a learner and its master, stands between the two. */
  readonly election: boolean;
  readonly quorum: boolean;
}

export interface ClientFacts {
  readonly name: string;
  readonly node: NodeId;
  /** The server it is connected or connecting to. */
  readonly server: Sid | null;
  readonly state: 'connecting' | 'connected' | 'closed';
  readonly sessionId: SessionId | null;
  /** Requests without an answer. */
  readonly unanswered: number;
}

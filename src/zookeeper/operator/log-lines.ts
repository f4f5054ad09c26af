/**
 * The lines that ZooKeeper would log at INFO about what a server did, made from its notes alone (protocol reference
 * §24). Shapes follow the release. Two things have no counterpart here and are written as constants: the line numbers
 * of the Java source (`@0`), and the ephemeral port of a learner's connection, which stands for its sid. Durations
 * that cost no virtual time are 0 ms.
 */
import { type ServerConfig, addressOf, serverSpec, hasObserverMasters } from '../config/ensemble.ts';
import type { DiskFailure } from '../../kernel/process.ts';
import { type Sid, ZXID_ZERO, type Zxid, epochOf, nextZxid, previousZxid, zxidFrom, zxidText } from '../ids.ts';
import type { LearnerLossReason, Note, NoteKind, StepDownReason, VoteFact } from '../notes.ts';
import type { MalformedNotification, ServerState, SyncMode, ZabState } from '../packets.ts';
import { learnerAddress } from './learner-address.ts';

export type LogLevel = 'INFO' | 'WARN' | 'ERROR';

export interface LogLine {
  readonly level: LogLevel;
  readonly thread: string;
  /** The class without its package. */
  readonly logger: string;
  readonly message: string;
  /** The first line of a stack trace below it; null for none. */
  readonly exception: string | null;
}

/** Lines of releases whose logs differ. */
export type LogRelease = '3.4' | '3.5' | '3.6' | '3.7' | '3.8' | '3.9';

export interface LogContext {
  /** The server that speaks. */
  readonly config: ServerConfig;
  readonly release: LogRelease;
  /** How long the disk took for what the event reports; 0 where it reports no write. */
  readonly diskMillis: number;
  /** Whether it has a leader to follow right after the event. */
  readonly follows: boolean;
  /** Whether it is, or was before it gave up, still being synchronized by a leader (Learner.syncWithLeader). */
  readonly syncing: boolean;
  /** The last proposal of the event that was not the next. */
  readonly gap: (Note & { readonly kind: 'proposalGap' }) | null;
  /** Whether its election ended with the event. */
  readonly elects: boolean;
  /** Of its tree right after the event (`adHash`); null where no process is left. */
  readonly digest: (() => number) | null;
}

/** Of a note: none where ZooKeeper says nothing at INFO. */
export function logLines(note: Note, context: LogContext): readonly LogLine[] {
  // A table's function takes the note of its own key.
  const lines = LINES[note.kind] as ((note: Note, log: Log) => readonly LogLine[]) | undefined;
  return lines === undefined ? [] : lines(note, new Log(context));
}

/** Of a process that has ended itself (ServiceUtils.requestSystemExit, which 3.6 brought); `code`: see ExitCode. */
export function exitLines(code: number, context: LogContext): readonly LogLine[] {
  const log = new Log(context);
  if (!log.isSince('3.6')) return [];
  const thread = code === EXIT_UNEXPECTED_ERROR ? 'main' : log.peerThread;
  return [log.error(thread, 'ServiceUtils', `Exiting JVM with code ${code}`)];
}

/** A follower of 3.9.3 or later has flushed and applied what of the sync is committed; `left`: what is not. */
export function persistLines(left: number, context: LogContext): readonly LogLine[] {
  const log = new Log(context);
  const { newleaderOrder } = log.config.behaviour;
  if (!log.isSince('3.9') || log.learnerClass !== 'Follower' || newleaderOrder !== 'E') return [];
  const took = `It took ${log.diskMillis}ms to persist and commit txns in packetsCommitted.`;
  return [log.peer('Learner', `${took} ${left} outstanding txns left in packetsNotLogged`)];
}

/** What loading the database ends with, before there is another thread. */
const EXIT_UNEXPECTED_ERROR = 1;

/** The layout of every release. `at`: virtual milliseconds; virtual time begins with the year 2026. */
export function logText({ level, thread, logger, message, exception }: LogLine, at: number, sid: Sid): string {
  const line = `${timeText(at)} [myid:${sid}] - ${level.padEnd(5)} [${thread}:${logger}@0] - ${message}`;
  return exception === null ? line : `${line}\n${exception}`;
}

function timeText(at: number): string {
  const [seconds, minutes, hours] = [at / 1000, at / 60_000, at / 3_600_000];
  const day = `2026-01-${digits(hours / 24 + 1, 2)}`;
  return `${day} ${digits(hours % 24, 2)}:${digits(minutes % 60, 2)}:${digits(seconds % 60, 2)},${digits(at % 1000, 3)}`;
}

function digits(value: number, count: number): string {
  return String(Math.floor(value)).padStart(count, '0');
}

/** The release whose lines a profile prints: `3.8` for `3.8.0`; the newest for a name that is none. */
export function logReleaseOf(profile: string): LogRelease {
  return RELEASES.find((release) => profile === release || profile.startsWith(`${release}.`)) ?? '3.9';
}

const RELEASES: readonly LogRelease[] = ['3.4', '3.5', '3.6', '3.7', '3.8', '3.9'];

/** Names, addresses and threads of one server. */
class Log {
  readonly config: ServerConfig;
  readonly diskMillis: number;
  readonly follows: boolean;
  readonly syncing: boolean;
  readonly gap: LogContext['gap'];
  readonly elects: boolean;
  readonly digest: LogContext['digest'];
  readonly #release: LogRelease;

  constructor({ config, release, diskMillis, follows, syncing, gap, elects, digest }: LogContext) {
    this.digest = digest;
    this.syncing = syncing;
    this.gap = gap;
    this.config = config;
    this.diskMillis = diskMillis;
    this.follows = follows;
    this.elects = elects;
    this.#release = release;
  }

  get sid(): Sid {
    return this.config.sid;
  }

  isSince(release: LogRelease): boolean {
    return RELEASES.indexOf(this.#release) >= RELEASES.indexOf(release);
  }

  // ---- lines ----

  info(thread: string, logger: string, message: string): LogLine {
    return { level: 'INFO', thread, logger, message, exception: null };
  }

  warn(thread: string, logger: string, message: string, exception: string | null = null): LogLine {
    return { level: 'WARN', thread, logger, message, exception };
  }

  error(thread: string, logger: string, message: string, exception: string | null = null): LogLine {
    return { level: 'ERROR', thread, logger, message, exception };
  }

  /** On the main thread of the quorum peer. */
  peer(logger: string, message: string): LogLine {
    return this.info(this.peerThread, logger, message);
  }

  /** `Peer state changed: …`, which 3.6 brought. */
  phase(state: ServerState, zabState: ZabState | null, syncMode: SyncMode = 'NONE'): readonly LogLine[] {
    if (!this.isSince('3.6')) return [];
    const parts = [state, ...(zabState === null ? [] : [zabState]), ...(syncMode === 'NONE' ? [] : [syncMode])];
    return [this.peer('QuorumPeer', `Peer state changed: ${parts.join(' - ').toLowerCase()}`)];
  }

  // ---- threads ----

  get peerThread(): string {
    if (!this.isSince('3.5')) return `QuorumPeer[myid=${this.sid}]/0:0:0:0:0:0:0:0:2181`;
    return `QuorumPeer[myid=${this.sid}](plain=0.0.0.0:2181)(secure=disabled)`;
  }

  get listenerThread(): string {
    if (this.isSince('3.6')) return `ListenerHandler-${this.address(this.sid, 3888)}`;
    return this.isSince('3.5') ? 'QuorumPeerListener' : this.address(this.sid, 3888);
  }

  get listenerClass(): string {
    return this.isSince('3.6') ? 'QuorumCnxManager$Listener$ListenerHandler' : 'QuorumCnxManager$Listener';
  }

  /** Dials of an election have threads of their own since 3.5. */
  get dialThread(): string {
    return this.isSince('3.5') ? `QuorumConnectionThread-[myid=${this.sid}]-1` : `WorkerSender[myid=${this.sid}]`;
  }

  handlerThread(learner: Sid): string {
    return `LearnerHandler-${learnerAddress(this.config, learner)}`;
  }

  get learnerClass(): 'Follower' | 'Observer' {
    return this.config.voters.includes(this.sid) ? 'Follower' : 'Observer';
  }

  /** Where its learner master takes it in. */
  get masterPort(): number {
    const isTakenIn = this.learnerClass === 'Observer' && hasObserverMasters(this.config);
    return isTakenIn ? this.config.service.observerMasterPort : 2888;
  }

  // ---- addresses: a server's place in the ensemble gives its IP address ----

  address(sid: Sid, port: number): string {
    return `/${this.ip(sid)}:${port}`;
  }

  ip(sid: Sid): string {
    return addressOf(serverSpec(this.config, sid)?.node ?? 0);
  }

  /** `host:quorumPort:electionPort:role`, as a learner's spec is printed. */
  spec(sid: Sid): string {
    const role = serverSpec(this.config, sid)?.learnerType === 'OBSERVER' ? 'observer' : 'participant';
    return `${this.ip(sid)}:2888:3888:${role}`;
  }
}

const LINES: { readonly [K in NoteKind]?: (note: Note & { readonly kind: K }, log: Log) => readonly LogLine[] } = {
  // ---- process and database ----
  started: (_, log) => {
    const { sid } = log;
    if (log.config.standalone) {
      const alone = 'Either no config or no quorum defined in config, running in standalone mode';
      const starting = log.info('main', 'ZooKeeperServerMain', 'Starting server');
      return [log.warn('main', 'QuorumPeerMain', alone), starting];
    }
    const starting = log.isSince('3.6') ? `Starting quorum peer, myid=${sid}` : 'Starting quorum peer';
    const bind = log.address(sid, 3888);
    const listening = log.isSince('3.5')
      ? `${sid} is accepting connections now, my election bind port: ${bind}`
      : `My election bind port: ${bind}`;
    return [log.info('main', 'QuorumPeerMain', starting), log.info(log.listenerThread, log.listenerClass, listening)];
  },
  databaseLoaded: ({ snapshot, txnCount, zxid }, log) => [
    ...(snapshot === null ? [] : [log.info('main', 'FileSnap', `Reading snapshot ${snapshotFile(snapshot)}`)]),
    ...(log.isSince('3.6') && txnCount > 0
      ? [log.info('main', 'FileTxnSnapLog', `${txnCount} txns loaded in 0 ms`)]
      : []),
    ...(log.isSince('3.6') && log.digest !== null
      ? [
          log.info(
            'main',
            'ZKDatabase',
            `Snapshot loaded in 0 ms, highest zxid is ${zxidText(zxid)}, digest is ${log.digest()}`,
          ),
        ]
      : []),
  ],
  epochDefaulted: ({ file, epoch }, log) => [
    log.info(
      'main',
      'QuorumPeer',
      `${file} not found! Creating with a reasonable default of ${epoch}. This should only happen when you are upgrading your installation`,
    ),
  ],
  refusedToStart: ({ reason, currentEpoch, acceptedEpoch, lastZxid }, log) => [
    log.error(
      'main',
      'QuorumPeer',
      'Unable to load database on disk',
      reason === 'epochBehindLog'
        ? `java.io.IOException: The current epoch, ${currentEpoch.toString(16)}, is older than the last zxid, ${lastZxid}`
        : `java.io.IOException: The accepted epoch, ${acceptedEpoch.toString(16)} is less than the current epoch, ${currentEpoch.toString(16)}`,
    ),
  ],
  snapshotWritten: ({ zxid, because }, log) => [
    log.info(
      SNAPSHOT_THREAD[because] ?? log.peerThread,
      'FileTxnSnapLog',
      `Snapshotting: ${zxidText(zxid)} to ${snapshotFile(zxid)}`,
    ),
    // ZooKeeperServer.takeSnapshot; the one at the start is a part of loading.
    ...(log.isSince('3.6') && because !== 'boot'
      ? [
          log.info(
            SNAPSHOT_THREAD[because] ?? log.peerThread,
            'ZooKeeperServer',
            `Snapshot taken in ${log.diskMillis} ms`,
          ),
        ]
      : []),
  ],
  databaseRestored: ({ zxid, was, nodes, sessions }, log) => {
    const info = (message: string): LogLine => log.info(ADMIN_THREAD, 'ZooKeeperServer', message);
    // The root counts twice. The first comma is theirs.
    const before = `lastProcessedZxid=${was}, nodeCount=${nodes[0] + 1}，sessionCount=${sessions[0]}`;
    const after = `lastProcessedZxid=${zxid}, nodeCount=${nodes[1] + 1}, sessionCount=${sessions[1]}`;
    return [
      info(`Before restore database. ${before}`),
      info(`Restored to a new database. ${after}`),
      info(`After restore database. ${after}`),
      info('Restore taken in 0 ms'),
    ];
  },
  connectionsShed: ({ percent, count, of }, log) => [
    log.info(ADMIN_THREAD, 'ServerCnxnFactory', `Shed ${count} out of ${of} connections (${percent}%)`),
    log.info(ADMIN_THREAD, 'Commands', `Shed ${count} connections (${percent}%)`),
  ],
  logFileCreated: ({ zxid }, log) => [
    log.info(`SyncThread:${log.sid}`, 'FileTxnLog', `Creating new log file: log.${hex(zxid)}`),
  ],
  logged: (_, log) => slowDisk(log),
  snapshotSkipped: (_, log) => [
    log.warn(`SyncThread:${log.sid}`, 'SyncRequestProcessor', 'Too busy to snap, skipping'),
  ],

  // ---- states ----
  stateChanged: ({ state, zabState, syncMode }, log) => {
    if (state !== 'LOOKING') return log.phase(state, zabState, syncMode);
    const reset = log.isSince('3.5') ? [log.warn(log.peerThread, 'QuorumPeer', 'PeerState set to LOOKING')] : [];
    return [...log.phase('LOOKING', null), ...reset];
  },

  // ---- election connections ----
  electionConnected: ({ with: other }, log) =>
    // The larger sid dials: a connection with one is an incoming one.
    other > log.sid ? [incoming(other, log)] : [],
  electionDialReversed: ({ from }, log) => [incoming(from, log)],
  electionDialDropped: ({ to }, log) => [
    log.info(
      log.dialThread,
      'QuorumCnxManager',
      `Have smaller server identifier, so dropping the connection: ${log.isSince('3.5') ? `(myId:${log.sid} --> sid:${to})` : `(${to}, ${log.sid})`}`,
    ),
  ],
  electionBroken: ({ with: other }, log) => {
    const recv = (message: string, exception: string | null = null): LogLine =>
      log.warn(`RecvWorker:${other}`, 'QuorumCnxManager$RecvWorker', message, exception);
    const send = (message: string, exception: string | null = null): LogLine =>
      log.warn(`SendWorker:${other}`, 'QuorumCnxManager$SendWorker', message, exception);
    const [isOld, names] = [!log.isSince('3.6'), `id ${other}, my id = ${log.sid}`];
    const interrupting = `Interrupting SendWorker thread from RecvWorker. sid: ${other}. myId: ${log.sid}`;
    return [
      recv(`Connection broken for ${names}${isOld ? ', error = ' : ''}`, 'java.io.EOFException'),
      recv(log.isSince('3.5') ? interrupting : 'Interrupting SendWorker'),
      send('Interrupted while waiting for message on queue', 'java.lang.InterruptedException'),
      send(isOld ? 'Send worker leaving thread' : `Send worker leaving thread id ${other} my id = ${log.sid}`),
    ];
  },
  electionUnreachable: ({ to, because }, log) => [
    log.warn(
      log.dialThread,
      'QuorumCnxManager',
      `Cannot open channel to ${to} at election address ${log.address(to, 3888)}`,
      because === 'refused'
        ? 'java.net.ConnectException: Connection refused'
        : 'java.net.SocketTimeoutException: connect timed out',
    ),
  ],

  // ---- election ----
  malformedSkipped: ({ from, flaw }, log) => [malformed(from, flaw, log)],
  settledVoteKept: ({ state }, log) =>
    // With two voters and an oracle or without: whoever hears of a leader and is not convinced says so.
    log.isSince('3.8') && state === 'LEADING' && !log.elects
      ? [log.peer('FastLeaderElection', 'Oracle indicates not to follow')]
      : [],
  electionStarted: ({ vote }, log) => [
    log.peer('QuorumPeer', 'LOOKING'),
    log.peer(
      'FastLeaderElection',
      `New election. My id = ${log.isSince('3.6') ? '' : ' '}${log.sid}, proposed zxid=${zxidText(vote.zxid)}`,
    ),
  ],
  voteReceived: ({ from, vote, state, myState }, log) => [
    log.info(
      `WorkerReceiver[myid=${log.sid}]`,
      log.isSince('3.6') ? 'FastLeaderElection$Messenger$WorkerReceiver' : 'FastLeaderElection',
      notification(log, { from, vote, state, myState }),
    ),
  ],
  voteRefused: ({ from, leader, because }, log) => {
    if (because === 'noZxid') return [];
    const message =
      because === 'unknownLeader'
        ? `Ignoring notification for non-cluster member sid ${leader} from sid ${from}`
        : `Ignoring notification for sid ${leader} from non-quorum member sid ${from}`;
    return [log.warn(log.peerThread, 'FastLeaderElection', message)];
  },
  notificationTimeout: ({ nextMillis }, log) => [
    log.peer('FastLeaderElection', `Notification time out: ${nextMillis}${log.isSince('3.8') ? ' ms' : ''}`),
  ],
  elected: ({ becomes, tookMillis }, log) => [
    ...log.phase(becomes, null),
    log.peer('QuorumPeer', becomes),
    ...(becomes === 'OBSERVING'
      ? []
      : [
          log.peer(
            becomes === 'LEADING' ? 'Leader' : 'Follower',
            `${becomes} - LEADER ELECTION TOOK - ${tookMillis}${log.isSince('3.5') ? ' MS' : ''}`,
          ),
        ]),
  ],

  // ---- discovery ----
  leaderConnected: ({ leader }, log) => {
    const address = log.address(leader, log.masterPort);
    const observing =
      log.learnerClass === 'Observer' && log.isSince('3.6')
        ? [log.peer('Observer', `Observing new leader sid=${leader} addr=${address}`)]
        : [];
    if (!log.isSince('3.6')) return observing;
    const connected = `Successfully connected to leader, using address: ${address}`;
    return [...observing, log.info(`LeaderConnector-${address}`, 'Learner', connected)];
  },
  leaderDialFailed: ({ leader, attempt, because, remainingMillis }, log) => {
    const address = log.address(leader, log.masterPort);
    const thread = log.isSince('3.6') ? `LeaderConnector-${address}` : log.peerThread;
    const exception =
      because === 'refused'
        ? 'java.net.ConnectException: Connection refused'
        : 'java.net.SocketTimeoutException: connect timed out';
    const limits = `tries=${attempt - 1}, remaining init limit=${remainingMillis}, connecting to ${address}`;
    // The fifth attempt is the last, and so is one that has used up the time.
    const isLast = attempt >= 5 || remainingMillis <= 0;
    return isLast
      ? [log.error(thread, 'Learner', `Unexpected exception, retries exceeded. ${limits}`, exception)]
      : [log.warn(thread, 'Learner', `Unexpected exception, ${limits}`, exception)];
  },
  learnerRegistered: ({ sid }, log) => [
    log.info(
      log.handlerThread(sid),
      'LearnerHandler',
      log.isSince('3.5') && serverSpec(log.config, sid) === null
        ? `Follower sid: ${sid} not in the current config ${hex(log.config.version)}`
        : `Follower sid: ${sid} : info : ${log.spec(sid)}`,
    ),
  ],
  // Learner.registerWithLeader throws before Follower.followLeader comes to its own check ("Proposed leader epoch …").
  epochRefused: ({ epoch, acceptedEpoch }, log) => [
    log.warn(
      log.peerThread,
      log.learnerClass,
      whileLearning(log),
      `java.io.IOException: Leaders epoch, ${epoch} is less than accepted epoch, ${acceptedEpoch}`,
    ),
  ],

  observerMasterStarted: (_, log) => [log.peer('Follower', 'Starting ObserverMaster')],

  // ---- synchronization ----
  syncDecided: (note, log) => syncDecision(note, log),
  syncModeReceived: ({ mode, zxid }, log) => {
    if (mode === 'SNAP') return [log.peer('Learner', `Getting a snapshot from leader ${zxidText(zxid)}`)];
    if (mode === 'DIFF') return [log.peer('Learner', `Getting a diff from the leader ${zxidText(zxid)}`)];
    return [log.warn(log.peerThread, 'Learner', `Truncating log to get in sync with the leader ${zxidText(zxid)}`)];
  },
  newLeaderReceived: (_, log) =>
    log.isSince('3.5') ? [log.peer('Learner', 'Learner received NEWLEADER message')] : [],
  currentEpochWritten: ({ epoch }, log) =>
    log.isSince('3.9') && log.follows
      ? [
          log.peer('Learner', `Set the current epoch to ${epoch}`),
          log.peer('Learner', `Sent NEWLEADER ack to leader with zxid ${hex(zxidFrom(epoch, 0))}`),
        ]
      : [],
  truncateFailed: ({ to }, log) => [
    log.error(log.peerThread, 'Learner', `Not able to truncate the log ${zxidText(to)}`),
  ],
  newLeaderAcked: ({ sid }, log) =>
    log.isSince('3.5') || sid === log.sid
      ? []
      : [log.info(log.handlerThread(sid), 'Leader', `Received NEWLEADER-ACK message from ${sid}`)],
  newLeaderQuorum: ({ epoch, acks }, log) => [
    log.peer(
      'Leader',
      `Have quorum of supporters, sids: ${log.isSince('3.5') ? `[${sets(acks, log)}]` : `[ ${sets(acks, log)} ]`}; starting up and setting last processed zxid: ${zxidText(zxidFrom(epoch, 0))}`,
    ),
  ],
  upToDate: ({ logged, committed }, log) => [
    ...(log.isSince('3.5') ? [log.peer('Learner', 'Learner received UPTODATE message')] : []),
    // 3.8.5 and 3.9.2 on, of a follower alone.
    ...(log.isSince('3.8') && log.learnerClass === 'Follower' && 'DE'.includes(log.config.behaviour.newleaderOrder)
      ? [
          log.peer('Learner', `${logged} txns have been logged asynchronously`),
          log.peer('Learner', `${committed} txns have been committed`),
        ]
      : []),
  ],

  // Learner.syncWithLeader counts from zero; Learner.enforceContinuousProposal knows better.
  firstInSync: ({ zxid }, log) => [
    log.config.behaviour.rejectDiscontinuousSync
      ? log.peer('Learner', `DIFF sync got first proposal ${zxidText(zxid)}`)
      : gapLine('Learner', zxid, nextZxid(ZXID_ZERO), log),
  ],

  // ---- broadcast ----
  proposalGap: (gap, log) => {
    const { zxid, expected } = gap;
    if (!log.syncing) return [gapLine(log.learnerClass, zxid, expected, log)];
    if (!log.config.behaviour.rejectDiscontinuousSync) return [gapLine('Learner', zxid, expected, log)];
    if (epochOf(zxid) <= epochOf(expected)) return [log.error(log.peerThread, 'Learner', discontinuous(gap))];
    return [log.warn(log.peerThread, 'Learner', discontinuous(gap, 'new epoch proposal'))];
  },
  ackIgnored: ({ zxid, sid, because }, log) =>
    because === 'unknown'
      ? [
          log.warn(
            log.handlerThread(sid),
            'Leader',
            `Trying to commit future proposal: zxid ${zxidText(zxid)} from ${learnerAddress(log.config, sid)}`,
          ),
        ]
      : [],
  committed: ({ zxid, first, from }, log) => {
    if (first === undefined || from === undefined) return [];
    // Its own log thread names no address.
    const isOwn = from === log.sid;
    const thread = isOwn ? `SyncThread:${log.sid}` : log.handlerThread(from);
    const typo = log.isSince('3.6') && !log.isSince('3.7');
    const whose = isOwn ? 'null' : learnerAddress(log.config, from);
    return [
      log.warn(thread, 'Leader', `Commiting zxid ${zxidText(zxid)} from ${whose} ${typo ? 'noy' : 'not'} first!`),
      log.warn(thread, 'Leader', `First is ${typo ? first : zxidText(first)}`),
    ];
  },
  configActivated: ({ restarts, gossip }, log) => {
    if (!restarts) return [];
    const receiver = `WorkerReceiver[myid=${log.sid}]`;
    if (gossip === true) {
      const logger = log.isSince('3.6') ? 'FastLeaderElection$Messenger$WorkerReceiver' : 'FastLeaderElection';
      return [log.info(receiver, logger, 'restarting leader election')];
    }
    return [log.warn(log.peerThread, 'QuorumPeer', 'Restarting Leader Election')];
  },
  leaderNotDesignated: ({ designated }, log) => [
    log.info(log.peerThread, 'Leader', `Suggested leader: ${designated}`),
    log.warn(
      log.peerThread,
      'Leader',
      'This leader is not the designated leader, it will be initialized with allowedToCommit = false',
    ),
  ],
  commitUnseen: ({ zxid }, log) => [
    log.warn(log.peerThread, 'FollowerZooKeeperServer', `Committing ${zxidText(zxid)} without seeing txn`),
  ],
  commitMismatch: ({ zxid, expected }, log) => [
    log.error(
      log.peerThread,
      'FollowerZooKeeperServer',
      `Committing zxid ${zxidText(zxid)} but next pending txn ${zxidText(expected)}`,
    ),
  ],

  // ---- the end of a role ----
  writeRefused: ({ write, because }, log) => {
    const exception = DISK_EXCEPTION[because];
    if (write === 'txns') {
      const thread = `SyncThread:${log.sid}`;
      return [
        log.isSince('3.5')
          ? log.error(
              thread,
              'ZooKeeperCriticalThread',
              `Severe unrecoverable error, from thread : ${thread}`,
              exception,
            )
          : log.error(thread, 'SyncRequestProcessor', 'Severe unrecoverable error, exiting', exception),
      ];
    }
    if (write !== 'snapshot' && write !== 'snapshotStart') return [];
    return [log.error(log.peerThread, 'ZooKeeperServer', 'Severe unrecoverable error, exiting', exception)];
  },
  steppedDown: ({ reason, synced }, log) => [...SHUTDOWN[reason](synced, log)],
  leaderLost: ({ leader, reason, connectedMillis, synced }, log) => {
    const leaderMissing = log.warn(log.peerThread, 'Learner', `Couldn't find the leader with id = ${leader}`);
    const exception = {
      connectionClosed: 'java.io.EOFException',
      readTimeout: 'java.net.SocketTimeoutException: Read timed out',
      unreachable: `java.io.IOException: Failed connect to ${log.address(leader, 2888)}`,
      leaderUnknown: 'java.lang.NullPointerException',
      // Told where the epoch was refused.
      oldEpoch: null,
      reconfigured: 'java.lang.Exception: changes proposed in reconfig',
      discontinuousProposal: log.gap === null ? null : `java.lang.Exception: ${discontinuous(log.gap)}`,
      commitWithoutProposal: 'java.lang.NullPointerException',
      diskFailed: DISK_EXCEPTION.error,
      logThreadDied: null,
    }[reason];
    const logger = log.learnerClass;
    return [
      ...(reason === 'leaderUnknown' ? [leaderMissing] : []),
      ...(exception === null ? [] : [log.warn(log.peerThread, logger, whileLearning(log), exception)]),
      ...(log.isSince('3.6') && connectedMillis !== null
        ? [
            log.peer(
              logger,
              `Disconnected from leader (with address: ${log.address(leader, 2888)}). Was connected for ${connectedMillis}ms. Sync state: ${synced}`,
            ),
          ]
        : []),
      log.isSince('3.6')
        ? log.peer(logger, `shutdown ${logger}`)
        : { ...log.peer(logger, 'shutdown called'), exception: `java.lang.Exception: shutdown ${logger}` },
    ];
  },
  learnerAhead: ({ sid, myCurrentEpoch, myLastZxid }, log) => [
    log.error(
      log.handlerThread(sid),
      'LearnerHandler',
      brokenText(log),
      `java.io.IOException: Follower is ahead of the leader, leader summary: ${myCurrentEpoch} (current epoch), ${myLastZxid} (last zxid)`,
    ),
  ],
  learnerLost: ({ sid, reason }, log) => {
    const thread = log.handlerThread(sid);
    const exception = LEARNER_EXCEPTION[reason];
    const isInterrupted = exception?.startsWith('java.lang.InterruptedException') === true;
    const broken = log.error(
      thread,
      'LearnerHandler',
      isInterrupted ? interruptedText(log) : brokenText(log),
      exception,
    );
    const before: readonly LogLine[] =
      reason === 'syncThrottled'
        ? [log.error(thread, 'LearnerHandler', 'too many concurrent sync.')]
        : reason === 'transactionTimeout'
          ? [log.warn(thread, 'LearnerHandler', 'Closing connection to peer due to transaction timeout.')]
          : reason === 'unexpectedPacket'
            ? [log.error(thread, 'LearnerHandler', 'Next packet was supposed to be an ACK')]
            : exception === null
              ? []
              : [broken];
    const goodbye = log.warn(thread, 'LearnerHandler', `******* GOODBYE ${learnerAddress(log.config, sid)} ********`);
    if (!log.isSince('3.7')) return [...before, goodbye];
    const closing = log.info(thread, 'LearnerHandler', `Synchronously closing socket to learner ${sid}.`);
    return CLOSED_AT_ONCE.has(reason) ? [...before, closing, goodbye] : [...before, goodbye, closing];
  },

  // ---- clients ----
  quotaExceeded: ({ path, of, current, limit }, log) => [
    log.warn(`CommitProcessor:${log.sid}`, 'DataTree', `Quota exceeded: ${path} ${of}=${current} limit=${limit}`),
  ],
  sessionExpired: ({ sessionId, timeoutMillis }, log) => [
    log.info(
      'SessionTracker',
      'ZooKeeperServer',
      `Expiring session ${sessionId}, timeout of ${timeoutMillis}ms exceeded`,
    ),
    // QuorumZooKeeperServer.setLocalSessionFlag. Where there are local sessions it may be one, or not.
    ...(log.isSince('3.5') && !log.config.standalone && !log.config.service.localSessionsEnabled
      ? [
          log.info(
            log.isSince('3.6') ? 'RequestThrottler' : 'SessionTracker',
            'QuorumZooKeeperServer',
            `Submitting global closeSession request for session ${sessionId}`,
          ),
        ]
      : []),
  ],
  // ZooKeeperServer.finishSessionInit; since 3.5 a session that comes about is told at DEBUG.
  sessionAnswered: ({ sessionId, valid, timeoutMillis }, log) => {
    const client = '/127.0.0.1:50000';
    if (!valid) {
      const text = `Invalid session ${sessionId} for client ${client}, probably expired`;
      return [log.info(`CommitProcessor:${log.sid}`, 'ZooKeeperServer', text)];
    }
    if (log.isSince('3.5')) return [];
    const text = `Established session ${sessionId} with negotiated timeout ${timeoutMillis} for client ${client}`;
    return [log.info(`CommitProcessor:${log.sid}`, 'ZooKeeperServer', text)];
  },
  requestRejected: (note, log) => {
    if (note.reason === 'notServing') return [];
    if (note.reason === 'tooManyConnections') {
      const { maxClientCnxns } = log.config.service;
      const text = `Error accepting new connection: Too many connections from /127.0.0.1 - max is ${maxClientCnxns}`;
      return [log.warn(`NIOServerCxnFactory.AcceptThread:0.0.0.0/0.0.0.0:2181`, 'NIOServerCnxnFactory', text)];
    }
    if (note.reason === 'wrongPassword') {
      const text = `Incorrect password from /127.0.0.1:50000 for session ${note.sessionId}`;
      return [log.warn('NIOWorkerThread-1', 'ZooKeeperServer', text)];
    }
    const why =
      note.reason === 'readOnly'
        ? 'for not-read-only client /127.0.0.1:50000'
        : `for client /127.0.0.1:50000 as it has seen zxid ${zxidText(note.lastZxidSeen)} our last zxid is ${zxidText(note.lastZxid)} client must try another server`;
    return [log.info('NIOWorkerThread-1', 'ZooKeeperServer', `Refusing session request ${why}`)];
  },
};

/** Jetty's, of the admin server. */
const ADMIN_THREAD = 'qtp1-1';

/** Where it is not the main thread's. */
const SNAPSHOT_THREAD: Partial<Record<(Note & { readonly kind: 'snapshotWritten' })['because'], string>> = {
  snapCount: 'Snapshot Thread',
  boot: 'main',
  admin: ADMIN_THREAD,
};

/** Learner.syncWithLeader and Follower.processPacket have one text. */
function gapLine(logger: string, zxid: Zxid, expected: Zxid, log: Log): LogLine {
  return log.warn(log.peerThread, logger, `Got zxid ${zxidText(zxid)} expected ${zxidText(expected)}`);
}

/** Learner.enforceContinuousProposal: what it says, and what it throws. */
function discontinuous({ zxid, expected }: Note & { readonly kind: 'proposalGap' }, what = 'proposal'): string {
  return `DIFF sync got ${what} ${zxidText(zxid)}, last queued ${zxidText(previousZxid(expected))}, expected ${zxidText(expected)}`;
}

/** FastLeaderElection.printNotification. */
function notification(
  log: Log,
  { from, vote, state, myState }: { from: Sid; vote: VoteFact; state: ServerState; myState: ServerState },
): string {
  const { leader, zxid, electionEpoch, peerEpoch } = vote;
  const round = `0x${electionEpoch.toString(16)}`;
  const epoch = `0x${peerEpoch.toString(16)}`;
  if (log.isSince('3.6')) {
    return `Notification: my state:${myState}; n.sid:${from}, n.state:${state}, n.leader:${leader}, n.round:${round}, n.peerEpoch:${epoch}, n.zxid:${zxidText(zxid)}, message format version:0x2, n.config version:0x0`;
  }
  const fields = `${leader} (n.leader), ${zxidText(zxid)} (n.zxid), ${round} (n.round), ${state} (n.state), ${from} (n.sid), ${epoch}`;
  return log.isSince('3.5')
    ? `Notification: 2 (message format version), ${fields} (n.peerEPoch), ${myState} (my state)0 (n.config version)`
    : `Notification: 1 (message format version), ${fields} (n.peerEpoch) ${myState} (my state)`;
}

/** FastLeaderElection.Messenger.WorkerReceiver, of a notification that cannot be read. */
function malformed(from: Sid, flaw: MalformedNotification['flaw'], log: Log): LogLine {
  const thread = `WorkerReceiver[myid=${log.sid}]`;
  const logger = log.isSince('3.6') ? 'FastLeaderElection$Messenger$WorkerReceiver' : 'FastLeaderElection';
  if (flaw === 'tooShort') return log.error(thread, logger, `Got a short response from server ${from}`);
  return log.warn(
    thread,
    logger,
    `Skipping the processing of a partial / malformed response message sent by sid=${from}`,
  );
}

/** LearnerHandler.syncFollower, sendSnapshot: what was compared, what was read, what is sent. */
function syncDecision(note: Note & { readonly kind: 'syncDecided' }, log: Log): readonly LogLine[] {
  const { learner, mode, zxid, rule, peerLastZxid, minCommittedLog, maxCommittedLog, lastProcessedZxid } = note;
  const thread = log.handlerThread(learner);
  const info = (message: string): LogLine => log.info(thread, 'LearnerHandler', message);
  const warn = (message: string): LogLine => log.warn(thread, 'LearnerHandler', message);
  const whom = log.isSince('3.6') ? 'Learner' : 'Follower';
  const last = log.isSince('3.5') ? ` lastProcessedZxid=${zxidText(lastProcessedZxid)}` : '';
  const inputs = `Synchronizing with ${whom} sid: ${learner} maxCommittedLog=${zxidText(maxCommittedLog)} minCommittedLog=${zxidText(minCommittedLog)}${last} peerLastZxid=${zxidText(peerLastZxid)}`;
  const snap = log.isSince('3.5')
    ? `Sending snapshot last zxid of peer is ${zxidText(peerLastZxid)}, zxid of leader is ${zxidText(lastProcessedZxid)}, send zxid of db as ${zxidText(zxid)}, 1 concurrent snapshot sync, snapshot sync was exempt from throttle`
    : `Sending snapshot last zxid of peer is ${zxidText(peerLastZxid)} zxid of leader is ${zxidText(lastProcessedZxid)}sent zxid of db as ${zxidText(zxid)}`;
  if (!log.isSince('3.5')) return [info(inputs), info(`Sending ${mode}`), ...(mode === 'SNAP' ? [info(snap)] : [])];
  // The walks over a log print their decision with two blanks, the table's first rows with one.
  const isWalk = rule !== 'equal' && rule !== 'pastMaxCommittedLog';
  const sent =
    mode === 'SNAP'
      ? [info(snap)]
      : rule === 'pastMaxCommittedLog' && log.isSince('3.6')
        ? []
        : [info(`Sending ${mode} zxid=${zxidText(zxid)} ${isWalk ? ' ' : ''}for peer sid: ${learner}`)];
  const fallBack = log.error(
    thread,
    'LearnerHandler',
    `Unhandled scenario for peer sid: ${learner} fall back to use snapshot`,
  );
  const source: Readonly<Record<typeof rule, readonly LogLine[]>> = {
    equal: [],
    pastMaxCommittedLog: [],
    inCommittedLog: [info(`Using committedLog for peer sid: ${learner}`)],
    divergedInCommittedLog: [info(`Using committedLog for peer sid: ${learner}`)],
    fromTxnLog: [info(`Use txnlog and committedLog for peer sid: ${learner}`)],
    divergedInTxnLog: [info(`Use txnlog and committedLog for peer sid: ${learner}`)],
    crossEpoch: [warn(`Cannot send TRUNC to peer sid: ${learner} peer zxid is from different epoch`), fallBack],
    txnLogUnavailable: [
      log.warn(thread, 'ZKDatabase', `Unable to find proposals from txnlog for zxid: ${zxidText(peerLastZxid)}`),
    ],
    txnLogTooLarge: [],
    gapBeforeCommittedLog: [
      info(`Detected gap between end of txnlog: and start of committedLog: ${zxidText(minCommittedLog)}`),
    ],
    unhandled: [
      warn(
        `Unhandled scenario for peer sid: ${learner} maxCommittedLog=${zxidText(maxCommittedLog)} minCommittedLog=${zxidText(minCommittedLog)} lastProcessedZxid=${zxidText(lastProcessedZxid)} peerLastZxid=${zxidText(peerLastZxid)}`,
      ),
      fallBack,
    ],
  };
  return [info(inputs), ...source[rule], ...sent];
}

/** LearnerHandler.run, of an IOException. */
function brokenText(log: Log): string {
  return log.isSince('3.7')
    ? 'Unexpected exception in LearnerHandler: '
    : 'Unexpected exception causing shutdown while sock still open';
}

/** The same of what a wait for a quorum ends with. */
function interruptedText(log: Log): string {
  return log.isSince('3.6') ? 'Unexpected exception in LearnerHandler.' : 'Unexpected exception causing shutdown';
}

/** Where an IOException ends it, or its own ping, the socket is closed at once; else last of all, with what is left of it. */
const CLOSED_AT_ONCE: ReadonlySet<LearnerLossReason> = new Set([
  'connectionClosed',
  'readTimeout',
  'transactionTimeout',
  'aheadOfLeader',
  'newerConfig',
]);

const LEARNER_EXCEPTION: Readonly<Record<LearnerLossReason, string | null>> = {
  connectionClosed: 'java.io.EOFException',
  readTimeout: 'java.net.SocketTimeoutException: Read timed out',
  transactionTimeout: null,
  // Told by `learnerAhead` already.
  aheadOfLeader: null,
  syncThrottled: null,
  newerConfig: null,
  epochTimeout: 'java.lang.InterruptedException: Timeout while waiting for epoch from quorum',
  epochAckTimeout: 'java.lang.InterruptedException: Timeout while waiting for epoch to be acked by quorum',
  newLeaderAckTimeout: 'java.lang.InterruptedException: Timeout while waiting for NEWLEADER to be acked by quorum',
  unexpectedPacket: null,
  replaced: null,
};

const DISK_EXCEPTION: Readonly<Record<DiskFailure, string>> = {
  full: 'java.io.IOException: No space left on device',
  error: 'java.io.IOException: Input/output error',
};

const SHUTDOWN: Readonly<Record<StepDownReason, (synced: readonly Sid[], log: Log) => readonly LogLine[]>> = {
  epochTimeout: (_, log) => interrupted(log, 'Timeout while waiting for epoch from quorum'),
  epochAckTimeout: (_, log) => interrupted(log, 'Timeout while waiting for epoch to be acked by quorum'),
  newLeaderAckTimeout: (synced, log) =>
    shutDown(log, `Waiting for a quorum of followers, only synced with sids: [ ${sets(synced, log)} ]`),
  notEnoughSynced: (synced, log) =>
    shutDown(log, `Not sufficient followers synced, only synced with sids: [ ${sets(synced, log)} ]`),
  voterChangedMind: (_, log) => [
    log.info(`WorkerReceiver[myid=${log.sid}]`, 'Leader', 'Quit leading due to voter changed mind.'),
    ...interrupted(log, 'Timeout while waiting for epoch from quorum'),
  ],
  diskFailed: (_, log) => [log.warn(log.peerThread, 'QuorumPeer', 'Unexpected exception', DISK_EXCEPTION.error)],
  logThreadDied: (_, log) => shutDown(log, 'Unexpected internal error'),
  rollover: (_, log) =>
    shutDown(log, 'zxid lower 32 bits have rolled over, forcing re-election, and therefore new epoch start'),
};

function whileLearning({ learnerClass }: Log): string {
  return `Exception when ${learnerClass === 'Follower' ? 'following' : 'observing'} the leader`;
}

function interrupted(log: Log, reason: string): readonly LogLine[] {
  return [log.warn(log.peerThread, 'QuorumPeer', 'Unexpected exception', `java.lang.InterruptedException: ${reason}`)];
}

function shutDown(log: Log, reason: string): readonly LogLine[] {
  if (log.isSince('3.6')) return [log.peer('Leader', `Shutdown called. For the reason ${reason}`)];
  return [
    { ...log.peer('Leader', 'Shutdown called'), exception: `java.lang.Exception: shutdown Leader! reason: ${reason}` },
  ];
}

function incoming(other: Sid, log: Log): LogLine {
  const from = log.isSince('3.5') ? ' from' : '';
  const message = `Received connection request${from} ${learnerAddress(log.config, other)}`;
  return log.info(log.listenerThread, log.listenerClass, message);
}

/** A flush of more than fsync.warningthresholdms. */
function slowDisk(log: Log): readonly LogLine[] {
  if (log.diskMillis <= 1000) return [];
  const thread = `SyncThread:${log.sid}`;
  return [
    log.warn(
      thread,
      'FileTxnLog',
      `fsync-ing the write ahead log in ${thread} took ${log.diskMillis}ms which will adversely effect operation latency. File size is 0 bytes. See the ZooKeeper troubleshooting guide`,
    ),
  ];
}

/** `[1, 2]`; 3.4 writes no blank. */
function sets(sids: readonly Sid[], log: Log): string {
  return log.isSince('3.5') ? `[${sids.join(', ')}]` : sids.join(',');
}

function snapshotFile(zxid: Zxid): string {
  return `/data/version-2/snapshot.${hex(zxid)}`;
}

function hex(zxid: Zxid): string {
  return zxid === ZXID_ZERO ? '0' : zxidText(zxid).slice(2);
}

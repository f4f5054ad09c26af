/**
 * One plain sentence for everything a server or client can say. Each is a predicate whose subject is the one
 * that says it: "now votes for S3: same epoch, same log, larger id". They tell what that server knows or
 * believes, never more.
 */
import { type Sid, epochOf, zxidLabel } from '../zookeeper/ids.ts';
import type {
  DecidingColumn,
  LeaderLossReason,
  LearnerLossReason,
  Note,
  NoteKind,
  VoteFact,
  WriteKind,
} from '../zookeeper/notes.ts';
import type { SyncMode, ZabState } from '../zookeeper/packets.ts';
import { columnName, greaterBecause, server, servers } from './en-terms.ts';
import { formatsOf } from './message.ts';

const { integer, plural } = formatsOf('en');

export type NoteSentences = {
  readonly [K in NoteKind]: (note: Extract<Note, { kind: K }>, self: Sid | null) => string;
};

const itself = (sid: Sid, self: Sid | null): string => (sid === self ? 'itself' : server(sid));
const voted = (vote: VoteFact, self: Sid | null): string => `a vote for ${itself(vote.leader, self)}`;
const of = (some: readonly unknown[], all: number): string => `${some.length} of ${all}`;
const spaced = (millis: number): string =>
  millis >= 1000 && millis % 1000 === 0 ? `${integer(millis / 1000)} s` : `${integer(millis)} ms`;

function firstDifference(vote: VoteFact, other: VoteFact): DecidingColumn {
  for (const column of ['peerEpoch', 'zxid', 'leader'] as const) if (vote[column] !== other[column]) return column;
  return vote.electionEpoch === other.electionEpoch ? null : 'electionEpoch';
}

const phaseShown: Readonly<Record<ZabState, string>> = {
  ELECTION: 'enters the election',
  DISCOVERY: 'enters discovery: which epoch is new?',
  SYNCHRONIZATION: 'enters synchronization: one history for all',
  BROADCAST: 'enters broadcast: ready for writes',
};

const modeMeans: Readonly<Record<SyncMode, string>> = {
  NONE: 'nothing yet',
  DIFF: 'only what is missing',
  TRUNC: 'cut back first',
  SNAP: 'a whole snapshot',
};

const leaderLost: Readonly<Record<LeaderLossReason, string>> = {
  reconfigured: 'the new configuration changes who leads, or its own part',
  connectionClosed: 'the connection closed',
  readTimeout: 'it was silent too long',
  unreachable: 'it cannot be reached',
  leaderUnknown: 'it is not in the ensemble',
  oldEpoch: 'its epoch is older than the one accepted here',
  discontinuousProposal: 'a proposal was missing in between',
  commitWithoutProposal: 'it committed what was never proposed here',
  diskFailed: 'the disk refused to take what must be on it first',
  logThreadDied: 'there is no log thread any more',
};

const refused: Readonly<Record<WriteKind, string>> = {
  acceptedEpoch: 'its acceptedEpoch',
  currentEpoch: 'its currentEpoch',
  updatingEpoch: 'the mark of its epoch',
  txns: 'its log',
  config: 'the configuration',
  truncate: 'the shorter log',
  snapshotStart: 'a snapshot',
  purge: 'what is to go',
  snapshot: 'a snapshot',
};

const learnerLost: Readonly<Record<LearnerLossReason, string>> = {
  connectionClosed: 'the connection closed',
  readTimeout: 'silent too long',
  transactionTimeout: 'a proposal stayed unacknowledged too long',
  aheadOfLeader: 'it is ahead of this leader',
  syncThrottled: 'too many are being synchronized at once',
  newerConfig: 'it has a later configuration in force',
  epochTimeout: 'no quorum named its epoch in time',
  epochAckTimeout: 'no quorum accepted the epoch in time',
  newLeaderAckTimeout: 'no quorum acknowledged NEWLEADER in time',
  unexpectedPacket: 'it sent something unexpected',
  replaced: 'it connected anew',
};

export const noteSentences: NoteSentences = {
  started: (n) => `starts: last zxid ${zxidLabel(n.lastZxid)}, currentEpoch ${n.currentEpoch}`,
  refusedToStart: (n) =>
    n.reason === 'epochBehindLog'
      ? 'refuses to start: its log holds a newer epoch than currentEpoch'
      : 'refuses to start: acceptedEpoch is behind currentEpoch',
  databaseLoaded: (n) =>
    n.snapshot === null && n.txnCount === 0
      ? 'finds nothing on its disk'
      : `loads its database up to ${zxidLabel(n.zxid)}: ${n.txnCount} from the log`,
  epochDefaulted: (n) => `has no ${n.file} on disk: takes ${n.epoch}, as its last zxid says`,
  stateChanged: (n) => (n.state === 'LOOKING' ? 'is looking for a leader' : phaseShown[n.zabState]),

  electionDialled: (n) => `calls ${server(n.to)} for the election`,
  electionDialDropped: (n) => `hangs up on ${server(n.to)}: the larger id calls`,
  electionDialReversed: (n) => `drops ${server(n.from)}’s call and calls back: its own id is larger`,
  electionConnected: (n) => `can exchange votes with ${server(n.with)}`,
  electionBroken: (n) => `loses its election connection to ${server(n.with)}`,
  electionUnreachable: (n) =>
    `cannot reach ${server(n.to)}: ${n.because === 'refused' ? 'nobody listens' : 'no answer'}`,

  electionStarted: (n, self) => `starts round ${n.vote.electionEpoch} and proposes ${itself(n.vote.leader, self)}`,
  votesSent: (n, self) => {
    const why = { electionStarted: '', adopted: ': its proposal changed', silence: ' again: it heard nothing' }[
      n.because
    ];
    return `sends ${voted(n.vote, self)} to ${servers(n.to)}${why}`;
  },
  voteReplied: (n, self) => {
    const why = { lowerRound: 'in an older round', settled: 'still looking', stranger: 'not a voter' }[n.because];
    return `answers ${server(n.to)}, ${why}, with ${voted(n.vote, self)}`;
  },
  voteReceived: (n, self) => `hears from ${n.from === self ? 'itself' : server(n.from)}: ${voted(n.vote, n.from)}`,
  voteCompared: (n, self) => {
    const whose = n.from === self ? 'its own vote' : `${server(n.from)}’s vote for ${itself(n.vote.leader, self)}`;
    if (n.outcome === 'equal' || n.by === null) return `finds ${whose} equal to its proposal`;
    return `finds that ${whose} ${n.outcome} on ${columnName[n.by]}`;
  },
  voteAdopted: (n, self) =>
    `now votes for ${itself(n.vote.leader, self)}: ${greaterBecause(firstDifference(n.vote, n.was))}`,
  roundRaised: (n) => `moves from round ${n.was} to ${n.round}, heard from ${server(n.from)}`,
  olderRoundIgnored: (n) => `ignores ${server(n.from)}: round ${n.round} is older than ${n.mine}`,
  voteCounted: (n, self) =>
    `counts ${n.from === self ? 'its own vote' : `${server(n.from)}’s vote`} for ${itself(n.vote.leader, self)}: ${of(n.agreeing, n.voters)} agree`,
  quorumAgrees: (n, self) =>
    `has a quorum for ${itself(n.vote.leader, self)}: waits ${spaced(n.waitMillis)} for a better vote`,
  voteDrained: (n) => `takes in ${server(n.from)}’s vote while it waits: no better one`,
  finalizeInterrupted: (n) => `hears a better vote from ${server(n.from)} and goes on electing`,
  voteRefused: (n) => {
    const why = { notAVoter: 'not a voter', unknownLeader: 'for an unknown server', noZxid: 'without data' }[n.because];
    return `does not count ${server(n.from)}’s vote: ${why}`;
  },
  settledVoteKept: (n) =>
    `notes that ${server(n.from)} already ${n.state === 'LEADING' ? 'leads' : `follows ${server(n.vote.leader)}`}`,
  notificationTimeout: (n) =>
    `heard nothing: ${n.action === 'resent' ? 'sends its vote again' : 'calls everybody again'}, next in ${spaced(n.nextMillis)}`,
  elected: (n, self) =>
    n.becomes === 'LEADING'
      ? `believes itself elected: ${servers(n.agreeing)} agree`
      : `believes ${itself(n.vote.leader, self)} elected: ${n.by === 'joined' ? 'a leader is already there' : `${servers(n.agreeing)} agree`}`,

  leaderDialled: (n) =>
    `${n.toMaster === true ? 'asks to be taken in by' : 'calls its leader'} ${server(n.leader)}${n.attempt > 1 ? `, attempt ${n.attempt}` : ''}`,
  leaderDialFailed: (n) =>
    n.toMaster === true
      ? `is not taken in by ${server(n.leader)}: ${n.because === 'refused' ? 'it takes no observers in now' : 'no answer'}`
      : `cannot reach its leader ${server(n.leader)}: ${n.because === 'refused' ? 'it does not listen yet' : 'no answer'}`,
  leaderConnected: (n) => `reaches ${n.toMaster === true ? '' : 'its leader '}${server(n.leader)}`,
  learnerRegistered: (n) => `hears from ${server(n.sid)}, who accepted epoch ${n.acceptedEpoch}`,
  epochProposed: (n) => `counts ${server(n.sid)}’s acceptedEpoch ${n.acceptedEpoch}: the new epoch will be ${n.epoch}`,
  epochFixed: (n) => `fixes epoch ${n.epoch}: above all of ${servers(n.connecting)}`,
  acceptedEpochWritten: (n) =>
    n.was === n.epoch
      ? `writes acceptedEpoch ${n.epoch} to disk`
      : `promises epoch ${n.epoch} (acceptedEpoch ${n.was} → ${n.epoch})`,
  currentEpochWritten: (n) =>
    n.was === n.epoch
      ? `writes currentEpoch ${n.epoch} to disk`
      : `joins epoch ${n.epoch} (currentEpoch ${n.was} → ${n.epoch})`,
  malformedSkipped: (n) => `skips bytes from ${server(n.from)} that are no notification`,
  receiverDied: (n) => `loses the thread that hears votes: bytes from ${server(n.from)} end it`,
  epochRecovered: (n) => `its log is of epoch ${n.epoch}: takes it as its currentEpoch, which said ${n.was}`,
  epochAlreadyAccepted: (n) => `accepted epoch ${n.epoch} before: its answer will not count`,
  epochAcked: (n) =>
    `hears ${server(n.sid)} accept the epoch${n.counted ? `: ${plural(n.electing.length, { one: '# so far', other: '# so far' })}` : ', which does not count'}`,
  learnerAhead: (n) =>
    `finds ${server(n.sid)} ahead of itself: ${zxidLabel(n.lastZxid)} in epoch ${n.currentEpoch}, its own ${zxidLabel(n.myLastZxid)} in ${n.myCurrentEpoch}`,
  epochRefused: (n) => `is offered epoch ${n.epoch}, but has promised ${n.acceptedEpoch}`,
  epochAckQuorum: (n) => `has a quorum in epoch ${n.epoch}: ${servers(n.electing)}`,

  syncDecided: (n) => {
    const count = plural(n.txnCount, { one: '# transaction', other: '# transactions' });
    const from = `${server(n.learner)} has ${zxidLabel(n.peerLastZxid)}`;
    switch (n.mode) {
      case 'TRUNC':
        return `tells ${server(n.learner)} to cut back to ${zxidLabel(n.zxid)} (TRUNC): ${from}`;
      case 'SNAP':
        return `sends ${server(n.learner)} a whole snapshot (SNAP): ${from}`;
      default:
        return n.txnCount === 0
          ? `has nothing to add for ${server(n.learner)} (DIFF): ${from}`
          : `sends ${server(n.learner)} ${count} (DIFF): ${from}`;
    }
  },
  forwardingStarted: (n) => `now sends new proposals to ${server(n.learner)} too`,
  syncModeReceived: (n) => `will be synchronized by ${n.mode}: ${modeMeans[n.mode]}`,
  truncateFailed: (n) => `cannot cut its log back to ${zxidLabel(n.to)}: it ends with ${zxidLabel(n.last)}`,
  truncated: (n) => `cuts its log back to ${zxidLabel(n.to)}: ${n.dropped.map(zxidLabel).join(', ') || 'nothing'} gone`,
  snapshotInstalled: (n) => `replaces its data by a snapshot up to ${zxidLabel(n.zxid)}`,
  snapshotWritten: (n) => `writes a snapshot up to ${zxidLabel(n.zxid)}`,
  snapshotAsked: (n) => `begins a snapshot up to ${zxidLabel(n.zxid)}, as its operator asks`,
  databaseRestored: (n) =>
    `has its data replaced by a snapshot up to ${zxidLabel(n.zxid)}: ${zxidLabel(n.was)} was its last`,
  databaseTakenBack: (n) => `takes back the data of before the restore, up to ${zxidLabel(n.zxid)}`,
  connectionsShed: (n) => `closes ${n.count} of ${n.of} client connections`,
  firstInSync: (n) =>
    `takes ${zxidLabel(n.zxid)} as the first of its sync: counting begins here, and what its server log says of it is harmless`,
  newLeaderReceived: (n) =>
    `hears NEWLEADER of epoch ${n.epoch}${n.queued > 0 ? ': writes what it received first' : ''}`,
  newLeaderAcked: (n) => `counts ${server(n.sid)}’s ACK of NEWLEADER: ${of(n.acks, n.voters)}`,
  newLeaderQuorum: (n) => `has a quorum in sync: epoch ${n.epoch} is established by ${servers(n.acks)}`,
  upToDateSent: (n) => `tells ${server(n.learner)} that it is up to date`,
  upToDate: (n) => `is up to date in epoch ${n.epoch}`,
  servingStarted: (n) =>
    n.as === 'LEADING' ? `leads epoch ${n.epoch} and serves clients` : `serves clients in epoch ${n.epoch}`,

  proposed: (n) => `proposes ${zxidLabel(n.zxid)}${n.to.length > 0 ? ` to ${servers(n.to)}` : ''}`,
  logQueued: (n) => `hands ${zxidLabel(n.zxid)} to its disk`,
  logFileCreated: (n) => `begins a new log file with ${zxidLabel(n.zxid)}`,
  logged: (n) => `has ${n.zxids.map(zxidLabel).join(', ')} on disk`,
  proposalGap: (n) =>
    epochOf(n.expected) === 0
      ? `takes ${zxidLabel(n.zxid)} as the first proposal after its sync: counting begins here, and the warning in its server log is harmless`
      : `expected ${zxidLabel(n.expected)} but got ${zxidLabel(n.zxid)}`,
  acked: (n) => `counts ${server(n.sid)}’s ACK of ${zxidLabel(n.zxid)}: ${of(n.acks, n.voters)}`,
  observerMasterStarted: () => 'takes observers in from now on',
  informMissed: (n) => {
    const missed = n.observers.length === 0 ? 'nobody misses it' : `${servers(n.observers)} will miss it`;
    return `cannot tell observers of ${zxidLabel(n.zxid)}, proposed before it took any in; ${missed}`;
  },
  packetUnexpected: (n) => `has no use for a ${n.type}${n.from === null ? '' : ` from ${server(n.from)}`}`,
  configSeen: (n) => `keeps the new configuration in mind: ${servers(n.voters)} vote; from now on both must agree`,
  configActivated: (n) => `puts the configuration ${zxidLabel(n.version)} in force: ${servers(n.voters)} vote`,
  leaderNotDesignated: (n) => `commits nothing more: ${server(n.designated)} is to lead the new configuration`,
  ackIgnored: (n) =>
    n.because === 'alreadyCommitted'
      ? `needs no more ACKs of ${zxidLabel(n.zxid)}: it is committed`
      : `does not count ${server(n.sid)}’s ACK of ${zxidLabel(n.zxid)}`,
  committed: (n) => `commits ${zxidLabel(n.zxid)}: ${of(n.acks, n.voters)} have it on disk`,
  commitReceived: (n) => `learns that ${zxidLabel(n.zxid)} is committed`,
  commitUnseen: (n) => `hears a COMMIT of ${zxidLabel(n.zxid)}, which it never received`,
  commitMismatch: (n) => `hears a COMMIT of ${zxidLabel(n.zxid)} but ${zxidLabel(n.expected)} comes first`,
  applied: (n) => `applies ${zxidLabel(n.zxid)}`,

  ticked: (n) => `checks who is in sync: ${servers(n.synced)}`,
  steppedDown: (n) => {
    const why = {
      epochTimeout: 'no quorum came for its epoch',
      epochAckTimeout: 'no quorum accepted its epoch',
      newLeaderAckTimeout: 'no quorum acknowledged NEWLEADER',
      notEnoughSynced: `only ${servers(n.synced)} in sync`,
      voterChangedMind: 'a voter looks for a leader again while it waits for its epoch',
      rollover: 'its counter is full',
      diskFailed: 'its disk refused the epoch',
      logThreadDied: 'it has no log thread any more',
    }[n.reason];
    return `steps down: ${why}`;
  },
  leaderLost: (n) =>
    n.reason === 'readTimeout'
      ? `gives up on ${server(n.leader)}: silent for ${spaced(n.silentMillis)}`
      : `gives up on ${server(n.leader)}: ${leaderLost[n.reason]}`,
  learnerLost: (n) => `lets ${server(n.sid)} go: ${learnerLost[n.reason]}`,
  fastForwarded: (n) => `catches up on its log from ${zxidLabel(n.from)} to ${zxidLabel(n.to)}`,
  writeRefused: (n) =>
    n.because === 'full'
      ? `finds its disk full: ${refused[n.write]} is not on it`
      : `cannot write ${refused[n.write]}: its disk fails`,
  logThreadDied: () => 'has lost the thread that writes its log',
  databaseDiscarded: () => 'discards its data in memory; the disk stays',

  requestForwarded: (n) => `forwards ${n.operation} to its leader`,
  requestRejected: (n) =>
    n.reason === 'notServing'
      ? 'turns a client away: it does not serve'
      : n.reason === 'tooManyConnections'
        ? 'turns a client away: its address has too many connections'
        : n.reason === 'readOnly'
          ? 'turns a client away that would write'
          : n.reason === 'wrongPassword'
            ? `refuses a client: session ${n.sessionId} has another password`
            : 'turns a client away: it has seen newer data',
  sessionAnswered: (n) =>
    n.valid
      ? `lets a client have session ${n.sessionId}, with a timeout of ${spaced(n.timeoutMillis)}`
      : `tells a client that session ${n.sessionId} is gone`,
  readingPaused: (n) =>
    `reads no more from session ${n.sessionId}: ${n.outstanding} requests are under way, and its limit is ${n.limit}`,
  readingResumed: (n) =>
    `reads from session ${n.sessionId} again, which has sent ${n.waiting === 0 ? 'nothing' : n.waiting} meanwhile`,
  standaloneStarted: (n) => `serves alone, with no ensemble, from ${zxidLabel(n.lastZxid)} on`,
  readOnlyStarted: () => 'serves reads alone, as it finds no leader',
  snapshotStarted: (n) => `begins a snapshot at ${zxidLabel(n.zxid)}`,
  snapshotSkipped: () => 'takes no snapshot: it is still writing the one before',
  filesPurged: (n) =>
    `deletes old files, but for ${plural(n.retainCount, { one: '# snapshot', other: '# snapshots' })}`,
  containerReaped: (n) => `deletes ${n.path}: its time is over`,
  quotaExceeded: (n) => `warns: ${n.path} takes ${n.current} ${n.of === 'count' ? 'nodes' : 'bytes'} of ${n.limit}`,
  sessionUpgraded: (n) => `has its session ${n.sessionId} known everywhere`,
  sessionExpired: (n) => `ends session ${n.sessionId}: nothing heard of it for ${spaced(n.timeoutMillis)}`,
  sessionLost: (n) => `learns that its session ${n.sessionId} is no more`,
  watchWithheld: (n) => `tells nobody of ${n.event} ${n.path}: who watches may not read it`,
  watchTriggered: (n) => `tells who watches: ${n.event} ${n.path}`,
  watchFired: (n) => `is told ${n.event} ${n.path}`,
  sessionRevalidated: (n) => (n.valid ? 'may keep a client’s session' : 'must end a client’s session'),
  answered: (n) => `answers ${n.operation}: ${n.answer.error === 'OK' ? 'done' : n.answer.error}`,
  clientConnected: (n) => `has a session at ${server(n.server)}`,
  clientDisconnected: (n) =>
    `loses ${server(n.server)}${n.unanswered > 0 ? `, ${plural(n.unanswered, { one: '# request', other: '# requests' })} unanswered` : ''}`,
  clientCalled: (n) => `asks ${server(n.server)}: ${n.operation}${n.path === null ? '' : ` ${n.path}`}`,
  commandEnded: (n) => `has done: ${n.line}`,
  clientAnswered: (n) => `is answered ${n.operation}: ${n.answer.error === 'OK' ? 'done' : n.answer.error}`,
};

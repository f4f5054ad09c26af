/** Which line an event lights: by the notes of its handler; without any, by what the handler was called for. */
import { assertUnreachable } from '../../base/assert.ts';
import type { Entry } from '../../sim/entry.ts';
import type { Standing } from '../../sim/facts.ts';
import type { Note, NoteKind } from '../../zookeeper/notes.ts';
import { PACKET_FAMILY, isPing } from '../../zookeeper/packets.ts';
import { mainNote } from '../story/narrate.ts';
import type { LineId } from './listings.ts';

/** A server's part in an event; 'client' for a client. */
export type Part = 'looking' | 'leading' | 'learning' | 'client';

export function partOf(state: Standing | null): Part {
  return state === 'LEADING' || state === 'STANDALONE'
    ? 'leading'
    : state === 'FOLLOWING' || state === 'OBSERVING'
      ? 'learning'
      : 'looking';
}

type ByPart = Readonly<Record<Exclude<Part, 'client'>, LineId>>;

/** The one line that each note stands for; where leaders and learners do the same in different places, one for each. */
export const LINE_OF_NOTE: Readonly<Record<NoteKind, LineId | ByPart>> = {
  databaseLoaded: 'qp.load',
  epochDefaulted: 'qp.epochMissing',
  epochRecovered: 'qp.epochRecovered',
  refusedToStart: 'qp.refuse',
  started: 'qp.started',
  stateChanged: 'qp.state',
  standaloneStarted: 'qp.standalone',
  readOnlyStarted: 'qp.readOnly',
  fastForwarded: 'qp.forward',
  databaseDiscarded: 'qp.discard',
  configSeen: 'qp.configSeen',
  configActivated: 'qp.configActivated',
  filesPurged: 'qp.purge',
  electionDialled: 'cnx.dial',
  electionDialDropped: 'cnx.drop',
  electionDialReversed: 'cnx.reverse',
  electionConnected: 'cnx.connected',
  electionBroken: 'cnx.broken',
  electionUnreachable: 'cnx.unreachable',
  malformedSkipped: 'el.malformed',
  receiverDied: 'el.receiverDied',
  voteReceived: 'el.received',
  voteRefused: 'el.refuse',
  voteReplied: 'el.reply',
  electionStarted: 'el.start',
  votesSent: 'el.send',
  notificationTimeout: 'el.timeout',
  roundRaised: 'el.raise',
  olderRoundIgnored: 'el.older',
  voteCompared: 'el.compare',
  voteAdopted: 'el.adopt',
  voteCounted: 'el.count',
  quorumAgrees: 'el.quorum',
  finalizeInterrupted: 'el.interrupt',
  voteDrained: 'el.drain',
  settledVoteKept: 'el.settled',
  elected: 'el.elected',
  leaderDialled: 'ln.dial',
  leaderDialFailed: 'ln.dialFailed',
  leaderConnected: 'ln.connected',
  epochRefused: 'ln.epochRefused',
  epochAlreadyAccepted: 'ln.epochAlready',
  acceptedEpochWritten: { looking: 'qp.epochFile', leading: 'ld.acceptedWritten', learning: 'ln.acceptedWritten' },
  currentEpochWritten: { looking: 'qp.epochFile', leading: 'ld.currentWritten', learning: 'ln.currentWritten' },
  syncModeReceived: 'ln.mode',
  snapshotInstalled: 'ln.snap',
  truncated: 'ln.trunc',
  truncateFailed: 'ln.truncFailed',
  firstInSync: 'ln.firstInSync',
  newLeaderReceived: 'ln.newLeader',
  upToDate: 'ln.upToDate',
  servingStarted: { looking: 'ln.serve', leading: 'ld.serve', learning: 'ln.serve' },
  proposalGap: 'ln.gap',
  observerMasterStarted: 'ln.observerMaster',
  commitReceived: 'ln.commit',
  informMissed: 'ln.informMissed',
  commitUnseen: 'ln.unseen',
  commitMismatch: 'ln.mismatch',
  packetUnexpected: { looking: 'ln.unexpected', leading: 'ld.read', learning: 'ln.unexpected' },
  leaderLost: 'ln.lost',
  learnerRegistered: 'ld.registered',
  epochProposed: 'ld.proposed',
  epochFixed: 'ld.fixed',
  epochAcked: 'ld.epochAcked',
  learnerAhead: 'ld.ahead',
  epochAckQuorum: 'ld.epochQuorum',
  syncDecided: 'ld.sync',
  forwardingStarted: 'ld.forward',
  newLeaderAcked: 'ld.newLeaderAcked',
  newLeaderQuorum: 'ld.newLeaderQuorum',
  upToDateSent: 'ld.upToDate',
  proposed: 'ld.propose',
  acked: 'ld.ack',
  ackIgnored: 'ld.ackIgnored',
  committed: 'ld.commit',
  leaderNotDesignated: 'ld.notDesignated',
  ticked: 'ld.tick',
  steppedDown: 'ld.stepDown',
  learnerLost: 'ld.learnerLost',
  sessionRevalidated: 'ld.revalidate',
  sessionExpired: 'ld.expire',
  containerReaped: 'ld.container',
  logQueued: 'dk.queue',
  logFileCreated: 'dk.file',
  logged: 'dk.logged',
  snapshotStarted: 'dk.snapStart',
  snapshotWritten: 'dk.snapshot',
  snapshotSkipped: 'dk.skip',
  snapshotAsked: 'op.snapshot',
  databaseRestored: 'op.restore',
  databaseTakenBack: 'op.takenBack',
  connectionsShed: 'op.shed',
  writeRefused: 'dk.refused',
  logThreadDied: 'dk.died',
  requestRejected: 'rq.reject',
  sessionAnswered: 'rq.session',
  readingPaused: 'rq.pause',
  readingResumed: 'rq.resume',
  sessionUpgraded: 'rq.upgrade',
  requestForwarded: 'rq.forward',
  applied: 'rq.apply',
  quotaExceeded: 'rq.quota',
  watchTriggered: 'rq.watch',
  watchWithheld: 'rq.withheld',
  answered: 'rq.answer',
  clientConnected: 'cl.connected',
  clientCalled: 'cl.called',
  clientAnswered: 'cl.answered',
  commandEnded: 'cl.ended',
  watchFired: 'cl.watch',
  clientDisconnected: 'cl.disconnected',
  sessionLost: 'cl.lost',
};

export function lineOfNote(kind: NoteKind, part: Part): LineId {
  const line = LINE_OF_NOTE[kind];
  return typeof line === 'string' ? line : line[part === 'client' ? 'learning' : part];
}

export interface Lit {
  readonly line: LineId;
  /** What fills in its variables; null where the handler had nothing to tell. */
  readonly note: Note | null;
}

/** The line that the event is about. Null for what was done to the server from outside. */
export function litLine(entry: Entry, part: Part): Lit | null {
  const note = mainNote(entry);
  if (note !== null) return { line: lineOfNote(note.kind, part), note };
  const line = part === 'client' ? 'cl.other' : lineOfHandler(entry, part);
  return line === null ? null : { line, note: null };
}

/** The line that the handler has just been at, after its first `notes` notes. */
export function litNote(entry: Entry, part: Part, notes: number): Lit | null {
  const note = entry.notes[notes - 1];
  return note === undefined ? null : { line: lineOfNote(note.kind, part), note };
}

/** Every line that the event passed, in order; a note of each. `notes`: as far as so many of its notes. */
export function passedLines(entry: Entry, part: Part, notes = entry.notes.length): ReadonlyMap<LineId, Note> {
  return new Map(entry.notes.slice(0, notes).map((note) => [lineOfNote(note.kind, part), note]));
}

function lineOfHandler(entry: Entry, part: Exclude<Part, 'client'>): LineId | null {
  switch (entry.kind) {
    case 'received':
      return lineOfPacket(entry, part);
    case 'fired':
      return lineOfTimer(entry.timer ?? 'election');
    case 'flushed':
      return lineOfWrite(entry);
    case 'accepted':
      return 'cnx.accept';
    case 'opened':
      return part === 'learning' ? 'ln.connected' : 'cnx.connected';
    case 'refused':
      return part === 'learning' ? 'ln.dialFailed' : 'cnx.unreachable';
    case 'closed':
    case 'timedOut':
      return 'cnx.broken';
    case 'unwritten':
      return 'dk.refused';
    case 'action':
    case 'crashed':
      return null;
    default:
      return assertUnreachable(entry.kind);
  }
}

function lineOfPacket({ packet }: Entry, part: Exclude<Part, 'client'>): LineId | null {
  if (packet === null) return null;
  if (packet.type === 'INITIAL') return 'cnx.accept';
  switch (PACKET_FAMILY[packet.type]) {
    case 'election':
      return 'el.poll';
    case 'client':
      return 'rq.read';
    default:
      if (packet.type === 'NEWLEADER') return 'ln.newLeader';
      if (isPing(packet.type)) return part === 'leading' ? 'ld.ping' : 'ln.ping';
      return part === 'leading' ? 'ld.read' : 'ln.read';
  }
}

function lineOfTimer(timer: NonNullable<Entry['timer']>): LineId {
  switch (timer) {
    case 'election':
      return 'el.poll';
    case 'halfTick':
      return 'ld.tick';
    case 'observerMasterPing':
      return 'ld.ping';
    case 'quorumWait':
      return 'ld.stepDown';
    case 'leaderConnect':
      return 'ln.dial';
    case 'newLeaderAck':
      return 'ln.ackNewLeader';
    case 'observerDelay':
      return 'qp.pause';
    case 'sessionExpiry':
    case 'localSessionExpiry':
      return 'ld.expire';
    case 'containerCheck':
      return 'ld.container';
    case 'readOnly':
      return 'qp.readOnly';
    case 'purge':
      return 'qp.purge';
    case 'clientPing':
    case 'clientReconnect':
      return 'cl.other';
    default:
      return 'cnx.unreachable';
  }
}

function lineOfWrite({ write }: Entry): LineId | null {
  switch (write?.kind) {
    case undefined:
      return null;
    case 'acceptedEpoch':
    case 'currentEpoch':
      return 'qp.epochFile';
    case 'updatingEpoch':
      return 'ln.ackNewLeader';
    case 'txns':
      return 'dk.logged';
    case 'config':
      return 'qp.configActivated';
    case 'truncate':
      return 'ln.trunc';
    case 'snapshotStart':
      return 'dk.snapStart';
    case 'purge':
      return 'qp.purge';
    case 'snapshot':
      return 'dk.snapshot';
    default:
      return assertUnreachable(write);
  }
}

/** What an event changed, as bits: enough to paint a timeline and to jump along it without decoding events. */
import { isPing } from '../zookeeper/packets.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { ActionKind } from './action.ts';
import type { Entry } from './entry.ts';

/** A server's state or ZAB phase changed. */
export const FLAG_PHASE = 1;
/** A server's vote changed, or the count of votes for it. */
export const FLAG_VOTE = 2;
/** A leader counted a quorum for a transaction. */
export const FLAG_COMMIT = 4;
/** Something was done from outside. */
export const FLAG_ACTION = 8;
/** A leader began to serve. */
export const FLAG_LEADER = 16;
/** An epoch was written. */
export const FLAG_EPOCH = 32;
/** A property of the audit broke. */
export const FLAG_VIOLATION = 64;

/** A message that matters was lost: more than a ping. */
export const FLAG_LOST = 128;

/** A client's terminal shows something new. */
export const FLAG_TERMINAL = 256;

/** A leader decided how to bring a learner up to date. */
export const FLAG_SYNC = 512;

/** The course of things turns: a leader is elected or lost, a log is cut, a server refuses to start. */
export const FLAG_TURN = 1024;

const FLAG_OF_NOTE: Partial<Record<Note['kind'], number>> = {
  started: FLAG_PHASE,
  stateChanged: FLAG_PHASE,
  electionStarted: FLAG_VOTE,
  voteAdopted: FLAG_VOTE,
  quorumAgrees: FLAG_VOTE,
  elected: FLAG_VOTE | FLAG_TURN,
  leaderLost: FLAG_TURN,
  steppedDown: FLAG_TURN,
  truncated: FLAG_TURN,
  truncateFailed: FLAG_TURN,
  refusedToStart: FLAG_TURN,
  configActivated: FLAG_TURN,
  committed: FLAG_COMMIT,
  acceptedEpochWritten: FLAG_EPOCH,
  currentEpochWritten: FLAG_EPOCH,
  syncDecided: FLAG_SYNC,
  clientConnected: FLAG_TERMINAL,
  clientDisconnected: FLAG_TERMINAL,
  sessionLost: FLAG_TERMINAL,
  watchFired: FLAG_TERMINAL,
  commandEnded: FLAG_TERMINAL,
};

const ON_TERMINAL: readonly ActionKind[] = ['connect', 'type', 'killClient'];

export function flagsOf(entry: Entry): number {
  let flags = entry.kind === 'action' ? FLAG_ACTION : entry.kind === 'crashed' ? FLAG_PHASE : 0;
  if (entry.action !== null && ON_TERMINAL.includes(entry.action.do)) flags |= FLAG_TERMINAL;
  for (const note of entry.notes) {
    flags |= FLAG_OF_NOTE[note.kind] ?? 0;
    if (note.kind === 'servingStarted' && note.as === 'LEADING') flags |= FLAG_LEADER;
  }
  for (const { packet } of entry.lost) if (packet.type !== 'INITIAL' && !isPing(packet.type)) flags |= FLAG_LOST;
  if (entry.violations.length > 0) flags |= FLAG_VIOLATION;
  return flags;
}

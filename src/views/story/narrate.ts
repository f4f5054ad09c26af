/**
 * One plain sentence for an event: made from the note that matters most, else from what arrived, fired or was
 * written. Every word comes from the catalogue.
 */
import { isPing } from '../../zookeeper/packets.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { LabWords } from '../../locales/translation.ts';
import type { Entry } from '../../sim/entry.ts';
import { type Sid, zxidLabel } from '../../zookeeper/ids.ts';
import type { Note, NoteKind } from '../../zookeeper/notes.ts';
import { actionText } from './action-text.ts';
import type { Who } from './who.ts';

export interface Told {
  /** Whom the sentence is about; null for what was done to the whole from outside. */
  readonly who: Who | null;
  /** The predicate, or the whole text when nobody is its subject. */
  readonly text: string;
  readonly note: Note | null;
}

/** The more a note says about the course of things, the earlier it stands. What is not here matters least. */
const WEIGHT: readonly NoteKind[] = [
  'refusedToStart',
  'steppedDown',
  'servingStarted',
  'elected',
  'configActivated',
  'truncateFailed',
  'truncated',
  'snapshotInstalled',
  'committed',
  'newLeaderQuorum',
  'epochAckQuorum',
  'epochFixed',
  'quorumAgrees',
  'finalizeInterrupted',
  'leaderLost',
  'voteAdopted',
  'electionStarted',
  'syncDecided',
  'currentEpochWritten',
  'acceptedEpochWritten',
  'upToDate',
  'proposed',
  'voteCounted',
  'voteRefused',
  'voteCompared',
  'roundRaised',
  'olderRoundIgnored',
  'newLeaderAcked',
  'epochAcked',
  'epochProposed',
  'epochAlreadyAccepted',
  'newLeaderReceived',
  'syncModeReceived',
  'learnerAhead',
  'learnerLost',
  'acked',
  'applied',
  'commitReceived',
  'logged',
  'logQueued',
  'settledVoteKept',
  'voteDrained',
  'voteReplied',
  'voteReceived',
  'notificationTimeout',
  'leaderDialFailed',
  'leaderDialled',
  'leaderConnected',
  'started',
  'stateChanged',
  'commandEnded',
  'clientAnswered',
  'clientCalled',
  'clientConnected',
  'clientDisconnected',
];
const weightOf = new Map(WEIGHT.map((kind, index) => [kind, index]));

/** The less, the more it says. */
export function noteWeight({ kind }: Note): number {
  return weightOf.get(kind) ?? WEIGHT.length;
}

export function mainNote(entry: Entry): Note | null {
  let best: Note | null = null;
  let bestWeight = Number.POSITIVE_INFINITY;
  for (const note of entry.notes) {
    const weight = noteWeight(note);
    if (weight < bestWeight) [best, bestWeight] = [note, weight];
  }
  return best;
}

/** `note`: of what it did there, what is to be told. */
export function tell(
  entry: Entry,
  whoIs: (node: number) => Who,
  words: LabWords,
  note: Note | null = mainNote(entry),
): Told {
  if (entry.action !== null) return { who: null, text: actionText(entry.action, words), note };
  const who = whoIs(entry.node);
  if (note !== null) return { who, text: noteText(note, who.sid, words), note };
  return { who, text: bareText(entry, entry.other < 0 ? '' : whoIs(entry.other).name, words), note: null };
}

/** As a sentence of its own. */
export function sentence({ who, text }: Told, words: LabWords): string {
  return who === null ? words.sentences([text]) : words.event.sentence(who.name, text);
}

function noteText(note: Note, self: Sid | null, { notes }: LabWords): string {
  // The table has a function for exactly this kind of note; the type system cannot follow that.
  const say = notes[note.kind] as (note: Note, self: Sid | null) => string;
  return say(note, self);
}

function bareText(entry: Entry, other: string, { event }: LabWords): string {
  switch (entry.kind) {
    case 'received':
      return receivedText(entry, other, event);
    case 'flushed':
      return flushedText(entry, event);
    case 'fired': {
      const timer = entry.timer ?? 'election';
      // Some timers have a number: whose they are.
      return event.fired[timer.replace(/:.*/, '') as keyof typeof event.fired] ?? timer;
    }
    case 'accepted':
    case 'opened':
    case 'refused':
    case 'closed':
    case 'timedOut':
      return event[entry.kind](other);
    case 'unwritten':
    case 'crashed':
      return event[entry.kind]();
    case 'action':
      return '';
    default:
      return assertUnreachable(entry.kind);
  }
}

function receivedText({ packet }: Entry, other: string, event: LabWords['event']): string {
  if (packet === null) return '';
  if (packet.type === 'NOTIFICATION') return event.hearsVote(other);
  if (isPing(packet.type)) return event.pinged(other);
  const about = 'zxid' in packet ? ` ${zxidLabel(packet.zxid)}` : '';
  return event.receives(`${packet.type}${about}`, other);
}

function flushedText({ write }: Entry, { flushed }: LabWords['event']): string {
  switch (write?.kind) {
    case 'acceptedEpoch':
    case 'currentEpoch':
      return flushed[write.kind](write.epoch);
    case 'txns':
      return flushed.txns(write.txns.map((txn) => txn.zxid));
    case 'updatingEpoch':
      return flushed.updatingEpoch(write.present);
    case 'truncate':
      return flushed.truncate(write.to);
    case 'snapshotStart':
    case 'purge':
      return flushed[write.kind]();
    default:
      return flushed.snapshot();
  }
}

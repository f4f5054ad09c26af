/** What a run has met: a search that never sees a TRUNC says nothing about TRUNC. */
import type { Entry } from '../sim/entry.ts';
import type { Note, StepDownReason, SyncRule } from '../zookeeper/notes.ts';
import type { SyncMode } from '../zookeeper/packets.ts';

export type Situation =
  | 'committed'
  | 'INFORM'
  | 'fast-forward'
  | 'half a SNAP discarded'
  | 'snapshot by snapCount'
  | 'session expired'
  | 'session lost'
  | 'session revalidated'
  | 'session refused'
  | 'client saw newer'
  | 'watch fired'
  | 'multi passed'
  | 'multi failed'
  | 'sync answered'
  | 'read-only begun'
  | 'configuration changed'
  | 'leader not designated'
  | 'died at a write'
  | 'container or TTL node reaped'
  | 'refused by ACL'
  | `received ${SyncMode}`
  | `synced ${SyncRule}`
  | `stepped down ${StepDownReason}`;

export type Situations = ReadonlyMap<Situation, number>;

/** Adds what `entry` shows to `into`. */
export function countSituations(entry: Entry, into: Map<Situation, number>): void {
  if (entry.packet?.type === 'INFORM') add(into, 'INFORM');
  if (entry.kind === 'crashed') add(into, 'died at a write');
  for (const note of entry.notes) {
    const situation = situationOf(note);
    if (situation !== null) add(into, situation);
  }
}

function add(into: Map<Situation, number>, situation: Situation): void {
  into.set(situation, (into.get(situation) ?? 0) + 1);
}

function situationOf(note: Note): Situation | null {
  switch (note.kind) {
    case 'committed':
      return 'committed';
    case 'fastForwarded':
      return 'fast-forward';
    case 'databaseDiscarded':
      return 'half a SNAP discarded';
    case 'snapshotWritten':
      return note.because === 'snapCount' ? 'snapshot by snapCount' : null;
    case 'sessionExpired':
      return 'session expired';
    case 'sessionLost':
      return 'session lost';
    case 'sessionRevalidated':
      return note.valid ? 'session revalidated' : 'session refused';
    case 'requestRejected':
      return note.reason === 'sawNewer' ? 'client saw newer' : null;
    case 'watchFired':
      return 'watch fired';
    case 'configActivated':
      return note.restarts ? 'configuration changed' : null;
    case 'leaderNotDesignated':
      return 'leader not designated';
    case 'readOnlyStarted':
      return 'read-only begun';
    case 'containerReaped':
      return 'container or TTL node reaped';
    case 'answered':
      if (note.answer.error === 'NOAUTH') return 'refused by ACL';
      if (note.operation === 'sync') return 'sync answered';
      if (note.operation !== 'multi') return null;
      return note.answer.error === 'OK' ? 'multi passed' : 'multi failed';
    case 'syncModeReceived':
      return `received ${note.mode}`;
    case 'syncDecided':
      return `synced ${note.rule}`;
    case 'steppedDown':
      return `stepped down ${note.reason}`;
    default:
      return null;
  }
}

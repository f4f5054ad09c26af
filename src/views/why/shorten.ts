/** Of a long chain of causes the steps that say most about why, the one that it ends in always among them. */
import type { Entry } from '../../sim/entry.ts';
import type { Note, NoteKind } from '../../zookeeper/notes.ts';
import { mainNote, noteWeight } from '../story/narrate.ts';
import type { Cause } from './causes.ts';

/** No answer has more sentences before somebody asks for all. */
export const SENTENCES_MAX = 7;

/** Where somebody gave up, or took another side: a reason, whatever else the same event brought about. */
const REASONS: readonly NoteKind[] = [
  'refusedToStart',
  'steppedDown',
  'leaderLost',
  'voteAdopted',
  'clientCalled',
  'truncated',
];

/** What of an event is a reason for what came after it. */
export function reasonNote(entry: Entry): Note | null {
  for (const kind of REASONS) {
    const found = entry.notes.find((note) => note.kind === kind);
    if (found !== undefined) return found;
  }
  return mainNote(entry);
}

export type Shown = { readonly cause: Cause } | { readonly hidden: readonly Cause[] };

export interface Room {
  /** No more steps than this. */
  readonly max: number;
  /** Nobody else has said the newest. */
  readonly keepsNewest: boolean;
}

/** In their order, with what is left out between them. */
export function shortened(causes: readonly Cause[], { max, keepsNewest }: Room): readonly Shown[] {
  if (causes.length <= max) return causes.map((cause) => ({ cause }));
  const ends = keepsNewest ? [0, causes.length - 1] : [causes.length - 1];
  const middle = causes
    .map((_, at) => at)
    .filter((at) => !ends.includes(at))
    .toSorted((a, b) => weightAt(a) - weightAt(b) || a - b)
    .slice(0, Math.max(0, max - ends.length));
  const kept = new Set([...ends, ...middle]);
  const shown: Shown[] = [];
  let hidden: Cause[] = [];
  causes.forEach((cause, at) => {
    if (!kept.has(at)) hidden.push(cause);
    else {
      if (hidden.length > 0) shown.push({ hidden });
      hidden = [];
      shown.push({ cause });
    }
  });
  return shown;

  function weightAt(at: number): number {
    const cause = causes[at];
    // Something was done from outside, amid it all.
    if (cause !== undefined && cause.entry.action !== null) return -1;
    const note = cause === undefined ? null : reasonNote(cause.entry);
    if (note === null) return Number.POSITIVE_INFINITY;
    const reason = REASONS.indexOf(note.kind);
    return reason === -1 ? REASONS.length + noteWeight(note) : reason;
  }
}

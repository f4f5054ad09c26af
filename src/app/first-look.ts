/**
 * The first ten seconds: an election slow enough to follow, a pause when the leader serves, and two ways on.
 * Everything here is computed from what happened in the run, so stepping back and forth fits in.
 *
 *   votes ──▶ a quorum agrees ──▶ elected ──▶ serves ‖ Next: kill the leader | Play freely
 */
import type { NodeId } from '../kernel/process.ts';
import type { Entry } from '../sim/entry.ts';

/** The turning points of one election, as cursors just after them; null while they have not been met. */
export interface Milestones {
  /** Cursor up to which the run was looked at. */
  readonly scanned: number;
  readonly agreed: number | null;
  readonly elected: number | null;
  readonly serving: number | null;
  /** Node that serves as the leader. */
  readonly leader: NodeId | null;
}

export type FirstLookStep =
  /** Votes are sent and compared. */
  | 'voting'
  /** A quorum agrees; the finalize wait. */
  | 'waiting'
  /** Discovery and synchronization. */
  | 'joining'
  /** A leader serves: what next? */
  | 'serving';

/** Virtual milliseconds per millisecond, so that each part lasts a few seconds. */
const PACE: Readonly<Record<FirstLookStep, number>> = { voting: 0.015, waiting: 0.16, joining: 0.06, serving: 0.06 };

export function noMilestones(cursor: number): Milestones {
  return { scanned: cursor, agreed: null, elected: null, serving: null, leader: null };
}

/** What is known after looking on as far as cursor `to`. */
export function scanMilestones(known: Milestones, entryAt: (index: number) => Entry, to: number): Milestones {
  let { scanned, agreed, elected, serving, leader } = known;
  for (; scanned < to && serving === null; scanned++) {
    const entry = entryAt(scanned);
    for (const note of entry.notes) {
      if (note.kind === 'quorumAgrees') agreed ??= scanned + 1;
      else if (note.kind === 'elected') elected ??= scanned + 1;
      else if (note.kind === 'servingStarted' && note.as === 'LEADING') {
        serving = scanned + 1;
        leader = entry.node;
      }
    }
  }
  return { scanned, agreed, elected, serving, leader };
}

export function stepAt({ agreed, elected, serving }: Milestones, cursor: number): FirstLookStep {
  if (serving !== null && cursor >= serving) return 'serving';
  if (elected !== null && cursor >= elected) return 'joining';
  return agreed !== null && cursor >= agreed ? 'waiting' : 'voting';
}

export function paceAt(milestones: Milestones, cursor: number): number {
  return PACE[stepAt(milestones, cursor)];
}

/** Where playback pauses by itself on the way from one cursor to a later one, or null. */
export function pauseBetween({ serving }: Milestones, from: number, to: number): number | null {
  return serving !== null && from < serving && serving <= to ? serving : null;
}

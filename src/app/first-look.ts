/**
 * The first ten seconds: an election slow enough to follow, a pause when the leader serves, and two ways on.
 * Everything here is computed from what happened in the run, so stepping back and forth fits in.
 *
 *   connect ─▶ votes ─▶ a quorum agrees ─▶ elected ─▶ serves ‖ Next: kill the leader | Play freely
 */
import type { NodeId } from '../kernel/process.ts';
import type { Entry } from '../sim/entry.ts';

/** The turning points of one election, as cursors just after them; null while they have not been met. */
export interface Milestones {
  /** Cursor up to which the run was looked at. */
  readonly scanned: number;
  /** The first connection for votes. */
  readonly connected: number | null;
  /** By node: when it saw a quorum agree with it. */
  readonly agreed: ReadonlyMap<NodeId, number>;
  readonly elected: ReadonlyMap<NodeId, number>;
  /** When a leader began to serve; the run is not looked at beyond. */
  readonly serving: number | null;
  /** The node that did. */
  readonly leader: NodeId | null;
}

export type FirstLookStep =
  /** Nobody has heard of anybody. */
  | 'connecting'
  /** Votes are sent and compared. */
  | 'voting'
  /** A quorum agrees, as the leader to be sees it: the finalize wait. */
  | 'waiting'
  /** Discovery and synchronization. */
  | 'joining'
  /** A leader serves: what next? */
  | 'serving';

/** Virtual milliseconds per millisecond: eight seconds in all, half of them for the votes. */
const PACE: Readonly<Record<FirstLookStep, number>> = {
  connecting: 0.045,
  voting: 0.017,
  waiting: 0.2,
  joining: 0.05,
  serving: 0.05,
};

/** `connected`: the servers know each other from an election before. */
export function noMilestones(cursor: number, { connected }: { readonly connected: boolean }): Milestones {
  return {
    scanned: cursor,
    connected: connected ? cursor : null,
    agreed: new Map(),
    elected: new Map(),
    serving: null,
    leader: null,
  };
}

/** What is known after looking on as far as cursor `to`. */
export function scanMilestones(known: Milestones, entryAt: (index: number) => Entry, to: number): Milestones {
  let { scanned, connected, serving, leader } = known;
  if (serving !== null || scanned >= to) return known;
  const agreed = new Map(known.agreed);
  const elected = new Map(known.elected);
  while (scanned < to && serving === null) {
    const { node, notes } = entryAt(scanned);
    scanned += 1;
    for (const note of notes) {
      if (note.kind === 'electionConnected') connected ??= scanned;
      else if (note.kind === 'quorumAgrees') agreed.set(node, scanned);
      else if (note.kind === 'elected') elected.set(node, scanned);
      else if (note.kind === 'servingStarted' && note.as === 'LEADING') {
        serving = scanned;
        leader = node;
      }
    }
  }
  return { scanned, connected, agreed, elected, serving, leader };
}

/** Seen from the server that will lead. */
export function stepAt(milestones: Milestones, cursor: number): FirstLookStep {
  const { connected, agreed, elected, serving, leader } = milestones;
  const hasPassed = (milestone: number | null | undefined): boolean => (milestone ?? Infinity) <= cursor;
  if (hasPassed(serving)) return 'serving';
  if (leader !== null && hasPassed(elected.get(leader))) return 'joining';
  if (leader !== null && hasPassed(agreed.get(leader))) return 'waiting';
  return hasPassed(connected) ? 'voting' : 'connecting';
}

export function paceOf(step: FirstLookStep): number {
  return PACE[step];
}

/** Where playback pauses by itself on the way from one cursor to a later one, or null. */
export function pauseBetween({ serving }: Milestones, from: number, to: number): number | null {
  return serving !== null && from < serving && serving <= to ? serving : null;
}

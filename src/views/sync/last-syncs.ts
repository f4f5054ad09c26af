/** How a server was last brought up to date by its present leader, or brought its learners up to date. */
import type { Session } from '../../app/session.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_PHASE, FLAG_SYNC } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';

type Run = Pick<ReturnType<Session['branch']>, 'previousMark' | 'entryAt'>;

export type SyncNote = Extract<Entry['notes'][number], { kind: 'syncDecided' }>;

export interface Sync {
  /** Of the event that decided. */
  readonly index: number;
  readonly at: number;
  readonly leader: Sid;
  readonly note: SyncNote;
}

/**
 * Newest first; of a leader one for each of its learners. Empty where nothing was decided since the server last looked
 * for a leader. `sids`: the server at node n is the n-th.
 */
export function lastSyncs(run: Run, cursor: number, server: ServerFacts, sids: readonly Sid[]): readonly Sync[] {
  const syncs: Sync[] = [];
  const isLeading = server.state === 'LEADING';
  if (!isLeading && server.leader === null) return syncs;
  for (
    let index = run.previousMark(cursor, FLAG_PHASE | FLAG_SYNC);
    index !== null;
    index = run.previousMark(index, FLAG_PHASE | FLAG_SYNC)
  ) {
    const entry = run.entryAt(index);
    const leader = sids[entry.node];
    if (leader !== undefined && leader === (isLeading ? server.sid : server.leader)) {
      for (const note of entry.notes) {
        if (note.kind !== 'syncDecided' || syncs.some((sync) => sync.note.learner === note.learner)) continue;
        if (isLeading || note.learner === server.sid) syncs.push({ index, at: entry.at, leader, note });
      }
      if (!isLeading && syncs.length > 0) return syncs;
    }
    if (entry.node === server.node && entry.notes.some(beginsAnew)) return syncs;
  }
  return syncs;
}

function beginsAnew(note: Entry['notes'][number]): boolean {
  return note.kind === 'started' || (note.kind === 'stateChanged' && note.state === 'LOOKING');
}

/** The transactions that a leader and its learner hold, side by side in zxid order, and what becomes of each at the learner. */
import type { Zxid } from '../../zookeeper/ids.ts';
import type { SyncNote } from './last-syncs.ts';

export interface Point {
  readonly zxid: Zxid;
  readonly roles: readonly ('min' | 'max' | 'last' | 'peer')[];
  /** 'none': a number alone, or what the learner is not told of. */
  readonly fate: 'kept' | 'cut' | 'sent' | 'replaced' | 'none';
  /** Whether anybody holds a transaction of that number. */
  readonly isTxn: boolean;
  /** Numbers between this and the one before are left out. */
  readonly afterGap: boolean;
}

/** Those that matter, and as many more, the newest first, as there is room for. */
export const POINTS_MAX = 10;

export function numberLine(note: SyncNote, leaderHas: readonly Zxid[], learnerHas: readonly Zxid[]): readonly Point[] {
  const special = {
    min: note.minCommittedLog,
    max: note.maxCommittedLog,
    last: note.lastProcessedZxid,
    peer: note.peerLastZxid,
  };
  const needed = new Set<Zxid>([...Object.values(special), ...(note.mode === 'TRUNC' ? [note.zxid] : [])]);
  const held = new Set<Zxid>([...leaderHas, ...learnerHas]);
  const all = [...new Set([...needed, ...held])].toSorted((a, b) => a - b);
  const room = Math.max(0, POINTS_MAX - needed.size);
  const extra = all.filter((zxid) => !needed.has(zxid)).slice(-room || all.length);
  const shown = new Set([...needed, ...(room === 0 ? [] : extra)]);
  let isAfterGap = false;
  return all.flatMap((zxid): readonly Point[] => {
    if (!shown.has(zxid)) {
      isAfterGap = true;
      return [];
    }
    const afterGap = isAfterGap;
    isAfterGap = false;
    const roles = (['min', 'max', 'last', 'peer'] as const).filter((role) => special[role] === zxid);
    const [atLeader, atLearner] = [leaderHas.includes(zxid), learnerHas.includes(zxid)];
    return [{ zxid, roles, afterGap, isTxn: held.has(zxid), fate: fateOf(note, zxid, { atLeader, atLearner }) }];
  });
}

function fateOf(
  { mode, zxid: op, peerLastZxid: peer, maxCommittedLog: max, lastProcessedZxid: last }: SyncNote,
  zxid: Zxid,
  { atLeader, atLearner }: { readonly atLeader: boolean; readonly atLearner: boolean },
): Point['fate'] {
  if (mode === 'SNAP') return (atLeader && zxid <= last) || atLearner ? 'replaced' : 'none';
  const agreed = mode === 'TRUNC' ? op : peer;
  if (zxid <= agreed) return atLearner || atLeader ? 'kept' : 'none';
  if (mode === 'TRUNC' && atLearner && zxid <= peer && !atLeader) return 'cut';
  return atLeader && zxid <= max ? 'sent' : 'none';
}

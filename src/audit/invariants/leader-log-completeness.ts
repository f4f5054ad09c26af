import { type Epoch, type Zxid, ZXID_ZERO, zxidLabel } from '../../zookeeper/ids.ts';
import type { Audit } from '../ghost.ts';
import { invariant } from '../invariant.ts';

/**
 * Of earlier epochs: a leader that slept while a later one was established may still find its quorum of acks, waiting
 * for it in its sockets, and begin to serve. It can commit nothing.
 */
export const leaderLogCompleteness = invariant({
  id: 'LeaderLogCompleteness',
  statement: 'A leader that begins to serve has everything that leaders of earlier epochs committed.',
  source:
    'mixed-grained specification, LeaderLogCompleteness and CommittedLogMonotonicity; DSN 2011, primary integrity',
  watches: ['newLeaderQuorum'],
  check: ({ note, audit, peer, sid }) => {
    const own = peer?.leader?.summary.lastZxid ?? null;
    const committed = committedBefore(audit, note.epoch);
    if (own === null || own >= committed) return null;
    return { servers: [sid], detail: `has ${zxidLabel(own)}, committed was ${zxidLabel(committed)}` };
  },
});

function committedBefore({ committedBy }: Audit, epoch: Epoch): Zxid {
  let last = ZXID_ZERO;
  for (const key in committedBy) {
    const earlier = Number(key) as Epoch;
    const zxid = committedBy[earlier] ?? ZXID_ZERO;
    if (earlier < epoch && zxid > last) last = zxid;
  }
  return last;
}

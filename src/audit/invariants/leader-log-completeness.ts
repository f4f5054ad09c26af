import { invariant } from '../invariant.ts';
import { committedAndMissing } from '../committed.ts';

/**
 * Of earlier epochs: a leader that slept while a later one was established may still find its quorum of acks, waiting
 * for it in its sockets. It can commit nothing.
 */
export const leaderLogCompleteness = invariant({
  id: 'LeaderLogCompleteness',
  name: 'A new leader lacks nothing',
  group: 'zab',
  statement: 'A leader whose epoch is established begins with everything that leaders of earlier epochs committed.',
  source: 'mixed-grained specification, LeaderLogCompleteness; DSN 2011, primary integrity',
  watches: ['epochAckQuorum'],
  check: ({ note, audit, peer, sid }) => {
    const last = peer?.leader?.summary.lastZxid ?? null;
    const missing = last === null ? null : committedAndMissing(audit, { epoch: note.epoch, last });
    if (last === null || missing === null) return null;
    return { servers: [sid], fact: { kind: 'leaderLacks', missing, last } };
  },
});

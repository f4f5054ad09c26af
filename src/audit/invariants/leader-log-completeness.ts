import { zxidLabel } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

export const leaderLogCompleteness = invariant({
  id: 'LeaderLogCompleteness',
  statement: 'A leader that begins to serve has everything that was ever committed.',
  source: 'mixed-grained specification, LeaderLogCompleteness and CommittedLogMonotonicity',
  watches: ['newLeaderQuorum'],
  check: ({ audit, peer, sid }) => {
    const own = peer?.leader?.summary.lastZxid ?? null;
    if (own === null || own >= audit.lastCommitted) return null;
    return { servers: [sid], detail: `has ${zxidLabel(own)}, committed was ${zxidLabel(audit.lastCommitted)}` };
  },
});

import { ZXID_ZERO, counterOf, epochOf } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

/** The first proposal of an epoch may follow anything, and so may the first that a learner hears of. */
export const proposalInconsistent = invariant({
  id: 'proposalInconsistent',
  name: 'Proposals without a gap',
  group: 'action',
  statement: 'Proposals of an epoch reach a learner one after the other, and a TRUNC names a place in its log.',
  source: 'ZkV3_7_0.tla, proposalInconsistent; Learner.syncWithLeader, Follower.processPacket',
  watches: ['proposalGap', 'truncateFailed'],
  check: ({ note, audit, sid }) => {
    if (note.kind === 'truncateFailed') {
      return { servers: [sid], fact: { kind: 'nothingToCut', to: note.to, last: note.last } };
    }
    const { zxid, expected } = note;
    const isFirst = epochOf(expected) === epochOf(ZXID_ZERO) || epochOf(zxid) > epochOf(expected);
    // A leader that leaves counters out itself: its proposals are what they are.
    if (isFirst || audit.proposals[epochOf(zxid)]?.hasGap === true) return null;
    const fact = { kind: 'proposalGap', zxid, expected } as const;
    return counterOf(zxid) === 0 && zxid > expected ? null : { servers: [sid], fact };
  },
});

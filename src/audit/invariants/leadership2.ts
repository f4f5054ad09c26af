import { invariant } from '../invariant.ts';

export const leadership2 = invariant({
  id: 'Leadership2',
  name: 'One leader per epoch, ever',
  group: 'zab',
  statement: 'An epoch has at most one leader over all time.',
  source: 'Zab.tla, Leadership2',
  watches: ['epochAckQuorum'],
  check: ({ note, audit, sid }) => {
    const earlier = audit.leaderOfEpoch[note.epoch];
    if (earlier === undefined || earlier === sid) return null;
    return { servers: [earlier, sid], fact: { kind: 'secondLeader', epoch: note.epoch } };
  },
});

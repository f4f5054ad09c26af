import { invariant } from '../invariant.ts';

export const currentEpochMonotone = invariant({
  id: 'CurrentEpochMonotone',
  name: 'Joined epochs never fall',
  group: 'implementation',
  statement: 'The epoch a server has joined never falls.',
  source: 'Learner.syncWithLeader, Leader.lead',
  watches: ['currentEpochWritten'],
  check: ({ note, sid }) => {
    const { epoch, was } = note;
    return epoch >= was ? null : { servers: [sid], fact: { kind: 'epochFell', was, epoch } };
  },
});

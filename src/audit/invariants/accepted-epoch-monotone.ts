import { invariant } from '../invariant.ts';

export const acceptedEpochMonotone = invariant({
  id: 'AcceptedEpochMonotone',
  name: 'Promises never fall',
  group: 'implementation',
  statement: 'What a server has promised never falls.',
  source: 'Learner.registerWithLeader, Leader.getEpochToPropose',
  watches: ['acceptedEpochWritten'],
  check: ({ note, sid }) => {
    const { epoch, was } = note;
    return epoch >= was ? null : { servers: [sid], fact: { kind: 'epochFell', was, epoch } };
  },
});

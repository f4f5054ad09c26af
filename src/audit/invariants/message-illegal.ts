import { invariant } from '../invariant.ts';

export const messageIllegal = invariant({
  id: 'messageIllegal',
  name: 'No packet out of place',
  group: 'action',
  statement: 'No server gets a packet that its role, at that point, cannot be sent.',
  source: 'ZkV3_7_0.tla, messageIllegal; LearnerHandler.run, Learner.syncWithLeader',
  watches: ['packetUnexpected'],
  check: ({ note, sid }) => {
    const { from, type: packet } = note;
    return { servers: from === null ? [sid] : [from, sid], fact: { kind: 'illegalPacket', packet } };
  },
});

import { invariant } from '../invariant.ts';

export const acceptedCoversCurrent = invariant({
  id: 'AcceptedCoversCurrent',
  name: 'Join only what was promised',
  group: 'implementation',
  statement: 'A server joins only an epoch that it has promised: acceptedEpoch is never behind currentEpoch.',
  source: 'QuorumPeer.loadDataBase',
  watches: ['acceptedEpochWritten', 'currentEpochWritten', 'started'],
  check: ({ peer, sid }) => {
    if (peer === null || peer.acceptedEpoch >= peer.currentEpoch) return null;
    const { acceptedEpoch, currentEpoch } = peer;
    return { servers: [sid], fact: { kind: 'epochsCrossed', acceptedEpoch, currentEpoch } };
  },
});

import { invariant } from '../invariant.ts';

export const epochsMonotone = invariant({
  id: 'EpochsMonotone',
  statement: 'acceptedEpoch and currentEpoch never fall, and what a server joined it has promised before.',
  source: 'AcceptedEpochMonotone, CurrentEpochMonotone (QuorumPeer.loadDataBase)',
  watches: ['acceptedEpochWritten', 'currentEpochWritten'],
  check: ({ note, peer, sid }) => {
    if (note.epoch < note.was) return { servers: [sid], detail: `${note.was} → ${note.epoch}` };
    if (peer === null || peer.acceptedEpoch >= peer.currentEpoch) return null;
    return { servers: [sid], detail: `accepted ${peer.acceptedEpoch}, current ${peer.currentEpoch}` };
  },
});

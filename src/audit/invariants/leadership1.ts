import type { Sid } from '../../zookeeper/ids.ts';
import type { QuorumPeer } from '../../zookeeper/peer/quorum-peer.ts';
import { invariant } from '../invariant.ts';

/** Both readings: the protocol's specification compares currentEpoch, those of the system acceptedEpoch, which is written earlier. */
export const leadership1 = invariant({
  id: 'Leadership1',
  name: 'One leader per epoch',
  group: 'zab',
  statement: 'No two established leaders in one epoch.',
  source: 'Zab.tla and ZkV3_7_0.tla, Leadership1',
  watches: ['stateChanged'],
  check: ({ world, peer, sid }) => {
    if (peer === null || !isEstablished(peer)) return null;
    for (const by of ['acceptedEpoch', 'currentEpoch'] as const) {
      const rivals: Sid[] = [];
      for (const { state } of world.nodes) {
        if (state?.kind !== 'server' || state.sid === sid || !isEstablished(state)) continue;
        if (state[by] === peer[by]) rivals.push(state.sid);
      }
      if (rivals.length > 0) return { servers: [sid, ...rivals], fact: { kind: 'rivalLeaders', epoch: peer[by], by } };
    }
    return null;
  },
});

function isEstablished({ state, zabState }: QuorumPeer): boolean {
  return state === 'LEADING' && (zabState === 'SYNCHRONIZATION' || zabState === 'BROADCAST');
}

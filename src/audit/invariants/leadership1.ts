import type { Sid } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

/** Compared by the epoch each leads in: the stricter reading, since currentEpoch is written late. */
export const leadership1 = invariant({
  id: 'Leadership1',
  statement: 'No two established leaders in one epoch.',
  source: 'Zab.tla, Leadership1',
  watches: ['stateChanged'],
  check: ({ note, world, peer, sid }) => {
    const leader = peer?.leader ?? null;
    if (note.state !== 'LEADING' || note.zabState === 'DISCOVERY' || leader === null) return null;
    const rivals: Sid[] = [];
    for (const { state } of world.nodes) {
      if (state?.kind !== 'server' || state.sid === sid || state.leader?.epoch !== leader.epoch) continue;
      if (state.zabState === 'SYNCHRONIZATION' || state.zabState === 'BROADCAST') rivals.push(state.sid);
    }
    return rivals.length === 0 ? null : { servers: [sid, ...rivals], detail: `epoch ${leader.epoch}` };
  },
});

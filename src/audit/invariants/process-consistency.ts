import { counterOf, epochOf } from '../../zookeeper/ids.ts';
import { lastZxidOnDisk } from '../../zookeeper/peer/durable.ts';
import { invariant } from '../invariant.ts';
import { isInHistory } from '../proposals.ts';
import { nodeOf } from '../servers.ts';

/** Broken by ZOOKEEPER-2845: the log of a follower goes on where its leader's history, and its own memory, end. */
export const processConsistency = invariant({
  id: 'ProcessConsistency',
  name: 'Followers’ logs are their leader’s',
  group: 'zab',
  statement: 'The log of a follower that has accepted NEWLEADER is a part of its leader’s history.',
  source: 'mixed-grained specification, ProcessConsistency',
  watches: ['newLeaderAcked'],
  check: ({ note, audit, world, peer, sid }) => {
    const leader = peer?.leader ?? null;
    const node = nodeOf(world, note.sid);
    if (leader === null || node === null || note.sid === sid) return null;
    const last = lastZxidOnDisk(node.durable);
    // Of its own epoch a leader has everything: nobody else proposes in it.
    if (counterOf(last) === 0 || epochOf(last) >= leader.epoch) return null;
    const { lastZxid } = leader.summary;
    if (isInHistory(audit.proposals, last, lastZxid) ?? last <= lastZxid) return null;
    const fact = { kind: 'unknownToLeader', last, leaderLast: lastZxid } as const;
    return { servers: [note.sid, sid], fact };
  },
});

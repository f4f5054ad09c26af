import { type Zxid, counterOf } from '../../zookeeper/ids.ts';
import type { Fact } from '../fact.ts';
import { lastAcked } from '../ghost.ts';
import { invariant } from '../invariant.ts';

/**
 * Broken by ZOOKEEPER-4685: the log thread of a follower overtakes its own ACK of NEWLEADER. A follower that comes anew
 * has a new LearnerHandler, and what it sent to the old one may arrive whenever it likes: order is of one connection.
 */
export const ackInconsistent = invariant({
  id: 'ackInconsistent',
  name: 'Acks in their turn',
  group: 'action',
  statement:
    'Over one connection a follower acknowledges NEWLEADER first, then proposals one after the other, and only what its leader has proposed.',
  source: 'ZkV3_7_0.tla, ackInconsistent; Leader.processAck, waitForNewLeaderAck; ZOOKEEPER-4685',
  watches: ['acked', 'ackIgnored'],
  check: ({ note, audit, node, peer, sid }) => {
    const { zxid } = note;
    const servers = [note.sid, sid];
    if (note.kind === 'ackIgnored') {
      if (note.because === 'notNewLeader') return { servers, fact: { kind: 'ackBeforeNewLeader', zxid } };
      // (E,0) acknowledges NEWLEADER and UPTODATE; and who may not commit does not look.
      if (note.because === 'newLeader' || note.because === 'notDesignated') return null;
      const lastCommitted = peer?.leader?.lastCommitted ?? zxid;
      if (zxid > lastCommitted) return { servers, fact: { kind: 'ackUnknown', zxid, lastCommitted } };
    }
    // A leader's own come over no connection, those of others as below.
    const fact = note.sid === sid ? disorder(zxid, lastAcked(audit, node.id, null)) : null;
    return fact === null ? null : { servers, fact };
  },
  checkArrival: ({ arrival: { on, from, packet }, audit, node }) => {
    if (packet.type !== 'ACK') return null;
    const fact = disorder(packet.zxid, lastAcked(audit, node.id, on));
    return fact === null ? null : { nodes: [from, node.id], fact };
  },
});

/** (E,0) may be acknowledged twice, and at any time between. */
function disorder(zxid: Zxid, after: Zxid): Fact | null {
  return counterOf(zxid) === 0 || zxid > after ? null : { kind: 'ackOutOfOrder', zxid, after };
}

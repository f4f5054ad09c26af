import { ZXID_ZERO, counterOf } from '../../zookeeper/ids.ts';
import { invariant } from '../invariant.ts';

/** Broken by ZOOKEEPER-4685: the log thread of a follower overtakes its own ACK of NEWLEADER. */
export const ackInconsistent = invariant({
  id: 'ackInconsistent',
  name: 'Acks in their turn',
  group: 'action',
  statement:
    'A follower acknowledges NEWLEADER first, then proposals one after the other, and only what its leader has proposed.',
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
    const after = audit.ackLeader === node.id ? (audit.ackedUpTo[note.sid] ?? ZXID_ZERO) : ZXID_ZERO;
    if (counterOf(zxid) === 0 || zxid > after) return null;
    return { servers, fact: { kind: 'ackOutOfOrder', zxid, after } };
  },
});

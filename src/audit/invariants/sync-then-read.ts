import { clientInvariant } from '../invariant.ts';

/**
 * Asked of the answer to the sync: a read behind it shows no less (NoTimeTravel). No quorum is asked for a sync, so a leader
 * that is deposed and does not know it answers too: what counts is what the leader of that epoch had committed.
 */
export const syncThenRead = clientInvariant({
  id: 'SyncThenRead',
  name: 'A read behind a sync is fresh',
  group: 'client',
  statement: 'A sync is answered where everything is applied that its leader had committed when it was asked for.',
  source: 'Leader.processSync; USENIX ATC 2010, section 2.3',
  watches: ['clientAnswered'],
  check: ({ note: { cxid, operation, answer }, record: { name, calls } }) => {
    const call = calls.find((other) => other.cxid === cxid);
    if (call === undefined || operation !== 'sync' || answer.error !== 'OK' || answer.zxid >= call.committed)
      return null;
    return { kind: 'staleSync', client: name, cxid, zxid: answer.zxid, committed: call.committed };
  },
});

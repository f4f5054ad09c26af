import { type Epoch, epochOf } from '../../zookeeper/ids.ts';
import { sameTxn } from '../same-txn.ts';
import { invariant } from '../invariant.ts';
import { proposedAs } from '../proposals.ts';

export const integrity = invariant({
  id: 'Integrity',
  name: 'Nothing out of thin air',
  group: 'zab',
  statement: 'What a server delivers, the primary of its epoch has broadcast.',
  source: 'Zab.tla, Integrity; DSN 2011, section III',
  watches: ['applied'],
  check: ({ note, audit, sid }) => {
    const { zxid, body } = note;
    const proposed = proposedAs(audit.proposals, zxid);
    if (proposed === 'unknown') {
      // Of epochs that disks held before the run nobody can tell.
      if (isHeard(audit.oldestEpoch, epochOf(zxid), audit.proposals)) {
        return { servers: [sid], fact: { kind: 'neverProposed', zxid, here: body.type, proposed: null } };
      }
      return null;
    }
    if (proposed !== null && sameTxn(proposed, body)) return null;
    const fact = { kind: 'neverProposed', zxid, here: body.type, proposed: proposed?.type ?? null } as const;
    return { servers: [sid], fact };
  },
});

/** Whether the run would have heard of its leader: it is later than all that disks held at the start. */
function isHeard(oldestEpoch: Epoch, epoch: Epoch, proposals: Readonly<Record<Epoch, unknown>>): boolean {
  return epoch > oldestEpoch && proposals[epoch] === undefined;
}

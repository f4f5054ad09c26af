import { itemAt } from '../../base/append-list.ts';
import type { History } from '../../zookeeper/database/history.ts';
import { type Epoch, type Zxid, ZXID_ZERO, zxidFrom } from '../../zookeeper/ids.ts';
import { committedAndMissing } from '../committed.ts';
import { positionOf } from '../delivered.ts';
import type { Audit } from '../ghost.ts';
import { invariant } from '../invariant.ts';
import { indexIn } from '../own-history.ts';

/** Asked of what its tree is made of, not of what its last zxid promises: a hole counts. */
export const committedLogMonotonicity = invariant({
  id: 'CommittedLogMonotonicity',
  name: 'A serving leader has it all',
  group: 'zab',
  statement: 'A leader that begins to serve has delivered everything that leaders of earlier epochs committed.',
  source: 'mixed-grained specification, CommittedLogMonotonicity',
  watches: ['newLeaderQuorum'],
  check: ({ note, audit, peer, sid }) => {
    if (peer === null || peer.leader === null) return null;
    const { lastZxid: last } = peer.leader.summary;
    const missing =
      committedAndMissing(audit, { epoch: note.epoch, last }) ??
      deliveredAndMissing(audit, note.epoch, peer.database.tree.history);
    return missing === null ? null : { servers: [sid], fact: { kind: 'leaderLacks', missing, last } };
  },
});

/** What was delivered before `epoch` must lie in `history` side by side. */
function deliveredAndMissing({ delivered }: Audit, epoch: Epoch, history: History): Zxid | null {
  const count = positionOf(delivered, zxidFrom(epoch, 0));
  const first = itemAt(delivered, 0)?.zxid ?? ZXID_ZERO;
  const last = itemAt(delivered, count - 1)?.zxid ?? ZXID_ZERO;
  if (count === 0) return null;
  const [from, to] = [indexIn(history, first), indexIn(history, last)];
  if (itemAt(history, from) === first && itemAt(history, to) === last && to - from === count - 1) return null;
  for (let i = 0; i < count; i++) {
    const zxid = itemAt(delivered, i)?.zxid ?? ZXID_ZERO;
    if (itemAt(history, indexIn(history, zxid)) !== zxid) return zxid;
  }
  return null;
}

import { itemAt } from '../../base/append-list.ts';
import type { History } from '../../zookeeper/database/history.ts';
import { type Epoch, type Zxid, ZXID_ZERO, epochOf, zxidFrom } from '../../zookeeper/ids.ts';
import type { World } from '../../kernel/world.ts';
import type { ZooKeeper } from '../../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../../zookeeper/peer/quorum-peer.ts';
import { invariant } from '../invariant.ts';
import { indexIn } from '../own-history.ts';
import { serverOf } from '../servers.ts';

/** Asked when a follower begins to serve, and of what it still applies of earlier epochs then. */
export const primaryIntegrity = invariant({
  id: 'PrimaryIntegrity',
  name: 'A primary knows what its followers know',
  group: 'zab',
  statement: 'A primary has delivered everything of earlier epochs that a follower of its has delivered.',
  source: 'Zab.tla, PrimaryIntegrity; DSN 2011, section III',
  watches: ['stateChanged', 'applied'],
  check: ({ note, world, peer, sid }) => {
    const learner = peer?.learner ?? null;
    if (peer === null || learner === null || learner.phase !== 'serving' || peer.leaving) return null;
    if (note.kind === 'applied' && epochOf(note.zxid) >= learner.newEpoch) return null;
    if (note.kind === 'stateChanged' && note.zabState !== 'BROADCAST') return null;
    const primary = primaryOf(world, peer);
    if (primary === null) return null;
    const missing = lacks(primary.database.tree.history, peer.database.tree.history, learner.newEpoch);
    if (missing === null) return null;
    const last = primary.leader?.summary.lastZxid ?? ZXID_ZERO;
    return { servers: [primary.sid, sid], fact: { kind: 'leaderLacks', missing, last } };
  },
});

/** Whom it learns from, in broadcast as it is; of an observer that a follower has taken in, whom that follower learns from. */
function primaryOf(world: World<ZooKeeper>, peer: QuorumPeer): QuorumPeer | null {
  const { learner } = peer;
  const master = learner === null ? null : serverOf(world, learner.leader);
  if (learner === null || master === null) return null;
  const { observerMaster = null } = master.learner ?? {};
  if (observerMaster === null) return isAttached(master, peer) ? master : null;
  const { handlers } = observerMaster;
  const isTakenIn = handlers.some(({ on, phase }) => on === learner.on && phase === 'broadcasting');
  return isTakenIn && master.learner?.newEpoch === learner.newEpoch ? primaryOf(world, master) : null;
}

/** Both in broadcast, at the two ends of one connection. */
function isAttached({ leader, zabState }: QuorumPeer, { learner }: QuorumPeer): boolean {
  if (leader === null || learner === null || zabState !== 'BROADCAST' || leader.epoch !== learner.newEpoch)
    return false;
  return leader.handlers.some(({ on, phase }) => on === learner.on && phase === 'broadcasting');
}

/** The last transaction before `epoch` in `follower` that `primary` lacks. A hole shows in the number of those before the last; where it is, is looked for only then. */
function lacks(primary: History, follower: History, epoch: Epoch): Zxid | null {
  const count = indexIn(follower, zxidFrom(epoch, 0));
  const last = itemAt(follower, count - 1);
  if (last === null) return null;
  const place = indexIn(primary, last);
  if (itemAt(primary, place) === last && place >= count - 1) return null;
  for (let i = count - 1; i >= 0; i--) {
    const zxid = itemAt(follower, i);
    if (zxid !== null && itemAt(primary, indexIn(primary, zxid)) !== zxid) return zxid;
  }
  return null;
}

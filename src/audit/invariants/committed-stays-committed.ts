import { lastItem } from '../../base/append-list.ts';
import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { lastZxidOnDisk } from '../../zookeeper/peer/durable.ts';
import { isCommitted } from '../committed.ts';
import { invariant } from '../invariant.ts';
import { mayDecideAlone } from '../oracle.ts';
import { isInHistory } from '../proposals.ts';
import { newestConfig, nodeOf } from '../servers.ts';

/** Asked where it may come true: when a process starts with what its disk has kept, and when a sync is over. */
export const committedStaysCommitted = invariant({
  id: 'CommittedStaysCommitted',
  name: 'Committed stays committed',
  group: 'implementation',
  statement: 'What any client may have seen stays on so many disks that no quorum can form without it.',
  source: 'ZOOKEEPER-3911, -4646, -261; DSN 2011, section IV',
  watches: ['started', 'currentEpochWritten'],
  check: ({ audit, world, peer }) => {
    const seen = lastItem(audit.delivered)?.zxid ?? null;
    if (seen === null || peer === null) return null;
    // Not by its own: whoever starts may have slept through a reconfig. Nor by one that never commits.
    const config = newestConfig(world, ({ version }) => isCommitted(audit, version)) ?? peer.quorumVerifier;
    if (mayDecideAlone(world, config)) return null;
    const without = config.voters.filter((sid) => {
      const voter = nodeOf(world, sid);
      if (voter === null) return true;
      const onDisk = lastZxidOnDisk(voter.durable);
      return !(isInHistory(audit.proposals, seen, onDisk) ?? seen <= onDisk);
    });
    if (!isQuorum(config, without)) return null;
    return { servers: without, fact: { kind: 'mayBeForgotten', zxid: seen } };
  },
});

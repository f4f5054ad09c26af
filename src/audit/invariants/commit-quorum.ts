import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import { invariant } from '../invariant.ts';
import { oracleDecides } from '../oracle.ts';
import { beginningOf, configsAsked } from '../reconfigs.ts';

/**
 * A reconfig, and what is proposed while it is under way, needs a quorum of the old configuration and one of the new; so does
 * what a leader begins with that has seen a configuration which is not in force.
 */
export const commitQuorum = invariant({
  id: 'CommitQuorum',
  name: 'A quorum for each commit',
  group: 'implementation',
  statement: 'A leader commits only what a quorum of voters has acknowledged, in each configuration that was asked.',
  source: 'Leader.propose, Leader.tryToCommit, Leader.waitForNewLeaderAck; DSN 2011, section IV',
  watches: ['committed', 'newLeaderQuorum'],
  check: ({ note, audit, peer, node, sid }) => {
    if (peer === null) return null;
    const { acks } = note;
    const zxid = note.kind === 'committed' ? note.zxid : beginningOf(note.epoch);
    const missed = configsAsked(audit.reconfigs, zxid, peer.quorumVerifier).find((config) => {
      return !isQuorum(config, acks) && !oracleDecides(node, peer, config);
    });
    if (missed === undefined) return null;
    return { servers: [sid], fact: { kind: 'noQuorum', zxid, acks, voters: missed.voters.length } };
  },
});

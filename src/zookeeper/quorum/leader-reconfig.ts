/** What a configuration that takes effect means to the leader: who leads from then on, itself or another (Leader.tryToCommit). */
import { ensure } from '../../base/assert.ts';
import type { QuorumVerifier } from '../config/ensemble.ts';
import { isVoter } from '../election/quorum-verifier.ts';
import { activateConfig } from './reconfiguration.ts';
import { type Sid, type Zxid, zxidFrom } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';

/** A committed reconfig takes effect here; returns who leads from now on (Leader.tryToCommit). */
export function activateProposed(
  turn: Turn,
  { config, zxid, acks }: { readonly config: QuorumVerifier; readonly zxid: Zxid; readonly acks: readonly Sid[] },
): Sid {
  const designated = designatedLeader(turn, config, acks);
  activateConfig(turn, config, { leader: designated, zxid });
  forbidUnlessDesignated(turn, designated);
  return designated;
}

/** Leader.startZkServer: a configuration that was only seen is completed by the leader whose NEWLEADER carried it. */
export function activateLastSeen(turn: Turn): void {
  const { peer } = turn;
  const { lastSeenQuorumVerifier: lastSeen, quorumVerifier } = peer;
  if (lastSeen.version <= quorumVerifier.version) return;
  const leader = turn.leader();
  const designated = designatedLeader(turn, lastSeen, leader.newLeaderAcks);
  activateConfig(turn, lastSeen, { leader: designated, zxid: zxidFrom(leader.epoch, 0) });
  forbidUnlessDesignated(turn, designated);
}

function forbidUnlessDesignated(turn: Turn, designated: Sid): void {
  if (designated === turn.peer.sid) return;
  turn.leader().allowedToCommit = false;
  if (turn.noting) turn.note({ kind: 'leaderNotDesignated', designated });
}

/**
 * Leader.getDesignatedLeader: itself, where it votes in the new configuration; else a new voter that acked the reconfig,
 * and of those one that acked as many of the proposals behind it as any.
 */
function designatedLeader(turn: Turn, config: QuorumVerifier, acks: readonly Sid[]): Sid {
  if (isVoter(config, turn.peer.sid)) return turn.peer.sid;
  let candidates = acks.filter((sid) => isVoter(config, sid));
  for (const { acks: later, verifiers } of turn.leader().outstandingProposals) {
    for (const verifier of verifiers) {
      // Asked of each configuration by itself: whoever votes only in the new one drops out at the old one.
      const still = candidates.filter((sid) => later.includes(sid) && isVoter(verifier, sid));
      if (still.length > 0) candidates = still;
      if (still.length <= 1) return ensure(candidates[0], 'a candidate');
    }
  }
  return ensure(candidates[0], 'a voter of the new configuration among its quorum');
}

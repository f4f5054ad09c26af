/** Who stands behind a leader. */
import { isQuorum } from '../zookeeper/election/quorum-verifier.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ServerFacts, StageFacts } from './facts.ts';

/** The servers that run and believe in a leader, itself included, in sid order. */
export function believersIn(leader: Sid, { servers }: Pick<StageFacts, 'servers'>): readonly Sid[] {
  return servers.filter((one) => one.status === 'up' && one.leader === leader).map(({ sid }) => sid);
}

/** Whether a quorum of the configured voters believes in a leader, itself included. */
export function isBacked(leader: ServerFacts, facts: StageFacts): boolean {
  return isQuorum(facts.quorumVerifier, believersIn(leader.sid, facts));
}

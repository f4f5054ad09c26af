/** Who stands behind a leader. */
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import { isQuorum } from '../zookeeper/election/quorum-verifier.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ServerFacts, StageFacts } from './facts.ts';

/** The servers that run and believe in a leader, itself included, in sid order. */
export function believersIn(leader: Sid, { servers }: Pick<StageFacts, 'servers'>): readonly Sid[] {
  return servers.filter((one) => one.status === 'up' && one.leader === leader).map(({ sid }) => sid);
}

/** Whether a quorum of the configured voters, by its own list, believes in a leader, itself included. */
export function isBacked(leader: ServerFacts, facts: StageFacts): boolean {
  return isQuorum(verifierOf(leader, facts), believersIn(leader.sid, facts));
}

/** By what a server decides whether it has a quorum: servers that were started with one configuration all do by that. */
export function verifierOf(server: ServerFacts, facts: StageFacts): QuorumVerifier {
  return server.ownVerifier ?? facts.quorumVerifier;
}

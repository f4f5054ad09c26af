/** How the cluster stands, as each server believes: a few short phrases for the header, one for the caption. */
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import type { Sid } from '../../zookeeper/ids.ts';

/** Whether a quorum of the configured voters believes in a leader, itself included. */
export function isBacked(leader: ServerFacts, { servers, quorumVerifier }: StageFacts): boolean {
  const believers = servers.filter((server) => server.status === 'up' && server.leader === leader.sid);
  return isQuorum(quorumVerifier, sids(believers));
}

export function statusOf(facts: StageFacts, { head }: Catalogue): readonly string[] {
  const alive = facts.servers.filter((server) => server.status === 'up');
  const leaders = alive.filter((server) => server.state === 'LEADING');
  const looking = alive.filter((server) => server.state === 'LOOKING');
  const joining = alive.filter(
    (server) => server.state === 'FOLLOWING' && server.zabState !== 'BROADCAST' && leaders.some((one) => one.serving),
  );
  const phrases: string[] = [];
  for (const leader of leaders) {
    const sure = leader.serving && isBacked(leader, facts);
    phrases.push((sure ? head.leads : head.believesItLeads)(leader.sid, leader.epoch));
  }
  if (leaders.length === 0) phrases.push(head.nobodyLeads);
  if (looking.length > 0) {
    const rounds = new Set(looking.map((server) => server.logicalClock));
    phrases.push(head.elect(sids(looking), rounds.size === 1 ? (looking[0]?.logicalClock ?? null) : null));
  }
  if (joining.length > 0) phrases.push(head.rejoin(sids(joining)));
  const frozen = facts.servers.filter((server) => server.status === 'frozen');
  if (frozen.length > 0) phrases.push(head.frozen(sids(frozen)));
  const down = facts.servers.filter((server) => server.status === 'down');
  if (down.length > 0) phrases.push(head.down(sids(down)));
  return phrases;
}

function sids(servers: StageFacts['servers']): readonly Sid[] {
  return servers.map((server) => server.sid);
}

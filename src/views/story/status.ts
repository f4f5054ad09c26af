/** How the cluster stands, as each server believes: a few short phrases for the header, one for the caption. */
import type { Catalogue } from '../../locales/en.ts';
import { isBacked } from '../../sim/backing.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';

/** Every belief that differs from what is usual has its phrase; followers of a sure leader need none. */
export function statusOf(facts: StageFacts, { head, belief, server: name }: Catalogue): readonly string[] {
  const { servers } = facts;
  const up = servers.filter((server) => server.status === 'up');
  const running = servers.filter((server) => server.status !== 'down');
  const phrases: string[] = [];
  const sure = new Set<Sid>();

  // A frozen leader believes on, and so do those who follow it until it was silent too long.
  const leaders = running.filter((server) => server.state === 'LEADING');
  const [serving, others] = [leaders.filter(isSure), leaders.filter((leader) => !isSure(leader))];
  for (const leader of serving) {
    sure.add(leader.sid);
    phrases.push(head.leads(leader.sid, leader.epoch));
  }
  for (const leader of others) {
    const believes = leader.status === 'frozen' ? head.frozenLeads : head.believesItLeads;
    phrases.push(believes(leader.sid, leader.epoch));
  }
  const alone = running.find(({ state }) => state === 'STANDALONE');
  if (alone !== undefined) phrases.push(`${name(alone.sid)} ${belief.standalone}`);
  else if (leaders.length === 0) phrases.push(head.nobodyLeads);

  for (const leader of servers) {
    const believers = up.filter((server) => server.sid !== leader.sid && server.leader === leader.sid);
    if (believers.length === 0 || sure.has(leader.sid)) continue;
    const follow = leaders.includes(leader) && leader.status === 'up' ? head.follow : head.stillFollow;
    phrases.push(follow(sids(believers), leader.sid));
  }

  const looking = up.filter((server) => server.state === 'LOOKING');
  const electing = looking.filter((server) => server.learnerType === 'PARTICIPANT');
  if (electing.length > 0) {
    const rounds = new Set(electing.map((server) => server.logicalClock));
    phrases.push(head.elect(sids(electing), rounds.size === 1 ? (electing[0]?.logicalClock ?? null) : null));
  }
  const seeking = looking.filter((server) => server.learnerType === 'OBSERVER');
  if (seeking.length > 0) phrases.push(head.seek(sids(seeking)));
  const joining = up.filter(
    ({ sid, leader, serving: serves }) => leader !== null && leader !== sid && sure.has(leader) && !serves,
  );
  if (joining.length > 0) phrases.push(head.rejoin(sids(joining)));

  const frozen = servers.filter((server) => server.status === 'frozen' && !leaders.includes(server));
  if (frozen.length > 0) phrases.push(head.frozen(sids(frozen)));
  const down = servers.filter((server) => server.status === 'down');
  const unstarted = down.filter((server) => !server.started);
  const ended = down.filter((server) => server.started);
  if (unstarted.length > 0) phrases.push(head.notStarted(sids(unstarted)));
  if (ended.length > 0) phrases.push(head.down(sids(ended)));
  return phrases;

  function isSure(leader: ServerFacts): boolean {
    return leader.status === 'up' && leader.serving && isBacked(leader, facts);
  }
}

function sids(servers: StageFacts['servers']): readonly Sid[] {
  return servers.map((server) => server.sid);
}

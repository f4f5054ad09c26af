/** The moment a scenario begins with, whoever plays it and watches, but for what its servers' disks hold. */
import { freshGeneration } from '../base/slice.ts';
import { addNode } from '../kernel/nodes.ts';
import type { NodeId, Process } from '../kernel/process.ts';
import { editLink, emptyWorld } from '../kernel/world.ts';
import type { Moment, Watcher } from '../sim/moment.ts';
import type { Performer } from '../sim/performer.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import { DEFAULT_SERVICE } from '../zookeeper/config/service.ts';
import { type ServerConfig, type ServerSpec, serverConfig } from '../zookeeper/config/ensemble.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Scenario, ScenarioServer } from './scenario.ts';

/** Who goes along with a run. */
interface Playing {
  readonly process: Process<ZooKeeper>;
  readonly performer: Performer;
  /** Null where nobody reads what it finds. */
  readonly watcher: Watcher | null;
  /** A profile with single toggles changed. */
  readonly behaviourOf: (profile: Profile, toggles: Partial<Behaviour>) => Behaviour;
}

/** All disks are empty. */
export function blankStart(scenario: Scenario, { process, performer, watcher, behaviourOf }: Playing): Moment {
  const { latencyMillis, jitterMillis, links } = scenario.network;
  const world = emptyWorld<ZooKeeper>(scenario.seed, { latencyMillis, jitterMillis });
  // In sid order, whatever order the file has: a server's node is its position among the sids.
  const servers = scenario.servers.toSorted((a, b) => a.sid - b.sid);
  for (const config of configsOf(scenario, servers, behaviourOf)) addNode(world, process, config, scenario.diskMillis);
  const nodeOf = (sid: Sid): NodeId => servers.findIndex((server) => server.sid === sid);
  for (const { between, latencyMillis: millis } of links) {
    const [a, b] = [nodeOf(between[0]), nodeOf(between[1])];
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      editLink(world, from, to).latencyMillis = millis;
    }
  }
  const generation = freshGeneration();
  const audit = watcher === null ? null : watcher.begin(generation);
  return {
    generation,
    world,
    script: scenario.script,
    scriptIndex: 0,
    held: [],
    released: [],
    process,
    performer,
    watcher,
    audit,
  };
}

function configsOf(
  scenario: Scenario,
  servers: readonly ScenarioServer[],
  behaviourOf: Playing['behaviourOf'],
): readonly ServerConfig[] {
  const specs = servers.map(({ sid, observer }, node): ServerSpec => ({
    sid,
    node,
    learnerType: observer === true ? 'OBSERVER' : 'PARTICIPANT',
  }));
  const groups = scenario.groups?.map((sids) => ({ sids, weights: sids.map((sid) => weightOf(servers, sid)) })) ?? null;
  const isKnown = ({ sid }: ServerSpec): boolean => servers.every((one) => one.sid !== sid || one.unlisted !== true);
  const listed = specs.filter(isKnown);
  const listOf = ({ sid, unlisted, knows }: ScenarioServer): readonly ServerSpec[] => {
    if (knows !== undefined) return specs.filter((spec) => knows.includes(spec.sid));
    return unlisted === true ? specs.filter((spec) => spec.sid === sid || isKnown(spec)) : listed;
  };
  return servers.map((server) => {
    const { sid, timing, toggles } = server;
    const members = listOf(server);
    return serverConfig({
      sid,
      servers: members,
      // Only where the scenario says so: to a scenario that is silent about it one server is a quorum of one, as it always was.
      standalone: scenario.service?.standaloneEnabled === true && members.length === 1,
      hosts: specs,
      groups,
      reconfigEnabled: scenario.reconfigEnabled === true,
      timing: { ...scenario.timing, ...timing },
      behaviour: behaviourOf(scenario.profile, { ...scenario.toggles, ...toggles }),
      service: { ...DEFAULT_SERVICE, ...scenario.service },
    });
  });
}

function weightOf(servers: readonly ScenarioServer[], sid: Sid): number {
  return servers.find((server) => server.sid === sid)?.weight ?? 1;
}

import { expect, it } from 'vitest';
import { linkOf } from '../kernel/world.ts';
import { DEFAULT_TIMING } from '../zookeeper/config/ensemble.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { firstLook } from './builtin/first-look.ts';
import type { Scenario } from './scenario.ts';
import { startOf } from './start.ts';

const [s1, s4, s7] = [sidOf(1), sidOf(4), sidOf(7)];
const scenario: Scenario = {
  ...firstLook,
  profile: '3.8.0',
  toggles: { neg1Rule: false },
  servers: [{ sid: s7 }, { sid: s1, timing: { initLimitTicks: 3 } }, { sid: s4 }],
  network: { latencyMillis: 10, jitterMillis: 2, links: [{ between: [s7, s1], latencyMillis: 40 }] },
};

it('nodes are the servers in sid order, down, each with its own configuration', () => {
  const { world, script, scriptIndex } = startOf(scenario, null);
  const configs = world.nodes.map(({ config }) => config);
  expect(configs.map((config) => (config.kind === 'server' ? config.sid : null))).toEqual([1, 4, 7]);
  expect(configs[0]).toMatchObject({
    voters: [1, 4, 7],
    timing: { ...DEFAULT_TIMING, initLimitTicks: 3 },
    behaviour: { newleaderOrder: 'C', neg1Rule: false },
  });
  expect(configs[1]).toMatchObject({ timing: DEFAULT_TIMING });
  expect(world.nodes.every(({ status }) => status === 'down')).toBe(true);
  expect([script, scriptIndex]).toEqual([scenario.script, 0]);
});

it('a link of its own latency has it both ways', () => {
  const { world } = startOf(scenario, null);
  const latencies = [0, 1, 2].map((from) => [0, 1, 2].map((to) => linkOf(world, from, to).latencyMillis));
  expect(latencies).toEqual([
    [10, 10, 40],
    [10, 10, 10],
    [40, 10, 10],
  ]);
});

it('groups make a hierarchy, weighed by the servers; a group of no weight drops out', () => {
  const servers = [{ sid: s7 }, { sid: s1, weight: 3 }, { sid: s4, weight: 0 }];
  const [node] = startOf({ ...scenario, servers, groups: [[s1, s7], [s4]] }, null).world.nodes;
  expect(node?.config).toMatchObject({ voters: [1, 4, 7], groups: [{ sids: [1, 7], weights: [3, 1] }] });
});

it('4 a server with a file of its own knows those in it, and the others do not hear of that', () => {
  const servers = [{ sid: s7 }, { sid: s1, knows: [s1, s4] }, { sid: s4 }];
  const configs = startOf({ ...scenario, servers }, null).world.nodes.map(({ config }) => config);
  expect(configs.map((config) => (config.kind === 'server' ? config.voters : null))).toEqual([
    [1, 4],
    [1, 4, 7],
    [1, 4, 7],
  ]);
});

it('survives structuredClone: a moment is plain data, but for who plays it and acts on it', () => {
  const { process: _, performer: __, ...moment } = startOf(scenario, null);
  expect(structuredClone(moment)).toEqual(moment);
});

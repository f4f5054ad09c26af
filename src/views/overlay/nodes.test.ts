import { expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { nodesOf } from './nodes.ts';

const server = (sid: number, node = sid - 1) => ({ sid: sidOf(sid), node });
const client = (name: string, node: number) => ({ name, node });

it('servers and clients that both have share a lane, whatever their numbers', () => {
  const first = { servers: [1, 2, 3].map((sid) => server(sid)), clients: [client('ann', 3), client('bob', 4)] };
  const second = { servers: [1, 2, 3].map((sid) => server(sid)), clients: [client('bob', 3), client('ann', 4)] };
  const nodes = nodesOf(first, second);
  expect(nodes.servers).toEqual(first.servers);
  expect(nodes.clients).toEqual(first.clients);
  expect([0, 1, 2, 3, 4].map(nodes.ofSecond)).toEqual([0, 1, 2, 4, 3]);
});

it('what one branch alone has gets a lane of its own', () => {
  const first = { servers: [1, 2, 3].map((sid) => server(sid)), clients: [client('ann', 3)] };
  const second = { servers: [...[1, 2, 3].map((sid) => server(sid)), server(4)], clients: [client('cid', 4)] };
  const nodes = nodesOf(first, second);
  expect(nodes.servers.at(-1)).toEqual({ sid: 4, node: 4 });
  expect(nodes.clients).toEqual([client('ann', 3), client('cid', 5)]);
  // Node 3 is a client in the first branch and a server in the second.
  expect([3, 4].map(nodes.ofSecond)).toEqual([4, 5]);
  expect(nodes.ofSecond(9)).toBe(-1);
});

/**
 * Whose lanes there are: the servers of both branches by sid, their clients by name. The first branch keeps its numbers; what
 * only the second has gets the numbers after them.
 */
import type { Sid } from '../../zookeeper/ids.ts';

interface Members {
  readonly servers: readonly { readonly node: number; readonly sid: Sid }[];
  readonly clients: readonly { readonly node: number; readonly name: string }[];
}

export interface Nodes {
  readonly servers: readonly { readonly node: number; readonly sid: Sid }[];
  readonly clients: readonly { readonly node: number; readonly name: string }[];
  /** The number here of a node of the second branch. */
  readonly ofSecond: (node: number) => number;
}

export function nodesOf(first: Members, second: Members): Nodes {
  const servers = [...first.servers];
  const clients = [...first.clients];
  const here = new Map<number, number>();
  let next = Math.max(-1, ...[...servers, ...clients].map(({ node }) => node)) + 1;
  for (const { node, sid } of second.servers) {
    const same = servers.find((server) => server.sid === sid);
    if (same === undefined) servers.push({ node: next, sid });
    here.set(node, same?.node ?? next++);
  }
  for (const { node, name } of second.clients) {
    const same = clients.find((client) => client.name === name);
    if (same === undefined) clients.push({ node: next, name });
    here.set(node, same?.node ?? next++);
  }
  return { servers, clients, ofSecond: (node) => here.get(node) ?? -1 };
}

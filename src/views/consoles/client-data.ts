/** What a client could see of the data, for completion alone: nothing is asked, so nobody pays for it. */
import type { Moment } from '../../sim/moment.ts';
import { nodeOfServer } from '../../sim/nodes.ts';
import { type DataTree, childrenOf, nodeAt } from '../../zookeeper/database/data-tree.ts';
import type { Sid } from '../../zookeeper/ids.ts';

/** The tree of a server, null while it is down. */
export function treeOf({ world }: Moment, sid: Sid): DataTree | null {
  const node = nodeOfServer(world, sid);
  const state = node === null ? null : world.nodes[node]?.state;
  return state?.kind === 'server' ? state.database.tree : null;
}

/** Names of a znode's children as the server of the client has them. */
export function childrenSeen(moment: Moment, server: Sid | null): (path: string) => readonly string[] {
  const tree = server === null ? null : treeOf(moment, server);
  return (path) => (tree === null ? [] : childrenOf(tree, path));
}

/** Whether any of the servers has it. */
export function isNodeThere(moment: Moment, servers: readonly Sid[], path: string): boolean {
  return servers.some((sid) => {
    const tree = treeOf(moment, sid);
    return tree !== null && nodeAt(tree, path) !== null;
  });
}

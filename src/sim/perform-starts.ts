/** Servers are started, and nothing else is done to them: all that the first look asks for. */
import { startNode } from '../kernel/nodes.ts';
import { nodeOfServer } from './nodes.ts';
import type { Performer } from './performer.ts';

/** Any other action throws. */
export const startsAlone: Performer = {
  refusalOf(world, action) {
    if (action.do !== 'start') throw new Error(`${action.do}: this run was begun with what starts servers alone`);
    const node = nodeOfServer(world, action.server);
    if (node === null) return 'noSuchServer';
    return world.nodes[node]?.status === 'down' ? null : 'alreadyRunning';
  },
  perform(world, process, action, options) {
    return startNode(world, process, ('server' in action ? nodeOfServer(world, action.server) : null) ?? -1, options);
  },
};

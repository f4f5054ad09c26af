/** Whether an ensemble has come back: one leader serves, all servers follow it, and their data are the same. */
import { type Server, serversOf } from '../audit/liveness/sound.ts';
import { isServing, whyOf, whyText } from '../audit/liveness/why.ts';
import { treeDigest } from '../audit/tree-digest.ts';
import { digestOf } from '../base/digest.ts';
import type { Moment } from '../sim/moment.ts';
import { ZXID_ZERO, zxidLabel } from '../zookeeper/ids.ts';
import { takesRequests } from '../zookeeper/quorum/leader.ts';

/** What the ensemble lacks, server by server, or null when it is whole. All its servers are expected to run. */
export function whatIsMissing({ world }: Moment): string | null {
  const servers = serversOf(world);
  const leaders = servers.filter(({ peer }) => {
    const leader = peer?.leader ?? null;
    return leader !== null && takesRequests(leader);
  });
  const [leader, rival] = leaders;
  const isWhole = servers.every(({ node, peer }) => node.status === 'up' && peer !== null && isServing(peer));
  if (rival === undefined && leader !== undefined && isWhole) return whoDiffers(leader, servers);
  return whyOf(world).map(whyText).join('; ');
}

/** Equal zxids are not asked for: a follower keeps its own until the next transaction, the leader shows (E,0). */
function whoDiffers(leader: Server, servers: readonly Server[]): string | null {
  const expected = dataOf(leader);
  const others = servers.filter((server) => dataOf(server) !== expected);
  if (others.length === 0) return null;
  return `data differ from those of ${standing(leader)}: ${others.map(standing).join(', ')}`;
}

function standing({ sid, peer }: Server): string {
  return `S${sid} at ${zxidLabel(peer?.database.lastProcessedZxid ?? ZXID_ZERO)}`;
}

/** Lists of access by what they say: which number a server keeps one under depends on what it has replayed. */
function dataOf({ peer }: Server): string {
  if (peer === null) return '';
  const { tree, sessions } = peer.database;
  const { ephemerals, containers, ttls, pTrie } = tree;
  return digestOf({ nodes: treeDigest(tree, null), ephemerals, containers, ttls, pTrie, sessions });
}

/** Whether an ensemble has come back: one leader serves, all servers follow it, and their data are the same. */
import { digestOf } from '../base/digest.ts';
import { treeDigest } from '../audit/tree-digest.ts';
import type { Moment } from '../sim/moment.ts';
import { isQuorum, quorumSize } from '../zookeeper/election/quorum-verifier.ts';
import { type Sid, zxidLabel } from '../zookeeper/ids.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Leader } from '../zookeeper/quorum/leader.ts';

interface Server {
  readonly sid: Sid;
  readonly status: 'up' | 'down' | 'frozen';
  readonly exitCode: number | null;
  readonly peer: QuorumPeer | null;
}

/** What the ensemble lacks, server by server, or null when it is whole. All its servers are expected to run. */
export function whatIsMissing(moment: Moment): string | null {
  const servers = serversOf(moment);
  const leaders = servers.filter(({ peer }) => peer?.leader?.phase === 'serving');
  const [leader, rival] = leaders;
  if (rival === undefined && leader !== undefined && servers.every(({ status, peer }) => isServing(status, peer))) {
    return whoDiffers(leader, servers);
  }
  return servers.map((server) => standingOf(server, servers)).join('; ');
}

function serversOf({ world }: Moment): readonly Server[] {
  return world.nodes.flatMap(({ config, status, exitCode, state }) => {
    if (config.kind !== 'server') return [];
    return [{ sid: config.sid, status, exitCode, peer: state?.kind === 'server' ? state : null }];
  });
}

function isServing(status: Server['status'], peer: QuorumPeer | null): boolean {
  return status === 'up' && peer !== null && peer.clients.serving && !peer.leaving;
}

/** Equal zxids are not asked for: a follower keeps its own until the next transaction, the leader shows (E,0). */
function whoDiffers(leader: Server, servers: readonly Server[]): string | null {
  const expected = dataOf(leader);
  const others = servers.filter((server) => dataOf(server) !== expected);
  if (others.length === 0) return null;
  const at = ({ sid, peer }: Server): string =>
    `S${sid} at ${zxidLabel(peer?.database.lastProcessedZxid ?? (0 as never))}`;
  return `data differ from those of ${at(leader)}: ${others.map(at).join(', ')}`;
}

/** Lists of access by what they say: which number a server keeps one under depends on what it has replayed. */
function dataOf({ peer }: Server): string {
  if (peer === null) return '';
  const { tree, sessions } = peer.database;
  const { ephemerals, containers, ttls, pTrie } = tree;
  return digestOf({ nodes: treeDigest(tree, null), ephemerals, containers, ttls, pTrie, sessions });
}

/** One server's part in what does not work. */
function standingOf({ sid, status, exitCode, peer }: Server, servers: readonly Server[]): string {
  const name = `S${sid}`;
  if (status !== 'up' || peer === null) return `${name} is ${status}${exitCode === null ? '' : `, exit ${exitCode}`}`;
  if (peer.leader !== null) return `${name} leads, ${peer.leader.phase}${quorumText(peer, peer.leader, servers)}`;
  if (peer.learner !== null) {
    const { leader, phase, blockedOn } = peer.learner;
    return `${name} ${peer.state} S${leader}, ${phase}${blockedOn === null ? '' : `, writes ${blockedOn}`}`;
  }
  const { proposal, logicalClock, recvset } = peer.election;
  const heard = Object.keys(recvset).map((other) => `S${other}`);
  return `${name} LOOKING, votes S${proposal.leader} in round ${logicalClock}, heard ${heard.join(' ') || 'nobody'}`;
}

/** Which quorum a leader waits for, and whom it misses. */
function quorumText({ quorumVerifier }: QuorumPeer, leader: Leader, servers: readonly Server[]): string {
  const has = awaitedBy(leader);
  if (has === null || isQuorum(quorumVerifier, has)) return '';
  const missing = servers.filter((other) => quorumVerifier.voters.includes(other.sid) && !has.includes(other.sid));
  return `, has ${has.length} of ${quorumSize(quorumVerifier)}, misses ${missing.map((other) => `S${other.sid}`).join(' ')}`;
}

function awaitedBy(leader: Leader): readonly Sid[] | null {
  switch (leader.phase) {
    case 'awaitingEpoch':
      return leader.connectingFollowers;
    case 'awaitingEpochAck':
      return leader.electingFollowers;
    case 'awaitingNewLeaderAck':
      return leader.newLeaderAcks;
    default:
      return null;
  }
}

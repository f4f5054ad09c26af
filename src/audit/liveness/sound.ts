/**
 * Who must get on: a quorum of voters, and the observers with them, that run, write quickly and hear each other, while all
 * others are either down or out of reach altogether. Somebody who is heard by half of them may keep them from anything
 * (asymmetric links), and honestly so.
 */
import { type Node, type World, linkOf } from '../../kernel/world.ts';
import { type QuorumVerifier, syncLimitMillis } from '../../zookeeper/config/ensemble.ts';
import { hasAllQuorums, verifiersOf } from '../../zookeeper/election/quorum-verifier.ts';
import type { ServerConfig } from '../../zookeeper/config/ensemble.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { ZooKeeper } from '../../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../../zookeeper/peer/quorum-peer.ts';

export interface Server {
  readonly sid: Sid;
  readonly config: ServerConfig;
  readonly node: Node<ZooKeeper>;
  /** Null while its process is down. */
  readonly peer: QuorumPeer | null;
}

export interface Member extends Server {
  readonly peer: QuorumPeer;
}

export function serversOf({ nodes }: World<ZooKeeper>): readonly Server[] {
  return nodes.flatMap((node) => {
    const { config, state } = node;
    if (config.kind !== 'server') return [];
    return [{ sid: config.sid, config, node, peer: state?.kind === 'server' ? state : null }];
  });
}

/** Null where no such quorum is: nothing is promised then. */
export function soundServers(world: World<ZooKeeper>): readonly Member[] | null {
  const up = serversOf(world).filter(isUp);
  const verifiers = newestVerifiers(up);
  for (const one of up) {
    const members = up.filter((other) => isQuick(other.node) && (other === one || areClose(world, one, other)));
    if (
      !hasAllQuorums(
        verifiers,
        members.map(({ sid }) => sid),
      )
    )
      continue;
    const isWhole = up.every((other) =>
      members.includes(other)
        ? members.every((member) => member === other || areClose(world, member, other))
        : members.every((member) => areApart(world, member, other)),
    );
    return isWhole ? members : null;
  }
  return null;
}

function isUp(server: Server): server is Member {
  return server.node.status === 'up' && server.peer !== null;
}

function newestVerifiers(up: readonly Member[]): readonly QuorumVerifier[] {
  const [first, ...others] = up;
  if (first === undefined) return [NOBODY];
  const newest = others.reduce(
    (a, b) => (b.peer.quorumVerifier.version > a.peer.quorumVerifier.version ? b : a),
    first,
  );
  return verifiersOf(newest.peer);
}

const NOBODY: QuorumVerifier = { version: 0 as never, servers: [], voters: [], groups: null };

/** Its disk writes, and often enough within the time that others wait for it. */
function isQuick({ config, diskMillis, refusing, flushes }: Node<ZooKeeper>): boolean {
  if (config.kind !== 'server' || refusing !== null) return false;
  const most = syncLimitMillis(config.timing) / SHARE;
  // What was begun while it was slow takes its time yet.
  return diskMillis <= most && flushes.every(({ since, at }) => at - since <= most);
}

/** So much less than the limit must a disk and a way there and back take. */
const SHARE = 8;

function areClose(world: World<ZooKeeper>, one: Member, other: Member): boolean {
  const [there, back] = [linkOf(world, one.node.id, other.node.id), linkOf(world, other.node.id, one.node.id)];
  if (there.cut || back.cut || there.lossPercent > 0 || back.lossPercent > 0) return false;
  const millis = there.latencyMillis + back.latencyMillis + 2 * world.network.jitterMillis;
  return millis * SHARE <= syncLimitMillis(one.config.timing);
}

function areApart(world: World<ZooKeeper>, one: Server, other: Server): boolean {
  return linkOf(world, one.node.id, other.node.id).cut && linkOf(world, other.node.id, one.node.id).cut;
}

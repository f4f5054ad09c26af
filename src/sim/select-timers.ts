/** The waits worth showing as a shrinking arc. */
import type { ConnectionId } from '../kernel/process.ts';
import type { Channel, Node, World } from '../kernel/world.ts';
import { type ServerConfig, initLimitMillis } from '../zookeeper/config/ensemble.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { TimerFacts } from './facts.ts';

export function timersOf(
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  peer: QuorumPeer,
  config: ServerConfig,
): readonly TimerFacts[] {
  const { timing } = config;
  const timers: TimerFacts[] = [];
  for (const { name, at } of node.timers) {
    if (name === 'election') {
      const isFinalizing = peer.election.phase === 'finalizing';
      const span = isFinalizing ? timing.finalizeWaitMillis : peer.election.notTimeoutMillis;
      timers.push({ kind: isFinalizing ? 'finalizeWait' : 'backoff', since: at - span, due: at });
    }
    if (name === 'quorumWait') {
      timers.push({ kind: 'quorumWait', since: at - initLimitMillis(timing), due: at });
    }
    if (name === 'leaderConnect' && peer.learner?.on === null) {
      timers.push({ kind: 'leaderConnect', since: at - timing.leaderConnectDelayMillis, due: at });
    }
  }
  const flush = node.flushes[0];
  if (flush !== undefined) timers.push({ kind: 'flush', since: flush.since, due: flush.at });
  const silence = peer.learner === null || peer.learner.on === null ? null : readTimer(world, node, peer.learner.on);
  if (silence !== null) timers.push({ kind: 'leaderSilence', ...silence });
  return timers;
}

/** How long this end of a connection has been silent, and when it gives up. */
function readTimer(
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  on: ConnectionId,
): { since: number; due: number } | null {
  for (const connection of world.connections) {
    if (connection?.id !== on) continue;
    const hearing: Channel<ZooKeeper> = connection.forth.to === node.id ? connection.forth : connection.back;
    if (hearing.readDue === null || hearing.readMillis === null) return null;
    return { since: hearing.readDue.at - hearing.readMillis, due: hearing.readDue.at };
  }
  return null;
}

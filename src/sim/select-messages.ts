/** Packets on their way, as shapes with letters. */
import type { NodeId } from '../kernel/process.ts';
import { type Channel, type Connection, type World, linkOf } from '../kernel/world.ts';
import { voteOf } from '../zookeeper/election/vote.ts';
import { type Zxid, counterOf } from '../zookeeper/ids.ts';
import { PACKET_FAMILY, type Packet, type PacketFamily, type PacketType } from '../zookeeper/packets.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { MessageFacts } from './facts.ts';

/** In the order they were sent. */
export function messagesOf(world: World<ZooKeeper>): readonly MessageFacts[] {
  const messages: MessageFacts[] = [];
  for (const connection of world.connections) {
    if (connection === null) continue;
    collect(world, connection, connection.forth, messages);
    collect(world, connection, connection.back, messages);
  }
  return messages.toSorted((a, b) => a.seq - b.seq);
}

function collect(
  world: World<ZooKeeper>,
  connection: Connection<ZooKeeper>,
  channel: Channel<ZooKeeper>,
  into: MessageFacts[],
): void {
  const { from, to, items, deaf } = channel;
  if (deaf) return;
  const held = heldBy(world, from, to);
  for (const item of items) {
    if (item.kind !== 'packet') continue;
    const { packet, seq, number, by, sentAt, at } = item;
    into.push({ seq, number, from, to, by, port: connection.port, sentAt, arrivesAt: at, held, ...describe(packet) });
  }
}

function heldBy(world: World<ZooKeeper>, from: NodeId, to: NodeId): MessageFacts['held'] {
  if (linkOf(world, from, to).cut) return 'cut';
  return world.nodes[to]?.status === 'frozen' ? 'frozen' : null;
}

type Description = Pick<MessageFacts, 'type' | 'family' | 'letter' | 'zxid' | 'epoch' | 'vote' | 'senderState'>;

function describe(packet: Packet): Description {
  const blank = { zxid: null, epoch: null, vote: null, senderState: null };
  const { type } = packet;
  const family = familyOf(type, type === 'ACK' ? packet.zxid : null);
  const common = { ...blank, type, family, letter: letterOf(packet) };
  switch (type) {
    case 'NOTIFICATION':
      return { ...common, zxid: packet.zxid, vote: voteOf(packet), senderState: packet.state };
    case 'FOLLOWERINFO':
    case 'OBSERVERINFO':
      return { ...common, epoch: packet.acceptedEpoch };
    case 'LEADERINFO':
      return { ...common, epoch: packet.newEpoch };
    case 'ACKEPOCH':
      return { ...common, epoch: packet.currentEpoch, zxid: packet.lastZxid };
    default:
      return 'zxid' in packet ? { ...common, zxid: packet.zxid } : common;
  }
}

/** `zxid`: of an ACK. */
export function familyOf(type: PacketType, zxid: Zxid | null): PacketFamily {
  const isNewLeaderAck = type === 'ACK' && zxid !== null && counterOf(zxid) === 0;
  return isNewLeaderAck ? 'sync' : PACKET_FAMILY[type];
}

/** What stands in a packet's shape. */
export function letterOf(packet: Packet): string {
  if (packet.type === 'NOTIFICATION') return packet.leader > 0 ? String(packet.leader) : '';
  return TYPE_LETTERS[packet.type] ?? '';
}

/** Of the types that have one letter, whatever the packet carries. */
export const TYPE_LETTERS: Partial<Record<Packet['type'], string>> = {
  FOLLOWERINFO: 'I',
  OBSERVERINFO: 'I',
  INFORM: 'I',
  COMMITANDACTIVATE: 'C',
  INFORMANDACTIVATE: 'I',
  LEADERINFO: 'L',
  ACKEPOCH: 'E',
  DIFF: 'D',
  TRUNC: 'T',
  SNAP: 'S',
  NEWLEADER: 'N',
  UPTODATE: 'U',
  PROPOSAL: 'P',
  ACK: 'A',
  COMMIT: 'C',
};

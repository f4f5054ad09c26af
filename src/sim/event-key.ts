/** What makes two events of different branches the same one to a reader: who, what and with which values, not when. */
import { type Packet, isPing } from '../zookeeper/packets.ts';
import type { Write } from '../zookeeper/peer/protocol.ts';
import type { Entry } from './entry.ts';

/** Null for pings, and for timers that had nothing to do: they come and go with the clock. */
export function eventKey({ kind, node, other, packet, timer, write, action, notes }: Entry): string | null {
  if (packet !== null && isPing(packet.type)) return null;
  if (timer !== null && notes.length === 0) return null;
  const what =
    (packet === null ? null : packetKey(packet)) ??
    (write === null ? null : writeKey(write)) ??
    (action === null ? null : JSON.stringify(action)) ??
    [timer, ...notes.map((note) => note.kind)].join(' ');
  return `${kind} ${node} ${other} ${what}`;
}

function packetKey(packet: Packet): string {
  if (packet.type === 'NOTIFICATION') {
    const { state, leader, zxid, electionEpoch, peerEpoch } = packet;
    return [packet.type, state, peerEpoch, zxid, leader, electionEpoch].join(' ');
  }
  if (packet.type === 'CALL') return `${packet.type} ${JSON.stringify(packet.operation)}`;
  return 'zxid' in packet ? `${packet.type} ${packet.zxid}` : packet.type;
}

function writeKey(write: Write): string {
  if (write.kind === 'txns') return `txns ${write.txns.map(({ zxid }) => zxid).join(' ')}`;
  return 'epoch' in write ? `${write.kind} ${write.epoch}` : write.kind;
}

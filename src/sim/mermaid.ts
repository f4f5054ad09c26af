/** A stretch of a run as the text of a Mermaid sequence diagram. */
import { zxidLabel } from '../zookeeper/ids.ts';
import { type Packet, isPing } from '../zookeeper/packets.ts';
import type { Entry } from './entry.ts';

/**
 * Messages in the order in which they arrive, pings left out; what was done from outside is a note. `nameOf` names the
 * nodes, `told` the actions.
 */
export function mermaidOf(
  entries: readonly Entry[],
  nameOf: (node: number) => string,
  told: (entry: Entry) => string,
): string {
  const lines: string[] = [];
  const nodes = new Set<number>();
  for (const entry of entries) {
    const { kind, node, other, packet } = entry;
    if (kind === 'received' && packet !== null && !isPing(packet.type)) {
      nodes.add(other).add(node);
      lines.push(`${nameOf(other)}->>${nameOf(node)}: ${plain(packetText(packet))}`);
    }
    if (kind === 'action') {
      const over = node >= 0 ? [node] : [...nodes].toSorted((a, b) => a - b);
      for (const one of over) nodes.add(one);
      if (over.length === 0) continue;
      const ends = [...new Set([over[0] ?? 0, over.at(-1) ?? 0])].map(nameOf).join(',');
      lines.push(`Note over ${ends}: ${plain(told(entry))}`);
    }
  }
  const participants = [...nodes].toSorted((a, b) => a - b).map((node) => `participant ${nameOf(node)}`);
  return ['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`), ''].join('\n');
}

function packetText(packet: Packet): string {
  if (packet.type === 'NOTIFICATION') {
    const { peerEpoch, zxid, leader, electionEpoch } = packet;
    return `vote ${peerEpoch}, ${zxidLabel(zxid)}, S${leader} (round ${electionEpoch})`;
  }
  return 'zxid' in packet ? `${packet.type} ${zxidLabel(packet.zxid)}` : packet.type;
}

/** Without the characters that end a statement or begin an entity there. */
function plain(text: string): string {
  return text.replaceAll(/[;#\n]/g, ' ');
}

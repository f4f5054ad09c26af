/**
 * Recordings write many alike as one. Where that begins is the recorder's affair, so a replayed list is folded
 * exactly where the recorded one is.
 */
import type { LogLine } from './recording.ts';

/** `(bulk) 601xCOMMIT 601xPROPOSAL 0x200000001..0x200000259` for as many packets. */
export function foldPackets(recorded: readonly string[], packets: readonly string[]): readonly string[] {
  return fold(recorded, packets, packetCount, bulkOfPackets);
}

function packetCount(item: string): number | null {
  if (!item.startsWith('(bulk) ')) return null;
  return Array.from(item.matchAll(/(\d+)x[A-Z]/g)).reduce((sum, [, count]) => sum + Number(count), 0);
}

function bulkOfPackets(packets: readonly string[]): string {
  const counts = new Map<string, number>();
  const zxids: string[] = [];
  for (const packet of packets) {
    const [type = '', zxid = ''] = packet.split(' ');
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (zxid.startsWith('0x')) zxids.push(zxid);
  }
  const kinds = [...counts].map(([type, count]) => `${count}x${type}`).toSorted(byType);
  const ordered = zxids.toSorted((a, b) => Number(a) - Number(b));
  return `(bulk) ${kinds.join(' ')} ${ordered[0] ?? ''}..${ordered.at(-1) ?? ''}`;
}

function byType(a: string, b: string): number {
  return a.replace(/^\d+x/, '') < b.replace(/^\d+x/, '') ? -1 : 1;
}

/** `{ bulk: 'setData', count, firstZxid, lastZxid }` for as many transactions, if they are all of that type. */
export function foldLog(recorded: readonly LogLine[], lines: readonly (readonly string[])[]): readonly LogLine[] {
  return fold<LogLine>(recorded, lines, (line) => ('bulk' in line ? line.count : null), bulkOfLines);
}

function bulkOfLines(lines: readonly LogLine[]): LogLine {
  const texts = lines.flatMap((line) => ('bulk' in line ? [] : [line]));
  const types = [...new Set(texts.map((line) => line[1]))].join(' ');
  return { bulk: types, count: texts.length, firstZxid: texts[0]?.[0] ?? '', lastZxid: texts.at(-1)?.[0] ?? '' };
}

function fold<T>(
  recorded: readonly T[],
  items: readonly T[],
  countOf: (item: T) => number | null,
  bulkOf: (run: readonly T[]) => T,
): readonly T[] {
  const folded: T[] = [];
  let at = 0;
  for (const item of recorded) {
    if (at >= items.length) break;
    const count = countOf(item);
    folded.push(count === null ? (items[at] as T) : bulkOf(items.slice(at, at + count)));
    at += count ?? 1;
  }
  return [...folded, ...items.slice(at)];
}

/** What a server would have logged about an event. */
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { type LogLine, type LogRelease, logLines } from '../zookeeper/operator/log-lines.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Entry } from './entry.ts';

/** In order; empty for a client's event, and where ZooKeeper says nothing. The entry must have been made with its notes. */
export function serverLog(
  entry: Entry,
  world: World<ZooKeeper>,
  release: LogRelease,
): { readonly sid: Sid; readonly lines: readonly LogLine[] } | null {
  const config = world.nodes[entry.node]?.config;
  if (config?.kind !== 'server') return null;
  const diskMillis = entry.kind === 'flushed' ? entry.at - entry.since : 0;
  const lines = entry.notes.flatMap((note) => logLines(note, { config, release, diskMillis }));
  return { sid: config.sid, lines };
}

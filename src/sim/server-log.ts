/** What a server would have logged about an event. */
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { adHash } from '../zookeeper/database/ad-hash.ts';
import { type LogLine, type LogRelease, exitLines, logLines } from '../zookeeper/operator/log-lines.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Entry } from './entry.ts';

/** In order; empty for a client's event, and where ZooKeeper says nothing. The entry must have been made with its notes. */
export function serverLog(
  entry: Entry,
  world: World<ZooKeeper>,
  release: LogRelease,
): { readonly sid: Sid; readonly lines: readonly LogLine[] } | null {
  const { config, state, exitCode = null } = world.nodes[entry.node] ?? {};
  if (config?.kind !== 'server') return null;
  const diskMillis = entry.kind === 'flushed' ? entry.at - entry.since : 0;
  const context = {
    config,
    release,
    diskMillis,
    follows: state?.kind === 'server' && state.learner !== null,
    digest: state?.kind === 'server' ? () => adHash(state.database.tree) : null,
    elects: entry.notes.some(({ kind }) => kind === 'elected'),
  };
  const lines = entry.notes.flatMap((note) => logLines(note, context));
  // A signal ends the process from outside, with 0 or none.
  const isOwnEnd = exitCode !== null && exitCode !== 0 && (entry.action === null || entry.action.do === 'start');
  return { sid: config.sid, lines: isOwnEnd ? [...lines, ...exitLines(exitCode, context)] : lines };
}

/** What a server would have logged about an event. */
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { adHash } from '../zookeeper/database/ad-hash.ts';
import { type LogLine, type LogRelease, exitLines, logLines, persistLines } from '../zookeeper/operator/log-lines.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Entry } from './entry.ts';

/** What a learner's main thread does right before it writes its currentEpoch. */
function endsPersisting({ kind, packet, write }: Entry): boolean {
  if (kind === 'received') return packet?.type === 'NEWLEADER';
  return (
    kind === 'flushed' &&
    write !== null &&
    (write.kind === 'txns' ? write.purpose === 'sync' : write.kind === 'snapshot')
  );
}

/** In order; empty for a client's event, and where ZooKeeper says nothing. The entry must have been made with its notes. */
export function serverLog(
  entry: Entry,
  world: World<ZooKeeper>,
  release: LogRelease,
): { readonly sid: Sid; readonly lines: readonly LogLine[] } | null {
  const { config, state, exitCode = null } = world.nodes[entry.node] ?? {};
  if (config?.kind !== 'server') return null;
  const diskMillis = entry.kind === 'flushed' ? entry.at - entry.since : 0;
  const learner = state?.kind === 'server' ? state.learner : null;
  const servesFrom = entry.notes.findIndex(({ kind }) => kind === 'servingStarted');
  const context = {
    config,
    release,
    diskMillis,
    follows: learner !== null,
    digest: state?.kind === 'server' ? () => adHash(state.database.tree) : null,
    syncing: servesFrom === -1 && learner?.phase !== 'serving',
    gap: entry.notes.findLast((note) => note.kind === 'proposalGap') ?? null,
    elects: entry.notes.some(({ kind }) => kind === 'elected'),
  };
  // A thread that was held up may read the rest of its sync and what is broadcast behind it in one event.
  const lines = entry.notes.flatMap((note, index) =>
    logLines(note, index < servesFrom ? { ...context, syncing: true } : context),
  );
  if (learner?.blockedOn === 'currentEpoch' && endsPersisting(entry)) {
    // A snapshot is written before, and is not counted.
    const millis = entry.write?.kind === 'txns' ? diskMillis : 0;
    lines.push(...persistLines(learner.packetsNotLogged.length, { ...context, diskMillis: millis }));
  }
  // A signal ends the process from outside, with 0 or none.
  const isOwnEnd = exitCode !== null && exitCode !== 0 && (entry.action === null || entry.action.do === 'start');
  return { sid: config.sid, lines: isOwnEnd ? [...lines, ...exitLines(exitCode, context)] : lines };
}

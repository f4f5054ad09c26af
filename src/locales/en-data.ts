/** English of what a server holds for its clients. */
import type { WatcherMode } from '../zookeeper/database/watches.ts';
import type { Sid } from '../zookeeper/ids.ts';
import { server, serverRow } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { plural, time } = formatsOf('en');

export const enData = {
  down: (sid: Sid) => `${server(sid)} is not running: its database is in memory, and gone. Its disk stays.`,
  znodes: 'Znodes',
  tree: (sid: Sid) => `Znodes of ${server(sid)}`,
  treeMeta: (lastZxid: string) => `up to ${lastZxid}`,
  alike: (others: readonly Sid[]) =>
    others.length === 0 ? 'No other server is there to compare with.' : `The same at ${serverRow(others)}.`,
  differ: (count: number, others: readonly Sid[]) =>
    `${plural(count, { one: '# znode differs', other: '# znodes differ' })} from ${serverRow(others)}.`,
  kinds: { persistent: '', ephemeral: 'ephemeral', container: 'container', ttl: 'TTL' },
  missingAt: (sids: readonly Sid[]) => `not at ${serverRow(sids)}`,
  onlyAt: (sids: readonly Sid[]) => `only at ${serverRow(sids)}`,
  otherAt: (sids: readonly Sid[]) => `other at ${serverRow(sids)}`,
  noData: 'null',
  absent: (sid: Sid) => `${server(sid)} does not have it.`,
  data: 'data',
  acl: 'ACL',
  statOf: (path: string) => `Stat of ${path}`,

  sessions: 'Sessions',
  noSessions: 'No session.',
  session: 'session',
  client: 'client',
  at: 'at',
  timeout: 'timeout',
  expires: 'expires',
  nobody: 'gone',
  nowhere: 'none',
  local: 'local',
  expiresAt: (at: number) => time(at),
  leaderKnows: 'The leader knows when they expire.',
  ephemeralsOf: (paths: readonly string[]) => `ephemerals: ${paths.join(', ')}`,

  watches: 'Watches',
  noWatches: 'No watch is set at this server.',
  path: 'path',
  waitsFor: 'waits for',
  table: { data: 'data', child: 'children' },
  mode: {
    STANDARD: 'once',
    PERSISTENT: 'persistent',
    PERSISTENT_RECURSIVE: 'persistent, recursive',
  } satisfies Record<WatcherMode, string>,
};

/** What every catalogue must have for it. */
export type DataCatalogue = Translatable<typeof enData>;

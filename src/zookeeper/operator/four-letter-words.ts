/**
 * The four-letter words (org.apache.zookeeper.server.command): text in, text out. What some of them change is done by
 * `peer/operated.ts`; here is what they answer then. Protocol reference §22.1, but for `reqs`, which is in the
 * documentation of old releases and in none of their servers. Shapes and order are those of 3.8.0, whose answers are in
 * `testdata/`. A word comes on a connection of its own, which is counted and listed while it is answered. Simplified: pings, what
 * a client is told when it connects and words asked before are not counted among received and sent; sets of sessions and of
 * connections that all have left are not listed; when a connection ends is counted from now, not from what was last read of
 * it; counters and distributions of mntr are not kept, nor sizes of answers; what a Java process knows of itself (file
 * descriptors, environment) is constant.
 */
import { sortedEntries } from '../../base/persistent-map.ts';
import type { ConnectionId } from '../../kernel/process.ts';
import type { Behaviour } from '../config/behaviour.ts';
import { addressOf } from '../config/ensemble.ts';
import { snapshotBytes } from '../database/snapshot.ts';
import type { Watches } from '../database/watches.ts';
import { dateText } from '../client/zkcli-text.ts';
import { type SessionId, zxidText } from '../ids.ts';
import { fileBytes } from '../peer/durable.ts';
import type { ClientConnection } from '../processors/client-service.ts';
import { lastOperationText } from './last-operation.ts';
import {
  type Mode,
  type OperatedServer,
  averageText,
  connectionStats,
  ephemeralCountOf,
  ephemeralsBySession,
  epochMillis,
  interestOps,
  modeOf,
  nodeCountOf,
  outstandingOf,
  proposalSizes,
  receivedOf,
  statsOf,
  syncedObservers,
  watchFigures,
} from './server-state.ts';

const NOT_SERVING = 'This ZooKeeper instance is not currently serving requests';

/** 4lw.commands.whitelist where nothing is configured (3.5.3). */
export const DEFAULT_WHITELIST: readonly string[] = ['srvr'];

interface Word {
  /** Answered although no server runs. */
  readonly always?: boolean;
  /** Whether the release knows it; absent: all do. */
  readonly isKnown?: (behaviour: Behaviour) => boolean;
  lines(server: OperatedServer): readonly string[];
}

/** The answer to `word`, or null when it is none: the connection is closed without one. */
export function fourLetterWord(word: string, server: OperatedServer, whitelist = DEFAULT_WHITELIST): string | null {
  const known = WORDS[word];
  if (known === undefined || known.isKnown?.(server.config.behaviour) === false) return null;
  if (!whitelist.includes(word) && !whitelist.includes('*')) {
    return `${word} is not executed because it is not in the whitelist.`;
  }
  if (known.always !== true && !takesClients(server)) return NOT_SERVING;
  return known.lines(server).join('\n');
}

/** A leader that leaves clients to the others has no server behind its client port; its AdminServer has. */
function takesClients({ peer, config }: OperatedServer): boolean {
  const mode = modeOf(peer);
  return mode !== null && (mode !== 'leader' || config.service.leaderServes);
}

const WORDS: Readonly<Record<string, Word>> = {
  conf: { lines: configurationLines },
  cons: {
    lines: ({ peer, now }) => [
      ...peer.clients.connections.map((connection) => connectionLine(peer, connection, now)),
      ASKING_LINE,
      '',
    ],
  },
  crst: { lines: () => ['Connection stats reset.'] },
  dirs: { lines: directoryLines },
  dump: { lines: dumpLines },
  envi: { always: true, lines: environmentLines },
  gtmk: { always: true, lines: ({ peer }) => [String(peer.clients.traceMask)] },
  hash: {
    isKnown: ({ treeDigest }) => treeDigest,
    lines: ({ peer }) => peer.database.digestLog.map(({ zxid, digest }) => `${zxidText(zxid).slice(2)}: ${digest}`),
  },
  isro: { always: true, lines: ({ peer }) => [isroText(modeOf(peer))] },
  mntr: { lines: (server) => monitorEntries(server, 'word').map(([key, value]) => `zk_${key}\t${value}`) },
  ruok: { always: true, lines: () => ['imok'] },
  srst: { lines: () => ['Server stats reset.'] },
  srvr: { lines: (server) => [versionLine(server), ...serverLines(server)] },
  stat: {
    lines: (server) => [
      versionLine(server),
      'Clients:',
      ...server.peer.clients.connections.map((connection) => ` ${briefText(server.peer, connection)})`),
      ASKING_LINE,
      '',
      ...serverLines(server),
    ],
  },
  stmk: { always: true, lines: ({ peer }) => [String(peer.clients.traceMask)] },
  wchc: {
    lines: ({ peer }) =>
      groupLines(watchesBySession(peer.clients.watches, (on) => sessionOn(peer.clients.connections, on))),
  },
  wchp: {
    lines: ({ peer }) =>
      groupLines(watchesByPath(peer.clients.watches, (on) => sessionOn(peer.clients.connections, on))),
  },
  wchs: {
    lines: ({ peer }) => {
      const [connections, paths, total] = watchFigures(peer.clients.watches);
      return [`${connections} connections watching ${paths} paths`, `Total watches:${total}`];
    },
  },
};

/** A word's own connection: nothing more is read of it. */
const ASKING_ADDRESS = '/127.0.0.1:60000';
const ASKING_LINE = ` ${ASKING_ADDRESS}[0](queued=0,recved=1,sent=0)`;

/** Those that a release that behaves so knows, in alphabetical order. */
export function fourLetterWords(behaviour: Behaviour): readonly string[] {
  return Object.keys(WORDS).filter((word) => WORDS[word]?.isKnown?.(behaviour) !== false);
}

function isroText(mode: Mode | null): string {
  if (mode === null) return 'null';
  return mode === 'read-only' ? 'ro' : 'rw';
}

function versionLine(server: OperatedServer): string {
  return `Zookeeper version: ${builtText(server)}`;
}

/** The release, and the day on which virtual time begins for the one it was built. */
export function builtText({ version }: Pick<OperatedServer, 'version'>): string {
  return `${version}, built on 2026-01-01 00:00 UTC`;
}

function serverLines(server: OperatedServer): readonly string[] {
  const { peer } = server;
  const stats = statsOf(peer);
  const mode = modeOf(peer);
  return [
    `Latency min/avg/max: ${stats.latencyMin}/${averageText(stats)}/${stats.latencyMax}`,
    `Received: ${receivedOf(peer) + 1}`,
    `Sent: ${stats.answered}`,
    `Connections: ${peer.clients.connections.length + 1}`,
    `Outstanding: ${outstandingOf(peer)}`,
    `Zxid: ${zxidText(peer.database.lastProcessedZxid)}`,
    `Mode: ${mode}`,
    `Node count: ${nodeCountOf(peer)}`,
    ...(mode === 'leader' ? [`Proposal sizes last/min/max: ${proposalSizes(server).join('/')}`] : []),
  ];
}

/** The client's end: its address, and a port that stands for the connection. */
export function clientAddress({ on, authInfo }: Pick<ClientConnection, 'on' | 'authInfo'>): string {
  return `/${authInfo.find(({ scheme }) => scheme === 'ip')?.id ?? addressOf(0)}:${40_000 + (on % 20_000)}`;
}

function briefText(peer: OperatedServer['peer'], connection: ClientConnection): string {
  const { stats, received } = connectionStats(peer, connection);
  const { calls } = connection;
  return `${clientAddress(connection)}[${interestOps(peer, connection)}](queued=${calls.length},recved=${received},sent=${stats.answered}`;
}

function connectionLine(peer: OperatedServer['peer'], connection: ClientConnection, now: number): string {
  const { sessionId, connectedAt, timeoutMillis } = connection;
  const { stats, isReset } = connectionStats(peer, connection);
  const brief = ` ${briefText(peer, connection)}`;
  if (sessionId === null) return `${brief})`;
  const { lastOperation, lastCxid, lastZxid, lastAt, lastLatency, latencyMin, latencyMax } = stats;
  return [
    `${brief},sid=${sessionId}`,
    `lop=${lastOperationText(lastOperation, isReset)}`,
    `est=${epochMillis(connectedAt)}`,
    `to=${timeoutMillis}`,
    ...(lastCxid >= 0 ? [`lcxid=0x${lastCxid.toString(16)}`] : []),
    `lzxid=${zxidText(lastZxid)}`,
    `lresp=${lastOperation === null && !isReset ? now : lastAt}`,
    `llat=${lastLatency}`,
    `minlat=${latencyMin}`,
    `avglat=${Math.floor(stats.answered === 0 ? 0 : stats.latencySum / stats.answered)}`,
    `maxlat=${latencyMax})`,
  ].join(',');
}

/**
 * Figures by name, without the `zk_` of `mntr`: the same that the admin server's `monitor` tells, in their order. `askedBy`: a word's
 * own connection counts.
 */
export function monitorEntries(
  server: OperatedServer,
  askedBy: 'word' | 'admin',
): readonly (readonly [string, string | number])[] {
  const { peer, now, startedAt } = server;
  const { leader, clients, database, learner, state } = peer;
  const stats = statsOf(peer);
  const isAlone = modeOf(peer) === 'standalone';
  const handlers = leader?.handlers.filter(({ forwarding }) => forwarding) ?? [];
  const participants = handlers.filter(({ learnerType }) => learnerType === 'PARTICIPANT').length;
  const [last, min, max] = proposalSizes(server);
  const own = askedBy === 'word' ? 1 : 0;
  const ofQuorum = (key: string, value: string | number): readonly (readonly [string, string | number])[] =>
    isAlone ? [] : [[key, value]];
  const ofLeader = (key: string, value: number): readonly (readonly [string, number])[] =>
    isAlone || leader === null ? [] : [[key, value]];
  const observers: readonly (readonly [string, number])[] =
    learner?.observerMaster == null
      ? ofLeader('synced_observers', syncedObservers(peer).length)
      : [['synced_observers', syncedObservers(peer).length]];
  return [
    ['version', builtText(server)],
    ['server_state', modeOf(peer) ?? 'null'],
    ...ofQuorum('peer_state', `${state.toLowerCase()} - ${peer.zabState.toLowerCase()}`),
    ...(state === 'OBSERVING' ? ofQuorum('observer_master_id', learner?.leader ?? -1) : []),
    ['ephemerals_count', ephemeralCountOf(peer)],
    ['num_alive_connections', clients.connections.length + own],
    ['avg_latency', askedBy === 'word' ? averageText(stats) : Number(averageText(stats))],
    ...ofLeader('min_proposal_size', min),
    ['outstanding_requests', outstandingOf(peer)],
    ['znode_count', nodeCountOf(peer)],
    ['global_sessions', Object.keys(database.sessions).length],
    ['non_mtls_remote_conn_count', 0],
    ['packets_sent', stats.answered],
    ['packets_received', receivedOf(peer) + own],
    ...ofLeader('max_proposal_size', max),
    ...ofLeader('synced_followers', participants),
    ['connection_drop_probability', askedBy === 'word' ? '0.0' : 0],
    ['watch_count', watchFigures(clients.watches)[2]],
    ...ofLeader('synced_non_voting_followers', 0),
    ...observers,
    ['auth_failed_count', 0],
    ['min_latency', stats.latencyMin],
    ['max_file_descriptor_count', 1_048_576],
    ['approximate_data_size', database.tree.bytes],
    ['open_file_descriptor_count', 60 + clients.connections.length],
    ...ofLeader('last_proposal_size', last),
    ...ofLeader('pending_syncs', leader?.pendingSyncs.length ?? 0),
    ...ofLeader('leader_uptime', now - (leader?.servingSince ?? now)),
    ['local_sessions', Object.keys(clients.localSessions).length],
    ['uptime', now - startedAt],
    ['max_latency', stats.latencyMax],
    ['outstanding_tls_handshake', 0],
    ...ofLeader('learners', handlers.length),
    ['non_mtls_local_conn_count', 0],
    ...ofQuorum('quorum_size', peer.quorumVerifier.voters.length),
  ];
}

/** conf without the membership, and the admin server's `configuration`, by key. */
export function configurationEntries({
  config,
  peer,
  durable,
  clientPort,
}: OperatedServer): readonly (readonly [string, string | number])[] {
  const { timing, sid } = config;
  const { tickMillis, minSessionTimeoutMillis: min, maxSessionTimeoutMillis: max } = timing;
  const isVoter = peer.quorumVerifier.voters.includes(sid);
  const isAlone = modeOf(peer) === 'standalone';
  return [
    ['clientPort', clientPort],
    ['secureClientPort', -1],
    ['dataDir', '/data/version-2'],
    ['dataDirSize', directorySizes(durable, config)[0]],
    ['dataLogDir', '/datalog/version-2'],
    ['dataLogSize', directorySizes(durable, config)[1]],
    ['tickTime', tickMillis],
    ['maxClientCnxns', 60],
    ['minSessionTimeout', min < 0 ? 2 * tickMillis : min],
    ['maxSessionTimeout', max < 0 ? 20 * tickMillis : max],
    ['clientPortListenBacklog', -1],
    ['serverId', isAlone ? 0 : sid],
    ...(isAlone
      ? []
      : ([
          ['initLimit', timing.initLimitTicks],
          ['syncLimit', timing.syncLimitTicks],
          ['electionAlg', 3],
          ['electionPort', 3888],
          ['quorumPort', 2888],
          ['peerType', isVoter ? 0 : 1],
        ] as const)),
  ];
}

/** The servers of the configuration in use, a line each. */
function membershipLines({ peer }: OperatedServer): readonly string[] {
  const { servers, version } = peer.quorumVerifier;
  return [
    ...servers.map(
      ({ sid, node, learnerType }) =>
        `server.${sid}=${addressOf(node)}:2888:3888:${learnerType.toLowerCase()};0.0.0.0:2181`,
    ),
    `version=${zxidText(version).slice(2)}`,
  ];
}

function configurationLines(server: OperatedServer): readonly string[] {
  const entries = configurationEntries(server).map(([key, value]) => `${key}=${value}`);
  return modeOf(server.peer) === 'standalone' ? entries : [...entries, 'membership: ', ...membershipLines(server)];
}

function directorySizes(
  durable: OperatedServer['durable'],
  config: OperatedServer['config'],
): readonly [data: number, log: number] {
  return [
    durable.snapshots.reduce((sum, snapshot) => sum + snapshotBytes(snapshot), 0),
    durable.logFiles.reduce((sum, file) => sum + fileBytes(file, config.timing.preAllocSizeKb), 0),
  ];
}

/** Bytes of the two directories, by the names that both surfaces use. */
export function directoryEntries({
  durable,
  config,
}: OperatedServer): readonly [readonly [string, number], readonly [string, number]] {
  const [data, log] = directorySizes(durable, config);
  return [
    ['datadir_size', data],
    ['logdir_size', log],
  ];
}

function directoryLines(server: OperatedServer): readonly string[] {
  return directoryEntries(server).map(([key, value]) => `${key}: ${value}`);
}

/** The leader knows when each session ends; a learner only whose they are. */
function dumpLines({ peer, now }: OperatedServer): readonly string[] {
  const expiry = Object.entries(peer.leader?.expiry ?? {}) as [SessionId, number][];
  const buckets = [...new Set(expiry.map(([, due]) => due))].toSorted((a, b) => a - b);
  const sets = buckets.flatMap((due) => {
    const ids = expiry.filter(([, other]) => other === due).map(([id]) => id);
    return [`${ids.length} expire at ${dateText(due)}:`, ...ids.toSorted().map((id) => `\t${id}`)];
  });
  const sessions = Object.entries(peer.database.sessions) as [SessionId, number][];
  const owners = ephemeralsBySession(peer);
  return [
    'SessionTracker dump:',
    ...(peer.leader === null
      ? [`Global Sessions(${sessions.length}):`, ...sessions.map(([id, timeout]) => `${id}\t${timeout}ms`)]
      : [`Session Sets (${buckets.length})/(${expiry.length}):`, ...sets]),
    'ephemeral nodes dump:',
    `Sessions with Ephemerals (${owners.length}):`,
    ...owners.flatMap(([id, paths]) => [`${id}:`, ...paths.map((path) => `\t${path}`)]),
    'Connections dump:',
    ...connectionSetLines(peer, now),
  ];
}

/** Without a session a connection ends after as long, and ends of connections are rounded up to as much (sessionlessCnxnTimeout). */
const SESSIONLESS_MILLIS = 10_000;

function connectionSetLines({ clients }: OperatedServer['peer'], now: number): readonly string[] {
  const sets = new Map<number, readonly string[]>();
  const add = (timeoutMillis: number, address: string, id: string): void => {
    const due = (Math.floor((now + timeoutMillis) / SESSIONLESS_MILLIS) + 1) * SESSIONLESS_MILLIS;
    sets.set(due, [...(sets.get(due) ?? []), `\tip: ${address} sessionId: ${id}`]);
  };
  for (const connection of clients.connections) {
    const { sessionId, timeoutMillis } = connection;
    add(sessionId === null ? SESSIONLESS_MILLIS : timeoutMillis, clientAddress(connection), sessionId ?? '0x0');
  }
  add(SESSIONLESS_MILLIS, ASKING_ADDRESS, '0x0');
  const byTime = [...sets].toSorted(([a], [b]) => a - b);
  return [
    `Connections Sets (${sets.size})/(${clients.connections.length + 1}):`,
    ...byTime.flatMap(([due, lines]) => [`${lines.length} expire at ${dateText(due)}:`, ...lines]),
  ];
}

/** Keys and values of envi and the admin server's `environment`. */
export function environmentEntries({ config, version }: OperatedServer): readonly (readonly [string, string])[] {
  const own = config.servers.find(({ sid }) => sid === config.sid);
  return [
    ['zookeeper.version', builtText({ version })],
    ['host.name', own === undefined ? '' : addressOf(own.node)],
    ['user.name', 'zookeeper'],
    ['user.dir', '/'],
  ];
}

function environmentLines(server: OperatedServer): readonly string[] {
  return ['Environment:', ...environmentEntries(server).map(([key, value]) => `${key}=${value}`)];
}

function sessionOn(connections: readonly ClientConnection[], wanted: ConnectionId): string {
  return connections.find(({ on }) => on === wanted)?.sessionId ?? '0x0';
}

/** Paths by the session that watches them. */
export function watchesBySession(
  watches: Watches,
  sessionOf: (on: ConnectionId) => string,
): ReadonlyMap<string, readonly string[]> {
  return grouped(watches, (path, on) => [sessionOf(on), path]);
}

/** Sessions by the path they watch. */
export function watchesByPath(
  watches: Watches,
  sessionOf: (on: ConnectionId) => string,
): ReadonlyMap<string, readonly string[]> {
  return grouped(watches, (path, on) => [path, sessionOf(on)]);
}

function grouped(
  watches: Watches,
  pair: (path: string, on: ConnectionId) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  // ZooKeeper tells of data watches alone (DataTree.dumpWatches).
  for (const [path, watchers] of sortedEntries(watches.dataWatches)) {
    for (const { on } of watchers) {
      const [key, value] = pair(path, on);
      const known = groups.get(key) ?? [];
      if (!known.includes(value)) groups.set(key, [...known, value]);
    }
  }
  return groups;
}

function groupLines(groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...Array.from(groups, ([key, values]) => [key, ...values.map((value) => `\t${value}`)]).flat(), ''];
}

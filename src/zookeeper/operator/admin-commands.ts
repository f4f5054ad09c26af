/**
 * The admin server's commands (Commands; /commands/<name>): JSON of a server's state. Every answer has `command` and `error`.
 * What some of them change is done by `peer/operated.ts`; here is what they answer then. What `snapshot` tells in headers of
 * its answer, whose body is the file, is told here like the rest. Names and order are those of 3.8.0, whose answers are in
 * `testdata/`. Ids of sessions are bigints, for `jsonText` to write. Otherwise than there: the time of a snapshot's file, sizes of clients' answers and what was sent to an observer are not kept, and not told.
 */
import type { Behaviour } from '../config/behaviour.ts';
import { addressOf, serverSpec } from '../config/ensemble.ts';
import { DIGEST_VERSION } from '../database/ad-hash.ts';
import { takeSnapshot } from '../database/database.ts';
import { snapshotBytes } from '../database/snapshot.ts';
import { zxidText, counterOf, epochOf } from '../ids.ts';
import type { Note } from '../notes.ts';
import type { ClientConnection } from '../processors/client-service.ts';
import {
  builtText,
  clientAddress,
  configurationEntries,
  directoryEntries,
  environmentEntries,
  monitorEntries,
  watchesByPath,
  watchesBySession,
} from './four-letter-words.ts';
import { lastOperationText } from './last-operation.ts';
import { learnerAddress } from './learner-address.ts';
import {
  type OperatedServer,
  averageText,
  connectionStats,
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

interface AdminCommand {
  /** Answered although no server runs. */
  readonly always?: boolean;
  /** A standalone server has nothing to say to it. */
  readonly ofQuorum?: boolean;
  /** Whether the release knows it; absent: all do. */
  readonly isKnown?: (behaviour: Behaviour) => boolean;
  /** `notes`: of the event in which it was done, where it does something. */
  body(server: OperatedServer, notes: readonly Note[]): Readonly<Record<string, unknown>>;
}

const NOT_INITIALIZED = 'server is not initialized';
const NOT_SERVING = 'This ZooKeeper instance is not currently serving requests';

/** Long name first: the others are what the words of four letters are called. */
const SHORT: Readonly<Record<string, string>> = {
  cons: 'connections',
  conf: 'configuration',
  envi: 'environment',
  srvr: 'server_stats',
  stat: 'stats',
  mntr: 'monitor',
  isro: 'is_read_only',
  lead: 'leader',
  lsnp: 'last_snapshot',
  obsr: 'observers',
  wchc: 'watches',
  wchp: 'watches_by_path',
  wchs: 'watch_summary',
  sysp: 'system_properties',
  icfg: 'initial_configuration',
  srst: 'stat_reset',
  crst: 'connection_stat_reset',
  gtmk: 'get_trace_mask',
  stmk: 'set_trace_mask',
  snap: 'snapshot',
  rest: 'restore',
  shed: 'shed_connections',
};

/**
 * The answer to `/commands/<name>`, or null when there is no such command. Of one that changes something, right after the event
 * in which it did that: `notes` are those of the event.
 */
export function adminCommand(
  name: string,
  server: OperatedServer,
  notes: readonly Note[] = [],
): Readonly<Record<string, unknown>> | null {
  const command = SHORT[name] ?? name;
  const known = COMMANDS[command];
  if (known === undefined || known.isKnown?.(server.config.behaviour) === false) return null;
  const mode = modeOf(server.peer);
  if (known.always !== true && mode === null) return { command, error: NOT_SERVING };
  if (known.ofQuorum === true && mode === 'standalone') return { error: NOT_INITIALIZED, command };
  return { ...known.body(server, notes), command, error: null };
}

/** Names, in alphabetical order: the list at /commands of a release that behaves so. */
export function adminCommandNames(behaviour: Behaviour): readonly string[] {
  return Object.keys(COMMANDS)
    .filter((name) => COMMANDS[name]?.isKnown?.(behaviour) !== false)
    .toSorted();
}

const COMMANDS: Readonly<Record<string, AdminCommand>> = {
  configuration: {
    body: (server) => {
      const told = underscored(configurationEntries(server));
      return Object.fromEntries(CONFIGURATION_KEYS.map((key) => [key, told[key]]));
    },
  },
  connection_stat_reset: { body: () => ({}) },
  connections: {
    body: ({ peer, now }) => ({
      connections: peer.clients.connections.map((connection) => ({
        ...briefConnection(peer, connection),
        ...sessionOf(peer, connection, now),
      })),
      secure_connections: [],
    }),
  },
  dirs: { body: (server) => Object.fromEntries(directoryEntries(server)) },
  dump: {
    body: ({ peer }) => ({
      expiry_time_to_session_ids: expiryOf(peer),
      session_id_to_ephemeral_paths: Object.fromEntries(
        ephemeralsBySession(peer).map(([id, paths]) => [String(numberOf(id)), paths]),
      ),
    }),
  },
  environment: { always: true, body: (server) => Object.fromEntries(environmentEntries(server)) },
  get_trace_mask: { always: true, body: ({ peer }) => ({ tracemask: peer.clients.traceMask }) },
  hash: {
    isKnown: ({ treeDigest }) => treeDigest,
    body: ({ peer }) => ({
      digests: peer.database.digestLog.map(({ zxid, digest }) => ({ zxid, digest, digest_version: DIGEST_VERSION })),
    }),
  },
  // A server of a quorum does not hand on what it read.
  initial_configuration: {
    body: (server) => ({ initial_configuration: modeOf(server.peer) === 'standalone' ? zooCfgText(server) : null }),
  },
  is_read_only: { body: ({ peer }) => ({ read_only: modeOf(peer) === 'read-only' }) },
  last_snapshot: {
    body: ({ durable }) => {
      const zxid = durable.snapshots.at(-1)?.zxid;
      return { zxid: zxid === undefined ? 'ffffffffffffffff' : zxidText(zxid).slice(2) };
    },
  },
  leader: {
    always: true,
    ofQuorum: true,
    body: ({ peer }) => {
      const leader = peer.leader === null ? (peer.learner?.leader ?? null) : peer.sid;
      const spec = leader === null ? undefined : peer.quorumVerifier.servers.find(({ sid }) => sid === leader);
      return {
        is_leader: peer.leader !== null,
        leader_id: leader,
        leader_ip: spec === undefined ? '' : addressOf(spec.node),
      };
    },
  },
  monitor: { body: (server) => Object.fromEntries(monitorEntries(server, 'admin')) },
  observers: {
    body: ({ peer, config }) => {
      const observers = syncedObservers(peer);
      return {
        synced_observers: observers.length,
        observers: observers.map(({ sid }) => ({ remote_socket_address: learnerAddress(config, sid), sid })),
      };
    },
  },
  restore: {
    isKnown: ({ adminSnapshots }) => adminSnapshots,
    body: ({ peer }) => ({ last_zxid: peer.database.lastProcessedZxid }),
  },
  ruok: { always: true, body: () => ({}) },
  server_stats: { body: serverStats },
  set_trace_mask: { always: true, body: ({ peer }) => ({ tracemask: peer.clients.traceMask }) },
  shed_connections: {
    isKnown: ({ adminShedsConnections }) => adminShedsConnections,
    body: (_, notes) => {
      const shed = notes.find((note) => note.kind === 'connectionsShed');
      return shed === undefined ? {} : { connections_shed: shed.count, percentage_requested: shed.percent };
    },
  },
  snapshot: {
    isKnown: ({ adminSnapshots }) => adminSnapshots,
    body: ({ peer }) => {
      const snapshot = peer.log.adminSnapshotting ?? takeSnapshot(peer.database);
      return { last_zxid: zxidText(snapshot.zxid), snapshot_size: snapshotBytes(snapshot) };
    },
  },
  stat_reset: { body: () => ({}) },
  stats: {
    body: (server) => ({
      ...serverStats(server),
      connections: server.peer.clients.connections.map((connection) => briefConnection(server.peer, connection)),
      secure_connections: [],
    }),
  },
  system_properties: { always: true, body: (server) => Object.fromEntries(environmentEntries(server).slice(1)) },
  voting_view: {
    body: ({ peer }) => ({
      current_config: Object.fromEntries(
        peer.quorumVerifier.servers
          .filter(({ sid }) => peer.quorumVerifier.voters.includes(sid) && modeOf(peer) !== 'standalone')
          .map(({ sid, node }) => [
            sid,
            {
              server_addresses: [`${addressOf(node)}:2888`],
              election_addresses: [`${addressOf(node)}:3888`],
              client_address: '0.0.0.0:2181',
              learner_type: 'participant',
            },
          ]),
      ),
    }),
  },
  watch_summary: {
    body: ({ peer }) => {
      const [num_connections, num_paths, num_total_watches] = watchFigures(peer.clients.watches);
      return { num_connections, num_paths, num_total_watches };
    },
  },
  watches: {
    body: ({ peer }) => ({
      session_id_to_watched_paths: Object.fromEntries(watchesBySession(peer.clients.watches, sessionsOf(peer))),
    }),
  },
  watches_by_path: {
    body: ({ peer }) => ({
      path_to_session_ids: Object.fromEntries(
        Array.from(watchesByPath(peer.clients.watches, sessionsOf(peer)), ([path, ids]) => [path, ids.map(numberOf)]),
      ),
    }),
  },
  zabstate: {
    always: true,
    body: ({ peer, config, clientPort }) => {
      if (modeOf(peer) === 'standalone') return { voting: false, zabstate: '' };
      const spec = serverSpec(config, config.sid);
      const host = spec === null ? '' : addressOf(spec.node);
      const { lastProcessedZxid: zxid } = peer.database;
      return {
        myid: peer.sid,
        is_leader: peer.leader !== null,
        quorum_address: addresses(host, 2888),
        election_address: addresses(host, 3888),
        client_address: `0.0.0.0:${clientPort}`,
        voting: peer.quorumVerifier.voters.includes(peer.sid),
        last_zxid: zxidText(zxid),
        zab_epoch: epochOf(zxid),
        zab_counter: counterOf(zxid),
        zabstate: peer.zabState.toLowerCase(),
      };
    },
  },
};

/** What `configuration` tells of what conf does. */
const CONFIGURATION_KEYS: readonly string[] = [
  'client_port',
  'data_dir',
  'data_log_dir',
  'tick_time',
  'max_client_cnxns',
  'min_session_timeout',
  'max_session_timeout',
  'server_id',
  'client_port_listen_backlog',
];

/** A MultipleAddresses of one, all of whose getters are told. */
function addresses(host: string, port: number): Readonly<Record<string, unknown>> {
  const one = `${host}:${port}`;
  return {
    empty: false,
    all_addresses: [one],
    all_reachable_addresses: [one],
    one,
    reachable_address: one,
    wildcard_addresses: [`0.0.0.0:${port}`],
    all_ports: [port],
    all_host_strings: [host],
    all_reachable_addresses_or_all: [one],
    reachable_or_one: one,
  };
}

/** The file that a standalone server began with. */
function zooCfgText({ config: { timing }, clientPort }: OperatedServer): string {
  return `tickTime=${timing.tickMillis}\ndataDir=/data\ndataLogDir=/datalog\nclientPort=${clientPort}\n`;
}

type Peer = OperatedServer['peer'];

function serverStats(server: OperatedServer): Readonly<Record<string, unknown>> {
  const { peer, now, startedAt } = server;
  const stats = statsOf(peer);
  const [last, min, max] = proposalSizes(server);
  const [[, dataDirSize], [, logDirSize]] = directoryEntries(server);
  return {
    version: builtText(server),
    read_only: modeOf(peer) === 'read-only',
    server_stats: {
      packets_sent: stats.answered,
      packets_received: receivedOf(peer),
      fsync_threshold_exceed_count: 0,
      provider_null: false,
      server_state: modeOf(peer),
      outstanding_requests: outstandingOf(peer),
      min_latency: stats.latencyMin,
      avg_latency: Number(averageText(stats)),
      max_latency: stats.latencyMax,
      data_dir_size: dataDirSize,
      log_dir_size: logDirSize,
      last_processed_zxid: peer.database.lastProcessedZxid,
      num_alive_client_connections: peer.clients.connections.length,
      uptime: now - startedAt,
      auth_failed_count: 0,
      non_mtlsremote_conn_count: 0,
      non_mtlslocal_conn_count: 0,
    },
    ...(modeOf(peer) === 'leader' && {
      proposal_stats: { last_buffer_size: last, min_buffer_size: min, max_buffer_size: max },
    }),
    node_count: nodeCountOf(peer),
  };
}

/** ServerCnxn.getConnectionInfo, all of it in `connections`. */
function briefConnection(peer: Peer, connection: ClientConnection): Readonly<Record<string, unknown>> {
  const { stats, received } = connectionStats(peer, connection);
  return {
    remote_socket_address: clientAddress(connection).slice(1),
    interest_ops: interestOps(peer, connection),
    outstanding_requests: connection.calls.length,
    packets_received: received,
    packets_sent: stats.answered,
  };
}

function sessionOf(peer: Peer, connection: ClientConnection, now: number): Readonly<Record<string, unknown>> {
  const { stats, isReset } = connectionStats(peer, connection);
  const { lastOperation } = stats;
  return {
    session_id: numberOf(connection.sessionId ?? '0x0'),
    last_operation: lastOperationText(lastOperation, isReset),
    established: epochMillis(connection.connectedAt),
    session_timeout: connection.timeoutMillis,
    last_cxid: stats.lastCxid,
    last_zxid: stats.lastZxid,
    last_response_time: lastOperation === null && !isReset ? now : stats.lastAt,
    last_latency: stats.lastLatency,
    min_latency: stats.latencyMin,
    avg_latency: Math.floor(stats.answered === 0 ? 0 : stats.latencySum / stats.answered),
    max_latency: stats.latencyMax,
  };
}

/** A session's id as the 64-bit number it is. */
function numberOf(id: string): bigint {
  return BigInt(id);
}

/** The leader alone knows; a learner tells of none. */
function expiryOf({ leader }: Peer): Readonly<Record<string, readonly bigint[]>> {
  const byTime: Record<string, readonly bigint[]> = {};
  for (const [id, due] of Object.entries(leader?.expiry ?? {})) byTime[due] = [...(byTime[due] ?? []), numberOf(id)];
  return byTime;
}

function sessionsOf({ clients }: Peer): (on: number) => string {
  return (wanted) => String(numberOf(clients.connections.find(({ on }) => on === wanted)?.sessionId ?? '0x0'));
}

/** `clientPort` is `client_port` here. */
function underscored(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries.map(([key, value]) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

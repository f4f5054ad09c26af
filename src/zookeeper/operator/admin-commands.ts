/**
 * The admin server's commands (Commands; /commands/<name>): JSON of a server's state. Every answer has `command` and `error`.
 * What some of them change is done by `peer/operated.ts`; here is what they answer then. What `snapshot` tells in headers of
 * its answer, whose body is the file, is told here like the rest.
 */
import type { Behaviour } from '../config/behaviour.ts';
import { addressOf, serverSpec } from '../config/ensemble.ts';
import { DIGEST_VERSION } from '../database/ad-hash.ts';
import { takeSnapshot } from '../database/database.ts';
import { snapshotBytes } from '../database/snapshot.ts';
import { zxidText, counterOf, epochOf } from '../ids.ts';
import type { Note } from '../notes.ts';
import {
  clientAddress,
  configurationEntries,
  directoryEntries,
  environmentEntries,
  membershipLines,
  monitorEntries,
  watchesByPath,
  watchesBySession,
} from './four-letter-words.ts';
import {
  type OperatedServer,
  connectionStats,
  ephemeralsBySession,
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
  if (known.ofQuorum === true && mode === 'standalone') return { command, error: NOT_INITIALIZED };
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
    body: (server) => ({
      ...underscored(configurationEntries(server)),
      membership: membershipLines(server).join('\n'),
    }),
  },
  connection_stat_reset: { body: () => ({}) },
  connections: {
    body: ({ peer }) => ({ connections: connectionsOf(peer), secure_connections: [] }),
  },
  dirs: { body: (server) => Object.fromEntries(directoryEntries(server)) },
  dump: {
    body: ({ peer }) => ({
      expiry_time_to_session_ids: expiryOf(peer),
      session_id_to_ephemeral_paths: Object.fromEntries(ephemeralsBySession(peer)),
    }),
  },
  environment: { always: true, body: (server) => Object.fromEntries(environmentEntries(server)) },
  get_trace_mask: { always: true, body: ({ peer }) => ({ tracemask: peer.clients.traceMask }) },
  hash: {
    isKnown: ({ treeDigest }) => treeDigest,
    body: ({ peer }) => ({
      digests: peer.database.digestLog.map(({ zxid, digest }) => ({ zxid, digest, digestVersion: DIGEST_VERSION })),
    }),
  },
  initial_configuration: { body: (server) => ({ initial_configuration: membershipLines(server).join('\n') }) },
  is_read_only: { body: ({ peer }) => ({ read_only: modeOf(peer) === 'read-only' }) },
  last_snapshot: {
    body: ({ durable }) => {
      const zxid = durable.snapshots.at(-1)?.zxid;
      return { zxid: zxid === undefined ? '0xffffffffffffffff' : zxidText(zxid) };
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
  monitor: { body: (server) => Object.fromEntries(monitorEntries(server)) },
  observers: {
    body: ({ peer }) => {
      const observers = syncedObservers(peer);
      return { synced_observers: observers.length, observers: observers.map(({ sid }) => ({ sid })) };
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
  stats: { body: (server) => ({ ...serverStats(server), connections: connectionsOf(server.peer) }) },
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
      path_to_session_ids: Object.fromEntries(watchesByPath(peer.clients.watches, sessionsOf(peer))),
    }),
  },
  zabstate: {
    always: true,
    body: ({ peer, config, clientPort }) => {
      const spec = serverSpec(config, config.sid);
      const address = spec === null ? '' : addressOf(spec.node);
      const { lastProcessedZxid: zxid } = peer.database;
      const isAlone = modeOf(peer) === 'standalone';
      return {
        myid: isAlone ? 0 : peer.sid,
        is_leader: peer.leader !== null && !isAlone,
        quorum_address: isAlone ? '' : `${address}:2888`,
        election_address: isAlone ? '' : `${address}:3888`,
        client_address: isAlone ? '' : `0.0.0.0:${clientPort}`,
        voting: peer.quorumVerifier.voters.includes(peer.sid) && !isAlone,
        last_zxid: zxidText(zxid),
        zab_epoch: epochOf(zxid),
        zab_counter: counterOf(zxid),
        zabstate: isAlone ? 'election' : peer.zabState.toLowerCase(),
      };
    },
  },
};

type Peer = OperatedServer['peer'];

function serverStats(server: OperatedServer): Readonly<Record<string, unknown>> {
  const { peer, version } = server;
  const stats = statsOf(peer);
  const [last, min, max] = proposalSizes(server);
  return {
    version,
    read_only: modeOf(peer) === 'read-only',
    server_stats: {
      packets_sent: stats.answered,
      packets_received: receivedOf(peer),
      min_latency: stats.latencyMin,
      avg_latency: stats.answered === 0 ? 0 : stats.latencySum / stats.answered,
      max_latency: stats.latencyMax,
      outstanding_requests: outstandingOf(peer),
      last_processed_zxid: peer.database.lastProcessedZxid,
      server_state: modeOf(peer),
      num_alive_client_connections: peer.clients.connections.length,
    },
    ...(modeOf(peer) === 'leader' && {
      proposal_stats: { last_buffer_size: last, min_buffer_size: min, max_buffer_size: max },
    }),
    node_count: nodeCountOf(peer),
  };
}

function connectionsOf(peer: Peer): readonly unknown[] {
  return peer.clients.connections.map((connection) => {
    const { stats, received } = connectionStats(peer, connection);
    return {
      remote_socket_address: clientAddress(connection),
      outstanding_requests: connection.calls.length,
      packets_received: received,
      packets_sent: stats.answered,
      session_id: connection.sessionId,
      session_timeout: connection.timeoutMillis,
      last_operation: stats.lastOperation,
      last_cxid: stats.lastCxid,
      last_zxid: zxidText(stats.lastZxid),
      last_latency: stats.lastLatency,
      min_latency: stats.latencyMin,
      max_latency: stats.latencyMax,
    };
  });
}

/** The leader alone knows; a learner tells of none. */
function expiryOf({ leader }: Peer): Readonly<Record<string, readonly string[]>> {
  const byTime: Record<string, readonly string[]> = {};
  for (const [id, due] of Object.entries(leader?.expiry ?? {})) byTime[due] = [...(byTime[due] ?? []), id];
  return byTime;
}

function sessionsOf({ clients }: Peer): (on: number) => string {
  return (wanted) => clients.connections.find(({ on }) => on === wanted)?.sessionId ?? '0x0';
}

/** `clientPort` is `client_port` here. */
function underscored(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries.map(([key, value]) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** What a server holds for its clients at a moment: znodes and where others have them differently, sessions, watches. */
import { differences, sortedEntries } from '../base/persistent-map.ts';
import type { ConnectionId } from '../kernel/process.ts';
import type { Stat } from '../zookeeper/client/operations.ts';
import type { Acl } from '../zookeeper/database/acl.ts';
import { aclOfNode } from '../zookeeper/database/acl-usage.ts';
import {
  type DataNode,
  type DataTree,
  childrenOf,
  ephemeralsOf,
  nodeAt,
  parentPath,
  statOf,
} from '../zookeeper/database/data-tree.ts';
import type { WatcherMode } from '../zookeeper/database/watches.ts';
import type { SessionId, Sid, Zxid } from '../zookeeper/ids.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Moment } from './moment.ts';

/** What a znode is, beside ordinary. */
export type ZnodeKind = 'persistent' | 'ephemeral' | 'container' | 'ttl';

export interface ZnodeFacts {
  readonly path: string;
  readonly name: string;
  /** 0 for the root. */
  readonly depth: number;
  readonly kind: ZnodeKind;
  readonly data: string;
  /** Null where this server does not have it, and another one does. */
  readonly stat: Stat | null;
  readonly acl: readonly Acl[];
  readonly childCount: number;
  /** Servers that do not have it, though this one does; those that do, though this one does not. In sid order. */
  readonly missingAt: readonly Sid[];
  readonly onlyAt: readonly Sid[];
  /** Servers where its data, version, owner or ACL is another. */
  readonly otherAt: readonly Sid[];
}

export interface SessionFacts {
  readonly id: SessionId;
  /** The client that has it, as far as any is known to. */
  readonly client: string | null;
  readonly timeoutMillis: number;
  /** Known to this server alone. */
  readonly local: boolean;
  /** The server it is connected to now; null for none. */
  readonly at: Sid | null;
  /** The bucket it expires in unless it is heard from; null where this server does not know: the leader does. */
  readonly expiresAt: number | null;
  readonly ephemerals: readonly string[];
}

export interface WatchFacts {
  readonly path: string;
  readonly table: 'data' | 'child';
  readonly mode: WatcherMode;
  readonly sessionId: SessionId | null;
  readonly client: string | null;
}

export interface DataFacts {
  /** Parents before children, children by name. */
  readonly znodes: readonly ZnodeFacts[];
  readonly lastZxid: Zxid;
  /** Other servers with a database, in sid order: what is compared with. */
  readonly comparedWith: readonly Sid[];
  readonly sessions: readonly SessionFacts[];
  readonly watches: readonly WatchFacts[];
}

/** Null while the server is down: its database is in memory. */
export function dataFactsOf({ world }: Moment, sid: Sid): DataFacts | null {
  const peers = world.nodes
    .flatMap(({ state }) => (state?.kind === 'server' ? [state] : []))
    .toSorted((a, b) => a.sid - b.sid);
  const peer = peers.find((one) => one.sid === sid);
  if (peer === undefined) return null;
  const others = peers.filter((one) => one !== peer);
  const clientBySession = new Map<SessionId, string>();
  for (const { state } of world.nodes) {
    if (state?.kind === 'client' && state.sessionId !== null) clientBySession.set(state.sessionId, state.name);
  }
  return {
    znodes: znodesOf(peer.database.tree, others),
    lastZxid: peer.database.lastProcessedZxid,
    comparedWith: others.map((other) => other.sid),
    sessions: sessionsOf(peer, peers, clientBySession),
    watches: watchesOf(peer, clientBySession),
  };
}

/** Paths of what is another in `after` than in `before`, its children's names included; compared by value: moments need not share. */
export function changedPaths(before: DataTree, after: DataTree): ReadonlySet<string> {
  const changed = differences(before.nodes, after.nodes).filter(
    ([, was, is]) =>
      was === null ||
      is === null ||
      was.czxid !== is.czxid ||
      was.mzxid !== is.mzxid ||
      was.pzxid !== is.pzxid ||
      was.cversion !== is.cversion ||
      was.aversion !== is.aversion,
  );
  return new Set(changed.map(([path]) => path));
}

interface Differing {
  readonly missingAt: Sid[];
  readonly onlyAt: Sid[];
  readonly otherAt: Sid[];
}

function znodesOf(tree: DataTree, others: readonly QuorumPeer[]): readonly ZnodeFacts[] {
  const differing = new Map<string, Differing>();
  /** Of those that only others have, one of theirs. */
  const absent = new Map<string, DataTree>();
  const at = (path: string): Differing => {
    const known = differing.get(path) ?? { missingAt: [], onlyAt: [], otherAt: [] };
    differing.set(path, known);
    return known;
  };
  for (const { sid, database } of others) {
    for (const [path, own, its] of differences(tree.nodes, database.tree.nodes)) {
      if (its === null) at(path).missingAt.push(sid);
      else if (own === null) {
        at(path).onlyAt.push(sid);
        absent.set(path, database.tree);
      } else if (isOther(tree, own, database.tree, its)) at(path).otherAt.push(sid);
    }
  }
  const absentChildren = new Map<string, string[]>();
  for (const path of absent.keys()) {
    const parent = parentPath(path);
    absentChildren.set(parent, [...(absentChildren.get(parent) ?? []), path.slice(path.lastIndexOf('/') + 1)]);
  }
  const found: ZnodeFacts[] = [];
  const walk = (path: string, name: string, depth: number): void => {
    const own = nodeAt(tree, path);
    const from = own === null ? (absent.get(path) ?? tree) : tree;
    const node = own ?? nodeAt(from, path);
    if (node === null) return;
    const names = [...childrenOf(tree, path), ...(absentChildren.get(path) ?? [])].toSorted();
    found.push({
      path,
      name,
      depth,
      kind: kindOf(node),
      data: node.data,
      stat: own === null ? null : statOf(own),
      acl: aclOfNode(from, node),
      childCount: names.length,
      ...(differing.get(path) ?? SAME),
    });
    for (const child of names) walk(path === '/' ? `/${child}` : `${path}/${child}`, child, depth + 1);
  };
  walk('/', '/', 0);
  return found;
}

const SAME = { missingAt: [], onlyAt: [], otherAt: [] } as const;

/** A difference of its own: one of its children shows there. */
function isOther(tree: DataTree, own: DataNode, otherTree: DataTree, other: DataNode): boolean {
  return (
    own.data !== other.data ||
    own.version !== other.version ||
    own.czxid !== other.czxid ||
    own.mzxid !== other.mzxid ||
    own.aversion !== other.aversion ||
    own.ephemeralOwner !== other.ephemeralOwner ||
    JSON.stringify(aclOfNode(tree, own)) !== JSON.stringify(aclOfNode(otherTree, other))
  );
}

function kindOf({ ephemeralOwner, extended }: DataNode): ZnodeKind {
  if (ephemeralOwner !== null) return 'ephemeral';
  if (extended === null) return 'persistent';
  return extended === 'CONTAINER' ? 'container' : 'ttl';
}

function sessionsOf(
  peer: QuorumPeer,
  peers: readonly QuorumPeer[],
  clients: ReadonlyMap<SessionId, string>,
): readonly SessionFacts[] {
  const global = Object.entries(peer.database.sessions) as [SessionId, number][];
  const local = Object.entries(peer.clients.localSessions) as [SessionId, { timeoutMillis: number; due: number }][];
  const at = (id: SessionId): Sid | null =>
    peers.find((one) => one.clients.connections.some(({ sessionId, established }) => established && sessionId === id))
      ?.sid ?? null;
  const facts = (id: SessionId, timeoutMillis: number, due: number | null): SessionFacts => ({
    id,
    client: clients.get(id) ?? null,
    timeoutMillis,
    local: peer.clients.localSessions[id] !== undefined,
    at: at(id),
    expiresAt: due,
    ephemerals: ephemeralsOf(peer.database.tree, id),
  });
  return [
    ...global.map(([id, timeoutMillis]) => facts(id, timeoutMillis, peer.leader?.expiry[id] ?? null)),
    ...local.map(([id, { timeoutMillis, due }]) => facts(id, timeoutMillis, due)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function watchesOf({ clients: { watches, connections } }: QuorumPeer, clients: ReadonlyMap<SessionId, string>) {
  const sessionOn = (wanted: ConnectionId): SessionId | null =>
    connections.find(({ on }) => on === wanted)?.sessionId ?? null;
  const tables = [
    ['data', watches.dataWatches],
    ['child', watches.childWatches],
  ] as const;
  return tables.flatMap(([table, manager]) =>
    sortedEntries(manager).flatMap(([path, watchers]) =>
      watchers.map(({ on, mode }): WatchFacts => {
        const sessionId = sessionOn(on);
        return { path, table, mode, sessionId, client: sessionId === null ? null : (clients.get(sessionId) ?? null) };
      }),
    ),
  );
}

/**
 * The data tree (DataTree, DataNode): znodes by path. A tree is a value; applying a transaction (`process-txn.ts`) gives
 * another that shares what did not change, so a leader keeps the tree with and the tree without its outstanding
 * proposals at little cost (ZooKeeper does it with ChangeRecords). Watches are in `watches.ts`.
 * Simplified: ZooKeeper keeps a digest of the tree up to date with every change; here there is none.
 */
import { emptyList } from '../../base/append-list.ts';
import { clonedHashSetOrder } from '../../base/java-hash-set.ts';
import { type PersistentMap, emptyMap, lookUp, put, sortedEntries } from '../../base/persistent-map.ts';
import type { Stat } from '../client/operations.ts';
import type { Behaviour, ConfigNode } from '../config/behaviour.ts';
import { type SessionId, ZXID_ZERO, type Zxid } from '../ids.ts';
import {
  type AclCache,
  EMPTY_ACL_CACHE,
  INITIAL_ACL_CACHE,
  OPEN_UNSAFE_ACL_ID,
  READ_UNSAFE_ACL_ID,
} from './acl-cache.ts';
import type { History } from './history.ts';
import type { ExtendedType } from './txn.ts';

/** A set of texts. */
export type NameSet = PersistentMap<true>;

export interface DataNode {
  readonly data: string;
  readonly dataLength: number;
  /** Number of its list in the tree's `aclCache`. */
  readonly acl: number;
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: number;
  readonly mtime: number;
  readonly version: number;
  /** Children created so far: what sequential names count by. Deletes do not change it. */
  readonly cversion: number;
  readonly aversion: number;
  readonly ephemeralOwner: SessionId | null;
  /** In ZooKeeper a value of ephemeralOwner that is no session id (EphemeralType). */
  readonly extended: ExtendedType | null;
  /** Their names. */
  readonly children: NameSet;
}

export interface DataTree {
  readonly nodes: PersistentMap<DataNode>;
  /** About what the tree takes in a snapshot file. */
  readonly bytes: number;
  /** For observers. */
  readonly history: History;
  /** Paths by session. */
  readonly ephemerals: PersistentMap<NameSet>;
  readonly containers: NameSet;
  readonly ttls: NameSet;
  /** Paths that have a quota. */
  readonly pTrie: NameSet;
  readonly aclCache: AclCache;
}

/** About what a node takes in a snapshot file, beside its path and data. */
export const NODE_BYTES = 80;
export const NO_NAMES: NameSet = emptyMap();
/** Holds the configuration in force. */
export const CONFIG_PATH = '/zookeeper/config';

/** `/` and ZooKeeper's own nodes, as 3.5.3 and later have them. */
export const INITIAL_TREE = treeOf('readOnly');

const INITIAL_TREES = { readOnly: INITIAL_TREE, open: treeOf('open'), absent: treeOf('absent') };

/** What a server begins with that has nothing on its disk. */
export function initialTree({ configNode }: Pick<Behaviour, 'configNode'>): DataTree {
  return INITIAL_TREES[configNode];
}

function treeOf(configNode: ConfigNode): DataTree {
  const isRestricted = configNode === 'readOnly';
  const builtIn = ['/', '/zookeeper', '/zookeeper/quota', ...(configNode === 'absent' ? [] : [CONFIG_PATH])];
  return {
    nodes: builtIn.reduce(
      (nodes, path) => put(nodes, path, initialNode(path, builtIn, isRestricted && path === CONFIG_PATH)),
      emptyMap<DataNode>(),
    ),
    bytes: builtIn.reduce((bytes, path) => bytes + path.length + NODE_BYTES, 0),
    ephemerals: emptyMap(),
    containers: NO_NAMES,
    ttls: NO_NAMES,
    pTrie: NO_NAMES,
    aclCache: isRestricted ? INITIAL_ACL_CACHE : EMPTY_ACL_CACHE,
    history: emptyList(),
  };
}

/** Linked by the constructor of DataTree, not created: they do not count in cversion, so a fresh root shows -1. */
function initialNode(path: string, builtIn: readonly string[], isRestricted: boolean): DataNode {
  const children = builtIn.filter((other) => other !== '/' && parentPath(other) === path);
  return {
    data: '',
    dataLength: 0,
    acl: isRestricted ? READ_UNSAFE_ACL_ID : OPEN_UNSAFE_ACL_ID,
    czxid: ZXID_ZERO,
    mzxid: ZXID_ZERO,
    pzxid: ZXID_ZERO,
    ctime: 0,
    mtime: 0,
    version: 0,
    cversion: 0,
    // DataTree.addConfigNode gives it its list by setACL, with that version.
    aversion: isRestricted ? -1 : 0,
    ephemeralOwner: null,
    extended: null,
    children: children.reduce((names, child) => put(names, nameOf(child), true), NO_NAMES),
  };
}

export function nodeAt(tree: DataTree, path: string): DataNode | null {
  return lookUp(tree.nodes, path);
}

/** `/` for a child of the root, and for the root itself. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Names of the children of `path`, sorted. */
export function childrenOf(tree: DataTree, path: string): readonly string[] {
  return namesIn(lookUp(tree.nodes, path)?.children ?? NO_NAMES);
}

/** The texts of a set, sorted. */
export function namesIn(names: NameSet): readonly string[] {
  return sortedEntries(names).map(([name]) => name);
}

/** Paths of the ephemerals that `sessionId` owns, in the order the server goes through them: that of a cloned HashSet. */
export function ephemeralsOf(tree: DataTree, sessionId: SessionId): readonly string[] {
  const paths = namesIn(lookUp(tree.ephemerals, sessionId) ?? NO_NAMES);
  return clonedHashSetOrder(paths.toSorted((a, b) => createdAt(tree, a) - createdAt(tree, b)));
}

function createdAt(tree: DataTree, path: string): number {
  return lookUp(tree.nodes, path)?.czxid ?? ZXID_ZERO;
}

/** How many nodes lie below `path`, at any depth (DataTree.getAllChildrenNumber). */
export function allChildrenNumber(tree: DataTree, path: string): number {
  if (path === '/') return tree.nodes.size - 1;
  let count = 0;
  const below = (at: string): void => {
    for (const name of childrenOf(tree, at)) {
      count += 1;
      below(`${at}/${name}`);
    }
  };
  below(path);
  return count;
}

/** The deepest path with a quota that `path` lies in, or null (getMaxPrefixWithQuota). */
export function quotaPrefix(tree: DataTree, path: string): string | null {
  if (tree.pTrie.size === 0 || path.startsWith('/zookeeper/') || path === '/zookeeper') return null;
  for (let at = path; ; at = parentPath(at)) {
    if (lookUp(tree.pTrie, at) !== null) return at;
    if (at === '/') return null;
  }
}

/** What a client sees of a node (DataNode.copyStat). */
export function statOf(node: DataNode): Stat {
  return {
    czxid: node.czxid,
    mzxid: node.mzxid,
    pzxid: node.pzxid,
    ctime: node.ctime,
    mtime: node.mtime,
    version: node.version,
    cversion: 2 * node.cversion - node.children.size,
    aversion: node.aversion,
    ephemeralOwner: node.ephemeralOwner,
    dataLength: node.dataLength,
    numChildren: node.children.size,
  };
}

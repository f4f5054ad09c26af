/**
 * The lists in use, each kept once and by number (ReferenceCountedACLCache): nodes hold the number. Most trees know
 * the open list alone, which has a number of its own and is not counted. How lists come and go is in `acl-usage.ts`.
 */
import { type PersistentMap, emptyMap, put } from '../../base/persistent-map.ts';
import type { Acl } from './acl.ts';

/** The number of OPEN_ACL_UNSAFE. */
export const OPEN_UNSAFE_ACL_ID = -1;

interface CountedAcl {
  readonly acl: readonly Acl[];
  /** Nodes that have it. */
  readonly count: number;
}

export interface AclCache {
  /** The number handed out last. */
  readonly aclIndex: number;
  /** By number. */
  readonly lists: PersistentMap<CountedAcl>;
  /** Numbers by what the list says. */
  readonly numbers: PersistentMap<number>;
}

/** Everybody may read (ZooDefs.Ids.READ_ACL_UNSAFE). */
const READ_ACL_UNSAFE: readonly Acl[] = [{ perms: 1, scheme: 'world', id: 'anyone' }];

/** The number of READ_ACL_UNSAFE in every tree: the first that is handed out. */
export const READ_UNSAFE_ACL_ID = 1;

/** What a tree knows none of whose nodes has been given a list. */
export const EMPTY_ACL_CACHE: AclCache = { aclIndex: 0, lists: emptyMap(), numbers: emptyMap() };

/** What a new tree knows: its constructor has given one of its nodes a list. */
export const INITIAL_ACL_CACHE: AclCache = {
  aclIndex: READ_UNSAFE_ACL_ID,
  lists: put(emptyMap(), String(READ_UNSAFE_ACL_ID), { acl: READ_ACL_UNSAFE, count: 1 }),
  numbers: put(emptyMap(), '1 world anyone', READ_UNSAFE_ACL_ID),
};

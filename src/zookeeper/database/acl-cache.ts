/**
 * The lists in use, each kept once and by number (ReferenceCountedACLCache): nodes hold the number. Most trees know
 * the open list alone, which has a number of its own and is not counted. How lists come and go is in `acl-usage.ts`.
 */
import { type PersistentMap, emptyMap } from '../../base/persistent-map.ts';
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

export const EMPTY_ACL_CACHE: AclCache = { aclIndex: 0, lists: emptyMap(), numbers: emptyMap() };

/** Nodes taking and leaving the lists of an AclCache (ReferenceCountedACLCache.convertAcls, removeUsage). */
import { lookUp, put, remove } from '../../base/persistent-map.ts';
import { type Acl, OPEN_ACL_UNSAFE } from './acl.ts';
import { type AclCache, OPEN_UNSAFE_ACL_ID } from './acl-cache.ts';
import type { DataNode, DataTree } from './data-tree.ts';

/** The number of `acl` for one node more (convertAcls). */
export function withUse(cache: AclCache, acl: readonly Acl[]): { readonly cache: AclCache; readonly id: number } {
  if (acl === OPEN_ACL_UNSAFE) return { cache, id: OPEN_UNSAFE_ACL_ID };
  const { lists, numbers } = cache;
  const text = aclText(acl);
  const id = lookUp(numbers, text) ?? cache.aclIndex + 1;
  const count = (lookUp(lists, String(id))?.count ?? 0) + 1;
  return {
    id,
    cache: {
      aclIndex: Math.max(cache.aclIndex, id),
      lists: put(lists, String(id), { acl, count }),
      numbers: put(numbers, text, id),
    },
  };
}

/** One node with the list `id` less (removeUsage); a list that nobody has is forgotten. */
export function withoutUse(cache: AclCache, id: number): AclCache {
  const used = id === OPEN_UNSAFE_ACL_ID ? null : lookUp(cache.lists, String(id));
  if (used === null) return cache;
  const { aclIndex, lists, numbers } = cache;
  if (used.count > 1)
    return { aclIndex, lists: put(lists, String(id), { acl: used.acl, count: used.count - 1 }), numbers };
  return { aclIndex, lists: remove(lists, String(id)), numbers: remove(numbers, aclText(used.acl)) };
}

/** The list of number `id` (convertLong). */
function aclOf(cache: AclCache, id: number): readonly Acl[] {
  return id === OPEN_UNSAFE_ACL_ID ? OPEN_ACL_UNSAFE : (lookUp(cache.lists, String(id))?.acl ?? OPEN_ACL_UNSAFE);
}

/** Who may do what to `node`. */
export function aclOfNode(tree: DataTree, node: DataNode): readonly Acl[] {
  return aclOf(tree.aclCache, node.acl);
}

/** What a list says: one with the same is the same. */
function aclText(acl: readonly Acl[]): string {
  return acl.map(({ perms, scheme, id }) => `${perms} ${scheme} ${id}`).join('\n');
}

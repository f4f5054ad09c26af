/**
 * One number for a whole tree, every Stat included, that costs what has changed: the sum of its nodes' own numbers, so
 * that a tree's is another's with the nodes in which they differ exchanged (AdHash, as ZooKeeper's DigestCalculator).
 */
import { differences } from '../base/persistent-map.ts';
import { OPEN_UNSAFE_ACL_ID } from '../zookeeper/database/acl-cache.ts';
import { CONFIG_PATH, type DataNode, type DataTree, INITIAL_TREE } from '../zookeeper/database/data-tree.ts';
import { aclOfNode } from '../zookeeper/database/acl-usage.ts';

/** A memo by identity: trees are values. */
const digests = new WeakMap<DataTree, number>();

/**
 * The digest of `tree`, an integer of up to 52 bits; quick when `like` is a tree that differs little. Without
 * /zookeeper/config, which each server fills by itself when it knows of a configuration.
 */
export function treeDigest(tree: DataTree, like: DataTree | null): number {
  const known = digests.get(tree);
  if (known !== undefined) return known;
  const basis = like === null || !digests.has(like) ? INITIAL_TREE : like;
  let sum = digests.get(basis) ?? 0;
  for (const [path, before, after] of differences(basis.nodes, tree.nodes)) {
    if (path === CONFIG_PATH) continue;
    if (before !== null) sum = wrapped(sum - nodeDigest(basis, path, before));
    if (after !== null) sum = wrapped(sum + nodeDigest(tree, path, after));
  }
  digests.set(tree, sum);
  return sum;
}

const MODULUS = 2 ** 52;

function wrapped(sum: number): number {
  return sum < 0 ? sum + MODULUS : sum >= MODULUS ? sum - MODULUS : sum;
}

function nodeDigest(tree: DataTree, path: string, node: DataNode): number {
  const hash: Hash = { a: 0x811c9dc5 | 0, b: 0x9e3779b1 | 0 };
  feedText(hash, path);
  feedText(hash, node.data);
  feedNumber(hash, node.dataLength);
  feedNumber(hash, node.czxid);
  feedNumber(hash, node.mzxid);
  feedNumber(hash, node.pzxid);
  feedNumber(hash, node.ctime);
  feedNumber(hash, node.mtime);
  feedNumber(hash, node.version);
  feedNumber(hash, node.cversion);
  feedNumber(hash, node.aversion);
  feedNumber(hash, node.children.size);
  feedText(hash, node.ephemeralOwner ?? String(node.extended));
  if (node.acl !== OPEN_UNSAFE_ACL_ID) feedText(hash, JSON.stringify(aclOfNode(tree, node)));
  return (hash.a >>> 6) * 2 ** 26 + (hash.b >>> 6);
}

interface Hash {
  a: number;
  b: number;
}

function feedText(hash: Hash, text: string): void {
  feed(hash, text.length);
  for (let i = 0; i < text.length; i++) feed(hash, text.charCodeAt(i));
}

function feedNumber(hash: Hash, value: number): void {
  feed(hash, value | 0);
  feed(hash, Math.floor(value / 4294967296) | 0);
}

function feed(hash: Hash, word: number): void {
  hash.a = Math.imul(hash.a ^ word ^ (hash.a >>> 15), 0x01000193);
  hash.b = Math.imul(((hash.b << 13) | (hash.b >>> 19)) ^ word, 0x85ebca6b);
}

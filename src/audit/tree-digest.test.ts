import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookUp, put, remove } from '../base/persistent-map.ts';
import { type DataNode, type DataTree, INITIAL_TREE } from '../zookeeper/database/data-tree.ts';
import { treeDigest } from './tree-digest.ts';

const root = lookUp(INITIAL_TREE.nodes, '/');
if (root === null) throw new Error('every tree has a root');

const withNode = (tree: DataTree, path: string, node: DataNode | null): DataTree => ({
  ...tree,
  nodes: node === null ? remove(tree.nodes, path) : put(tree.nodes, path, node),
});

const change = fc.tuple(fc.constantFrom('/a', '/b', '/c', '/d'), fc.option(fc.nat({ max: 3 })));

it('is one number for one content, whatever tree it was reckoned from', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (script) => {
      let tree: DataTree = { ...INITIAL_TREE };
      let previous: DataTree | null = null;
      for (const [path, version] of script) {
        const next = withNode(tree, path, version === null ? null : { ...root, version });
        treeDigest(next, tree);
        [previous, tree] = [tree, next];
      }
      expect(treeDigest({ ...tree }, null)).toBe(treeDigest(tree, previous));
    }),
    { numRuns: 200, seed: 1 },
  );
});

it.each([
  ['data', { data: 'x' }],
  ['czxid', { czxid: 7 }],
  ['mzxid beyond 32 bits', { mzxid: 2 ** 32 * 5 }],
  ['pzxid', { pzxid: 9 }],
  ['ctime', { ctime: 1 }],
  ['mtime', { mtime: 1 }],
  ['version', { version: 1 }],
  ['cversion', { cversion: 1 }],
  ['aversion', { aversion: 1 }],
  ['ephemeralOwner', { ephemeralOwner: '0x1' }],
])('another %s is another number', (_, other) => {
  const plain = withNode(INITIAL_TREE, '/a', root);
  // Rows name single fields of a node.
  const changed = withNode(INITIAL_TREE, '/a', { ...root, ...other } as DataNode);
  expect(treeDigest(changed, plain)).not.toBe(treeDigest(plain, null));
});

import { describe, expect, it } from 'vitest';
import { sortedEntries } from '../../base/persistent-map.ts';
import type { SessionId, Zxid } from '../ids.ts';
import { adHash } from './ad-hash.ts';
import { type DataTree, INITIAL_TREE } from './data-tree.ts';
import { applyTxn } from './process-txn.ts';
import type { Txn, TxnBody } from './txn.ts';

const INITIAL = 1371985504;

function txn(zxid: number, body: TxnBody): Txn {
  return { zxid: zxid as Zxid, sessionId: '0x10000000c80001' as SessionId, cxid: 1, time: 7, body };
}

function create(path: string, data = '', ephemeral = false): TxnBody {
  return { type: 'create', path, data, dataLength: data.length, ephemeral, parentCVersion: 1 };
}

function after(...bodies: readonly TxnBody[]): DataTree {
  return bodies.reduce((tree, body, i) => applyTxn(tree, txn(0x1_0000_0001 + i, body)), INITIAL_TREE);
}

/** All of it made anew, so that nothing is kept from before. */
function copied(tree: DataTree): DataTree {
  return structuredClone(tree);
}

describe('17.7 the digest of a tree', () => {
  it('is the sum of a CRC-32 of the path, the data and the 60 bytes of the stat of each node', () => {
    // Of the root and /zookeeper. A server of 3.6 or later that starts with nothing logs this very number.
    expect(adHash(INITIAL_TREE)).toBe(INITIAL);
  });

  it('is that of the whole, whichever way it came about, and whatever was kept of it', () => {
    const tree = after(create('/a', 'x'), create('/a/b'), { type: 'delete', path: '/a/b' }, create('/c', 'é', true));
    expect(adHash(copied(tree))).toBe(adHash(tree));
    expect(sortedEntries(tree.nodes).length).toBe(6);
  });

  it.each<[string, readonly TxnBody[], readonly TxnBody[]]>([
    ['its data', [create('/a', 'x')], [create('/a', 'y')]],
    ['its path', [create('/a')], [create('/b')]],
    ['its owner', [create('/a')], [create('/a', '', true)]],
  ])('differs by %s', (_, a, b) => {
    expect(adHash(after(...a))).not.toBe(adHash(after(...b)));
  });

  it('does not count what is below /zookeeper', () => {
    const config: TxnBody = { type: 'setData', path: '/zookeeper/config', data: 'x', dataLength: 1, version: 1 };
    expect(adHash(after(config))).toBe(adHash(INITIAL_TREE));
  });
});

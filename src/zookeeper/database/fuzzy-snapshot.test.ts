import { describe, expect, it } from 'vitest';
import { emptyList } from '../../base/append-list.ts';
import { uniform } from '../../base/keyed-random.ts';
import type { SessionId, Zxid } from '../ids.ts';
import { INITIAL_TREE, type DataTree, nodeAt } from './data-tree.ts';
import { applyTxn } from './process-txn.ts';
import { fuzzySnapshot } from './fuzzy-snapshot.ts';
import { NO_SESSIONS } from './sessions.ts';
import type { Txn, TxnBody } from './txn.ts';

const EMPTY: DataTree = { ...INITIAL_TREE, history: emptyList() };

/** A log of creates, deletes, changes, ends of sessions and multis that all succeed, drawn from `seed`. */
function logOf(seed: number, length: number): readonly Txn[] {
  let tree = EMPTY;
  let n = 0;
  const below = (limit: number): number => Math.floor(uniform(seed, 7, 0, n++) * limit);
  const sessionId = '0x1' as SessionId;
  const draw = (at: DataTree): TxnBody | null => {
    const top = `/n${below(4)}`;
    const path = below(2) === 0 ? top : `${top}/m${below(3)}`;
    const parent = nodeAt(at, path === top ? '/' : top);
    const node = nodeAt(at, path);
    if (parent === null || parent.ephemeralOwner !== null) return null;
    const data = String(n);
    if (node === null) {
      const parentCVersion = parent.cversion + 1;
      return { type: 'create', path, data, dataLength: data.length, ephemeral: below(3) === 0, parentCVersion };
    }
    if (below(3) === 0 && node.children.size === 0) return { type: 'delete', path };
    return { type: 'setData', path, data, dataLength: data.length, version: node.version + 1 };
  };
  const log: Txn[] = [];
  while (log.length < length) {
    const header = { zxid: (log.length + 1) as Zxid, sessionId, cxid: 0, time: n };
    const parts: TxnBody[] = [];
    let pending = tree;
    for (let i = below(4) === 0 ? 3 : 1; i > 0; i--) {
      const part = draw(pending);
      if (part === null) continue;
      parts.push(part);
      pending = applyTxn(pending, { ...header, body: part });
    }
    const [first, ...more] = parts;
    if (first === undefined) continue;
    const body: TxnBody = more.length === 0 ? first : { type: 'multi', txns: parts };
    const txn = { ...header, body };
    tree = applyTxn(tree, txn);
    log.push(txn);
  }
  return log;
}

function create(path: string): TxnBody {
  return { type: 'create', path, data: '0', dataLength: 1, ephemeral: false, parentCVersion: 1 };
}

function after(log: readonly Txn[], from = EMPTY): DataTree {
  return log.reduce(applyTxn, from);
}

describe('20.3 a fuzzy snapshot and the log from its name on give the tree', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('drawn from %d', (seed) => {
    const log = logOf(seed, 60);
    const whole = after(log);
    for (const [start, end] of [
      [0, 60],
      [20, 21],
      [20, 40],
      [59, 60],
    ] as const) {
      const begun = { zxid: start as Zxid, tree: after(log.slice(0, start)), sessions: NO_SESSIONS };
      const file = fuzzySnapshot(begun, log.slice(start, end));
      expect(file.zxid).toBe(start);
      expect(after(log.slice(start), file.tree)).toEqual(whole);
    }
  });

  it('what it holds is often no state that the tree ever had', () => {
    const log = logOf(1, 60);
    const states = log.map((_, i) => after(log.slice(0, i + 1)));
    const file = fuzzySnapshot(
      { zxid: 10 as Zxid, tree: after(log.slice(0, 10)), sessions: NO_SESSIONS },
      log.slice(10),
    );
    expect(states.some(({ nodes }) => JSON.stringify(nodes) === JSON.stringify(file.tree.nodes))).toBe(false);
  });

  it('some parts of a multi may be in, and others not', () => {
    const paths = ['/a', '/b', '/c', '/d', '/e', '/f'];
    const begin = { sessionId: '0x1' as SessionId, cxid: 0, time: 0 };
    const made = applyTxn(EMPTY, { ...begin, zxid: 1 as Zxid, body: { type: 'multi', txns: paths.map(create) } });
    const set = paths.map((path): TxnBody => ({ type: 'setData', path, data: '1', dataLength: 1, version: 1 }));
    const multi: Txn = { ...begin, zxid: 2 as Zxid, body: { type: 'multi', txns: set } };
    const { tree } = fuzzySnapshot({ zxid: 1 as Zxid, tree: made, sessions: NO_SESSIONS }, [multi]);
    expect(new Set(paths.map((path) => nodeAt(tree, path)?.data))).toEqual(new Set(['0', '1']));
    expect(applyTxn(tree, multi)).toEqual(applyTxn(made, multi));
  });
});

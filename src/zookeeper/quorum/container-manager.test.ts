import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import { DEFAULT_SERVICE } from '../config/service.ts';
import { INITIAL_TREE } from '../database/data-tree.ts';
import { applyTxn } from '../database/process-txn.ts';
import type { TxnBody } from '../database/txn.ts';
import type { SessionId, Zxid } from '../ids.ts';
import { Served } from '../peer/served.ts';
import { containerCandidates } from './container-manager.ts';

const make = (path: string, kind: Partial<TxnBody & { readonly type: 'create' }> = {}): TxnBody => ({
  type: 'create',
  path,
  data: '',
  dataLength: 0,
  ephemeral: false,
  parentCVersion: 1,
  ...kind,
});
const container = (path: string): TxnBody => make(path, { extended: 'CONTAINER' });
const ttl = (path: string): TxnBody => make(path, { extended: 50 });
const set = (path: string): TxnBody => ({ type: 'setData', path, data: '', dataLength: 0, version: 1 });
const remove = (path: string): TxnBody => ({ type: 'delete', path });

describe('17.1 what the container manager deletes, at 100 ms', () => {
  it.each<[readonly TxnBody[], number, readonly string[]]>([
    // done at 10, 20, … ms                                          never used max   candidates
    [[container('/c')], 0, []],
    [[container('/c')], 80, ['/c']],
    [[container('/c')], 90, []],
    [[container('/c'), make('/c/a')], 0, []],
    [[container('/c'), make('/c/a'), remove('/c/a')], 0, ['/c']],
    [[make('/p'), make('/p/a'), remove('/p/a')], 1, []],
    [[ttl('/t')], 0, ['/t']],
    [[ttl('/t'), make('/x'), make('/y'), make('/z'), set('/t')], 0, []], // changed at 50
    [[ttl('/t'), make('/t/a')], 0, []],
    [[ttl('/b'), container('/c'), make('/c/a'), remove('/c/a'), ttl('/a')], 0, ['/c', '/b']], // containers first
  ])('%#', (bodies, containerMaxNeverUsedIntervalMillis, expected) => {
    const tree = bodies.reduce(
      (before, body, i) =>
        applyTxn(before, { zxid: (i + 1) as Zxid, sessionId: '0x1' as SessionId, cxid: 1, time: (i + 1) * 10, body }),
      INITIAL_TREE,
    );
    expect(containerCandidates(tree, 100, { ...DEFAULT_SERVICE, containerMaxNeverUsedIntervalMillis })).toEqual(
      expected,
    );
  });
});

function checks(said: readonly string[]): readonly string[] {
  return said.filter((line) => line.startsWith('arm containerCheck'));
}

describe('17.1 when the container manager looks', () => {
  it('once an interval, counted from when it began to lead, and from the first container on', () => {
    const { server } = new Served().connect(7);
    const write = (operation: Operation): readonly string[] =>
      checks(server.receive(7, { type: 'CALL', cxid: 1, operation }, 'client'));
    server.now += 5000;
    const plain = { data: '', dataLength: 0 };
    expect(write({ op: 'create', path: '/a', ...plain, ephemeral: false, sequential: false })).toEqual([]);
    expect(write({ op: 'createContainer', path: '/c', ...plain })).toEqual(['arm containerCheck 55000']);
    // One look at a time.
    expect(write({ op: 'createContainer', path: '/d', ...plain })).toEqual([]);
    server.allFlushed();
    expect(checks(server.fire('containerCheck', 55_000))).toEqual(['arm containerCheck 60000']);
  });
});

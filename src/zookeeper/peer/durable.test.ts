import { describe, expect, it } from 'vitest';
import { itemsFrom } from '../../base/append-list.ts';
import { INITIAL_TREE } from '../database/data-tree.ts';
import { applyTxn } from '../database/process-txn.ts';
import { NO_SESSIONS } from '../database/sessions.ts';
import { snapshotBytes } from '../database/snapshot.ts';
import type { Txn } from '../database/txn.ts';
import type { Epoch, SessionId, Zxid } from '../ids.ts';
import {
  BLANK_DISK,
  type Durable,
  fileBytes,
  filesFrom,
  handedOver,
  lastZxidOnDisk,
  loggedTxns,
  persist,
  purged,
  restore,
  takesSpace,
  torn,
  withoutTail,
} from './durable.ts';
import { zxidOf, zxidShort } from './stand-in.ts';

function txn(zxid: string): Txn {
  const body = { type: 'createSession', timeoutMillis: 4000 } as const;
  return { zxid: zxidOf(zxid), sessionId: `0x${zxid}` as SessionId, cxid: 0, time: 0, body };
}

/** Files as `1.1 1.2 | 1.3`: each opens with the first of its transactions. */
function disk(files: string, ...snapshots: readonly string[]): Durable {
  let durable = BLANK_DISK;
  for (const zxid of snapshots) {
    const snapshot = { zxid: zxidOf(zxid), tree: INITIAL_TREE, sessions: NO_SESSIONS };
    durable = persist(durable, { kind: 'snapshot', snapshot, purpose: 'boot', role: 0 });
  }
  for (const file of files.split('|')) {
    const txns = file.trim().split(' ').filter(Boolean).map(txn);
    durable = persist(durable, { kind: 'txns', txns, roll: true, purpose: 'log', role: 0 });
  }
  return durable;
}

function text(files: Durable['logFiles']): string {
  return files.map((file) => Array.from(itemsFrom(file.txns), ({ zxid }) => zxidShort(zxid)).join(' ')).join(' | ');
}

describe('20.1 log files', () => {
  it('trap 26.36: are named by their first zxid; a write goes to the open one', () => {
    const two = disk('1.1 1.2 | 1.3');
    const write = { kind: 'txns', txns: [txn('1.4')], roll: false, purpose: 'log', role: 0 } as const;
    const grown = persist(two, write);
    expect(text(grown.logFiles)).toBe('1.1 1.2 | 1.3 1.4');
    expect(grown.logFiles.map((file) => zxidShort(file.name))).toEqual(['1.1', '1.3']);
    expect(persist(BLANK_DISK, write).logFiles.map((file) => zxidShort(file.name))).toEqual(['1.4']);
    expect(persist(two, { ...write, txns: [] })).toEqual(two);
  });

  it('28.11: a file of the same name is overwritten', () => {
    const cut = persist(disk('1.1 1.2 1.3'), { kind: 'truncate', to: zxidOf('1.0'), purpose: 'learner', role: 0 });
    expect(text(cut.logFiles)).toBe('1.1');
    const again = { ...txn('1.1'), sessionId: '0xnew' as SessionId };
    const write = { kind: 'txns', txns: [again, txn('1.2')], roll: true, purpose: 'log', role: 0 } as const;
    const written = persist(cut, write);
    expect(text(written.logFiles)).toBe('1.1 1.2');
    expect(restore(written, applyTxn).sessions).toEqual({ '0xnew': 4000, '0x1.2': 4000 });
  });

  it.each([
    // files                        from   files read       transactions
    ['1.1 1.2 | 1.3 1.4 | 1.5', '1.4', '1.3 1.4 | 1.5', '1.4 1.5'],
    ['1.1 1.2 | 1.3 1.4 | 1.5', '1.2', '1.1 1.2 | 1.3 1.4 | 1.5', '1.2 1.3 1.4 1.5'],
    // A file that begins with it: the one before is read too (FileTxnIterator.init).
    ['1.1 1.2 | 1.3 1.4 | 1.5', '1.3', '1.1 1.2 | 1.3 1.4 | 1.5', '1.3 1.4 1.5'],
    ['1.3 1.4 | 1.5', '1.1', '1.3 1.4 | 1.5', '1.3 1.4 1.5'],
    ['1.1 | 1.2', '2.1', '1.2', ''],
    ['', '1.1', '', ''],
  ])('%s from %s: files %s', (files, from, read, txns) => {
    const { logFiles } = disk(files);
    expect(text(filesFrom(logFiles, zxidOf(from)))).toBe(read);
    expect(Array.from(loggedTxns(logFiles, zxidOf(from)), ({ zxid }) => zxidShort(zxid)).join(' ')).toBe(txns);
  });

  it('take whole preallocated blocks', () => {
    const file = disk('1.1').logFiles[0];
    expect(file === undefined ? 0 : [fileBytes(file, 64), fileBytes({ ...file, bytes: 70_000 }, 64)]).toEqual([
      65_536, 131_072,
    ]);
  });
});

describe('20.5 TRUNC', () => {
  it.each([
    // files                    to     what is left
    ['1.1 1.2 1.3', '1.2', '1.1 1.2'],
    ['1.1 1.2 | 1.3 | 1.4', '1.2', '1.1 1.2'],
    ['1.1 1.2 | 1.3 | 1.4', '1.3', '1.1 1.2 | 1.3'],
    ['1.1 1.2 | 1.5', '1.3', '1.1 1.2 | 1.5'], // absent: the first larger one survives
    ['1.1 1.2 | 1.5 1.6', '1.0', '1.1'],
    ['1.1 | 1.2', '1.9', '1.1 | 1.2'],
  ])('%s to %s leaves %s', (files, to, left) => {
    const cut = persist(disk(files), { kind: 'truncate', to: zxidOf(to), purpose: 'learner', role: 0 });
    expect(text(cut.logFiles)).toBe(left);
    const last = cut.logFiles.at(-1);
    const same = disk(left).logFiles.at(-1);
    expect(last?.bytes).toBe(same?.bytes);
  });

  it('a snapshot newer than the zxid stays, and brings back what it holds', () => {
    const before = disk('1.1 1.2', '1.2');
    const cut = persist(before, { kind: 'truncate', to: zxidOf('1.1'), purpose: 'learner', role: 0 });
    expect([text(cut.logFiles), zxidShort(restore(cut, applyTxn).lastZxid)]).toEqual(['1.1', '1.2']);
  });
});

describe('20.4 restore', () => {
  it.each([
    // files           snapshots       last   replayed: presumed committed (trap 26.25)
    ['', [], '0.0', ''],
    ['1.1 1.2', [], '1.2', '1.1 1.2'],
    ['1.1 1.2 | 1.3', ['0.0', '1.2'], '1.3', '1.3'],
    ['1.1 1.2', ['1.2'], '1.2', ''],
    ['1.1 1.2', ['2.0'], '2.0', ''], // 28.8: a stale proposal, superseded by the snapshot
    ['1.1', ['1.5', '1.2'], '1.5', ''],
  ])('log %s, snapshots %j: %s', (files, snapshots, last, replayed) => {
    const durable = disk(files, ...snapshots);
    const restored = restore(durable, applyTxn);
    expect(zxidShort(restored.lastZxid)).toBe(last);
    expect(restored.replayed.map(({ zxid }) => zxidShort(zxid)).join(' ')).toBe(replayed);
    expect(zxidShort(lastZxidOnDisk(durable))).toBe(last);
  });
});

it.each([
  ['currentEpoch', 0.4, null],
  ['currentEpoch', 0.6, 2],
  ['acceptedEpoch', 0.6, null],
] as const)('4269: a crash amid writing %s, %d through, leaves currentEpoch.tmp %s', (kind, progress, left) => {
  const written = torn(BLANK_DISK, { kind, epoch: 2 as Epoch, purpose: 'learner', role: 0 }, progress);
  expect(written).toEqual({ ...BLANK_DISK, currentEpochTmp: left });
});

it('epoch files and snapshots are replaced as a whole', () => {
  let durable = persist(BLANK_DISK, { kind: 'acceptedEpoch', epoch: 2 as never, purpose: 'boot', role: 0 });
  durable = persist(durable, { kind: 'currentEpoch', epoch: 1 as never, purpose: 'boot', role: 0 });
  const snapshot = { zxid: 5 as Zxid, tree: INITIAL_TREE, sessions: NO_SESSIONS };
  durable = persist(durable, { kind: 'snapshot', snapshot, purpose: 'boot', role: 0 });
  const newer = { ...snapshot, sessions: { ['0x1' as SessionId]: 4000 } };
  durable = persist(durable, { kind: 'snapshot', snapshot: newer, purpose: 'leader', role: 1 });
  expect(durable).toMatchObject({ acceptedEpoch: 2, currentEpoch: 1, snapshots: [newer] });
  expect(snapshotBytes(newer) - snapshotBytes(snapshot)).toBe(16);
});

describe('20.6 autopurge', () => {
  it.each([
    // logs                      snapshots                        kept   logs left           snapshots left
    ['1.1 1.2 | 1.3 | 1.4', ['0.0', '1.2', '1.3', '1.4'], 3, '1.1 1.2 | 1.3 | 1.4', '1.2 1.3 1.4'],
    ['1.1 1.2 | 1.3 | 1.4', ['0.0', '1.2', '1.3', '1.4'], 2, '1.3 | 1.4', '1.3 1.4'],
    // The file that begins before the oldest snapshot may hold what follows it.
    ['1.1 1.2 1.3 | 1.4', ['0.0', '1.2', '1.4'], 2, '1.1 1.2 1.3 | 1.4', '1.2 1.4'],
    ['1.1 | 1.2 | 1.3', [], 3, '1.1 | 1.2 | 1.3', ''],
    ['1.1 | 1.2 | 1.3', ['0.0'], 3, '1.1 | 1.2 | 1.3', '0.0'],
  ])('%s with snapshots %j, %d kept', (files, snapshots, retained, logs, left) => {
    const after = purged(disk(files, ...snapshots), retained);
    expect([text(after.logFiles), after.snapshots.map(({ zxid }) => zxidShort(zxid)).join(' ')]).toEqual([logs, left]);
    expect(restore(after, applyTxn).lastZxid).toBe(restore(disk(files, ...snapshots), applyTxn).lastZxid);
  });
});

it('20.4 a snapshot that a crash left incomplete is passed over, and goes when it is written again', () => {
  const start = { kind: 'snapshotStart', zxid: zxidOf('1.2'), purpose: 'snapCount', role: 0 } as const;
  const begun = persist(disk('1.1 1.2', '0.0'), start);
  expect([begun.unfinishedSnapshots.map(zxidShort), zxidShort(restore(begun, applyTxn).lastZxid)]).toEqual([
    ['1.2'],
    '1.2',
  ]);
  const snapshot = { zxid: zxidOf('1.2'), tree: INITIAL_TREE, sessions: NO_SESSIONS };
  const done = persist(begun, { kind: 'snapshot', snapshot, purpose: 'snapCount', role: 0 });
  expect([done.unfinishedSnapshots, done.snapshots.length]).toEqual([[], 2]);
});

describe('a drive that had only said that the log was safe', () => {
  it.each([
    // log                count   left
    ['1.1 1.2 | 1.3', 1, '1.1 1.2'],
    ['1.1 1.2 | 1.3', 2, '1.1'],
    ['1.1 1.2 | 1.3 1.4', 1, '1.1 1.2 | 1.3'],
    ['1.1 1.2', 5, ''],
    ['', 1, ''],
  ])('%s without the last %d: %s', (files, count, left) => {
    const after = withoutTail(disk(files), count);
    expect(text(after.logFiles)).toBe(left);
    expect(after.logFiles.map(({ bytes }) => bytes)).toEqual(disk(left).logFiles.map(({ bytes }) => bytes));
  });

  it('what a snapshot holds stays', () => {
    expect(zxidShort(restore(withoutTail(disk('1.1 1.2', '1.1'), 2), applyTxn).lastZxid)).toBe('1.1');
  });
});

const [role, snapshot] = [0, { zxid: zxidOf('1.2'), tree: INITIAL_TREE, sessions: NO_SESSIONS }];

it.each([
  // under way                                                                       the log as the server reads it
  [{ kind: 'txns', txns: [txn('1.3'), txn('1.4')], roll: false, purpose: 'log', role }, '1.1 1.2 1.3 1.4'],
  [{ kind: 'txns', txns: [txn('1.3')], roll: true, purpose: 'sync', role }, '1.1 1.2 | 1.3'],
  [{ kind: 'snapshot', snapshot, purpose: 'snapCount', role }, null],
  [{ kind: 'currentEpoch', epoch: 2 as Epoch, purpose: 'learner', role }, null],
  [{ kind: 'acceptedEpoch', epoch: 2 as Epoch, purpose: 'learner', role }, null],
] as const)('a server reads of a write under way what is in the file by then: %j', (write, log) => {
  const before = disk('1.1 1.2', '0.0');
  const read = handedOver(before, write);
  expect(log === null ? read : text(read.logFiles)).toEqual(log ?? before);
});

it('on a full disk only what takes something away succeeds', () => {
  expect(takesSpace({ kind: 'truncate', to: zxidOf('1.1'), purpose: 'learner', role })).toBe(false);
  expect(takesSpace({ kind: 'purge', retainCount: 3, purpose: 'purge', role })).toBe(false);
  expect(takesSpace({ kind: 'updatingEpoch', present: false, purpose: 'learner', role })).toBe(false);
  expect(takesSpace({ kind: 'updatingEpoch', present: true, purpose: 'learner', role })).toBe(true);
  expect(takesSpace({ kind: 'txns', txns: [txn('1.1')], roll: true, purpose: 'log', role })).toBe(true);
  expect(takesSpace({ kind: 'currentEpoch', epoch: 2 as Epoch, purpose: 'learner', role })).toBe(true);
});

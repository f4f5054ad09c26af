import { describe, expect, it } from 'vitest';
import { listOf } from '../../base/append-list.ts';
import type { Txn } from '../database/txn.ts';
import type { SessionId } from '../ids.ts';
import { zxidOf, zxidShort } from '../peer/stand-in.ts';
import { type SyncInput, planSync } from './sync-plan.ts';

function txns(zxids: string): readonly Txn[] {
  return zxids
    .split(' ')
    .filter(Boolean)
    .map((zxid) => ({
      zxid: zxidOf(zxid),
      sessionId: '0x1' as SessionId,
      cxid: 0,
      time: 0,
      body: { type: 'error', error: 'NONODE' },
    }));
}

interface Case {
  readonly log: string;
  /** Null: the log on disk is switched off. */
  readonly disk?: string | null;
  readonly bytes?: number;
  readonly toggles?: Partial<SyncInput>;
}

/** `mode zxid: txns sent | first proposals forwarded after · rule`, for a learner at `peer` and a leader at `last`. */
function plan(peer: string, last: string, { log, disk = null, bytes = 0, toggles = {} }: Case): string {
  const { mode, zxid, forwardAfter, rule, ...decided } = planSync({
    peerLastZxid: zxidOf(peer),
    lastProcessedZxid: zxidOf(last),
    committedLog: { txns: listOf(txns(log)), start: 0 },
    crossEpochTruncCheck: true,
    newEpochZxidRule: true,
    truncBeforeDiff: true,
    syncTxnLog: true,
    txnLog: disk === null ? null : { txns: txns(disk), bytes, bytesMax: 100 },
    ...toggles,
  });
  const sent = decided.txns.map((txn) => zxidShort(txn.zxid)).join(' ');
  return `${mode} ${zxidShort(zxid)}: ${sent} | ${zxidShort(forwardAfter)} · ${rule}`.replace(':  |', ': |');
}

const LOG = '1.3 1.4 1.5 2.1 2.2';

describe('11.1 which of DIFF, TRUNC and SNAP', () => {
  it.each([
    // row  learner leader   committedLog   plan
    ['11.1-2', '2.2', '2.2', LOG, 'DIFF 2.2: | 2.2 · equal'],
    ['11.1-2 also at a zxid (E,0)', '3.0', '3.0', LOG, 'DIFF 3.0: | 3.0 · equal'],
    ['11.1-2 also when nothing was ever written', '0.0', '0.0', '', 'DIFF 0.0: | 0.0 · equal'],
    ['28.7 at max, the leader serving a new epoch', '2.2', '3.0', LOG, 'DIFF 2.2: | 2.2 · inCommittedLog'],
    ['11.1-3', '2.3', '2.2', LOG, 'TRUNC 2.2: | 2.2 · pastMaxCommittedLog'],
    [
      '28.8 a returning ex-leader, nothing committed since',
      '2.3',
      '3.0',
      LOG,
      'TRUNC 2.2: | 2.2 · pastMaxCommittedLog',
    ],
    ['11.1-3 from another epoch too', '3.1', '2.2', LOG, 'TRUNC 2.2: | 2.2 · pastMaxCommittedLog'],
    ['11.1-4 trap 26.16: DIFF names max', '1.5', '2.2', LOG, 'DIFF 2.2: 2.1 2.2 | 2.2 · inCommittedLog'],
    ['11.1-4 from min', '1.3', '2.2', LOG, 'DIFF 2.2: 1.4 1.5 2.1 2.2 | 2.2 · inCommittedLog'],
    [
      '11.1-4, 11.2 diverged within its epoch',
      '1.4',
      '2.2',
      '1.3 1.5 2.1',
      'TRUNC 1.3: 1.5 2.1 | 2.1 · divergedInCommittedLog',
    ],
    ['11.1-4 trap 26.17: diverged across epochs', '1.6', '2.2', LOG, 'SNAP 2.2: | 2.2 · crossEpoch'],
    ['11.1-4, 11.2 (E,0) inside', '2.0', '2.2', LOG, 'DIFF 2.2: 2.1 2.2 | 2.2 · inCommittedLog'],
    ['11.1-6 (E,0) above max is never cut back', '3.0', '2.2', LOG, 'SNAP 2.2: | 2.2 · unhandled'],
    ['11.1-6 nor is it when the leader serves a later epoch', '3.0', '4.0', LOG, 'SNAP 4.0: | 4.0 · unhandled'],
    ['11.1-6 below min, no log on disk', '1.2', '2.2', LOG, 'SNAP 2.2: | 2.2 · unhandled'],
    ['28.1 empty committedLog: bounds are the last processed', '0.0', '1.0', '', 'SNAP 1.0: | 1.0 · unhandled'],
    ['empty committedLog, learner ahead', '1.4', '1.0', '', 'TRUNC 1.0: | 1.0 · pastMaxCommittedLog'],
    ['28.11 the wiped majority at (1,0)', '1.2', '1.0', '', 'TRUNC 1.0: | 1.0 · pastMaxCommittedLog'],
    ['empty committedLog, learner at (E,0) ahead', '2.0', '1.0', '', 'SNAP 1.0: | 1.0 · unhandled'],
    ['a learner without a database', '-', '2.2', LOG, 'SNAP 2.2: | 2.2 · unhandled'],
  ])('%s: learner %s, leader %s', (_, peer, last, log, expected) => {
    expect(plan(peer, last, { log })).toBe(expected);
  });
});

describe('11.1-5, 11.2 behind the committedLog, from disk', () => {
  const DISK = '1.1 1.2 1.3 1.4 1.5';

  it.each([
    ['found on disk', '1.2', DISK, 'DIFF 2.2: 1.3 1.4 1.5 2.1 2.2 | 2.2 · fromTxnLog'],
    ['the file begins with it', '1.1', DISK, 'DIFF 2.2: 1.2 1.3 1.4 1.5 2.1 2.2 | 2.2 · fromTxnLog'],
    ['the log begins after it', '1.1', '1.2 1.3 1.4', 'SNAP 2.2: | 2.2 · txnLogUnavailable'],
    ['no log at all', '1.1', '', 'SNAP 2.2: | 2.2 · txnLogUnavailable'],
    ['diverged on disk', '1.2', '1.1 1.3 1.4', 'TRUNC 1.1: 1.3 1.4 1.5 2.1 2.2 | 2.2 · divergedInTxnLog'],
    ['diverged on disk across epochs', '0.7', '0.5 1.1 1.2 1.3', 'SNAP 2.2: | 2.2 · crossEpoch'],
    ['(E,0), known to nobody', '1.0', '0.9 1.1 1.2 1.3', 'DIFF 2.2: 1.1 1.2 1.3 1.4 1.5 2.1 2.2 | 2.2 · fromTxnLog'],
    ['the log ends before min', '1.1', '1.1 1.2', 'SNAP 2.2: | 2.2 · gapBeforeCommittedLog'],
    ['it ends with the learner', '1.2', '1.1 1.2', 'SNAP 2.2: | 2.2 · gapBeforeCommittedLog'],
    ['it ends before the learner', '1.2', '1.1', 'SNAP 2.2: | 2.2 · gapBeforeCommittedLog'],
    ['it goes on only after min', '1.2', '1.1 1.4', 'SNAP 2.2: | 2.2 · gapBeforeCommittedLog'],
    ['(E,0), and the log ends before min', '1.0', '0.9 1.1', 'SNAP 2.2: | 2.2 · gapBeforeCommittedLog'],
  ])('%s: learner %s, disk %j', (_, peer, disk, expected) => {
    expect(plan(peer, '2.2', { log: LOG, disk })).toBe(expected);
  });

  it.each([
    [100, 'DIFF 2.2: 1.3 1.4 1.5 2.1 2.2 | 2.2 · fromTxnLog'],
    [101, 'SNAP 2.2: | 2.2 · txnLogTooLarge'],
  ])('%d bytes of later files, 100 allowed', (bytes, expected) => {
    expect(plan('1.2', '2.2', { log: LOG, disk: DISK, bytes })).toBe(expected);
  });

  it('11.1-6 nor does the disk help a learner at (E,0) above max', () => {
    expect(plan('3.0', '2.2', { log: LOG, disk: '1.1 1.2 1.3 1.4 1.5 2.1 2.2' })).toBe('SNAP 2.2: | 2.2 · unhandled');
  });

  it('a learner inside the committedLog never needs the disk', () => {
    expect(plan('1.4', '2.2', { log: LOG, disk: '', bytes: 999 })).toBe('DIFF 2.2: 1.5 2.1 2.2 | 2.2 · inCommittedLog');
  });

  it('an empty committedLog counts as one at the last processed: the walk must reach it', () => {
    expect(plan('1.2', '1.5', { log: '', disk: DISK })).toBe('DIFF 1.5: 1.3 1.4 1.5 | 1.5 · fromTxnLog');
    expect(plan('1.2', '2.0', { log: '', disk: DISK })).toBe('SNAP 2.0: | 2.0 · gapBeforeCommittedLog');
  });
});

describe('11.5 toggles: the table of 3.4', () => {
  it.each([
    // learner  log   on       off
    ['1.9', '', 'TRUNC 1.5: | 1.5 · pastMaxCommittedLog', 'SNAP 1.5: | 1.5 · unhandled'],
    ['1.2', '', 'SNAP 1.5: | 1.5 · unhandled', 'SNAP 1.5: | 1.5 · unhandled'],
    ['1.5', '', 'DIFF 1.5: | 1.5 · equal', 'DIFF 1.5: | 1.5 · equal'],
    ['1.9', '1.4 1.5', 'TRUNC 1.5: | 1.5 · pastMaxCommittedLog', 'TRUNC 1.5: | 1.5 · pastMaxCommittedLog'],
    ['1.4', '1.4 1.5', 'DIFF 1.5: 1.5 | 1.5 · inCommittedLog', 'DIFF 1.5: 1.5 | 1.5 · inCommittedLog'],
  ])('toggle syncTxnLog, learner at %s, committedLog [%s]', (peer, log, on, off) => {
    expect(plan(peer, '1.5', { log, toggles: { syncTxnLog: true } })).toBe(on);
    expect(plan(peer, '1.5', { log, toggles: { syncTxnLog: false } })).toBe(off);
  });

  it.each([
    [true, 'SNAP 2.2: | 2.2 · crossEpoch'],
    [false, 'TRUNC 1.5: 2.1 2.2 | 2.2 · divergedInCommittedLog'],
  ])('toggle crossEpochTruncCheck %s', (crossEpochTruncCheck, expected) => {
    expect(plan('1.6', '2.2', { log: LOG, toggles: { crossEpochTruncCheck } })).toBe(expected);
  });

  it.each([
    ['3.0', true, 'SNAP 2.2: | 2.2 · unhandled'],
    ['3.0', false, 'TRUNC 2.2: | 2.2 · pastMaxCommittedLog'],
    ['2.0', true, 'DIFF 2.2: 2.1 2.2 | 2.2 · inCommittedLog'],
    ['2.0', false, 'TRUNC 1.5: 2.1 2.2 | 2.2 · divergedInCommittedLog'],
  ])('toggle newEpochZxidRule, learner at %s: %s', (peer, newEpochZxidRule, expected) => {
    expect(plan(peer, '2.2', { log: LOG, toggles: { newEpochZxidRule } })).toBe(expected);
  });
});

it.each([
  [true, 'TRUNC 1.5: 2.1 2.2 | 2.2 · divergedInCommittedLog'],
  [false, 'DIFF 2.2: 2.1 2.2 | 2.2 · inCommittedLog'], // 1.6 stays where it is
])('toggle truncBeforeDiff %s, learner at 1.6: %s (1154)', (truncBeforeDiff, expected) => {
  expect(plan('1.6', '2.2', { log: LOG, toggles: { truncBeforeDiff, crossEpochTruncCheck: false } })).toBe(expected);
});

it('tells the bounds it decided by', () => {
  const rules = { crossEpochTruncCheck: true, newEpochZxidRule: true, truncBeforeDiff: true, syncTxnLog: true };
  const input = { peerLastZxid: zxidOf('1.5'), ...rules, txnLog: null };
  const lastProcessedZxid = zxidOf('2.2');
  // The first two have been forgotten.
  const committedLog = { txns: listOf(txns(LOG)), start: 2 };
  const { minCommittedLog, maxCommittedLog } = planSync({ ...input, lastProcessedZxid, committedLog });
  expect([minCommittedLog, maxCommittedLog].map(zxidShort)).toEqual(['1.5', '2.2']);
});

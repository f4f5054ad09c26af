import { expect, it } from 'vitest';
import type { SessionId, Zxid } from '../ids.ts';
import { EMPTY_COMMITTED_LOG, addCommitted, committedBounds, committedCount, committedTxns } from './committed-log.ts';

it('ZKDatabase.addCommittedProposal: keeps one more than commitLogCount, and forgets the oldest', () => {
  let log = EMPTY_COMMITTED_LOG;
  expect(committedBounds(log, 9 as Zxid)).toEqual({ min: 9, max: 9 });
  const counts: number[] = [];
  for (let zxid = 1; zxid <= 6; zxid++) {
    const body = { type: 'error', error: 'NONODE' } as const;
    log = addCommitted(log, { zxid: zxid as Zxid, sessionId: '0x1' as SessionId, cxid: 0, time: 0, body }, 3);
    counts.push(committedCount(log));
  }
  expect(counts).toEqual([1, 2, 3, 4, 4, 4]);
  expect(Array.from(committedTxns(log), (txn) => txn.zxid)).toEqual([3, 4, 5, 6]);
  expect(committedBounds(log, 9 as Zxid)).toEqual({ min: 3, max: 6 });
});

import { expect, it } from 'vitest';
import type { ServerFacts } from '../../sim/facts.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { sameLogs, spansOf } from './same-logs.ts';

const name = (sid: number): string => `S${sid}`;

const server = (sid: number, log: readonly object[], status = 'up') => ({ sid, status, log, logFolded: 0 });

it.each([
  [[1], 'S1'],
  [[1, 2], 'S1 S2'],
  [[1, 2, 3], 'S1–S3'],
  [[1, 2, 3, 5, 7, 8], 'S1–S3 S5 S7 S8'],
  [[1, 3, 4, 5, 9], 'S1 S3–S5 S9'],
])('%j is %s', (sids, text) => {
  expect(spansOf(sids.map(sidOf), name)).toBe(text);
});

it('a cell more, another state of one, or being down sets a server apart', () => {
  const cell = { zxid: 1, state: 'applied', committed: true, onDisk: true };
  // The few fields that this looks at.
  const servers = [
    server(1, [cell]),
    server(2, [cell, { ...cell, zxid: 2 }]),
    server(3, [{ ...cell }]),
    server(4, [{ ...cell, state: 'flushed' }]),
    server(5, [cell], 'down'),
    server(6, [cell]),
  ] as unknown as readonly ServerFacts[];
  expect(sameLogs(servers).map((group) => group.map(({ sid }) => Number(sid)))).toEqual([[1, 3, 6], [2], [4], [5]]);
});

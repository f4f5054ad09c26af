import { expect, it } from 'vitest';
import type { LogCell, ServerFacts } from '../../sim/facts.ts';
import { sidOf, zxidFrom } from '../../zookeeper/ids.ts';
import { logsLayout, metricsAt } from './layout.ts';

const size = { width: 760, height: 170 };

function server(sid: number, counters: readonly number[], more: Partial<ServerFacts> = {}): ServerFacts {
  const log = counters.map((counter): LogCell => ({
    zxid: zxidFrom(1, counter),
    state: 'applied',
    onDisk: true,
    committed: true,
  }));
  // The layout reads nothing else of a server.
  return { sid: sidOf(sid), learnerType: 'PARTICIPANT', log, logFolded: 0, ...more } as ServerFacts;
}

it('has one column for every zxid that anyone has, and leaves gaps where one lacks it', () => {
  const { columns, rows, fold } = logsLayout(size, [server(1, [1, 2, 3]), server(2, [1, 3]), server(3, [])], 168);
  expect(columns.map((column) => column.onDisk)).toEqual([[1, 2], [1], [1, 2]]);
  expect(rows.map((row) => row.cells.map(({ column }) => columns.indexOf(column)))).toEqual([[0, 1, 2], [0, 2], []]);
  expect(fold).toBeNull();
});

it('counts what voters have on disk: an observer holds it and adds nothing', () => {
  const { columns, rows } = logsLayout(size, [server(1, [1]), server(2, [1], { learnerType: 'OBSERVER' })], 168);
  expect(columns.map((column) => column.onDisk)).toEqual([[1]]);
  expect(rows[1]?.cells).toHaveLength(1);
});

it('folds the oldest when there is no room, and counts what it folds', () => {
  const all = Array.from({ length: 40 }, (_, index) => index + 1);
  const { columns, rows, fold } = logsLayout(size, [server(1, all), server(2, all.slice(0, 38))], 168);
  expect(fold).not.toBeNull();
  expect(columns.at(-1)?.zxid).toBe(zxidFrom(1, 40));
  expect(rows.map((row) => row.folded + row.cells.length)).toEqual([40, 38]);
  const last = columns.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(size.width - 168);
});

it('keeps all rows of nine servers above the footer and inside the panel', () => {
  const servers = Array.from({ length: 9 }, (_, index) => server(index + 1, [1]));
  const { rows, rowHeight, footerY } = logsLayout({ width: 760, height: 230 }, servers, 0);
  expect((rows.at(-1)?.y ?? 0) + rowHeight).toBeLessThan(footerY);
  expect(footerY).toBeLessThan(230);
});

it('keeps what is on disk in sight below five servers in a phone’s low card', () => {
  const height = 134;
  const servers = [1, 2, 3, 4, 5].map((sid) => server(sid, [1, 2]));
  for (const legendLines of [1, 2]) {
    const { footerY, rowHeight } = logsLayout({ width: 390, height }, servers, 0, legendLines, metricsAt(height));
    expect(footerY).toBeLessThan(height - 1);
    expect(rowHeight).toBeGreaterThanOrEqual(11);
  }
});

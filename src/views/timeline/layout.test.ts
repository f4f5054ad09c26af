import { expect, it } from 'vitest';
import { niceEnd, timeAtX, timelineLayout, xAt } from './layout.ts';

const layout = timelineLayout({ width: 1140, height: 116, servers: 5, end: 5000, names: true });

it('maps time to pixels and back', () => {
  for (const time of [0, 1, 1234, 5000]) expect(timeAtX(layout, xAt(layout, time))).toBeCloseTo(time);
  expect(timeAtX(layout, -100)).toBe(0);
  expect(timeAtX(layout, 9999)).toBe(5000);
});

it.each([1, 3, 5, 9])('gives %i servers a strip each between faults and branches', (servers) => {
  const { rows, scale, faultsY, branchesY } = timelineLayout({
    width: 1140,
    height: 116,
    servers,
    end: 1000,
    names: true,
  });
  expect(rows).toHaveLength(servers);
  expect((rows[0] ?? 0) - 10 * scale).toBeGreaterThan(faultsY);
  expect(rows.at(-1)).toBeLessThan(branchesY);
});

it.each([
  [0, 500],
  [420, 500],
  [501, 600],
  [1001, 1500],
  [4100, 5000],
  [44_000, 50_000],
])('the axis for %i ms ends at %i', (time, end) => {
  expect(niceEnd(time)).toBe(end);
});

it('has some ten ticks, the last not beyond the end', () => {
  for (const end of [500, 600, 1500, 5000, 80_000]) {
    const { ticks } = timelineLayout({ width: 1140, height: 116, servers: 3, end, names: true });
    expect(ticks.length).toBeGreaterThan(4);
    expect(ticks.length).toBeLessThan(13);
    expect(ticks.at(-1)).toBeLessThanOrEqual(end);
  }
});

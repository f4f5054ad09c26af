import { expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { placeOf, stageLayout } from './layout.ts';
import { islandAt, placed } from './placed.ts';

const sids = [1, 2, 3, 4, 5].map(sidOf);
const layout = stageLayout({ width: 760, height: 560 }, sids, 'lab');

it('who has not been moved stands on the ring, the others where they were put', () => {
  const moved = placed(layout, { 2: { x: 0.9, y: 0.5 } });
  expect(placeOf(moved, sidOf(1))).toBe(placeOf(layout, sidOf(1)));
  expect(placeOf(moved, sidOf(2))?.at).toEqual({ x: 684, y: 280 });
  expect(placed(layout, {})).toBe(layout);
});

it('nobody leaves the stage, whatever was asked', () => {
  for (const at of [
    { x: -1, y: -1 },
    { x: 2, y: 2 },
  ]) {
    const place = placeOf(placed(layout, { 4: at }), sidOf(4));
    expect(place?.at.x).toBeGreaterThan(0);
    expect(place?.at.x).toBeLessThan(760);
    expect(place?.at.y).toBeGreaterThan(0);
    expect(place?.at.y).toBeLessThan(560);
  }
});

it.each([3, 5, 9, 15])('of %i servers all on the ring are one island, in any size', (count) => {
  for (const [width, height] of [
    [760, 560],
    [560, 330],
    [390, 330],
  ] as const) {
    const own = stageLayout(
      { width, height },
      sids.concat([6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(sidOf)).slice(0, count),
      'lab',
    );
    expect(own.places.map(({ at }) => islandAt(own, at))).toEqual(own.places.map(() => 'A'));
    expect([islandAt(own, { x: 2, y: height / 2 }), islandAt(own, { x: width - 2, y: 2 })]).toEqual(['B', 'C']);
  }
});

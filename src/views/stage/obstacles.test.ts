import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { stageLayout } from './layout.ts';
import { type Box, cover, coveredArea, discOf, lengthIn, standing, usualLabels } from './obstacles.ts';

const sids = [1, 2, 3, 4, 5].map(sidOf);
const layout = stageLayout({ width: 1280, height: 344 }, sids, 'lecture');
const place = layout.places[0] as (typeof layout.places)[number];

const at = (x: number, y: number, half: number): Box => ({
  left: place.at.x + x - half,
  right: place.at.x + x + half,
  top: place.at.y + y - half,
  bottom: place.at.y + y + half,
});

describe('a server with its rings', () => {
  it('is a disc: a box at a corner of the square around it covers nothing', () => {
    const edge = 1.73 * place.radius;
    expect(cover(at(edge - 4, edge - 4, 6), discOf(place))).toBe(0);
    expect(cover(at(edge - 2, 0, 6), discOf(place))).toBeGreaterThan(0);
    expect(cover(at(0, 0, 6), discOf(place))).toBeCloseTo(144);
  });

  it('a name rather lies on its rings than on itself, and on neither counts twice', () => {
    const all = standing(layout, { pairs: [], line: null }, []);
    const cost = (box: Box) => all.reduce((sum, one) => sum + cover(box, one), 0);
    expect(cost(at(0, 0, 6))).toBeGreaterThan(2 * cost(at(1.4 * place.radius, 0, 6)));
    expect(coveredArea(at(0, 0, 6), all)).toBeCloseTo(144);
  });
});

it('marks of cut links are in the way, and the switch of the views before a class', () => {
  const pairs = [{ a: sidOf(1), b: sidOf(3), cut: 'both' as const, open: true }];
  const bare = standing(layout, { pairs: [], line: null }, usualLabels(layout));
  const cut = standing(layout, { pairs, line: null }, usualLabels(layout));
  expect(cut.length).toBeGreaterThan(bare.length);
  const corner = { left: 100, top: 10, right: 200, bottom: 30 };
  expect(coveredArea(corner, bare)).toBe(2000);
});

it.each([
  // from     to         inside
  [[0, 50], [100, 50], 20],
  [[50, 0], [50, 100], 20],
  [[0, 0], [100, 100], Math.hypot(20, 20)],
  [[0, 0], [30, 30], 0],
  [[0, 10], [100, 10], 0],
  [[45, 45], [55, 45], 10],
] as const)('of a way from %o to %o a box from 40 to 60 holds %d pixels', ([ax, ay], [bx, by], inside) => {
  const box = { left: 40, top: 40, right: 60, bottom: 60 };
  expect(lengthIn(box, { a: { x: ax, y: ay }, b: { x: bx, y: by } })).toBeCloseTo(inside);
});

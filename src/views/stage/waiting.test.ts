import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { cutLine } from './cut-line.ts';
import type { PairLink } from './cuts.ts';
import { SHAPE_RADIUS, wayKey } from './flights.ts';
import { type Point, distance, mix } from './geometry.ts';
import { type StageScale, stageLayout } from './layout.ts';
import { cover, discOf, overlap } from './obstacles.ts';
import { waitingAt, waitingBox } from './waiting.ts';

const STAGES = [
  ['lecture', { width: 1280, height: 344 }],
  ['lab', { width: 760, height: 566 }],
  ['phone', { width: 390, height: 299 }],
] as const;

/** All pairs of `count` servers, those between the first `first` and the rest cut. */
function split(count: number, first: number, cut: PairLink['cut'] = 'both'): readonly PairLink[] {
  const sids = Array.from({ length: count }, (_, index) => sidOf(index + 1));
  return sids.flatMap((a, index) =>
    sids.slice(index + 1).map((b): PairLink => ({ a, b, cut: a <= first === b <= first ? 'none' : cut, open: true })),
  );
}

function layoutOf(scale: StageScale, size: { readonly width: number; readonly height: number }, count: number) {
  return stageLayout(
    size,
    Array.from({ length: count }, (_, index) => sidOf(index + 1)),
    scale,
  );
}

/** Pixels from a point to a segment. */
function offLine(p: Point, { a, b }: { readonly a: Point; readonly b: Point }): number {
  const shares = Array.from({ length: 201 }, (_, index) => index / 200);
  return Math.min(...shares.map((share) => distance(p, mix(a, b, share))));
}

describe.each(STAGES)('at a cut on a %s stage of %o', (scale, size) => {
  it.each([
    [3, 2],
    [5, 3],
    [5, 1],
  ])('of %i servers, %i on one side: what waits stands clear of the line and of each other', (count, first) => {
    const layout = layoutOf(scale, size, count);
    const pairs = split(count, first);
    const line = cutLine(layout, pairs);
    if (line === null) throw new Error('no line');
    const waiting = waitingAt(layout, pairs, line);
    expect(waiting.size).toBe(2 * first * (count - first));
    const radius = SHAPE_RADIUS[scale];
    const boxes = [...waiting.values()].map(({ at }) => waitingBox(at, radius));
    const whole = (box: (typeof boxes)[number]) => overlap(box, box);
    for (const [index, box] of boxes.entries()) {
      const covered = boxes.slice(index + 1).map((other) => overlap(box, other) / whole(box));
      // A phone has hardly room for them.
      expect(Math.max(0, ...covered)).toBeLessThan(scale === 'phone' ? 0.7 : 0.45);
    }
    // Unless the ring of its sender is at the line.
    const free = [...waiting.values()].filter(({ share }) => share > 0.03);
    expect(free.length).toBeGreaterThan(0);
    for (const { at } of free) expect(offLine(at, line)).toBeGreaterThan(0.9 * radius);
  });
});

it('where ways come close to each other one waits behind the other', () => {
  const layout = layoutOf('lecture', STAGES[0][1], 5);
  const pairs = split(5, 3);
  const line = cutLine(layout, pairs);
  const all = waitingAt(layout, pairs, line);
  let behind = 0;
  for (const [key, { share }] of all) {
    const [from, to] = key.split('>').map(Number);
    const own = pairs.map((pair) => {
      const isIt = [pair.a, pair.b].every((sid) => sid === from || sid === to);
      return isIt ? pair : { ...pair, cut: 'none' as const };
    });
    const alone = waitingAt(layout, own, line).get(key)?.share ?? 0;
    expect(share).toBeLessThanOrEqual(alone + 1e-9);
    if (share < alone) behind += 1;
  }
  expect(behind).toBeGreaterThan(2);
});

it('one direction cut is one place; it lies on no server', () => {
  const layout = layoutOf('lecture', STAGES[0][1], 7);
  const pairs = split(7, 1, 'aToB');
  const waiting = waitingAt(layout, pairs, null);
  expect([...waiting.keys()].toSorted()).toEqual([2, 3, 4, 5, 6, 7].map((sid) => wayKey(sidOf(1), sidOf(sid))));
  for (const { at } of waiting.values())
    for (const place of layout.places.slice(1))
      expect(cover(waitingBox(at, SHAPE_RADIUS.lecture), discOf(place))).toBeLessThan(500);
});

it('nothing waits where nothing is cut', () => {
  const layout = layoutOf('lab', STAGES[1][1], 5);
  expect(waitingAt(layout, split(5, 5), null).size).toBe(0);
});

import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { cutLine, islands } from './cut-line.ts';
import type { PairLink } from './cuts.ts';
import { drawnCut } from './drawn-cut.ts';
import { crossing, mix } from './geometry.ts';
import { placeOf, stageLayout } from './layout.ts';

const sids = [1, 2, 3, 4, 5].map(sidOf);
const layout = stageLayout({ width: 760, height: 566 }, sids, 'lab');

/** All pairs of five servers, those between `one` and the rest cut both ways. */
function split(one: readonly number[]): readonly PairLink[] {
  return sids.flatMap((a, index) =>
    sids.slice(index + 1).map((b): PairLink => ({
      a,
      b,
      cut: one.includes(a) === one.includes(b) ? 'none' : 'both',
      open: true,
    })),
  );
}

describe('a clean split', () => {
  it('is one line that crosses every cut link and no other', () => {
    const pairs = split([1, 5]);
    const line = cutLine(layout, pairs);
    if (line === null) throw new Error('no line');
    expect(line.sides).toEqual([
      [1, 5],
      [2, 3, 4],
    ]);
    for (const pair of pairs) {
      const ends = { a: placeOf(layout, pair.a)?.at ?? line.a, b: placeOf(layout, pair.b)?.at ?? line.b };
      expect(crossing(ends, line) !== null, `S${pair.a}–S${pair.b}`).toBe(pair.cut === 'both');
    }
  });

  it('has no line when a side lies scattered round the ring, or one direction is left', () => {
    expect(cutLine(layout, split([1, 3]))).toBeNull();
    expect(
      cutLine(
        layout,
        split([1, 5]).map((pair, index) => (index === 0 ? { ...pair, cut: 'aToB' } : pair)),
      ),
    ).toBeNull();
    expect(cutLine(layout, split([]))).toBeNull();
  });
});

describe('a line drawn by hand', () => {
  it('that was drawn where a split stands makes that split', () => {
    const line = cutLine(layout, split([4, 5]));
    if (line === null) throw new Error('no line');
    expect(drawnCut(layout, line).groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('across one link cuts that one alone', () => {
    const [a, b] = [placeOf(layout, sidOf(1))?.at, placeOf(layout, sidOf(2))?.at];
    if (a === undefined || b === undefined) throw new Error('no place');
    const middle = mix(a, b, 0.5);
    const { groups, pairs } = drawnCut(layout, {
      a: { x: middle.x - 4, y: middle.y + 4 },
      b: { x: middle.x + 4, y: middle.y - 4 },
    });
    expect(groups).toEqual([]);
    expect(pairs).toEqual([[1, 2]]);
  });
});

it('islands are servers that reach each other, directly or through others', () => {
  expect(islands(sids, split([2]))).toEqual([[1, 3, 4, 5], [2]]);
  const chain = split([]).map((pair): PairLink => ({ ...pair, cut: pair.b - pair.a === 1 ? 'none' : 'both' }));
  expect(islands(sids, chain)).toEqual([[1, 2, 3, 4, 5]]);
});

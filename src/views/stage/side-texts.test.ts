import { describe, expect, it } from 'vitest';
import { type Sid, sidOf } from '../../zookeeper/ids.ts';
import { cutLine, islands } from './cut-line.ts';
import type { PairLink } from './cuts.ts';
import { type Point, crossing, distance } from './geometry.ts';
import { stageLayout } from './layout.ts';
import { SHAPE_RADIUS } from './flights.ts';
import { type Box, boxAround, cover, discOf, labelBox, overlap } from './obstacles.ts';
import { SIDE_FONT, sideSize, sideTexts } from './side-texts.ts';
import { textWidth, wrapText } from './text-width.ts';
import { waitingAt, waitingBox } from './waiting.ts';

const SIZES = [
  { width: 760, height: 566 },
  { width: 600, height: 386 },
] as const;

function split(count: number, ...groups: readonly (readonly number[])[]): readonly PairLink[] {
  const sids = Array.from({ length: count }, (_, index) => sidOf(index + 1));
  const groupOf = (sid: Sid) => groups.findIndex((group) => group.includes(sid));
  return sids.flatMap((a, index) =>
    sids.slice(index + 1).map((b) => ({ a, b, cut: groupOf(a) === groupOf(b) ? 'none' : 'both', open: true }) as const),
  );
}

describe.each(SIZES)('on a stage of $width × $height', (size) => {
  it.each([
    [3, [[1], [2, 3]]],
    [
      5,
      [
        [1, 2],
        [3, 4, 5],
      ],
    ],
    [
      5,
      [
        [1, 5],
        [2, 3, 4],
      ],
    ],
    [
      5,
      [
        [2, 3, 4],
        [5, 1],
      ],
    ],
    [5, [[3], [1, 2, 4, 5]]],
    [5, [[1], [2, 3], [4, 5]]],
    [5, [[1, 3], [2, 5], [4]]],
    [
      7,
      [
        [1, 2, 3],
        [4, 5, 6, 7],
      ],
    ],
    [
      9,
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    ],
  ])('%i servers cut into %j: every text on its own side, on nothing else', (count, groups) => {
    const layout = stageLayout(
      size,
      Array.from({ length: count }, (_, index) => sidOf(index + 1)),
      'lab',
    );
    const pairs = split(count, ...groups);
    const line = cutLine(layout, pairs);
    const parts = islands(
      layout.places.map(({ sid }) => sid),
      pairs,
    );
    expect(parts).toHaveLength(groups.length);
    const sides = parts.map((sids) => ({ sids, text: `${sids.length} of ${count} cannot commit` }));
    const waiting = waitingAt(layout, pairs, line);
    const boxes = sideTexts({ layout, pairs, line, waiting }, sides).map(({ at, text }) => {
      const width = textWidth(text, SIDE_FONT);
      return { at, left: at.x - width / 2, right: at.x + width / 2, top: at.y - 8, bottom: at.y + 8 };
    });
    for (const [index, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(size.width);
      for (const place of layout.places) expect(cover(box, discOf(place))).toBeLessThan(120);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(0);
      if (line === null) continue;
      const own = layout.places.find(({ sid }) => sides[index]?.sids.includes(sid))?.at as Point;
      const whole = { a: extended(line.a, line.b, 3), b: extended(line.b, line.a, 3) };
      expect(crossing({ a: box.at, b: own }, whole)).toBeNull();
      // The line itself runs through none of them.
      for (const [x, y] of [
        [box.left, box.top],
        [box.right, box.bottom],
        [box.left, box.bottom],
        [box.right, box.top],
      ]) {
        expect(crossing({ a: box.at, b: { x: x as number, y: y as number } }, whole)).toBeNull();
      }
    }
  });

  it.each([3, 5, 7])('labels of %i servers stay on it, apart from each other and from circles', (count) => {
    const layout = stageLayout(
      size,
      Array.from({ length: count }, (_, index) => sidOf(index + 1)),
      'lab',
    );
    for (const place of layout.places) {
      for (const says of ['waits for NEWLEADER acks', 'synchronizes by SNAP', 'its sockets stay open']) {
        for (const line of wrapText(says, place.label.room, 12)) {
          expect(textWidth(line, 12)).toBeLessThanOrEqual(place.label.room);
        }
      }
      if (layout.crowded) continue;
      for (const other of layout.places.filter((one) => one !== place)) {
        expect(overlap(labelBox(place), labelBox(other)), `S${place.sid}, S${other.sid}`).toBe(0);
      }
      for (const other of layout.places) {
        expect(cover(labelBox(place), discOf(other)), `S${place.sid} over S${other.sid}`).toBe(0);
      }
    }
  });

  it.each([7, 9, 15])('quorum rings of %i servers do not touch', (count) => {
    const { places } = stageLayout(
      size,
      Array.from({ length: count }, (_, index) => sidOf(index + 1)),
      'lab',
    );
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) expect(distance(a.at, b.at)).toBeGreaterThan(3.2 * a.radius);
    }
  });
});

describe.each([228, 304, 340])('on a phone, %i high', (height) => {
  it.each([
    [3, [[3], [1, 2]]],
    [
      5,
      [
        [4, 5],
        [1, 2, 3],
      ],
    ],
  ])('of %i servers cut into %j no text lies on a name', (count, groups) => {
    const sids = Array.from({ length: count }, (_, index) => sidOf(index + 1));
    const layout = stageLayout({ width: 390, height }, sids, 'phone');
    const pairs = split(count, ...groups);
    const line = cutLine(layout, pairs);
    const waiting = waitingAt(layout, pairs, line);
    const sides = groups.map((group) => ({
      sids: group.map(sidOf),
      text: `${group.length} of ${count} cannot commit`,
    }));
    for (const { lines, at } of sideTexts({ layout, pairs, line, waiting }, sides)) {
      const size = sideSize(lines, layout);
      const box = boxAround(at, size);
      const covered = (others: readonly Box[]) => others.reduce((sum, other) => sum + overlap(box, other), 0);
      const labels = layout.places.map((place) => labelBox(place, { width: 90, height: 34, rise: 12 }));
      expect(covered(labels)).toBeLessThanOrEqual(0.4 * size.width * size.height);
      const held = [...waiting.values()].map((one) => waitingBox(one.at, SHAPE_RADIUS.phone));
      expect(covered(held)).toBeLessThanOrEqual(0.25 * size.width * size.height);
    }
  });
});

function extended(from: Point, to: Point, times: number): Point {
  return { x: to.x + (from.x - to.x) * times, y: to.y + (from.y - to.y) * times };
}

it.each([3, 5])('where there is room, what the rest of %i servers can do stands on no link', (count) => {
  const layout = stageLayout(
    SIZES[0],
    Array.from({ length: count }, (_, index) => sidOf(index + 1)),
    'lab',
  );
  const rest = layout.places.slice(1).map(({ sid }) => sid);
  const pairs = split(count, [1], rest);
  const line = cutLine(layout, pairs);
  const sides = [{ sids: rest, text: `${count - 1}/${count} can elect` }];
  const [text] = sideTexts({ layout, pairs, line, waiting: waitingAt(layout, pairs, line) }, sides);
  if (text === undefined) throw new Error('no words');
  const half = { x: textWidth(text.text, SIDE_FONT) / 2 - 1, y: 7 };
  const corner = (x: number, y: number) => ({ x: text.at.x + x * half.x, y: text.at.y + y * half.y });
  for (const [index, a] of layout.places.entries()) {
    for (const b of layout.places.slice(index + 1)) {
      for (const end of [1, -1])
        expect(
          crossing({ a: a.at, b: b.at }, { a: corner(-1, -end), b: corner(1, end) }),
          `S${a.sid}–S${b.sid}`,
        ).toBeNull();
    }
  }
});

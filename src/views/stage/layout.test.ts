import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { distance } from './geometry.ts';
import { clientPlace, placeOf, stageLayout } from './layout.ts';
import { boxAround, labelBox, overlap } from './obstacles.ts';

const sids = (count: number) => Array.from({ length: count }, (_, index) => sidOf(index + 1));
const lab = { width: 760, height: 566 };

describe('the ring', () => {
  it.each([1, 2, 3, 4, 5, 7, 9])('keeps %i servers apart and inside the stage, with room for their rings', (count) => {
    const { places } = stageLayout(lab, sids(count), 'lab');
    places.forEach((place, index) => {
      expect(place.at.x).toBeGreaterThan(place.radius + 24);
      expect(place.at.x).toBeLessThan(lab.width - place.radius - 24);
      expect(place.at.y).toBeGreaterThan(place.radius + 24);
      expect(place.at.y).toBeLessThan(lab.height - place.radius - 24);
      for (const other of places.slice(index + 1))
        expect(distance(place.at, other.at)).toBeGreaterThan(2 * place.radius);
    });
  });

  it('is whole on a phone of 320 × 480 too', () => {
    for (const { at, radius } of stageLayout({ width: 320, height: 128 }, sids(5), 'phone').places) {
      expect(at.y - radius).toBeGreaterThan(0);
      expect(at.y + radius).toBeLessThan(128);
    }
  });

  it.each([7, 9, 15])('with %i servers on a low screen, labels keep below the controls at the top', (count) => {
    const low = { width: 600, height: 386 };
    // Two lines and a chip, which grow upwards from where the label ends.
    const [labelHeight, controlsEnd] = [54, 44];
    const tops = stageLayout(low, sids(count), 'lab').places.filter(({ label }) => label.above);
    expect(tops.length).toBeGreaterThan(0);
    for (const { label } of tops) expect(label.at.y - labelHeight).toBeGreaterThan(controlsEnd);
  });

  it.each([
    ['lecture', { width: 1280, height: 342 }, 9],
    ['lecture', { width: 1280, height: 342 }, 15],
    ['phone', { width: 390, height: 286 }, 9],
    ['phone', { width: 390, height: 286 }, 15],
    ['lab', { width: 600, height: 330 }, 9],
  ] as const)('on a low %s of %o the quorum rings of %i servers do not touch', (scale, size, count) => {
    const { places } = stageLayout(size, sids(count), scale);
    places.forEach(({ at, radius }, index) => {
      for (const other of places.slice(index + 1)) expect(distance(at, other.at)).toBeGreaterThan(2 * 1.73 * radius);
    });
  });

  it('before a class fifteen servers are large enough for their names', () => {
    const { places } = stageLayout({ width: 1280, height: 342 }, sids(15), 'lecture');
    for (const { radius } of places) expect(radius).toBeGreaterThan(20);
  });

  it.each([3, 5])('before a class the brackets of each of %i servers are whole', (count) => {
    const size = { width: 1280, height: 342 };
    for (const { at, radius } of stageLayout(size, sids(count), 'lecture').places) {
      // As the mark of a server draws them.
      const half = radius + (26 * radius) / 30;
      expect(at.y - half).toBeGreaterThan(0);
      expect(at.y + half).toBeLessThan(size.height);
    }
  });

  it.each([
    ['lecture', { width: 1280, height: 342 }],
    ['phone', { width: 390, height: 286 }],
  ] as const)('on %s the label beside no server of nine lies on another one', (scale, size) => {
    const { places } = stageLayout(size, sids(9), scale);
    const [width, height] = scale === 'lecture' ? [150, 44] : [80, 14];
    for (const { sid, label } of places) {
      const left = label.at.x - { start: 0, middle: width / 2, end: width }[label.anchor];
      const top = label.above ? label.at.y - height : label.at.y - height / 3;
      for (const other of places) {
        if (other.sid === sid) continue;
        const aside = Math.max(left - other.at.x, other.at.x - left - width, 0);
        const off = Math.max(top - other.at.y, other.at.y - top - height, 0);
        expect(Math.hypot(aside, off), `S${sid} on S${other.sid}`).toBeGreaterThan(other.radius);
      }
    }
  });

  it.each([840, 1280])('before a class of %i pixels no label of six lies on another, or on a server', (width) => {
    const { places, crowded } = stageLayout({ width, height: 344 }, sids(6), 'lecture');
    expect(crowded).toBe(false);
    const boxes = places.map((place) => labelBox(place, { width: 190, height: 52, rise: 12 }));
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(0);
      const others = places.filter((_, place) => place !== index);
      for (const { at, radius } of others)
        expect(overlap(box, boxAround(at, { width: 2 * radius, height: 2 * radius }))).toBe(0);
    }
  });

  it.each([
    [228, 3],
    [228, 4],
    [228, 5],
    [250, 5],
    [304, 3],
    [304, 5],
    [360, 5],
  ])('on a phone, %i high, the brackets of each of %i servers are whole, and no name lies on one', (height, count) => {
    const { places, width } = stageLayout({ width: 390, height }, sids(count), 'phone');
    for (const { sid, at, radius, label } of places) {
      // As the mark of a server draws them.
      expect(at.y - radius - (26 * radius) / 30).toBeGreaterThan(0);
      const [wide, letters] = [76, 11];
      expect(label.room).toBeGreaterThan(wide);
      expect(label.at.y).toBeLessThanOrEqual(label.floor - 2);
      const left = label.at.x - { start: 0, middle: wide / 2, end: wide }[label.anchor];
      expect(left).toBeGreaterThan(0);
      expect(left + wide).toBeLessThan(width);
      for (const other of places) {
        const aside = Math.max(left - other.at.x, other.at.x - left - wide, 0);
        const off = Math.max(label.at.y - letters - other.at.y, other.at.y - label.at.y, 0);
        expect(Math.hypot(aside, off), `S${sid} on S${other.sid}`).toBeGreaterThan(
          other.radius * (sid === other.sid ? 1.7 : 1.25),
        );
      }
    }
  });

  it('on a phone, beside a card, labels of two lines keep off what is drawn around the server below', () => {
    const { places, width } = stageLayout({ width: 390, height: 228 }, sids(5), 'phone');
    const [, right, lowRight, lowLeft, left] = places;
    for (const [beside, lower] of [
      [right, lowRight],
      [left, lowLeft],
    ]) {
      if (beside === undefined || lower === undefined) throw new Error('five servers have five places');
      const inwards = (x: number): number => Math.abs(x - width / 2);
      expect(inwards(beside.label.at.x)).toBeGreaterThan(inwards(lower.at.x) + 1.7 * lower.radius);
    }
  });

  it.each([3, 4, 5])('on a phone the client of each of %i servers is off every ring and name', (count) => {
    const layout = stageLayout({ width: 390, height: 228 }, sids(count), 'phone');
    for (const sid of sids(count)) {
      const client = clientPlace(layout, sid, 0, 1);
      for (const { at, radius, label } of layout.places) {
        expect(distance(client, at)).toBeGreaterThan(radius * 1.5);
        expect(Math.abs(client.x - label.at.x) > 46 || Math.abs(client.y - label.at.y) > 12).toBe(true);
      }
    }
  });

  it('begins at the top and goes clockwise in sid order', () => {
    const { places } = stageLayout(lab, sids(4), 'lab');
    const [top, right, bottom, left] = places.map((place) => place.at);
    expect(top?.y).toBeLessThan(right?.y ?? 0);
    expect(right?.x).toBeGreaterThan(top?.x ?? 0);
    expect(bottom?.y).toBeGreaterThan(right?.y ?? 0);
    expect(left?.x).toBeLessThan(top?.x ?? 0);
  });

  it.each([
    ['lab', lab],
    ['phone', { width: 390, height: 330 }],
    ['first', { width: 760, height: 736 }],
  ] as const)('on %s labels stand outside, on the side away from the middle', (scale, size) => {
    const { places, centre } = stageLayout(size, sids(5), scale);
    for (const { at, label, radius } of places) {
      expect(distance(label.at, centre)).toBeGreaterThan(distance(at, centre) - radius);
      const aside = { start: label.at.x - at.x, middle: label.at.y - at.y, end: at.x - label.at.x }[label.anchor];
      expect(Math.max(aside, scale === 'phone' ? label.at.y - at.y : 0)).toBeGreaterThan(radius);
    }
  });
});

it('clients stand outside the ring, apart from their server and each other', () => {
  const layout = stageLayout(lab, sids(5), 'lab');
  for (const sid of sids(5)) {
    const [a, b] = [clientPlace(layout, sid, 0, 2), clientPlace(layout, sid, 1, 2)];
    const place = placeOf(layout, sid);
    expect(distance(a, b)).toBeGreaterThan(20);
    expect(distance(a, place?.at ?? a)).toBeGreaterThan(40);
    expect(distance(a, layout.centre)).toBeGreaterThan(layout.ring);
  }
});

it.each([
  ['phone', { width: 390, height: 228 }],
  ['lecture', { width: 840, height: 340 }],
] as const)('on %s a client without a server stands off servers, names and other clients', (scale, size) => {
  for (const count of [3, 5]) {
    const layout = stageLayout(size, sids(count), scale);
    const client = clientPlace(layout, null, 0, 1);
    for (const { at, radius, label } of layout.places) {
      expect(distance(client, at)).toBeGreaterThan(radius + 8);
      expect(Math.abs(client.x - label.at.x) > 46 || Math.abs(client.y - label.at.y) > 12).toBe(true);
    }
    for (const sid of sids(count)) expect(distance(client, clientPlace(layout, sid, 0, 1))).toBeGreaterThan(40);
  }
});

it('on a projector the clients of three servers are off the rings', () => {
  const layout = stageLayout({ width: 840, height: 340 }, sids(3), 'lecture');
  for (const sid of sids(3)) {
    const [one, other] = [clientPlace(layout, sid, 0, 2), clientPlace(layout, sid, 1, 2)];
    expect(distance(one, other)).toBeGreaterThan(14);
    for (const client of [one, other])
      for (const { at, radius } of layout.places) expect(distance(client, at)).toBeGreaterThan(radius * 1.73 + 8);
  }
});

it('on a phone labels that stand within a ring of seven end before its middle', () => {
  const { places, centre } = stageLayout({ width: 390, height: 330 }, sids(7), 'phone');
  const within = places.filter(({ label }) => label.anchor !== 'middle');
  expect(within.length).toBeGreaterThan(1);
  for (const { label } of within) {
    const end = label.anchor === 'start' ? label.at.x + label.room : label.at.x - label.room;
    expect(label.anchor === 'start' ? centre.x - end : end - centre.x).toBeGreaterThan(0);
  }
});

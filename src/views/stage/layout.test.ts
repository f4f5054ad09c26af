import { describe, expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { distance } from './geometry.ts';
import { clientPlace, placeOf, stageLayout } from './layout.ts';

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
      expect(aside).toBeGreaterThan(radius);
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

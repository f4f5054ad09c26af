import { describe, expect, it } from 'vitest';
import type { MessageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type Flight, SHAPE_RADIUS } from './flights.ts';
import { cutLine } from './cut-line.ts';
import { mix } from './geometry.ts';
import { type StageLayout, clientPlace, stageLayout } from './layout.ts';
import { NAME_FONT, messageNames } from './message-names.ts';
import { type Box, boxAround, clientBox, cover, discOf, labelBox, lengthIn, overlap } from './obstacles.ts';
import { sideSize, sideTexts } from './side-texts.ts';
import { textWidth } from './text-width.ts';
import { waitingAt, waitingBox } from './waiting.ts';

const SIZE = { width: 1280, height: 344 };
const five = stageLayout(SIZE, [1, 2, 3, 4, 5] as Sid[], 'lecture');

/** A message from each server to each other, half-way. */
function everywhere({ places }: StageLayout): readonly Flight[] {
  return places.flatMap((a) =>
    places
      .filter((b) => b !== a)
      .map((b): Flight => ({
        key: `${a.sid}>${b.sid}`,
        path: { a: a.at, b: b.at },
        family: 'election',
        letter: '5',
        count: 1,
        times: [{ sentAt: 0, arrivesAt: 10 }],
        heldAt: null,
        // Of a message the layout reads nothing else.
        message: { seq: 10 * a.sid + b.sid, type: 'NOTIFICATION' } as MessageFacts,
      })),
  );
}

const boxOf = (text: string, at: { readonly x: number; readonly y: number }) =>
  boxAround({ x: at.x, y: at.y - 6 }, { width: textWidth(text, NAME_FONT), height: 22 });

const countOf = (count: number): string => `×${count}`;
/** The same name for all. */
const all = (text: string) => ({ text: () => text, count: countOf });
const textOf = ({ message }: Flight): string => `vote S${Math.floor(message.seq / 10)}`;

describe('names of messages on a stage for a class', () => {
  it('every message has its name, on the stage', () => {
    const flights = everywhere(five);
    const names = messageNames(flights, { layout: five, line: null, texts: [] }, 3, all('vote S5'));
    expect(names.map((name) => name.key)).toEqual(flights.map((flight) => flight.key));
    for (const { text, at } of names) {
      const box = boxOf(text, at);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(SIZE.width);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(SIZE.height);
    }
  });

  it('in a crowd each name stands once: the letters in the shapes say the rest', () => {
    const nine = stageLayout(SIZE, [1, 2, 3, 4, 5, 6, 7, 8, 9] as Sid[], 'lecture');
    const flights = everywhere(nine);
    const names = messageNames(flights, { layout: nine, line: null, texts: [] }, 3, { text: textOf, count: countOf });
    expect(names.map(({ text }) => text).toSorted()).toEqual(nine.places.map(({ sid }) => `vote S${sid}`));
  });

  it('with fifteen servers names keep off the labels that are there', () => {
    const many = stageLayout(
      SIZE,
      Array.from({ length: 15 }, (_, index) => (index + 1) as Sid),
      'lecture',
    );
    expect(many.crowded).toBe(true);
    const covered = (isKnown: boolean) =>
      many.places.reduce((sum, place) => {
        const beside = mix(place.at, place.label.at, 0.8);
        const flight = { ...everywhere(many)[0], path: { a: beside, b: beside }, heldAt: 0 } as Flight;
        const labels = isKnown ? [labelBox(place)] : [];
        const names = messageNames([flight], { layout: many, line: null, texts: [], labels }, 3, all('COMMIT'));
        expect(names).toHaveLength(1);
        return names.reduce((own, { text, at }) => own + overlap(boxOf(text, at), labelBox(place)), sum);
      }, 0);
    expect(covered(true)).toBeLessThan(covered(false) / 4);
  });

  it('of what waits at one place of a cut a name is repeated only where it lies on nothing', () => {
    const [first] = everywhere(five);
    if (first === undefined) throw new Error('no flight');
    const at = (heldAt: number | null) =>
      Array.from({ length: 10 }, (_, index) => ({ ...first, key: `${index}`, heldAt }));
    const ground = { layout: five, line: null, texts: [] };
    expect(messageNames(at(null), ground, 3, all('vote S5'))).toHaveLength(10);
    const names = messageNames(at(0.5), ground, 3, all('vote S5'));
    expect(names.length).toBeLessThan(10);
    const boxes = names.map((name) => boxOf(name.text, name.at));
    const least = 0.16 * 22 * textWidth('vote S5', NAME_FONT);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBeLessThan(least);
    }
  });

  it('a few of them lie on nothing: no server, no other name', () => {
    const flights = everywhere(five).filter((_, index) => index % 4 === 0);
    const names = messageNames(flights, { layout: five, line: null, texts: [] }, 4, all('PROPOSAL 2·7'));
    const boxes = names.map(({ text, at }) => boxOf(text, at));
    for (const [index, box] of boxes.entries()) {
      for (const place of five.places) expect(cover(box, discOf(place))).toBe(0);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(0);
    }
  });

  it('a name keeps off the line of a cut and what is written beside it', () => {
    const [first] = everywhere(five);
    if (first === undefined) throw new Error('no flight');
    const bare = { layout: five, line: null, texts: [] };
    const [free] = messageNames([first], bare, 5, all('vote S5'));
    if (free === undefined) throw new Error('no name');
    const there = { text: '3 of 5 can commit', lines: ['3 of 5 can commit'], at: { x: free.at.x, y: free.at.y - 6 } };
    const [moved] = messageNames([first], { ...bare, texts: [there] }, 5, all('vote S5'));
    expect(overlap(boxOf('vote S5', moved?.at ?? free.at), boxOf(there.text, free.at))).toBe(0);
  });
});

describe('where servers and a cut leave little room', () => {
  const size = { width: 840, height: 344 };
  const sids = [1, 2, 3, 4, 5] as Sid[];
  const layout = stageLayout(size, sids, 'lecture');
  const pairs = sids.flatMap((a) =>
    sids
      .filter((b) => b > a)
      .map((b) => ({ a, b, cut: a < 4 === b < 4 ? ('none' as const) : ('both' as const), open: true })),
  );
  const line = cutLine(layout, pairs);
  const sides = [
    { sids: [1, 2, 3] as Sid[], text: '3 of 5 can elect' },
    { sids: [4, 5] as Sid[], text: '2 of 5 cannot commit' },
  ];
  const waiting = waitingAt(layout, pairs, line);
  const texts = sideTexts({ layout, pairs, line, waiting }, sides);
  const client = clientPlace(layout, 5 as Sid, 0, 1);

  it('no name lies on another, on a client or on the words of the cut', () => {
    const names = messageNames(everywhere(layout), { layout, line, texts, clients: [client] }, 3, {
      text: textOf,
      count: countOf,
    });
    expect(names.length).toBeGreaterThan(4);
    const boxes = names.map(({ text, at }) => boxOf(text, at));
    const words = texts.map(({ lines, at }) => boxAround(at, sideSize(lines, layout)));
    for (const [index, box] of boxes.entries()) {
      for (const other of [...boxes.slice(index + 1), ...words, clientBox(client, layout)])
        expect(overlap(box, other) / area(box)).toBeLessThan(0.25);
    }
  });

  it('words of a cut lie on no client, and not where messages wait at the line', () => {
    const held = [...waiting.values()].map(({ at }) => waitingBox(at, SHAPE_RADIUS.lecture));
    expect(held).toHaveLength(12);
    for (const { text, at } of texts) {
      const box = boxAround(at, { width: textWidth(text, NAME_FONT), height: 22 });
      expect(overlap(box, clientBox(client, layout))).toBe(0);
      for (const one of held) expect(overlap(box, one)).toBe(0);
    }
  });

  it.each([3, 4, 5])('a client of each of %i servers stands off its ring', (count) => {
    const some = stageLayout(size, sids.slice(0, count), 'lecture');
    for (const place of some.places) {
      const at = clientPlace(some, place.sid, 0, 1);
      expect(Math.hypot(at.x - place.at.x, at.y - place.at.y), `S${place.sid}`).toBeGreaterThan(1.73 * place.radius);
    }
  });
});

function area({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

describe('a stage for a class', () => {
  it.each([3, 4, 5, 6, 7, 9])('%i servers stand apart, on the stage', (count) => {
    const sids = Array.from({ length: count }, (_, index) => (index + 1) as Sid);
    const { places } = stageLayout(SIZE, sids, 'lecture');
    for (const [index, place] of places.entries()) {
      expect(place.at.y - place.radius).toBeGreaterThan(0);
      expect(place.at.y + place.radius).toBeLessThan(SIZE.height);
      for (const other of places.slice(index + 1)) {
        const apart = Math.hypot(place.at.x - other.at.x, place.at.y - other.at.y);
        expect(apart).toBeGreaterThan(place.radius + other.radius + 20);
      }
    }
  });
});

it('a name keeps off the count beside another shape', () => {
  const [first] = everywhere(five);
  if (first === undefined) throw new Error('no flight');
  const many: Flight = { ...first, key: 'many', count: 1200 };
  const beside = { ...first, path: { a: { x: first.path.a.x - 100, y: first.path.a.y + 40 }, b: first.path.b } };
  const ground = { layout: five, line: null, texts: [] };
  const names = messageNames([many, beside], ground, 0, all('vote S5'));
  const count = { left: first.path.a.x + 20, top: first.path.a.y + 8, bottom: first.path.a.y + 28 };
  const box = { ...count, right: count.left + textWidth('×1200', NAME_FONT) };
  expect(names).toHaveLength(2);
  for (const { text, at } of names) expect(overlap(boxOf(text, at), box)).toBe(0);
});

it('a name keeps off the arrow of what has arrived', () => {
  const [first] = everywhere(five);
  if (first === undefined) throw new Error('no flight');
  const bare = { layout: five, line: null, texts: [] };
  const [free] = messageNames([first], bare, 5, all('vote S5'));
  if (free === undefined) throw new Error('no name');
  const arrival = { a: { x: 0, y: free.at.y - 6 }, b: { x: 1280, y: free.at.y - 6 } };
  const [moved] = messageNames([first], { ...bare, arrival }, 5, all('vote S5'));
  expect(lengthIn(boxOf('vote S5', moved?.at ?? free.at), arrival)).toBe(0);
});

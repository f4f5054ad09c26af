import { describe, expect, it } from 'vitest';
import { placed } from './placed.ts';

const page = { width: 400, height: 300 };
const size = { width: 200, height: 100 };
const wordAt = (left: number, top: number) => ({ left, top, bottom: top + 20 });

describe('a definition', () => {
  // oxfmt-ignore
  it.each([
    ['below where there is room',         wordAt(50, 50),   { left: 42, top: 76 }],
    ['above near the bottom',             wordAt(50, 250),  { left: 42, top: 144 }],
    ['within the page at its right edge', wordAt(380, 50),  { left: 192, top: 76 }],
    ['within the page at its left edge',  wordAt(2, 50),    { left: 8, top: 76 }],
  ])('stands %s', (_, word, expected) => {
    expect(placed(word, 'below', size, page)).toMatchObject(expected);
  });

  // oxfmt-ignore
  it.each([
    ['above where its word is a label',   wordAt(50, 250),  { left: 42, top: 144 }],
    ['below where there is no room',      wordAt(50, 50),   { left: 42, top: 76 }],
  ])('stands %s', (_, word, expected) => {
    expect(placed(word, 'above', size, page)).toMatchObject(expected);
  });

  it.each([0, 40, 100, 140, 200, 280])('never covers its word at %i', (top) => {
    const word = wordAt(50, top);
    for (const height of [20, 100, 200, 500]) {
      for (const side of ['below', 'above'] as const) {
        const { top: at, maxHeight } = placed(word, side, { width: 200, height }, page);
        const end = at + Math.min(height, maxHeight);
        expect(at >= word.bottom || end <= word.top).toBe(true);
        expect(end).toBeLessThanOrEqual(page.height);
        expect(at).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

// The palette, measured: marks against their ground, and the worst pair of roles and of message kinds to eyes that lack one
// kind of cone. Both themes, the dark one in both places where it is written.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ensure } from '../src/base/assert.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

const ROLES = ['looking', 'following', 'leading', 'observing', 'down'] as const;
const KINDS = ['election', 'discovery', 'sync', 'broadcast', 'client', 'other'] as const;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
// oxfmt-ignore
const EYES: Readonly<Record<string, Matrix>> = {
  protanopia:   [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia:   [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** The colours of every block that has all of them, by the block's selector. */
const themes = [...css.matchAll(/(:root[^{]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
  const tokens = new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
  return tokens.has('looking') ? [[selector.trim(), tokens] as const] : [];
});

function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: Matrix, [r, g, b]: Triple): Triple {
  const [x, y, z] = matrix.map(([p, q, s]) => p * r + q * g + s * b);
  return [x ?? 0, y ?? 0, z ?? 0];
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((hex) => {
      const [r, g, b] = linear(hex);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The share of white that is seen, by the cube root where there is enough light. */
function toward(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

/** CIE L*a*b* under D65. */
function labOf(rgb: Triple): Triple {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    [Math.max(0, Math.min(1, rgb[0])), Math.max(0, Math.min(1, rgb[1])), Math.max(0, Math.min(1, rgb[2]))],
  );
  const [fx, fy, fz] = [toward(x / 0.95047), toward(y), toward(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** CIEDE2000. */
function distance([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180;
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
  const [h1, h2] = [hue(a1 * (1 + g), b1), hue(a2 * (1 + g), b2)];
  const isGrey = c1 * c2 === 0;
  const turn = h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(((isGrey ? 0 : turn) / 2) * rad);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const sum = h1 + h2;
  const h = isGrey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const cos = (degrees: number): number => Math.cos(degrees * rad);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * rad * Math.exp(-(((h - 275) / 25) ** 2)));
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
}

it.each([
  // Of the pairs that Sharma, Wu and Dalal published.
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the measure is CIEDE2000: %j to %j', (one, other, expected) => {
  expect(distance(one, other)).toBeCloseTo(expected, 4);
});

it('light, and dark twice, with the same values', () => {
  expect(themes).toHaveLength(3);
  expect([...ensure(themes[2], 'dark')[1]]).toEqual([...ensure(themes[1], 'dark')[1]]);
});

describe.each(themes)('%s', (_, tokens) => {
  const hexOf = (name: string): string => ensure(tokens.get(name), name);

  it.each([...ROLES, ...KINDS, 'changed', 'edge', 'focus', 'cut'])('--%s has 3:1 on its ground', (name) => {
    expect(contrast(hexOf(name), hexOf('ground'))).toBeGreaterThanOrEqual(3);
  });

  it.each(['ground', 'panel', 'raised'])('text has 4.5:1 on --%s', (ground) => {
    const faint = ['ink', 'ink-2', 'ink-3'].filter((ink) => contrast(hexOf(ink), hexOf(ground)) < 4.5);
    expect(faint).toEqual([]);
  });

  it.each(Object.keys(EYES))('no two roles, and no two kinds of message, are alike under %s', (eye) => {
    const matrix = ensure(EYES[eye], eye);
    const alike = [ROLES, KINDS].flatMap((group) => {
      const seen = group.map((name) => [name, labOf(times(matrix, linear(hexOf(name))))] as const);
      return seen.flatMap(([name, one], i) =>
        seen.slice(i + 1).flatMap(([other, lab]) => (distance(one, lab) < 15 ? [`${name} and ${other}`] : [])),
      );
    });
    expect(alike).toEqual([]);
  });
});

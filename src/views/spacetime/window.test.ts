import { describe, expect, it } from 'vitest';
import { FOLD_UNITS, Folds } from './folds.ts';
import { ticksOf } from './ticks.ts';
import { fitted, kept, paged, panBetween, panned, valueIn, xIn, zoomed } from './window.ts';

const END = 10_000;

it('maps the axis to pixels and back', () => {
  for (const value of [-3, 0, 812.5, END]) {
    expect(valueIn({ from: 200, to: 900 }, 40, 760, xIn({ from: 200, to: 900 }, 40, 760, value))).toBeCloseTo(value);
  }
});

it('a zoom leaves what is under the pointer where it is', () => {
  const window = { from: 2000, to: 4000 };
  for (const anchor of [2000, 2500, 3999]) {
    const x = xIn(window, 0, 800, anchor);
    expect(xIn(zoomed(window, 0.5, anchor, END), 0, 800, anchor)).toBeCloseTo(x);
  }
});

it('a pan moves every place by as much; a zoom is none', () => {
  const window = { from: 2000, to: 4000 };
  const next = panned(window, 130.7, END);
  const by = panBetween(window, next);
  for (const value of [2000, 3100, 4200]) {
    expect(xIn(next, 40, 760, value)).toBeCloseTo(xIn(window, 40, 760, value) - (by ?? Number.NaN) * 720);
  }
  expect(panBetween(window, window)).toBe(0);
  expect(panBetween(window, zoomed(window, 0.9, 3000, END))).toBeNull();
  expect(panBetween(null, window)).toBeNull();
});

it('no window leaves the run, grows beyond it or shrinks to nothing', () => {
  let window = fitted(END);
  for (let k = 0; k < 60; k++) window = zoomed(window, 0.5, 3000, END);
  expect(window.to - window.from).toBeCloseTo(4);
  for (let k = 0; k < 60; k++) window = zoomed(window, 2, 3000, END);
  expect(window.to - window.from).toBeLessThan(END * 1.2);
  expect(panned({ from: 0, to: 500 }, -1e6, END).to).toBeGreaterThan(0);
  expect(panned({ from: 0, to: 500 }, 1e6, END).from).toBeLessThan(END);
  expect(kept({ from: 100, to: 200 }, END)).toEqual({ from: 100, to: 200 });
});

it('turns the page when the playhead leaves it, and only then', () => {
  const window = { from: 1000, to: 2000 };
  expect(paged(window, 1500, END)).toBe(window);
  const next = paged(window, 2001, END);
  expect(next.from).toBeLessThan(2001);
  expect(next.to).toBeGreaterThan(2500);
  expect(paged(window, 900, END).from).toBeLessThan(900);
});

describe('folded time', () => {
  const folds = new Folds();
  for (const time of [0, 5, 30, 300, 310, 2000, 2001]) folds.add(time);

  it('keeps what happens to scale, and gives quiet stretches a few units each', () => {
    expect(folds.folds).toHaveLength(2);
    expect(folds.place(30) - folds.place(5)).toBe(25);
    expect(folds.place(310) - folds.place(300)).toBe(10);
    expect(folds.place(300) - folds.place(30)).toBe(10 + FOLD_UNITS + 10);
    expect(folds.place(2001)).toBe(30 + (20 + FOLD_UNITS) + 10 + (20 + FOLD_UNITS) + 1);
  });

  it('never falls, and goes back exactly', () => {
    let last = -1;
    for (let time = 0; time < 2100; time += 7) {
      const value = folds.place(time);
      expect(value).toBeGreaterThan(last);
      expect(folds.timeOf(value)).toBeCloseTo(time);
      last = value;
    }
  });

  it('finds the folds of a window', () => {
    const [first, second] = folds.folds;
    expect(folds.within(0, 1000)).toEqual([first, second]);
    expect(folds.within(0, 20)).toEqual([]);
    expect(folds.within(folds.place(305), 1000)).toEqual([second]);
  });

  it('folds the quiet up to the end as well, until something happens', () => {
    const growing = new Folds();
    for (const time of [0, 30]) growing.add(time);
    growing.reach(90);
    expect(growing.place(90)).toBe(90);
    growing.reach(60_000);
    expect(growing.place(60_000)).toBe(30 + 10 + FOLD_UNITS + 10);
    expect(growing.timeOf(growing.place(45_000))).toBeCloseTo(45_000);
    expect(growing.within(0, 100)).toEqual([{ from: 40, to: 59_990, at: 40 }]);
    growing.add(61_000);
    expect(growing.place(60_000)).toBeLessThan(growing.place(61_000));
    expect(growing.folds).toEqual([{ from: 40, to: 60_990, at: 40 }]);
    expect(growing.within(0, 100)).toEqual(growing.folds);
  });

  it('has ticks at round times outside of folds, none over another', () => {
    const spec = { axis: 'folded', folds, window: { from: -5, to: 150 }, left: 0, right: 800 } as const;
    const found = ticksOf({ ...spec, timeText: String, stepText: String });
    expect(found.length).toBeGreaterThan(3);
    for (const { value, text } of found) expect(folds.place(Number(text))).toBeCloseTo(value);
    const xs = found.map(({ value }) => xIn(spec.window, 0, 800, value));
    for (const [i, x] of xs.slice(1).entries()) expect(x - (xs[i] ?? 0)).toBeGreaterThan(40);
  });
});

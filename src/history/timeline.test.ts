import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Branches } from './branches.ts';
import type { Timeline } from './timeline.ts';
import { type ToyAction, type ToyEntry, type ToyMoment, ODD, toyMachine, toyStart } from './toy-machine.ts';

const SPACING = { strideEvents: 20, countMax: 8 };

function timelineOf(events: number, countMax = 1_000_000): Timeline<ToyMoment, ToyAction, ToyEntry> {
  const timeline = new Branches(toyMachine, toyStart(countMax), SPACING).get(0);
  timeline.extend(events);
  return timeline;
}

/** Digests after 0, 1, 2, … events, by nothing but stepping. */
function digestsByStepping(events: number): readonly string[] {
  const live = toyMachine.resume(toyStart(1_000_000));
  return Array.from({ length: events + 1 }, (_, i) => {
    if (i > 0) toyMachine.step(live, false);
    return toyMachine.digest(live);
  });
}

it('any seek equals a full replay, in whatever order', () => {
  const naive = digestsByStepping(700);
  fc.assert(
    fc.property(fc.array(fc.nat(700), { maxLength: 60 }), (cursors) => {
      const timeline = timelineOf(700);
      for (const cursor of cursors) expect(timeline.digestAt(cursor)).toBe(naive[cursor]);
    }),
    { numRuns: 30, seed: 1 },
  );
});

it('a look at the past leaves what comes next as it was', () => {
  const naive = digestsByStepping(600);
  const timeline = timelineOf(250);
  for (let cursor = 250; cursor >= 0; cursor -= 7) timeline.entryAt(Math.max(0, cursor - 1));
  timeline.extend(350);
  expect(timeline.digestAt(600)).toBe(naive[600]);
});

it('n steps forward and n back give equal digests', () => {
  const timeline = timelineOf(500);
  const forth = Array.from({ length: 501 }, (_, cursor) => timeline.digestAt(cursor));
  const back = Array.from({ length: 501 }, (_, i) => timeline.digestAt(500 - i));
  expect(back.toReversed()).toEqual(forth);
});

it('a kept moment never changes', () => {
  const timeline = timelineOf(100);
  const moment = timeline.momentAt(64);
  const digest = toyMachine.digest(moment);
  timeline.extend(200);
  for (const cursor of [65, 64, 90, 0, 300, 64]) timeline.momentAt(cursor);
  expect(toyMachine.digest(moment)).toBe(digest);
  expect(timeline.momentAt(64)).toBe(moment);
});

it('entries carry notes, and rows say the same as entries', () => {
  const timeline = timelineOf(400);
  for (const index of [399, 0, 31, 32, 33, 250]) {
    const entry = timeline.entryAt(index);
    expect(entry.number).toBe(index);
    expect(timeline.rowAt(index)).toEqual(toyMachine.row(entry));
  }
});

it('marks are exactly the events with flags', () => {
  const timeline = timelineOf(400);
  const flagged = Array.from({ length: 400 }, (_, i) => i).filter((i) => timeline.entryAt(i).notes.includes('odd'));
  expect([...timeline.marks(0, 400)].map(({ index }) => index)).toEqual(flagged);
  expect([...timeline.marks(100, 200)].map(({ index }) => index)).toEqual(flagged.filter((i) => i >= 100 && i < 200));
  for (const from of [0, 57, 399, 400]) {
    expect(timeline.nextMark(from, ODD)).toBe(flagged.find((i) => i >= from) ?? null);
    expect(timeline.previousMark(from, ODD)).toBe(flagged.findLast((i) => i < from) ?? null);
  }
  expect(timeline.nextMark(0, 1 << 20)).toBeNull();
});

it('finds a time: all events at or before it have happened', () => {
  const timeline = timelineOf(300);
  const times = Array.from({ length: 300 }, (_, i) => timeline.valueAt('at', i));
  for (const time of [-1, 0, 1, 50, 50.5, times[299] ?? 0, 1e9]) {
    expect(timeline.cursorAtTime(time)).toBe(times.filter((at) => at <= time).length);
  }
  expect([timeline.timeAt(0), timeline.timeAt(300)]).toEqual([0, times[299]]);
});

it('ends where nothing is pending', () => {
  const timeline = timelineOf(0, 70);
  expect([timeline.extend(50), timeline.ended]).toEqual([50, false]);
  expect([timeline.extend(50), timeline.ended, timeline.length]).toEqual([20, true, 70]);
  expect(timeline.momentAt(70).count).toBe(70);
});

it('has no events that were not run', () => {
  expect(() => timelineOf(10).entryAt(10)).toThrow('event 10');
});

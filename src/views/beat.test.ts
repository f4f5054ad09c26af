import { afterEach, expect, it, vi } from 'vitest';
import { fakePage } from '../app/fake-page.ts';
import { createLab } from '../app/lab.ts';
import { Beat } from './beat.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Plays the first look; frames pass 20 ms apart, on the wall as in the run. */
function playing() {
  const page = fakePage();
  const lab = createLab(page);
  let wall = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => wall);
  const beat = new Beat(lab.store, lab.playback, (work) => work());
  lab.store.getState().setSpeed(1);
  lab.store.getState().play();
  const frames = (count: number): void => {
    for (let i = 0; i < count; i++) {
      wall += 20;
      page.frames(1, 20);
    }
  };
  const times = (subscribe: (listener: () => void) => unknown): readonly number[] => {
    const at: number[] = [];
    subscribe(() => at.push(wall));
    return at;
  };
  return { lab, frames, beat, times, state: () => lab.store.getState() };
}

function gaps(all: readonly number[]): readonly number[] {
  return all.slice(1).map((at, index) => at - (all[index] ?? 0));
}

it('what is rendered and what is written change in the same frames, no more often than their pace', () => {
  const { beat, frames, times } = playing();
  const watched = times(beat.places.watched.subscribe);
  const read = times(beat.places.read.subscribe);
  const texts = times(beat.onBeat);
  frames(30);
  expect(watched.length).toBeGreaterThan(3);
  expect(read.length).toBeGreaterThan(1);
  for (const at of watched) expect(texts).toContain(at);
  for (const at of read) expect(texts).toContain(at);
  expect(Math.min(...gaps(watched))).toBeGreaterThanOrEqual(90);
  expect(Math.min(...gaps(read))).toBeGreaterThanOrEqual(270);
  expect(Math.max(...gaps(texts))).toBeLessThanOrEqual(100);
});

it('an event after a rest is shown in its own frame', () => {
  const { lab, beat, frames } = playing();
  frames(30);
  lab.store.getState().pause();
  lab.store.getState().setSpeed(0.1);
  lab.store.getState().play();
  const { cursor } = lab.store.getState();
  for (let i = 0; i < 2000 && lab.store.getState().cursor === cursor; i++) frames(1);
  expect(lab.store.getState().cursor).toBeGreaterThan(cursor);
  expect(beat.places.watched.get().cursor).toBe(lab.store.getState().cursor);
});

it('a pause, a step and a seek show at once', () => {
  const { beat, frames, state } = playing();
  frames(7);
  state().pause();
  expect(beat.places.read.get().cursor).toBe(state().cursor);
  state().step(-1);
  expect(beat.places.read.get().cursor).toBe(state().cursor);
  state().seek(3);
  expect(beat.places.watched.get().cursor).toBe(3);
});

/** A pointer that scrubs, `millis` between its moves; where each of them was, and what is read then. */
function scrubbed(moves: number, millis: number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const page = fakePage();
  const lab = createLab(page);
  const state = () => lab.store.getState();
  const beat = new Beat(lab.store, lab.playback, (work) => work());
  state().seek(2);
  state().setScrubbing(true);
  let [shown, inMove] = [0, 0];
  beat.places.read.subscribe(() => (shown += 1));
  for (let i = 0; i < moves; i++) {
    const before = shown;
    state().seek(3 + (i % 40));
    inMove += shown - before;
    expect(beat.places.watched.get().cursor).toBe(state().cursor);
    vi.advanceTimersByTime(millis);
  }
  return { beat, state, shown: () => shown, inMove };
}

it('under a pointer that scrubs what is watched follows every move, what is read comes once it rests', () => {
  const { beat, state, shown } = scrubbed(100, 16);
  expect(shown()).toBe(0);
  expect(beat.places.read.get().cursor).toBe(2);
  vi.advanceTimersByTime(100);
  expect(beat.places.read.get().cursor).toBe(state().cursor);
  state().seek(7);
  expect(beat.places.read.get().cursor).not.toBe(7);
  state().setScrubbing(false);
  expect(beat.places.read.get().cursor).toBe(7);
});

it('under one that moves on slowly what is read follows between moves, twice a second', () => {
  const { shown, inMove } = scrubbed(40, 50);
  expect(inMove).toBe(0);
  expect(shown()).toBeGreaterThanOrEqual(3);
  expect(shown()).toBeLessThanOrEqual(4);
});

it('while many events pass between two pictures none is singled out, until it is paused', () => {
  const { beat, frames, state } = playing();
  const { watched } = beat.places;
  state().setSpeed(10);
  for (let i = 0; i < 200 && watched.get().singled === watched.get().cursor; i++) frames(1);
  expect(watched.get().cursor - watched.get().singled).toBeGreaterThan(20);
  state().pause();
  expect(watched.get().cursor).toBe(state().cursor);
  expect(watched.get().singled).toBe(state().cursor);
});

import { expect, it } from 'vitest';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';

function play(page = fakePage()) {
  const lab = createLab(page);
  lab.store.getState().setSpeed(1);
  lab.store.getState().play();
  // The first frame after a pause only tells the time.
  page.frames(1, 0);
  return { page, lab, state: () => lab.store.getState() };
}

it('virtual time passes with frames, and the cursor with the events', () => {
  const { page, lab, state } = play();
  page.frames(10, 20);
  expect(lab.playback.now).toBe(200);
  const timeline = lab.session.branch(0);
  expect(state().cursor).toBe(timeline.cursorAtTime(200));
  page.frames(5, 20);
  expect(state().cursor).toBe(timeline.cursorAtTime(300));
});

it('slow motion shows instants between two events', () => {
  const { page, lab, state } = play();
  page.frames(10, 20);
  const { cursor } = state();
  state().setSpeed(0.01);
  page.frames(1, 30);
  expect(lab.playback.now).toBeCloseTo(200.3);
  expect(state().cursor).toBe(cursor);
});

it('asks for no frames while paused or hidden, and goes on where it was', () => {
  const { page, lab, state } = play();
  page.frames(5, 20);
  state().pause();
  expect(page.frames(3, 20)).toBe(0);
  expect(lab.playback.now).toBe(100);

  state().play();
  page.hide(true);
  lab.playback.wake();
  expect(page.frames(3, 20)).toBe(0);
  page.hide(false);
  lab.playback.wake();
  page.frames(2, 20);
  expect(lab.playback.now).toBe(120);
});

it('a tab that slept does not leap', () => {
  const { page, lab } = play();
  page.frames(1, 60_000);
  expect(lab.playback.now).toBe(100);
});

it('a step or a seek puts the time to the event, and tells who draws', () => {
  const { page, lab, state } = play();
  const told: number[] = [];
  lab.playback.onFrame((now) => told.push(now));
  page.frames(2, 20);
  state().seek(30);
  const timeline = lab.session.branch(0);
  expect(lab.playback.now).toBe(timeline.timeAt(30));
  state().step(-1);
  expect(told).toEqual([20, 40, timeline.timeAt(30), timeline.timeAt(29)]);
  expect(state().playing).toBe(false);
});

it('with reduced motion time jumps from event to event', () => {
  const page = fakePage();
  page.reduceMotion();
  const { lab, state } = play(page);
  page.frames(10, 20);
  expect(lab.playback.now).toBe(lab.session.branch(0).timeAt(state().cursor));
});

it('fast or far, it stops for nothing but the end of the run', () => {
  const page = fakePage();
  const { lab, state } = play(page);
  state().openScenario({ ...firstLook, script: firstLook.script.slice(0, 1) });
  state().setSpeed(100);
  state().play();
  page.frames(1, 0);
  page.frames(20, 100);
  expect(lab.playback.now).toBe(200_000);
  expect(state().playing).toBe(true);

  state().openScenario({ ...firstLook, script: [] });
  state().play();
  page.frames(2, 20);
  expect(state()).toMatchObject({ playing: false, cursor: 0, length: 0 });
});

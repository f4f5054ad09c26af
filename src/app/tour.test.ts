import { expect, it } from 'vitest';
import { fakePage } from './fake-page.ts';
import { createLab, openLab } from './lab.ts';

const FRAME = 1000 / 60;

/** Seconds of the viewer until playback pauses by itself. */
function secondsToPause(page: ReturnType<typeof fakePage>): number {
  return (page.frames(60 * 30, FRAME) * FRAME) / 1000;
}

it('the first look takes seven to nine seconds, and pauses when S3 serves', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  expect(lab.store.getState()).toMatchObject({ firstLook: true, playing: true });
  expect(lab.tour.factsAt(lab.store.getState())).toMatchObject({ step: 'connecting', again: false });

  const seconds = secondsToPause(page);
  expect(seconds).toBeGreaterThan(7);
  expect(seconds).toBeLessThan(9);
  const state = lab.store.getState();
  expect(state.playing).toBe(false);
  expect(lab.tour.factsAt(state)).toMatchObject({ step: 'serving', again: false });
  expect(lab.session.lastEntry(state)?.notes.map(({ kind }) => kind)).toContain('servingStarted');
});

it('half of it belongs to the votes', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  const spent = new Map<string, number>();
  while (page.frames(1, FRAME) === 1) {
    const { step } = lab.tour.factsAt(lab.store.getState());
    spent.set(step, (spent.get(step) ?? 0) + FRAME);
  }
  expect(spent.get('connecting')).toBeLessThan(1500);
  expect(spent.get('voting')).toBeGreaterThan(3000);
});

it('Next kills the leader, and pauses when another serves', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  secondsToPause(page);
  lab.tour.killLeader();
  expect(lab.store.getState()).toMatchObject({ playing: true, firstLook: true });
  expect(lab.session.interventions(lab.store.getState().branch)).toMatchObject([{ action: { do: 'kill', server: 3 } }]);

  const seconds = secondsToPause(page);
  expect(seconds).toBeGreaterThan(3);
  expect(seconds).toBeLessThan(9);
  expect(lab.tour.factsAt(lab.store.getState())).toMatchObject({ step: 'serving', again: true });
});

it('before the kill it is the first election again, which pauses where it did', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  secondsToPause(page);
  const { cursor } = lab.store.getState();
  lab.tour.killLeader();
  secondsToPause(page);
  lab.store.getState().toStart();
  const start = lab.store.getState();
  expect(lab.tour.factsAt(start)).toEqual({ step: 'connecting', again: false, since: 0 });
  lab.store.getState().play();
  secondsToPause(page);
  expect(lab.store.getState()).toMatchObject({ branch: start.branch, cursor });
  expect(lab.tour.factsAt(lab.store.getState())).toMatchObject({ step: 'serving', again: false });
});

it('playing freely, nothing paces or pauses', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  lab.store.getState().endFirstLook();
  lab.store.getState().setSpeed(1);
  page.frames(60, FRAME);
  expect(lab.store.getState()).toMatchObject({ playing: true, speed: 1 });
});

it('stepping back leaves the offer, stepping on comes to it again', async () => {
  const page = fakePage();
  const lab = createLab(page);
  await openLab(lab, page);
  secondsToPause(page);
  const { step } = lab.store.getState();
  step(-1);
  expect(lab.tour.factsAt(lab.store.getState()).step).toBe('joining');
  step(1);
  expect(lab.tour.factsAt(lab.store.getState()).step).toBe('serving');
});

it('with reduced motion it waits for the visitor', async () => {
  const page = fakePage();
  page.reduceMotion();
  const lab = createLab(page);
  await openLab(lab, page);
  const state = lab.store.getState();
  expect(state).toMatchObject({ firstLook: true, playing: false });
  expect(lab.session.momentAt(state).world.nodes.map(({ status }) => status)).toEqual(['up', 'up', 'up']);
  page.frames(30, 16);
  expect(lab.store.getState().cursor).toBe(state.cursor);
});

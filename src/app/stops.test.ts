import { expect, it } from 'vitest';
import type { Entry } from '../sim/entry.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { type Stop, connectStops, cursorOfStop, runUntil } from './stops.ts';

async function lab() {
  const page = fakePage();
  const made = createLab(page);
  await made.whole;
  made.store.getState().openScenario(leaderKilled);
  const state = () => made.store.getState();
  const entry = () => made.session.lastEntry(state());
  return { ...made, page, state, entry };
}

const elected: Stop = { event: 'becomes', server: sidOf(3), state: 'LEADING', zabState: 'DISCOVERY' };

it.each<[Stop, (entry: Entry | null) => boolean]>([
  [elected, (entry) => entry?.notes.some((note) => note.kind === 'stateChanged' && note.state === 'LEADING') === true],
  [
    { event: 'receives', server: sidOf(1), packet: 'UPTODATE' },
    (entry) => entry?.packet?.type === 'UPTODATE' && entry.node === 0,
  ],
  [
    { event: 'counts', server: sidOf(3), acks: 2, zxid: '0x100000001' },
    (entry) => entry?.notes.some((note) => note.kind === 'acked' && note.acks.length === 2) === true,
  ],
  [{ event: 'writes', server: sidOf(2), write: 'currentEpoch' }, (entry) => entry?.write?.kind === 'currentEpoch'],
  [{ event: 'anywhere', mark: 'commits' }, (entry) => entry?.notes.some((note) => note.kind === 'committed') === true],
])('runs until %j', async (stop, isMet) => {
  const made = await lab();
  runUntil(made, stop);
  expect(made.state().cursor).toBeGreaterThan(0);
  expect(isMet(made.entry())).toBe(true);
  // It is the first.
  const run = made.session.branch(0);
  expect(cursorOfStop(made.session, run, 0, made.state().cursor - 1, stop)).toBeNull();
});

it('goes from one to the next, and says when there is none', async () => {
  const made = await lab();
  runUntil(made, elected);
  const first = made.state().cursor;
  runUntil(made, elected);
  expect(made.state()).toMatchObject({ cursor: first, notice: { kind: 'notMet' } });
});

it('stops playback where a breakpoint is met, and says which', async () => {
  const made = await lab();
  const disconnect = connectStops(made);
  made.state().setStops([elected, { event: 'anywhere', mark: 'commits' }]);
  made.state().setSpeed(1);
  made.state().play();
  made.page.frames(200, 50);
  expect(made.state()).toMatchObject({ playing: false, notice: { kind: 'stopped', stop: elected } });
  made.state().play();
  made.page.frames(200, 50);
  expect(made.state()).toMatchObject({ playing: false, notice: { kind: 'stopped', stop: { mark: 'commits' } } });
  disconnect();
  const { cursor } = made.state();
  made.state().play();
  made.page.frames(20, 50);
  expect(made.state().playing).toBe(true);
  expect(made.state().cursor).toBeGreaterThan(cursor);
});

import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { FLAG_COMMIT, FLAG_LEADER, FLAG_TURN, FLAG_VIOLATION } from '../sim/flags.ts';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';
import { connectSlowMotion, paced } from './slow-motion.ts';

async function playing(speed: number) {
  const page = fakePage();
  const lab = createLab(page);
  await lab.whole;
  lab.store.getState().openScenario(leaderKilled);
  lab.store.getState().setSpeed(speed);
  lab.store.getState().play();
  const disconnect = connectSlowMotion(lab);
  page.frames(1, 0);
  const run = lab.session.branch(0);
  const when = (mask: number) => run.timeAt((run.nextMark(0, mask) ?? NaN) + 1);
  return { page, lab, run, when, disconnect, state: () => lab.store.getState() };
}

it('time passes at a quarter of the speed around the election of a leader, and evenly before and after', async () => {
  const { page, lab, when, state } = await playing(0.1);
  const elected = when(FLAG_TURN);
  const rates = new Map<boolean, Set<string>>([
    [true, new Set()],
    [false, new Set()],
  ]);
  let slowSince: number | null = null;
  for (let frame = 0; frame < 400; frame++) {
    const before = lab.playback.now;
    page.frames(1, 16);
    const rate = ((lab.playback.now - before) / 16).toFixed(4);
    rates.get(state().slowed)?.add(rate);
    if (state().slowed) slowSince ??= before;
  }
  expect(slowSince).not.toBeNull();
  expect(slowSince).toBeLessThan(elected);
  expect(elected - (slowSince ?? 0)).toBeLessThan(0.1 * 1000);
  expect([...(rates.get(false) ?? [])]).toEqual(['0.1000']);
  // A frame in which it begins has a part of each.
  expect(rates.get(true)).toContain('0.0250');
  expect((rates.get(true)?.size ?? 0) <= 8).toBe(true);
});

/** Where the run is after four seconds of somebody who watches it. */
async function evenly(set: (made: Awaited<ReturnType<typeof playing>>) => void, speed = 0.1): Promise<number> {
  const made = await playing(speed);
  set(made);
  made.page.frames(200, 20);
  expect(made.state().slowed).toBe(false);
  return made.lab.playback.now;
}

it('not when it is switched off, faster than anybody follows, or with reduced motion; the first look paces itself', async () => {
  expect(await evenly(({ lab }) => lab.store.setState({ slows: false }))).toBeCloseTo(400);
  expect(await evenly(({ disconnect }) => disconnect())).toBeCloseTo(400);
  expect(await evenly(() => undefined, 20)).toBeCloseTo(80_000);
  expect(await evenly(({ lab }) => lab.store.setState({ paced: true }))).toBeCloseTo(400);
  await evenly(({ page }) => page.reduceMotion());
});

/** What is looked at of a run, with these events alone. */
const run = (marks: readonly (readonly [at: number, flags: number])[]) => ({
  cursorAtTime: (time: number) => marks.filter(([at]) => at <= time).length,
  *marks(from: number, until: number) {
    for (let index = from; index < until; index++) yield { index, flags: marks[index]?.[1] ?? 0 };
  },
  previousMark: (before: number, mask: number) => {
    const index = marks.slice(0, before).findLastIndex(([, flags]) => (flags & mask) !== 0);
    return index === -1 ? null : index;
  },
  timeAt: (cursor: number) => marks[cursor - 1]?.[0] ?? 0,
});

it('a commit counts when it comes alone, a stream of them once; a broken property always', () => {
  const isSlow = (made: ReturnType<typeof run>, now: number) => paced(made, now, 1, 16).slow;
  const stream = run(Array.from({ length: 40 }, (_, i) => [1000 + 100 * i, FLAG_COMMIT] as const));
  expect(isSlow(stream, 1050)).toBe(true);
  expect(isSlow(stream, 3000)).toBe(false);
  const alone = run([
    [1000, FLAG_COMMIT],
    [5000, FLAG_COMMIT],
    [5300, FLAG_VIOLATION],
    [9000, FLAG_LEADER],
  ]);
  expect([1000, 3000, 5000, 5300, 7000, 9100].map((now) => isSlow(alone, now))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

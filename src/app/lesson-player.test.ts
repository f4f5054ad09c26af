import { expect, it, vi } from 'vitest';
import { LESSONS, lessonCalled } from '../lessons/lessons.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { ensure } from '../base/assert.ts';
import { COMMANDS } from './commands.ts';
import { fakePage } from './fake-page.ts';
import { createLab, openLab } from './lab.ts';
import { LessonPlayer } from './lesson-player.ts';

const FRAME = 1000 / 60;
const lesson = ensure(lessonCalled('which-vote-wins'), 'the lesson');

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

async function open(fragment = '', kept = storage()) {
  const page = fakePage(fragment);
  const lab = createLab(page);
  await openLab(lab, page);
  await lab.whole;
  const player = new LessonPlayer(lab, () => kept);
  const state = () => player.state.getState();
  return { page, lab, player, state, kept, shown: () => lab.store.getState() };
}

it('leads through all steps, and a wrong answer is run as a branch first', async () => {
  const { page, player, state, shown, lab } = await open();
  player.open(lesson);
  expect(state()).toMatchObject({ step: 0, phase: 'shows', going: false });
  expect(shown()).toMatchObject({
    lesson: { id: 'which-vote-wins', step: 0, free: false, asks: false },
    firstLook: false,
  });
  player.next();
  expect(state()).toMatchObject({ step: 1, phase: 'asks' });
  player.choose('s1');
  player.next();
  expect(state()).toMatchObject({ phase: 'wrong', going: true });
  expect(shown().playing).toBe(true);
  // Four seconds of the viewer, whatever they are of the run.
  expect((page.frames(60 * 30, FRAME) * FRAME) / 1000).toBeCloseTo(4, 0);
  expect(state().going).toBe(false);
  expect(shown()).toMatchObject({ playing: false, branch: state().place?.branch, cursor: state().place?.cursor });
  expect(lab.session.interventions(shown().branch)).toMatchObject([{ action: { do: 'kill', server: 3 } }]);
  player.next();
  expect(state()).toMatchObject({ phase: 'told', going: true });
  player.next();
  expect(state().going).toBe(false);
  expect(shown().branch).toBe(0);
  for (let pressed = 0; pressed < 40 && !state().finished; pressed++) player.next();
  expect(state()).toMatchObject({ finished: true, step: lesson.lesson.steps.length - 1 });
  expect(state().progress.lessons['which-vote-wins']).toMatchObject({ done: true, answers: { same: 's1' } });
});

it.each([
  ['#lesson=two-leaders&step=9', false],
  ['#scenario=first-look&at=12&lesson=two-leaders&step=9', true],
])('%s asks for a step too many: the last is shown, said so once, the text kept', async (fragment, free) => {
  const { player, shown } = await open(fragment);
  await vi.waitFor(() => expect(player.state.getState().taught).not.toBeNull());
  expect(shown().lesson).toMatchObject({ id: 'two-leaders', step: 5, free });
  expect(shown().notice).toEqual({ kind: 'noSuchStep', asked: 9, steps: 6, text: fragment });
  expect(shown().lesson).not.toHaveProperty('beyond');
});

it('goes back to the question, then to the step before', async () => {
  const { player, state } = await open();
  player.open(lesson, 1);
  player.choose('s3');
  player.next();
  expect(state().phase).toBe('told');
  player.back();
  expect(state()).toMatchObject({ step: 1, phase: 'asks', choice: 's3', going: false });
  player.back();
  expect(state()).toMatchObject({ step: 0, phase: 'shows' });
});

it('opens the inspector again where the step looks into a server, and nowhere else', async () => {
  const { player, shown } = await open();
  player.open(ensure(lessonCalled('four-epochs'), 'the lesson'));
  shown().setScreen('lecture');
  expect(shown().panels.inspector).toBe(false);
  player.inspect();
  expect(shown().panels.inspector).toBe(true);
  player.inspect();
  expect(shown().panels.inspector).toBe(true);
  player.open(ensure(lessonCalled('even-numbers'), 'the lesson'));
  shown().setScreen('lecture');
  player.inspect();
  expect(shown().panels.inspector).toBe(false);
});

it('a server picked on the stage is an answer, where the question is about servers', async () => {
  const { lab, player, state } = await open();
  player.open(lesson, 1);
  lab.store.getState().select({ kind: 'server', sid: sidOf(2) });
  expect(state().choice).toBe('s2');
  player.goTo(4);
  lab.store.getState().select({ kind: 'server', sid: sidOf(1) });
  expect(state().choice).toBeNull();
});

it('a link leads to a step, found by its event', async () => {
  const { page, lab, state, shown } = await open('#lesson=which-vote-wins&step=4');
  await vi.waitFor(() => expect(state()).toMatchObject({ step: 3, phase: 'shows' }));
  expect(shown()).toMatchObject({ cursor: state().place?.cursor, panels: { inspector: true } });
  expect(lab.session.scenario.id).toBe('which-vote-wins-older');
  await page.settle();
  expect(page.stored()).toBe('#lesson=which-vote-wins&step=4');
});

it('a try of one’s own has a link of its own, and leads back', async () => {
  const { player, lab, shown, state } = await open();
  player.open(lesson, 3);
  const { cursor } = shown();
  player.tryIt();
  shown().step(1);
  shown().act({ do: 'kill', server: sidOf(1) });
  expect(shown().lesson).toMatchObject({ free: true });
  const link = await lab.address.link();
  expect(link).toMatch(/^#r=1\..*&lesson=which-vote-wins&step=4$/);
  const other = await open(link);
  await vi.waitFor(() => expect(other.state()).toMatchObject({ step: 3 }));
  expect(other.shown()).toMatchObject({ cursor: cursor + 2, lesson: { free: true } });
  player.comeBack();
  expect(shown()).toMatchObject({ cursor, branch: 0, lesson: { free: false } });
  expect(state().phase).toBe('shows');
});

it('who tries it during a question is not told what comes, and has the keys of the views', async () => {
  const { player, lab, shown } = await open();
  player.open(lesson, 1);
  player.tryIt();
  expect(shown().lesson).toMatchObject({ free: true, asks: true });
  shown().act({ do: 'kill', server: sidOf(1) });
  expect(shown().lesson).toMatchObject({ free: true, asks: true });
  expect(COMMANDS.find(({ id }) => id === 'lessonAnswer')?.available?.(shown())).toBe(false);
  const other = await open(await lab.address.link());
  await vi.waitFor(() => expect(other.shown().lesson).toMatchObject({ step: 1, free: true, asks: true }));
  player.comeBack();
  expect(shown().lesson).toMatchObject({ free: false, asks: true });
  player.goTo(0);
  player.tryIt();
  expect(shown().lesson).toMatchObject({ free: true, asks: false });
});

it('opening something else ends a lesson, and progress is kept', async () => {
  const { player, shown, state, lab, kept } = await open();
  player.open(lesson, 2);
  shown().openScenario(ensure(Object.values(lesson.lesson.scenes)[0], 'a scene'));
  await vi.waitFor(() => expect(state().taught).toBeNull());
  expect(shown().lesson).toBeNull();
  expect(new LessonPlayer(lab, () => kept).state.getState().progress.lessons['which-vote-wins']).toMatchObject({
    step: 2,
  });
  expect(LESSONS).toContain(lesson);
});

it('without motion it goes to the end of every way at once', async () => {
  const { page, player, state, shown } = await open();
  page.reduceMotion();
  player.open(lesson, 1);
  player.choose('s3');
  player.next();
  expect(state()).toMatchObject({ phase: 'told', going: false });
  expect(shown()).toMatchObject({ playing: false, cursor: state().place?.cursor });
});

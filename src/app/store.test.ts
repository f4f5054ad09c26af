import { expect, it } from 'vitest';
import { partition } from '../scenario/builtin/partition.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';
import { AHEAD_EVENTS } from './store.ts';

function lab() {
  const made = createLab(fakePage());
  return { ...made, state: () => made.store.getState() };
}

it('the future is run a little ahead of the cursor', () => {
  const { state } = lab();
  expect(state()).toMatchObject({ cursor: 0, length: AHEAD_EVENTS });
  state().seek(150);
  expect(state()).toMatchObject({ cursor: 150, length: 150 + AHEAD_EVENTS });
});

it('moving by hand pauses, stays inside the run, and knows its ends', () => {
  const { state } = lab();
  state().play();
  state().step(-1);
  expect(state()).toMatchObject({ cursor: 0, playing: false });
  state().toEnd();
  const { cursor } = state();
  expect(cursor).toBeGreaterThan(80);
  state().toStart();
  expect(state().cursor).toBe(0);
  state().stepToChange(1);
  expect(state().cursor).toBe(1);
  state().seekTime(100);
  expect(state().cursor).toBeGreaterThan(20);
});

it('at the end there is nowhere to go: it stays, and says so', () => {
  const { state } = lab();
  state().toEnd();
  const end = state().cursor;
  expect(state().notice).toBeNull();
  for (const again of [() => state().toEnd(), () => state().stepToChange(1)]) {
    state().tell(null);
    again();
    expect(state()).toMatchObject({ cursor: end, notice: { kind: 'noChange' } });
  }
});

it('what buttons act on stays the server selected last', () => {
  const { state } = lab();
  state().select({ kind: 'server', sid: sidOf(2) });
  state().select(null);
  state().toEnd();
  expect(state()).toMatchObject({ selection: null, target: 2 });
  state().select({ kind: 'message', seq: 1 });
  expect(state().target).toBe(2);
  state().openScenario(partition);
  expect(state().target).toBeNull();
});

it('an action goes on from just after it, playing or not', async () => {
  const { session, state, whole } = lab();
  await whole;
  state().seek(100);
  state().play();
  expect(state().act({ do: 'kill', server: sidOf(3) })).toBe(true);
  expect(state()).toMatchObject({ branch: 1, cursor: 101, playing: true });
  expect(session.branch(1).fork?.cursor).toBe(100);
  state().undo();
  expect(state()).toMatchObject({ branch: 0, cursor: 100 });
  state().redo();
  expect(state()).toMatchObject({ branch: 1, cursor: 101 });
});

it('one sheet lies over the page at a time; panels beside the stage stay as they are', () => {
  const { state } = lab();
  state().togglePanel('consoles');
  state().togglePanel('files');
  state().togglePanel('help');
  expect(state().panels).toMatchObject({ files: false, help: true, consoles: true, story: true, inspector: true });
  state().togglePanel('help');
  expect(Object.entries(state().panels).flatMap(([panel, open]) => (open ? [panel] : []))).toEqual([
    'story',
    'inspector',
    'consoles',
  ]);
});

it('the laboratory has its inspector as it was left, whatever the screen for a class does with its own', () => {
  const { state } = lab();
  state().setScreen('lecture');
  expect(state().panels.inspector).toBe(false);
  state().setScreen('lab');
  expect(state().panels.inspector).toBe(true);
  state().togglePanel('inspector');
  state().setScreen('lecture');
  state().togglePanel('inspector');
  state().setScreen('lecture');
  state().setScreen('lab');
  expect(state().panels.inspector).toBe(false);
});

it('what is refused is told, and changes nothing', async () => {
  const { state, whole } = lab();
  await whole;
  expect(state().act({ do: 'kill', server: sidOf(1) })).toBe(false);
  expect(state()).toMatchObject({ branch: 0, cursor: 0, notice: { kind: 'refused', reason: 'notRunning' } });
});

it('another scenario begins at its start, with nothing left of the one before', () => {
  const { session, state } = lab();
  state().seek(80);
  state().select({ kind: 'server', sid: sidOf(1) });
  state().startGrouping();
  state().openScenario(partition);
  expect(session.scenario).toBe(partition);
  expect(state()).toMatchObject({ run: 1, cursor: 0, selection: null, grouping: null, notice: null });
});

it('what the inspector shows stays through steps and scenarios; a message is looked into', () => {
  const { state } = lab();
  expect(state().look).toBe('inside');
  state().setLook('audit');
  state().step(1);
  state().select({ kind: 'server', sid: sidOf(2) });
  state().openScenario(partition);
  expect(state().look).toBe('audit');
  state().select({ kind: 'message', seq: 1 });
  expect(state().look).toBe('inside');
});

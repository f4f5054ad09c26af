import { expect, it } from 'vitest';
import { enLab } from '../locales/en-lab.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type CommandId, COMMANDS } from './commands.ts';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';

/** A lab in which S3 leads, and the commands by name. */
async function lab() {
  const made = createLab(fakePage());
  await made.whole;
  made.store.getState().seek(120);
  const state = () => made.store.getState();
  const run = (...ids: readonly CommandId[]): void => {
    for (const id of ids) COMMANDS.find((command) => command.id === id)?.run(made, '');
  };
  const deeds = () => made.session.interventions(state().branch).map(({ action }) => action);
  return { ...made, state, run, deeds };
}

it('every command is there once, and no two that are always available share a key', () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  const always = COMMANDS.filter(({ available }) => available === undefined);
  const keys = always.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

it('what is done to a server needs a selected one, a remote a class', async () => {
  const { state } = await lab();
  const needing = COMMANDS.filter(({ available }) => available?.(state()) === false).map(({ id }) => id);
  const lessons = ['lessonBack', 'lessonForward', 'lessonAnswer'];
  expect(needing).toEqual([
    ...lessons,
    'remotePlay',
    'blank',
    'lastChange',
    'kill',
    'restart',
    'freeze',
    'dropMessage',
    'delayMessage',
    'hurryMessage',
    'groupA',
    'groupB',
    'groupC',
    'cutGroups',
  ]);
});

it('kill, restart, freeze and thaw the selected server', async () => {
  const { state, run, deeds } = await lab();
  state().select({ kind: 'server', sid: sidOf(2) });
  run('kill', 'restart', 'freeze', 'freeze', 'restart');
  expect(deeds().map((action) => action.do)).toEqual(['kill', 'start', 'freeze', 'thaw', 'stop', 'start']);
});

it('G and a letter for every server is a partition; Esc leaves it', async () => {
  const { state, run, deeds } = await lab();
  run('group', 'groupA', 'groupB');
  expect(state().grouping?.next).toBe(2);
  run('groupA');
  expect(state().grouping).toBeNull();
  expect(deeds()).toEqual([{ do: 'partition', groups: [[1, 3], [2]] }]);
  run('heal');
  expect(deeds()).toHaveLength(2);
  run('group', 'groupA', 'escape');
  expect(state().grouping).toBeNull();
});

it('grouping begins with the selected server and goes round', async () => {
  const { state, run, deeds } = await lab();
  state().select({ kind: 'server', sid: sidOf(2) });
  run('group', 'groupB');
  expect(state().selection).toEqual({ kind: 'server', sid: 3 });
  run('groupA', 'groupB');
  expect(deeds()).toEqual([{ do: 'partition', groups: [[3], [1, 2]] }]);
});

it('Enter cuts between those that are placed; one group alone is no partition', async () => {
  const { run, deeds } = await lab();
  run('group', 'groupA', 'cutGroups');
  expect(deeds()).toEqual([]);
  // S1 was placed, so S2 is selected by now: the next attempt begins there.
  run('group', 'groupA', 'groupB', 'cutGroups');
  expect(deeds()).toEqual([{ do: 'partition', groups: [[2], [3]] }]);
});

it('writes go to the selected server by a client of its own, each to a new path', async () => {
  const { state, run, deeds } = await lab();
  state().select({ kind: 'server', sid: sidOf(2) });
  run('write', 'write');
  expect(deeds()).toMatchObject([
    { do: 'connect', client: 'c2', server: 2 },
    { do: 'call', client: 'c2', operation: { op: 'create', path: '/w1' } },
    { do: 'call', client: 'c2', operation: { op: 'create', path: '/w2' } },
  ]);
  run('undo');
  expect(deeds()).toHaveLength(2);
  run('redo');
  expect(deeds()).toHaveLength(3);
});

it('goes to the cause of an event, and back to its effect', async () => {
  const { session, state, run } = await lab();
  const timeline = session.branch(0);
  const cause = timeline.valueAt('by', state().cursor - 1);
  run('cause');
  expect(state().cursor).toBe(cause + 1);
  run('effect');
  expect(timeline.valueAt('by', state().cursor - 1)).toBe(cause);
});

it('Esc leaves one thing after the other', async () => {
  const { state, run } = await lab();
  state().select({ kind: 'server', sid: sidOf(2) });
  state().tell({ kind: 'linkCopied' });
  run('help');
  run('escape');
  expect(state()).toMatchObject({ panels: { help: false }, notice: { kind: 'linkCopied' } });
  run('escape');
  expect([state().notice, state().selection?.kind]).toEqual([null, 'server']);
  run('escape');
  expect(state().selection).toBeNull();
});

it('Y asks about what is selected, else about the last event; again, or Esc, and the answer closes', async () => {
  const { state, run } = await lab();
  run('why');
  expect(state().asked?.question).toEqual({ ask: 'event', index: 119 });
  run('why');
  expect(state().asked).toBeNull();
  state().select({ kind: 'server', sid: sidOf(1) });
  run('why');
  expect(state().asked).toEqual({
    question: { ask: 'role', sid: 1 },
    place: { branch: 0, cursor: 120 },
    unfolds: false,
  });
  run('whyNot');
  expect(state().asked?.question).toEqual({ ask: 'notLeader', sid: 1 });
  run('escape');
  expect(state()).toMatchObject({ asked: null, selection: { kind: 'server', sid: 1 } });
  state().select({ kind: 'server', sid: sidOf(3) });
  run('whyNot');
  expect(state().asked?.question).toEqual({ ask: 'noOtherLeader', sid: 3 });
});

it('a folded inspector unfolds for an answer, and folds with it', async () => {
  const { state, run } = await lab();
  run('foldInspector', 'why');
  expect(state().panels.inspector).toBe(true);
  run('whyNot', 'escape');
  expect(state().panels.inspector).toBe(false);
});

it('an answer stays along its branch and pauses what plays; a deed, which leads to another branch, closes it', async () => {
  const { state, run } = await lab();
  state().play();
  run('why', 'stepBack');
  expect(state()).toMatchObject({ playing: false, asked: { place: { cursor: 120 } } });
  run('write');
  expect(state().asked).toBeNull();
});

// oxfmt-ignore
it.each<[string, CommandId]>([
  ['Space', 'togglePlay'], ['ArrowLeft', 'stepBack'], ['PageUp', 'stepBack'], ['ArrowRight', 'stepForward'],
  ['PageDown', 'stepForward'], ['Shift+ArrowLeft', 'changeBack'], ['Shift+ArrowRight', 'changeForward'],
  ['<', 'insideBack'], ['>', 'insideForward'], [',', 'peerBack'], ['.', 'peerForward'], ['[', 'cause'], [']', 'effect'],
  ['Home', 'toStart'], ['End', 'toEnd'], ['-', 'slower'], ['=', 'faster'], ['1', 'viewTopology'], ['2', 'viewSpaceTime'],
  ['3', 'viewSplit'], ['j', 'branchNext'], ['k', 'branchPrevious'], ['c', 'compare'], ['x', 'dropMessage'],
  ['d', 'delayMessage'], ['Delete', 'kill'], ['r', 'restart'], ['f', 'freeze'], ['g', 'group'], ['a', 'groupA'],
  ['b', 'groupB'], ['c', 'groupC'], ['h', 'heal'], ['n', 'write'], ['b', 'stops'], ['Shift+B', 'lastChange'], ['y', 'why'],
  ['Shift+Y', 'whyNot'], ['m', 'bookmark'], ['$mod+z', 'undo'], ['$mod+Shift+z', 'redo'], ['$mod+k', 'palette'],
  [':', 'palette'], ['/', 'search'], ['q', 'foldStory'], ['i', 'foldInspector'], ['p', 'lecture'], ['?', 'help'],
  ['Escape', 'escape'], ['t', 'commitForward'], ['Shift+t', 'commitBack'], ['e', 'epochForward'], ['Shift+e', 'epochBack'],
  ['Shift+m', 'bookmarks'], ['F2', 'nameBranch'],
])('%s is a key of %s, and the sheet of keys names it', (key, id) => {
  expect(COMMANDS.find((command) => command.id === id)?.keys).toContain(key);
  expect(enLab.commands[id]).toMatch(/\S/);
});

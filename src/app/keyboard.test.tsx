import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { sidOf } from '../zookeeper/ids.ts';
import { fakePage } from './fake-page.ts';
import { connectKeyboard } from './keyboard.ts';
import { createLab } from './lab.ts';

let lab = createLab(fakePage());
let disconnect = (): void => {};

beforeEach(() => {
  lab = createLab(fakePage());
  lab.store.getState().seek(100);
  disconnect = connectKeyboard(lab, window);
  document.body.innerHTML = `
    <input aria-label="text" />
    <input aria-label="slider" type="range" />
    <button>press</button>`;
});

afterEach(() => disconnect());

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

it.each([
  ['{ArrowLeft}', 99],
  ['{PageDown}', 101],
  ['{Home}', 0],
  ['{ArrowRight>3/}', 103],
])('%s moves to %i', async (keys, cursor) => {
  await userEvent.keyboard(keys);
  expect(lab.store.getState().cursor).toBe(cursor);
});

it('Shift and an arrow jump to a change, Space plays, ? shows the keys', async () => {
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(lab.store.getState().cursor).toBeLessThan(100);
  await userEvent.keyboard(' ');
  expect(lab.store.getState().playing).toBe(true);
  await userEvent.keyboard('{Shift>}?{/Shift}');
  expect(lab.store.getState().panels.help).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(lab.store.getState().panels.help).toBe(false);
});

it('Delete kills the selected server, Ctrl+Z takes it back, Ctrl+Shift+Z does it again', async () => {
  lab.store.getState().select({ kind: 'server', sid: sidOf(3) });
  await userEvent.keyboard('{Delete}');
  expect(lab.store.getState()).toMatchObject({ branch: 1, cursor: 101 });
  const mod = navigator.platform.startsWith('Mac') ? 'Meta' : 'Control';
  await userEvent.keyboard(`{${mod}>}z{/${mod}}`);
  expect(lab.store.getState()).toMatchObject({ branch: 0, cursor: 100 });
  await userEvent.keyboard(`{${mod}>}{Shift>}z{/Shift}{/${mod}}`);
  expect(lab.store.getState()).toMatchObject({ branch: 1, cursor: 101 });
});

it('a key held down acts once, but for steps and speed', async () => {
  await userEvent.keyboard('{n>4/}');
  expect(lab.session.interventions(lab.store.getState().branch)).toHaveLength(2);
});

it.each([
  ['a field', '[aria-label=text]', 'n{ArrowLeft} {Delete}'],
  ['a slider', '[aria-label=slider]', '{ArrowLeft}{Home}'],
  ['a button', 'button', ' {Enter}'],
])('%s keeps the keys it needs', async (_, selector, keys) => {
  focus(selector);
  await userEvent.keyboard(keys);
  expect(lab.store.getState()).toMatchObject({ branch: 0, cursor: 100, playing: false });
});

it('a slider leaves the other keys alone', async () => {
  focus('[aria-label=slider]');
  await userEvent.keyboard(' ');
  expect(lab.store.getState().playing).toBe(true);
});

import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Keyboard, connectKeys } from './early-keys.ts';
import { fakePage } from './fake-page.ts';
import * as keyboard from './keyboard.ts';
import { createLab } from './lab.ts';

it('what is pressed before the commands have come is done when they have, in order, and once', async () => {
  const lab = createLab(fakePage());
  const { promise: coming, resolve: arrive } = Promise.withResolvers<Keyboard>();
  const disconnect = connectKeys(lab, window, coming);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{Shift>}?{/Shift}');
  expect(lab.store.getState()).toMatchObject({ cursor: 0, panels: { help: false } });
  arrive(keyboard);
  await expect.poll(() => lab.store.getState()).toMatchObject({ cursor: 2, panels: { help: true } });
  await userEvent.keyboard('{Escape}{ArrowRight}');
  expect(lab.store.getState()).toMatchObject({ cursor: 3, panels: { help: false } });
  disconnect();
  await userEvent.keyboard('{ArrowRight}');
  expect(lab.store.getState().cursor).toBe(3);
});

it('a page that is gone before the commands come hears nothing any more', async () => {
  const lab = createLab(fakePage());
  const { promise: coming, resolve: arrive } = Promise.withResolvers<Keyboard>();
  const disconnect = connectKeys(lab, window, coming);
  await userEvent.keyboard('{ArrowRight}');
  disconnect();
  arrive(keyboard);
  await coming;
  await userEvent.keyboard('{ArrowRight}');
  expect(lab.store.getState().cursor).toBe(0);
});

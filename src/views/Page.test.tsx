import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { fakePage } from '../app/fake-page.ts';
import { createLab } from '../app/lab.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { LabContext } from './lab.ts';
import { Page } from './Page.tsx';

afterEach(() => vi.restoreAllMocks());

it('a view that throws leaves a sentence, the link to the moment and the run', async () => {
  // React tells the console of what a boundary has caught.
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const lab = createLab(fakePage());
  await lab.whole;
  const state = () => lab.store.getState();
  state().seek(100);
  state().act({ do: 'kill', server: sidOf(3) });
  state().play();
  const link = await lab.address.link();
  const screen = await render(
    <LabContext value={lab}>
      <Page />
    </LabContext>,
  );
  await expect.element(screen.getByRole('slider', { name: 'Timeline' })).toBeVisible();

  const fails = vi.spyOn(lab.session, 'facts').mockImplementation(() => {
    throw new Error('a view has failed');
  });
  state().select({ kind: 'server', sid: sidOf(2) });
  state().step(1);
  state().step(-1);
  await expect.element(screen.getByRole('heading', { name: 'This page failed while drawing.' })).toBeVisible();
  expect(state().playing).toBe(false);
  expect(told).toHaveBeenCalled();
  await expect.element(screen.getByRole('textbox')).toHaveValue(new URL(await lab.address.link(), location.href).href);
  expect(await lab.address.link()).not.toBe(link);

  // As long as the cause is there, so is the message.
  await screen.getByRole('button', { name: 'Open again' }).click();
  await expect.element(screen.getByRole('heading', { name: 'This page failed while drawing.' })).toBeVisible();

  fails.mockRestore();
  await screen.getByRole('button', { name: 'Open again' }).click();
  await expect.element(screen.getByRole('slider', { name: 'Timeline' })).toHaveAttribute('aria-valuenow', '101');
  expect(lab.session.interventions(state().branch)).toHaveLength(1);
});

it('where only one moment cannot be drawn, the one before it opens', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const lab = createLab(fakePage());
  const facts = lab.session.facts.bind(lab.session);
  vi.spyOn(lab.session, 'facts').mockImplementation((select, place) => {
    if (place.cursor === 40) throw new Error('this moment has failed');
    return facts(select, place);
  });
  lab.store.getState().seek(40);
  const screen = await render(
    <LabContext value={lab}>
      <Page />
    </LabContext>,
  );
  await screen.getByRole('button', { name: 'Open one event earlier' }).click();
  await expect.element(screen.getByRole('slider', { name: 'Timeline' })).toHaveAttribute('aria-valuenow', '39');
});

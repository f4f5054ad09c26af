/** Steps inside an event: line by line through what a server does, and exactly back. */
import { expect, test } from './fixture.ts';

test('> lights one line after the other before the result shows, < goes back the same way', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  const lit = lab.inspector.locator('[data-state=lit]');
  // S1 hears a better vote.
  await lab.runUntil(lab.serversThat(/^S1, LOOKING: votes for S\d/), 1, 'Shift+ArrowRight');
  await page.getByRole('tab', { name: 'Algorithm' }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowLeft');
  const cursor = await lab.cursor();
  await expect(lab.server(1)).toHaveAccessibleName(/votes for itself/);

  const seen: string[] = [];
  const position = page.getByText(/: \d+ of \d+ in this event$/);
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('>');
    if ((await lab.cursor()) !== cursor) break;
    await expect(position).toContainText(`: ${i + 1} of`);
    seen.push((await lit.innerText()).replace(/\s+/g, ' '));
    const isTaken = seen.some((line) => line.startsWith('it beats mine'));
    await expect(lab.server(1)).toHaveAccessibleName(isTaken ? /votes for S\d/ : /votes for itself/);
  }
  await lab.expectCursor(cursor + 1);
  await expect(position).toHaveCount(0);
  expect(seen.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['compare', 'it', 'send']));

  for (const line of seen.toReversed()) {
    await page.keyboard.press('<');
    await expect(lit).toHaveText(line);
  }
  await page.keyboard.press('<');
  await lab.expectCursor(cursor);
  await expect(position).toHaveCount(0);
  await expect(lab.server(1)).toHaveAccessibleName(/votes for itself/);
});

test('by button beside the algorithm, with the sentence of each step', async ({ page, lab }) => {
  await lab.open('#scenario=first-look&at=30');
  await page.getByRole('tab', { name: 'Algorithm' }).click();
  const caption = page.locator('[aria-live=polite]').filter({ hasText: /\.$/ }).first();
  const before = await caption.innerText();
  await lab.button('One step on inside the event').click();
  await expect(caption).not.toHaveText(before);
  await expect(lab.inspector.getByText(/^1 of \d+ in this event$/)).toBeVisible();
  await lab.button('One step back inside the event').click();
  await expect(caption).toHaveText(before);
});

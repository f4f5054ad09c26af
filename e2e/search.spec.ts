/** Looking for something among the events. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('by / : the list shows what was found, Enter walks along it, Escape leaves', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed');
  await lab.runUntil(lab.serversThat(/LEADING: leads epoch 2/));
  await page.keyboard.press('Home');
  await page.keyboard.press('q');
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search among the events' });
  await expect(field).toBeFocused();
  await field.fill('serves clients');
  const events = page.getByRole('listbox', { name: 'Events' });
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^[1-9]\d* found$/);
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('leads epoch 1');
  const first = await lab.cursor();
  await expect(events.getByRole('option', { selected: true })).toContainText('leads epoch 1 and serves clients');
  await field.press('Enter');
  const second = await lab.cursor();
  expect(second).toBeGreaterThan(first);
  await field.press('Shift+Enter');
  await lab.expectCursor(first);
  await expectAccessible(page);
  // A row leads the playhead as well.
  await events.getByRole('option').last().click();
  expect(await lab.cursor()).toBeGreaterThan(second);

  await field.fill('nothing of the kind');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('0 found');
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(events.getByRole('option', { selected: true })).toHaveCount(1);
});

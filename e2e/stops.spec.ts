/** Run until something happens, and breakpoints: by keyboard, by button, and while the run plays. */
import { expect, test } from './fixture.ts';

test('B, and the run is where a transaction is committed', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  await page.keyboard.press('b');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Run until');
  await sheet.getByRole('button', { name: 'Run there: a transaction is committed' }).press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/^Paused: S3 commits 1·1/)).toBeVisible();
});

test('a breakpoint at a server stops the run that plays, and says so', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  await lab.button('Run until …').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('combobox', { name: 'Server' }).selectOption('S2');
  await sheet.getByRole('combobox', { name: 'What happens' }).selectOption('receives');
  await sheet.getByRole('combobox', { name: 'Packet' }).selectOption('UPTODATE');
  await sheet.getByRole('button', { name: 'Always stop here' }).click();
  await expect(sheet.getByRole('checkbox', { name: 'always stop: S2 receives UPTODATE' })).toBeChecked();
  await page.keyboard.press('Escape');
  await lab.button('Play').click();
  await expect(lab.notices).toContainText('Stopped: S2 receives UPTODATE.', { timeout: 20_000 });
  await lab.expectPaused();
});

test('back to the last change of a number', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=250&sel=s2');
  await lab.expectCursor(250);
  await lab.button(/back to the last change of currentEpoch/).click();
  await expect.poll(() => lab.cursor()).toBeLessThan(250);
  await expect(lab.inspector.locator('dt', { hasText: 'currentEpoch' }).locator('..')).toContainText('1');
  await page.keyboard.press('Shift+B');
  const cursor = await lab.cursor();
  expect(cursor).toBeLessThan(250);
});

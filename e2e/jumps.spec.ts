/** Jumps from commit to commit and from epoch to epoch, and playback that slows down by itself. */
import { expect, test } from './fixture.ts';

test('T and E lead from one to the next, with Shift back, and so does the menu', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  const says = page.getByText(/^Paused: /);
  await page.keyboard.press('t');
  await expect(says).toHaveText(/^Paused: S3 commits 1·1/);
  const first = await lab.cursor();
  await page.keyboard.press('t');
  await expect(says).toHaveText(/^Paused: S3 commits 1·2/);
  await page.keyboard.press('Shift+T');
  await lab.expectCursor(first);
  await page.keyboard.press('e');
  await expect(says).toHaveText(/acceptedEpoch 1 → 2/);
  await page.keyboard.press('Shift+E');
  await expect(says).toHaveText(/currentEpoch 0 → 1/);

  await lab.button('Jump to …').click();
  const leader = page
    .getByRole('group', { name: 'Next' })
    .getByRole('menuitem', { name: 'leader that begins to serve' });
  await leader.click();
  await expect(says).toHaveText(/leads epoch 2/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+T');
  await expect(lab.notices).toContainText('It does not happen');
});

test('where something happens playback slows down and says so, unless it is switched off', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  const note = page.getByText('Playing, slowed: something happens here');
  const speed = page.getByRole('button', { name: /^Speed/ });
  await lab.button('Play').click();
  await expect(note).toBeVisible({ timeout: 20_000 });
  await expect(speed).toHaveText('0.025×');
  await expect(note).toBeHidden({ timeout: 20_000 });
  await page.keyboard.press('Space');

  await speed.click();
  const slows = page.getByRole('menuitemcheckbox', { name: 'Slow down where something happens' });
  await expect(slows).toBeChecked();
  await slows.click();
  await speed.click();
  await expect(slows).not.toBeChecked();
  await page.keyboard.press('Escape');
});

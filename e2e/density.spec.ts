/** How much the stage shows: what the last event is about, the last dozen, or all. It is remembered. */
import { expect, test } from './fixture.ts';

test('Focus leaves the last event in full ink, All everything; the choice outlives a reload', async ({ page, lab }) => {
  await lab.open('#scenario=first-look&at=33');
  await lab.expectCursor(33);
  const faint = lab.stage.locator('[role=button][data-dim=true]');
  const density = page.getByRole('combobox', { name: 'How much the stage shows' });
  await expect(density).toHaveValue('all');
  await expect(faint).toHaveCount(0);
  await density.selectOption('Focus');
  // S3's vote arrived at S2.
  await expect(faint).toHaveCount(1);
  await expect(faint).toHaveAccessibleName(/^S1,/);
  await lab.server(1).click();
  await expect(faint).toHaveCount(0);
  await page.reload();
  await expect(density).toHaveValue('focus');
  await density.selectOption('All');
  await page.keyboard.press('Escape');
  await expect(faint).toHaveCount(0);
});

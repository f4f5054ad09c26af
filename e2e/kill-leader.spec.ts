import { expect, test } from './fixture.ts';

test('"Next: kill the leader" plays on until S2 leads epoch 2', async ({ page, lab }) => {
  await lab.open();
  await page.keyboard.press('End');
  await lab.button('Next: kill the leader').click();
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await lab.expectPlaying();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('S2 leads epoch 2.', { timeout: 30_000 });
  await lab.expectPaused();
  await expect(lab.serversThat(/^S2, LEADING: leads epoch 2/)).toBeVisible();
  // Once is enough: what is left is to play freely.
  await expect(lab.button('Next: kill the leader')).toHaveCount(0);
  await lab.button('Play freely').click();
  await expect(lab.step('Kill S3')).toBeVisible();
});

test('the selected leader is killed by key: a step that can be undone and redone', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
  await lab.server(3).click();
  await expect(lab.server(3)).toHaveAttribute('aria-pressed', 'true');
  const before = await lab.cursor();

  await page.keyboard.press('Delete');
  await expect(lab.step('Kill S3')).toBeVisible();
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/));
  await expect(lab.header).toContainText('S2 leads epoch 2');
  await expect(lab.header).toContainText('S3 down');

  await page.keyboard.press('Control+z');
  await lab.expectCursor(before);
  await expect(lab.step('Kill S3')).toHaveCount(0);
  await expect(lab.header).toContainText('S3 leads epoch 1');

  await page.keyboard.press('Control+Shift+z');
  await expect(lab.step('Kill S3')).toBeVisible();
  await lab.expectCursor(before + 1);
});

/** The timeline paints the course of a run, and tells what a place would show before anybody goes there. */
import { zk4646 } from '../src/scenario/builtin/bugs/zk4646.ts';
import { expect, test } from './fixture.ts';
import { linkTo } from './shared-run.ts';

test('epochs stand on the strips of their leaders, faults and elections beside them', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=160');
  await lab.expectCursor(160);
  const drawing = lab.timeline.locator('svg').first();
  await expect(drawing.locator('[data-epoch]')).toHaveText(['epoch 1', 'epoch 2']);
  await expect(drawing.getByText('S3 down')).toBeVisible();
  await expect(drawing.locator('[data-phase=ELECTION]').first()).toBeVisible();
  await expect(drawing.locator('[data-breach]')).toHaveCount(0);

  const box = await lab.timeline.boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height / 2);
  await expect(page.getByText('S3 leads epoch 1', { exact: true })).toBeVisible();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await expect(page.getByText('S3 leads epoch 1', { exact: true })).toHaveCount(0);
  await lab.expectCursor(160);
  await page.mouse.move(box.x, box.y - 300);
});

test('a broken property is outlined where it broke', async ({ page, lab }) => {
  await lab.open(await linkTo(zk4646.scenario));
  const breaches = lab.timeline.locator('[data-breach]');
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(breaches).not.toHaveCount(0, { timeout: 300 });
  }).toPass();
  await expect(breaches.first().locator('title')).toHaveText(/^Broken here: \S/);
});

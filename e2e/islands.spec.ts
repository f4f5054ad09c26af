/** Servers are dragged: to where one wants them, or onto islands that a cut parts. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import type { LabPage } from './lab-page.ts';

/** Drags a server by so many pixels; without `drop` it is still held. */
async function drag(lab: LabPage, sid: number, dx: number, dy: number, { drop = true } = {}): Promise<void> {
  const box = await lab.server(sid).boundingBox();
  if (box === null) throw new Error(`S${sid} is not there`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(x + dx, y + dy, { steps: 5 });
  if (drop) await lab.page.mouse.up();
}

async function leftOf(lab: LabPage, sid: number): Promise<number> {
  return (await lab.server(sid).boundingBox())?.x ?? 0;
}

test('a server is put elsewhere, and back on the ring', async ({ lab }) => {
  await lab.open('#scenario=partition&at=200');
  await lab.expectCursor(200);
  const before = await leftOf(lab, 2);
  await drag(lab, 2, 70, -40);
  await expect.poll(() => leftOf(lab, 2)).toBeGreaterThan(before + 60);
  // No click: nothing is selected by it, and nothing was done.
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'false');
  await lab.expectCursor(200);
  await lab.button('Back to the ring').click();
  await expect.poll(() => leftOf(lab, 2)).toBeCloseTo(before, 0);
});

test('servers dragged off the ring are islands; Enter cuts between them, undo heals', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=300');
  await lab.expectCursor(300);
  await lab.button('Islands').click();
  await expect(page.locator('[data-part=islands]')).toBeVisible();
  await drag(lab, 2, 130, 0);
  await drag(lab, 3, 190, -60);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(lab.step('Cut S1 S4 S5 ‖ S2 S3')).toBeVisible();
  await expect(page.locator('[data-part=islands]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await lab.expectCursor(300);
});

test('Escape puts back the server that is held, then all of them', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=300');
  await lab.expectCursor(300);
  const before = await leftOf(lab, 2);
  await lab.button('Islands').click();
  await drag(lab, 2, 130, 0, { drop: false });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => leftOf(lab, 2)).toBeCloseTo(before, 0);
  await expect(page.locator('[data-part=islands]')).toBeVisible();
  await drag(lab, 2, 130, 0);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-part=islands]')).toHaveCount(0);
  await expect.poll(() => leftOf(lab, 2)).toBeCloseTo(before, 0);
  await lab.expectCursor(300);
});

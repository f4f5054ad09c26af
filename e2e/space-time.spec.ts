/** The space-time diagram: by key and by button, an arrow selected in every view, zoom by keys, both views side by side. */
import { expect, test } from './fixture.ts';

test('key 2 shows it, an arrow is selected everywhere, the playhead follows', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=120');
  await lab.expectCursor(120);
  await expect(lab.stage).toBeVisible();
  await page.keyboard.press('2');
  await expect(lab.spaceTime).toBeVisible();
  await expect(lab.stage).toHaveCount(0);
  await expect(lab.button('Space-time')).toHaveAttribute('aria-pressed', 'true');

  await lab.spaceTime.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const said = page.getByRole('option', { name: /, sent 3\.0\d\d, arrives 3\.0\d\d$/ });
  await expect(said).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part=selected-arrow]')).toHaveCount(1);
  await expect(said).toHaveAttribute('aria-selected', 'true');
  await expect(lab.inspector).toContainText('Fields');
  expect(await lab.cursor()).toBeLessThan(120);

  // Where it is on its way, the topology shows it too.
  await page.keyboard.press('3');
  await expect(lab.stage).toBeVisible();
  await expect(lab.spaceTime).toBeVisible();
  await expect(lab.messages.first()).toBeVisible();
  await expect(page.locator('[data-part=selected-arrow]')).toHaveCount(1);
  await expect(lab.button('Unfold Story')).toBeVisible();
  await page.keyboard.press('1');
  await expect(lab.spaceTime).toHaveCount(0);
  await expect(lab.button('Unfold Story')).toHaveCount(0);
});

test('a press on an arrow selects it, a press on its end goes there', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=120');
  await lab.button('Space-time').click();
  const changed = page.locator('[data-part=changed] circle');
  await expect(changed).toHaveCount(1);
  const box = await changed.boundingBox();
  if (box === null) throw new Error('The last event is not on show.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await lab.expectCursor(118);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => lab.cursor()).toBeGreaterThan(118);
  await expect(page.locator('[data-part=selected-arrow]')).toHaveCount(1);
});

test('what is marked moves along with a pan, and is there still once it is drawn anew', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=262');
  await page.keyboard.press('2');
  const changed = page.locator('[data-part=changed] circle');
  await expect(changed).toHaveCount(1);
  const left = async (): Promise<number> => (await changed.boundingBox())?.x ?? Number.NaN;
  const [before, drawn] = [await left(), await changed.getAttribute('cx')];
  await lab.spaceTime.hover();
  await page.mouse.wheel(-48, 0);
  await expect.poll(left).toBeCloseTo(before + 48, 0);
  await expect(changed).not.toHaveAttribute('cx', drawn ?? '');
  expect(await left()).toBeCloseTo(before + 48, 0);
});

test('keys zoom, move along and show the whole run; the axis changes', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=200');
  await page.keyboard.press('2');
  await lab.spaceTime.focus();
  const frame = page.locator('[data-part=window]');
  const width = async (): Promise<number> => Number(await frame.getAttribute('width'));
  await page.keyboard.press('0');
  const whole = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeLessThan(whole * 0.7);
  await page.keyboard.press('-');
  await expect.poll(width).toBeGreaterThan(whole * 0.9);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const x = await frame.getAttribute('x');
  await page.keyboard.press('PageUp');
  await expect(frame).not.toHaveAttribute('x', x ?? '');
  // Keys of the run stay what they are.
  await page.keyboard.press('ArrowLeft');
  await lab.expectCursor(199);
  await lab.button('Steps').click();
  await expect(lab.button('Steps')).toHaveAttribute('aria-pressed', 'true');
  await lab.button('Time').click();
  await page.getByRole('button', { name: /^Lane of S2/ }).click();
  await expect(lab.inspector.getByRole('heading', { name: 'S2', exact: true })).toBeVisible();
});

import { expect, test } from './fixture.ts';

for (const speed of ['1×', '100×']) {
  test(`a write and a restart while playing at ${speed} go into the run, which plays on`, async ({ page, lab }) => {
    await lab.open('#scenario=first-look&at=100&sel=s1');
    await page.getByRole('button', { name: /^Speed/ }).click();
    await page.getByRole('menuitemradio', { name: speed, exact: true }).click();
    await page.locator('main').focus();
    await page.keyboard.press('Space');
    await lab.expectPlaying();
    await page.keyboard.press('n');
    await expect(lab.step('Client c1: create /w1')).toBeVisible();
    await page.keyboard.press('r');
    await page.keyboard.press('n');
    await expect(lab.step('Restart S1')).toBeVisible();
    const cursor = await lab.cursor();
    await expect.poll(() => lab.cursor()).toBeGreaterThan(cursor);
    await lab.expectPlaying();
    await expect(lab.timeline).toBeVisible();
  });
}

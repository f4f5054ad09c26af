/** The table of links: every direction cut, healed and slowed, by keyboard and by mouse. */
import { expect, test } from './fixture.ts';

test.beforeEach(async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await page.getByRole('tab', { name: 'Links' }).click();
});

test('by keyboard: walk, cut one direction, see what waits, heal', async ({ page, lab }) => {
  const cell = (name: string | RegExp) => lab.inspector.getByRole('button', { name });
  await cell('S1 → S2, 10 ms').focus();
  // Past the place where S2 would meet itself.
  await page.keyboard.press('ArrowDown');
  await expect(cell('S3 → S2, 10 ms')).toBeFocused();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(cell('S5 → S1, 10 ms')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.step('Cut S5 → S1')).toBeVisible();
  await expect(cell(/^S5 → S1, cut/)).toBeFocused();
  await lab.runUntil(cell(/^S5 → S1, cut, \d+ wait$/), 1, 'PageDown');
  await expect(lab.inspector).toContainText(/The cut holds back \d+, in order\./);
  await page.keyboard.press('Enter');
  await expect(lab.step('Heal S5 → S1')).toBeVisible();
  await expect(cell('S5 → S1, 10 ms')).toBeVisible();
});

test('by mouse: both ways at once, and a latency of its own', async ({ lab }) => {
  await lab.inspector.getByRole('button', { name: 'S2 → S4, 10 ms' }).click();
  await lab.inspector.getByRole('button', { name: 'Cut both ways' }).click();
  await expect(lab.inspector.getByRole('button', { name: /^S[24] → S[24], cut/ })).toHaveCount(2);
  await lab.inspector.getByRole('button', { name: 'Heal both ways' }).click();
  await lab.inspector.getByRole('spinbutton', { name: 'Latency (ms)' }).fill('250');
  await lab.inspector.getByRole('button', { name: 'Set' }).click();
  await expect(lab.inspector.getByRole('button', { name: 'S2 → S4, 250 ms' })).toBeVisible();
  await expect(lab.inspector.getByRole('button', { name: 'S4 → S2, 10 ms' })).toBeVisible();
  await expect(lab.step('S2 → S4 takes 250 ms')).toBeVisible();
});

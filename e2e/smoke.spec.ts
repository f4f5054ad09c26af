import { expect, test } from './fixture.ts';

test('the built page opens', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Zabscope');
  await expect(page.locator('#root')).not.toBeEmpty();
});

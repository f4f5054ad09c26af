/** A control that goes away, or can be used no more, hands the focus on: the next Tab must not begin at the top. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixture.ts';

for (const name of ['Next: kill the leader', 'Play freely']) {
  test(`"${name}" by keyboard`, async ({ page, lab }) => {
    await lab.open();
    await page.keyboard.press('End');
    await pressFocused(page, name);
    await expect(lab.button(name)).toHaveCount(0);
    await expectFocusKept(page);
  });
}

test('a panel folded under the focus, a fault and an undo that cannot be repeated, a notice dismissed', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=first-look&at=40&sel=s3');
  await lab.expectCursor(40);
  await pressFocused(page, 'Kill S3');
  await expect(lab.step('Kill S3')).toBeVisible();
  await expectFocusKept(page);

  await pressFocused(page, 'Undo');
  await expect(lab.step('Kill S3')).toHaveCount(0);
  await expectFocusKept(page);

  await page.keyboard.press('h');
  await pressFocused(page, 'Dismiss');
  await expect(lab.notices).toBeEmpty();
  await expectFocusKept(page);

  await lab.button('Kill S3').focus();
  await page.keyboard.press('q');
  await expect(lab.button('Unfold Story')).toBeVisible();
  await expectFocusKept(page);
});

async function pressFocused(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

async function expectFocusKept(page: Page): Promise<void> {
  await expect.soft(page.locator('body > * :focus')).toHaveCount(1, { timeout: 3000 });
}

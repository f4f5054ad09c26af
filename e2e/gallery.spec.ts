/**
 * Pictures for people to look at, into e2e/pictures: `ZABSCOPE_GALLERY=1 npm run e2e -- gallery`. They assert
 * nothing that the journeys do not.
 */
import { expect, test } from './fixture.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  const picture = (name: string): { path: string } => ({ path: `e2e/pictures/${name}-${colorScheme}.png` });

  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1440, height: 900 } });

    test('first look', async ({ page, lab }) => {
      await lab.open();
      await expect(page.getByText('wins', { exact: true })).toBeVisible();
      await page.keyboard.press('Space');
      await page.screenshot(picture('first-look-votes'));
      await page.keyboard.press('Space');
      await expect(lab.button('Next: kill the leader')).toBeEnabled({ timeout: 20_000 });
      await page.screenshot(picture('first-look'));
    });

    test('sandbox', async ({ page, lab }) => {
      await lab.open();
      await page.keyboard.press('End');
      await lab.button('Play freely').click();
      await lab.server(3).click();
      await page.screenshot(picture('sandbox'));
      await page.keyboard.press('Delete');
      await page.screenshot(picture('killed'));
      await page.keyboard.press('?');
      await page.screenshot(picture('keys'));
    });

    test('mid-election', async ({ page, lab }) => {
      await lab.open('#scenario=partition&at=60&sel=s4');
      await lab.expectCursor(60);
      await lab.messages.first().waitFor();
      await page.screenshot(picture('mid-election'));
    });

    test('cut', async ({ page, lab }) => {
      await lab.open('#scenario=partition&sel=s5');
      await lab.step('Cut S1 S2 S3 ‖ S4 S5').click();
      await page.screenshot(picture('cut'));
      await lab.runUntil(lab.serversThat(/^S3, LEADING/), 1, 'Shift+ArrowRight');
      await page.screenshot(picture('two-sides'));
    });

    test('logs with writes', async ({ page, lab }) => {
      await lab.open('#scenario=leader-killed&sel=s3');
      await lab.step('Kill S3').click();
      await page.keyboard.press('ArrowLeft');
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('n');
        for (let event = 0; event < 4; event++) await page.keyboard.press('ArrowRight');
      }
      await page.screenshot(picture('logs'));
    });

    test.describe('phone', () => {
      test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

      test('phone', async ({ page, lab }) => {
        await lab.open();
        await page.keyboard.press('End');
        await page.screenshot(picture('phone-first-look'));
        await lab.button('Play freely').tap();
        await page.screenshot(picture('phone'));
        await lab.server(3).click({ button: 'right' });
        await page.getByRole('dialog').waitFor();
        await page.screenshot(picture('phone-faults'));
      });
    });
  });
}

/** Views that no other journey puts before axe, one after the other in one visit. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('sheets, the menu of scenarios, a branch that is named, the diagram before a class', async ({ page, lab }) => {
  await lab.open('#scenario=follower-returns&at=174&sel=s1');
  await lab.expectCursor(174);
  await page.keyboard.press('m');
  for (const key of ['Shift+M', 'o', 'l']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Delete');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^Name of the branch: / })).toBeFocused();
  await lab.button(/^Scenario: /).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await expect(lab.spaceTime).toBeVisible();
  await expectAccessible(page);
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('all branches, and what says how to make islands', async ({ page, lab }) => {
    await lab.open('#scenario=leader-killed&at=107&sel=s2');
    await lab.expectCursor(107);
    await page.keyboard.press('Delete');
    await lab.button('More').tap();
    await page.getByRole('menuitem', { name: 'Branches' }).tap();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await lab.server(1).click({ button: 'right' });
    await page.getByRole('dialog').getByRole('button', { name: 'Islands' }).tap();
    await expect(lab.button('Cancel')).toBeVisible();
    await expectAccessible(page);
  });
});

/** The tabs of the inspector, which are cards on a phone. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('tabs are chosen by pointer and by arrow keys, and stay while the run goes on', async ({ page, lab }) => {
  await lab.open('#scenario=leader-killed&at=140&sel=s3');
  const tab = (name: string) => lab.inspector.getByRole('tab', { name, exact: true });
  const panel = lab.inspector.getByRole('tabpanel');
  await expect(tab('Inside')).toHaveAttribute('aria-selected', 'true');
  await expect(panel).toContainText('Four numbers called epoch');

  await tab('Inside').focus();
  await page.keyboard.press('End');
  await expect(tab('Links')).toBeFocused();
  await expect(panel).toHaveAccessibleName('Links');
  await page.keyboard.press('Home');
  await expect(panel).toHaveAccessibleName('Inside');
  await lab.expectCursor(140);

  await tab('Audit').click();
  await lab.button('One event forward').click();
  await lab.server(1).click();
  await page.keyboard.press('i');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(tab('Audit')).toHaveAttribute('aria-selected', 'true');
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the same as cards, side by side, which scroll to the chosen one', async ({ page, lab }) => {
    await lab.open('#scenario=leader-killed&at=140&sel=s3');
    await page.getByRole('tab', { name: 'Votes' }).focus();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'Links' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('tabpanel')).toHaveAccessibleName('Links');
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Why' }).tap();
    await expect(page.getByRole('tabpanel')).toHaveAccessibleName('Why');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('what happens at a client shows its server; a selected client has its own questions, none twice', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=follower-returns&at=135');
  await lab.expectCursor(135);
  const { inspector } = lab;
  // Ann has her answer from S2.
  await expect(inspector.getByRole('heading', { name: 'S2', exact: true })).toBeVisible();
  await expect(inspector).not.toContainText('last event here');
  await page.keyboard.press('ArrowLeft');
  await expect(inspector).toContainText('last event here');

  await page.keyboard.press('ArrowRight');
  await lab.stage.getByRole('button', { name: /ann/ }).click();
  const questions = inspector.getByRole('button', { name: /^W.*\?$/ });
  await expect(questions).toHaveText([/ann hear last/, /S2 follow/, /S2 not lead/]);
  const left = async (index: number): Promise<number> => (await questions.nth(index).boundingBox())?.x ?? 0;
  expect(await left(0)).toBe(await left(1));
});

test('the last event is in sight of a low window too', async ({ page, lab }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await lab.open('#scenario=partition&at=480');
  await lab.expectCursor(480);
  await expect(page.getByRole('listbox', { name: 'Events' }).getByRole('option', { selected: true })).toBeInViewport({
    ratio: 1,
  });
});

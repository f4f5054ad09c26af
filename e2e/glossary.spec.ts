/** The glossary: found by a link, the menu and the palette, searched, left for what shows a word; and words defined where they stand. */
import type { Locator } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a link opens the glossary at a word, over the run; words lead to each other, to lessons and to the page', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=leader-killed&at=150');
  await lab.expectCursor(150);
  const sheet = page.getByRole('dialog');
  const entry = (name: string) => sheet.getByRole('region', { name, exact: true });
  await page.evaluate(() => {
    window.location.hash += '&glossary=logicalclock';
  });
  await expect(entry('round')).toBeFocused();
  await expect(entry('round')).toBeInViewport();
  await expectAccessible(page);

  // Told from both sides, and named in the address.
  await entry('round').getByRole('link', { name: 'acceptedEpoch' }).last().click();
  await expect(entry('acceptedEpoch')).toBeFocused();
  await expect(entry('acceptedEpoch').getByRole('listitem').getByRole('link', { name: 'round' })).toBeVisible();
  expect(new URL(page.url()).hash).toMatch(/^#scenario=leader-killed&.*&glossary=acceptedEpoch$/);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  expect(new URL(page.url()).hash).not.toContain('glossary');
  await lab.expectCursor(150);

  // By a few letters of its name.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Command, scenario/ }).fill('committedlog');
  await page.keyboard.press('Enter');
  await expect(entry('committedLog')).toBeFocused();
  await page.keyboard.press('Escape');

  // From the menu: searched, and left for a view and a lesson.
  await lab.button(/^Scenario: /).click();
  await page.getByRole('menuitem', { name: /^Glossary/ }).click();
  const field = sheet.getByRole('searchbox');
  await expect(field).toBeFocused();
  await field.fill('paxos');
  await expect(sheet.getByRole('status')).toHaveText(/^No word here is called “paxos”/);
  await field.fill('fsync');
  await expect(sheet.getByRole('region').first()).toHaveAccessibleName('durable');
  await field.fill('session');
  await entry('session').getByRole('button', { name: 'Inspector: Data' }).click();
  await expect(lab.inspector.getByRole('tab', { name: 'Data' })).toHaveAttribute('aria-selected', 'true');
  await page.evaluate(() => {
    window.location.hash = '#glossary=TRUNC';
  });
  await entry('TRUNC').getByRole('button', { name: 'Lesson: The returning ex-leader' }).click();
  await expect(page.getByRole('list', { name: 'The returning ex-leader' })).toBeVisible();
});

/** Neither covers the other. */
async function expectApart(one: Locator, other: Locator): Promise<void> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) throw new Error('one of them is not drawn');
  expect(a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
}

test('a word is defined where it stands, by pointer, focus and keys; nothing moves, and it leads to the glossary', async ({
  page,
  lab,
}) => {
  await lab.open('#lesson=promise-first&step=2');
  const story = page.getByRole('complementary', { name: 'Story' });
  const word = story.getByRole('link', { name: 'acceptedEpoch', exact: true });
  const hint = page.getByRole('tooltip', { name: 'What acceptedEpoch means' });
  const pinned = page.getByRole('dialog', { name: 'What acceptedEpoch means' });
  await expect(word).toHaveCount(1);
  const before = await lab.stage.boundingBox();

  await word.hover();
  await expect(hint).toContainText('has promised to accept');
  await expect(word).toHaveAccessibleDescription(/has promised to accept/);
  await expectApart(word, hint);
  expect(await lab.stage.boundingBox()).toEqual(before);
  await lab.timeline.hover();
  await expect(hint).toHaveCount(0);

  // By focus: Escape leaves the definition alone.
  await page.keyboard.press('Tab');
  await word.focus();
  await expect(hint).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await expect(word).toBeFocused();

  // Pinned, with what tells it apart; and on from the word.
  await page.keyboard.press('Enter');
  await expect(pinned.getByRole('listitem').first()).toContainText('currentEpoch is entered');
  await expect(pinned.getByRole('button', { name: 'More in the glossary' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(pinned).toHaveCount(0);
  await expect(story.getByRole('link', { name: 'ACKEPOCH' })).toBeFocused();
  await word.click();
  await lab.timeline.hover();
  await expect(pinned).toBeVisible();
  await pinned.getByRole('button').click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'acceptedEpoch' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(word).toBeFocused();

  // A label of the inspector is no stop of the Tab key, and its number stays in sight.
  const label = lab.inspector.getByRole('link', { name: 'currentEpoch' });
  await expect(label).toHaveAttribute('tabindex', '-1');
  await label.hover();
  const own = page.getByRole('tooltip', { name: 'What currentEpoch means' });
  await expectApart(lab.inspector.getByRole('button', { name: /^\d+: back to the last change of currentEpoch/ }), own);
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' });

  test('a tap defines a word, and another ends it', async ({ page }) => {
    await page.goto('./#lesson=promise-first&step=2');
    const word = page.getByRole('link', { name: 'acceptedEpoch', exact: true }).first();
    const pinned = page.getByRole('dialog', { name: 'acceptedEpoch 的含义' });
    await word.tap();
    await expect(pinned).toContainText('服务器承诺接受的最新 epoch');
    await expectApart(word, pinned);
    await expectAccessible(page);
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(pinned).toHaveCount(0);
    await word.tap();
    await pinned.getByRole('button', { name: '在术语表中查看' }).tap();
    await expect(page.getByRole('dialog').getByRole('region', { name: 'acceptedEpoch' })).toBeInViewport();
  });
});

test('on a first visit the first look waits below a word that was linked to, and goes on after it', async ({
  page,
  lab,
}) => {
  await lab.open('#glossary=zxid');
  const sheet = page.getByRole('dialog', { name: 'Glossary' });
  await expect(sheet.getByRole('region', { name: 'zxid', exact: true })).toBeFocused();
  const waitsAt = await lab.cursor();
  await lab.painted();
  expect(await lab.cursor()).toBe(waitsAt);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await lab.expectPlaying();
});

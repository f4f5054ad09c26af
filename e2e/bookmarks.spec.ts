/** Bookmarks: set by key, named in the list, gone to from the timeline, kept by a reload and by a link. */
import { expect, test } from './fixture.ts';

test('M bookmarks a place; it is named, found again, taken back, and outlives a reload and a link', async ({
  page,
  lab,
  context,
}) => {
  await lab.open('#scenario=leader-killed&at=60');
  await lab.expectCursor(60);
  await page.keyboard.press('m');
  const flags = lab.button(/^Bookmark: /);
  await expect(flags).toHaveCount(1);
  await expect(flags).toHaveAccessibleName('Bookmark: S3 believes itself elected: S1 and S3 agree');
  await page.keyboard.press('t');
  await page.keyboard.press('m');
  await expect(flags).toHaveCount(2);

  await page.keyboard.press('Shift+M');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: 'Bookmarks' })).toBeVisible();
  const name = sheet.getByRole('textbox').first();
  await name.fill('elected');
  await name.press('Enter');
  await sheet.getByRole('button', { name: 'Bookmark: elected' }).click();
  await expect(sheet).toHaveCount(0);
  await lab.expectCursor(60);

  await page.keyboard.press('m');
  await expect(flags).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(lab.button('Bookmark: elected')).toBeVisible();

  await lab.button('Bookmark: S3 commits 1·1: 2 of 3 have it on disk').click();
  const committed = await lab.cursor();
  expect(committed).toBeGreaterThan(60);
  await expect(page).toHaveURL(await lab.link());
  await page.reload();
  await lab.expectCursor(committed);
  await expect(flags).toHaveCount(2);
  const link = await lab.link();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('button', { name: 'Bookmark: elected' })).toBeVisible();
});

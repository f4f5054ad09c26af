/** Handouts: the bookmarks of a run, or a lesson, on paper. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

/** What is saved, as a page of its own. */
async function saved(page: Page, sheet: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as a file' }).press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.html$/);
  return readFileSync(await file.path()).toString();
}

test.describe('on a dark system', () => {
  test.use({ colorScheme: 'dark' });
  test('bookmarks become a page: saved without a script, printed instead of the page, in light colours', async ({
    page,
    lab,
    context,
  }) => {
    await lab.open('#scenario=partition&at=330');
    await lab.expectCursor(330);
    await page.keyboard.press('m');
    await page.keyboard.press('t');
    await page.keyboard.press('m');
    await page.keyboard.press('Shift+T');
    const cursor = await lab.cursor();
    await page.keyboard.press('Shift+M');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').first().fill('Before the cut <b>');
    await sheet.getByRole('button', { name: 'Handout of these bookmarks…' }).click();
    await sheet.getByRole('textbox', { name: 'Title' }).fill('My class');
    await sheet.getByRole('button', { name: 'Make it' }).press('Enter');
    await expect(sheet.getByText('Ready: 2 steps')).toBeVisible();
    await expect(sheet.getByRole('heading', { name: '1 Before the cut <b>' })).toBeVisible();
    await expectAccessible(page);
    // The page is where it was, and as dark as it was.
    await lab.expectCursor(cursor);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');

    const text = await saved(page, sheet);
    const paper = await context.newPage();
    await paper.setContent(text);
    await expect(paper).toHaveTitle('My class');
    await expect(paper.locator('figure svg[role=img]')).toHaveCount(2);
    await expect(paper.getByText(/#r=1\./)).toBeVisible();
    const found = await paper.evaluate(() => ({
      scripts: document.querySelectorAll('script, link, [src]:not([src^="data:"])').length,
      grounds: Array.from(document.querySelectorAll('figure svg > rect:first-child'), (one) =>
        one.getAttribute('fill'),
      ),
      breaks: Array.from(document.querySelectorAll('figure'), (one) => getComputedStyle(one).breakInside),
    }));
    expect(found).toEqual({
      scripts: 0,
      grounds: ['rgb(255, 255, 255)', 'rgb(255, 255, 255)'],
      breaks: ['avoid', 'avoid'],
    });
    await paper.close();

    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await sheet.getByRole('button', { name: 'Print…' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-handout] figure')).toHaveCount(2);
    await expect(page.locator('[data-handout] figure').first()).toBeVisible();
    await expect(page.locator('#root')).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('[data-handout]')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  });
});

test('a lesson becomes a page of its steps, with boxes to tick and the answers last; nothing of it counts as seen', async ({
  page,
  lab,
  context,
}) => {
  await lab.open('#lesson=which-vote-wins&step=2');
  const lesson = page.locator('[data-part=lesson]');
  await lesson.getByRole('button', { name: 'Handout of this lesson…' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Make it' }).press('Enter');
  await expect(sheet.getByText('Ready: 8 steps')).toBeVisible();
  const text = await saved(page, sheet);
  await page.keyboard.press('Escape');
  await expect(lesson.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  const kept = await page.evaluate(() => localStorage.getItem('zabscope.lessons'));
  expect(kept).toContain('"step":1');

  const paper = await context.newPage();
  await paper.setContent(text);
  await expect(paper.getByRole('heading', { level: 2 })).toHaveCount(9);
  await expect(paper.getByRole('heading', { level: 2 }).last()).toHaveText('Answers');
  await expect(paper.getByText(/the largest id wins, and that is S3/)).toHaveCount(1);
  // Two vote rows are compared: the ballot box stands beside the stage.
  expect(await paper.locator('figure svg[role=img]').count()).toBeGreaterThan(8);
  for (const format of ['A4', 'Letter'] as const) {
    const pages = (await paper.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length, format).toBeGreaterThanOrEqual(5);
    expect(pages.length, format).toBeLessThanOrEqual(9);
  }
});

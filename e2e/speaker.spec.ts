/** The speaker's notes: a second window that knows what the class does not, and drives what it sees. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, type Page, test as bare } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { LabPage } from './lab-page.ts';

test.use({ viewport: { width: 1280, height: 720 } });

async function openNotes(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Shift+P');
  return opened;
}

test('in a lesson they have the answer before the class, and lead on; either window goes without harm', async ({
  page,
  context,
  lab,
}) => {
  await lab.open('?lecture#lesson=which-vote-wins&step=2');
  const story = page.locator('[data-part=lesson]');
  await expect(story.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  const notes = await openNotes(context, page);
  await expect(notes.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  await expect(notes.getByRole('button', { name: /S3.*right/ })).toBeVisible();
  await expect(notes.getByText(/the largest id wins, and that is S3/)).toBeVisible();
  await expect(notes.getByText('The longest log, the older epoch')).toBeVisible();
  await expect(notes.getByText(/^Talking for0:0\d$/)).toBeVisible();
  await expectAccessible(notes);
  // Nothing of it is on the screen, not even as a branch.
  await expect(story.getByText(/the largest id wins/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Branch/ })).toHaveCount(0);

  await notes.getByRole('button', { name: /S3.*right/ }).click();
  await expect(story.getByRole('button', { name: /S3/, pressed: true })).toBeVisible();
  // A remote sends its keys to whichever window has the focus; to the end of the way, then on.
  await notes.keyboard.press('PageDown');
  await notes.keyboard.press('PageDown');
  await expect(story.getByText(/the largest id wins, and that is S3/)).toBeVisible();
  await notes.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(story.getByRole('heading', { name: 'The longest log, the older epoch' })).toBeVisible();
  await expect(notes.getByRole('heading', { name: 'The longest log, the older epoch' })).toBeVisible();
  await notes.keyboard.press('b');
  await expect(page.getByRole('dialog', { name: 'Blank screen' })).toBeVisible();
  await expect(notes.getByText('The screen is blank.')).toBeVisible();
  await notes.keyboard.press('PageDown');
  await expect(page.getByRole('dialog', { name: 'Blank screen' })).toHaveCount(0);

  // Loaded anew it has its notes again; closed, it opens once more; the page takes it along.
  await notes.reload();
  await expect(notes.getByRole('heading', { name: 'The longest log, the older epoch' })).toBeVisible();
  await notes.close();
  await page.bringToFront();
  await page.keyboard.press('PageUp');
  await expect(story.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  const again = await openNotes(context, page);
  await expect(again.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  await expect(page).toHaveURL(/step=2$/);
  const gone = again.waitForEvent('close');
  await page.reload();
  await gone;
  await expect(story.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
});

test('outside lessons they have what comes and the bookmarks by name; a blocked window is told of', async ({
  page,
  context,
  lab,
}) => {
  await lab.open('#scenario=leader-killed&at=60');
  await lab.expectCursor(60);
  await page.keyboard.press('m');
  await page.keyboard.press('t');
  const committed = await lab.cursor();
  await page.keyboard.press('m');
  await page.keyboard.press('Home');
  const notes = await openNotes(context, page);
  // It is for a class.
  await expect(lab.button('Leave')).toBeVisible();
  await notes.getByRole('button', { name: 'S3 commits 1·1: 2 of 3 have it on disk' }).last().click();
  await lab.expectCursor(committed);
  await notes.getByRole('button', { name: /^Back/ }).click();
  await lab.expectCursor(committed - 1);
  await notes
    .getByRole('button', { name: /S3 commits 1·1/ })
    .first()
    .click();
  await lab.expectCursor(committed);
  await notes.getByLabel('Length, minutes').fill('20');
  await expect(notes.getByText(/^Left(19:5\d|20:00)$/)).toBeVisible();
  await notes.close();

  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.bringToFront();
  await lab.button('Notes in a second window').click();
  await expect(lab.notices).toContainText('The browser has blocked the window');
});

// Not `test`: a file is another origin than the server's.
bare('the one file has them too, from a disk', async ({ page, context }) => {
  await page.goto(`${pathToFileURL(resolve('dist/zabscope.html')).href}?lecture#challenge=two-leading`);
  await expect(new LabPage(page).button('Leave')).toBeVisible();
  const notes = await openNotes(context, page);
  await expect(notes.getByRole('heading', { name: 'Two leaders at once' })).toBeVisible();
  await expect(notes.getByText('A way, with 1 deed')).toBeVisible();
  const cursor = await new LabPage(page).cursor();
  await notes.keyboard.press('ArrowRight');
  await new LabPage(page).expectCursor(cursor + 1);
});

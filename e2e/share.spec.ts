import type { Browser } from 'playwright/test';
import { expect, test } from './fixture.ts';
import { LabPage } from './lab-page.ts';

/** A run with steps of the visitor's own: S3 leads, is killed, S2 leads epoch 2 and is selected. */
async function playSomething(lab: LabPage): Promise<void> {
  await lab.openScenario('first-look');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
  await lab.server(3).click();
  await lab.page.keyboard.press('Delete');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/));
  await lab.server(2).click();
  await lab.page.keyboard.press('Shift+ArrowLeft');
}

/** Somebody else's browser: nothing kept, nothing shared but the link. */
async function openElsewhere(browser: Browser, link: string): Promise<LabPage> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const other = new LabPage(await context.newPage());
  await other.open(new URL(link).hash);
  return other;
}

test('a link shows somebody else the same moment: run, playhead, selection, digest', async ({ lab, browser }) => {
  await playSomething(lab);
  const cursor = await lab.cursor();
  const link = await lab.link();
  await expect(lab.notices).toContainText('Link copied');

  const other = await openElsewhere(browser, link);
  await other.expectCursor(cursor);
  await other.expectPaused();
  await expect(other.step('Kill S3')).toBeVisible();
  await expect(other.server(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(other.notices).toBeEmpty();
  await expect(other.button('Unfold Story')).toHaveCount(0);
  for (const sid of [1, 2, 3]) {
    await expect(other.server(sid)).toHaveAttribute(
      'aria-label',
      (await lab.server(sid).getAttribute('aria-label')) ?? '',
    );
  }
  // The digest is part of it.
  expect(await other.link()).toBe(link);
  await other.page.context().close();
});

test('a link whose digest differs says so', async ({ lab }) => {
  await lab.open('#scenario=first-look&at=40&d=00000000');
  await lab.expectCursor(40);
  await expect(lab.notices).toContainText('differs from the one its author saw');
  await expect(lab.notices).toContainText('00000000');
});

test('reloading, or coming back without a link, keeps the run', async ({ page, lab }) => {
  await playSomething(lab);
  const cursor = await lab.cursor();
  const link = await lab.link();
  await expect(page).toHaveURL(link);
  await page.reload();
  await lab.expectCursor(cursor);
  expect(await lab.link()).toBe(link);

  await page.goto('about:blank');
  await lab.open();
  await lab.expectCursor(cursor);
  await lab.expectPaused();
  expect(await lab.link()).toBe(link);
});

test('where the clipboard is out of reach, the link is there to copy by hand', async ({ page, lab }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await lab.openScenario('five-servers');
  await lab.button(/^Share/).click();
  const text = lab.notices.getByRole('textbox');
  await expect(text).toHaveValue(/^http:.*#scenario=five-servers&d=[0-9a-f]{8}$/);
  await lab.notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(lab.notices).toBeEmpty();
});

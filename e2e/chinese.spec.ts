import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { recordShown } from './record-shown.ts';

/** What the page is called by, in Chinese. */
function inChinese(page: Page) {
  return {
    caption: page.getByRole('heading', { level: 1 }),
    language: page.getByRole('button', { name: '中文：语言，简体中文' }),
    share: page.getByRole('button', { name: /^分享/ }),
    timeline: page.getByRole('slider', { name: '时间轴' }),
    servers: (belief: RegExp) =>
      page.getByRole('group', { name: '服务器及其间的消息' }).getByRole('button', { name: belief }),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
  };
}

test.describe('to a visitor who reads Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the first ten seconds are Chinese from the first picture on; the leader is killed', async ({ page, lab }) => {
    const shownSoFar = await recordShown(page);
    const zh = inChinese(page);
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(zh.caption).toHaveText('S3 领导 epoch 1。', { timeout: 40_000 });
    await expect(page.getByText('epoch 相同，日志相同，sid 最大者胜出。')).toBeVisible();

    const shown = await shownSoFar();
    expect(shown[0]).toMatchObject({ caption: '三台服务器，没有 leader。', why: '看它们如何达成一致。' });
    const captions = shown.map((one) => one.caption);
    expect(captions).toContain('S1 改投 S3。');
    // A Latin word is a name of the protocol: no sentence of another language was there in between.
    expect(captions.filter((caption) => !caption.endsWith('。'))).toEqual([]);

    await expectAccessible(page);

    await zh.button('下一步：杀死 leader').click();
    await expect(zh.servers(/^S3，DOWN/)).toBeVisible();
    await lab.runUntil(zh.caption.getByText('S2 领导 epoch 2。'));
    await zh.button('自由探索').click();
    await expect(zh.button('展开故事')).toHaveCount(0);
    await expectAccessible(page);
  });
});

test('a link carries its language; who opens it keeps their own choice', async ({ page, lab, browser }) => {
  const zh = inChinese(page);
  await lab.openScenario('partition');
  await lab.button('EN: language, English').click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(zh.language).toBeVisible();
  // The run goes on where it was, and is told in the other language.
  await zh.timeline.press('End');
  await page.keyboard.press('ArrowRight');
  await zh.share.click();
  await expect(page.getByRole('status', { name: '通知' })).toContainText('链接已复制');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe('?lang=zh');

  const context = await browser.newContext({ locale: 'en-US' });
  const other = await context.newPage();
  await other.goto(link);
  await expect(inChinese(other).timeline).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(new URL(other.url()).hash).toBe(new URL(link).hash);
  // Without the link they read what they read before.
  await other.goto('about:blank');
  await other.goto(new URL('./', link).href);
  await expect(other.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  await context.close();
});

test('the chosen language is remembered, and left again without losing the run', async ({ page, lab }) => {
  const zh = inChinese(page);
  await lab.openScenario('partition');
  await page.keyboard.press('End');
  const cursor = await lab.cursor();
  await lab.button('EN: language, English').click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(zh.timeline).toHaveAttribute('aria-valuenow', String(cursor));

  await page.goto('about:blank');
  await page.goto('./');
  await expect(zh.timeline).toHaveAttribute('aria-valuenow', String(cursor));

  await zh.language.click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await lab.expectCursor(cursor);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).search).toBe('');
});
